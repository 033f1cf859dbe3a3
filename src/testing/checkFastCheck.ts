import { checkShape } from '../shared/shape.ts';

/** Refuses what is not fast-check: the module that a test imports. */
export function checkFastCheck(fc: unknown): void {
  checkShape('fc', fc, {
    array: 'function',
    boolean: 'function',
    constant: 'function',
    constantFrom: 'function',
    dictionary: 'function',
    double: 'function',
    integer: 'function',
    nat: 'function',
    oneof: 'function',
    record: 'function',
    string: 'function',
    subarray: 'function',
    tuple: 'function',
  });
}
