import fc from 'fast-check';

const SURROGATES = 0xd800;
const SURROGATE_COUNT = 0x800;

/**
 * Text of any characters that Unicode has a number for. As fast-check's own of the unit `binary`, which takes a
 * second of each process to list all of them for the sake of shrinking.
 */
export function anyCodePoints({
  minLength = 0,
  maxLength = 10,
}: {
  readonly minLength?: number;
  readonly maxLength?: number;
} = {}): fc.Arbitrary<string> {
  const character = fc
    .nat(0x10_ffff - SURROGATE_COUNT)
    .map((at) => String.fromCodePoint(at < SURROGATES ? at : at + SURROGATE_COUNT));
  return fc.array(character, { minLength, maxLength }).map((all) => all.join(''));
}
