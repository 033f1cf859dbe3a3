import { refuse } from './refuse.ts';

/**
 * Data as text, by which it is compared or kept.
 *
 * @param name - what the data are called where they were given
 * @param data - what is compared
 * @param replace - what stands for a part, as for `JSON.stringify`
 * @throws `invalid-argument` for what no JSON could hold, such as a ring of objects
 */
export function dataText(
  name: string,
  data: unknown,
  replace?: (key: string, value: unknown) => unknown,
): string {
  try {
    return JSON.stringify(data, replace);
  } catch (error) {
    // An error of the data's own code is its affair.
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return refuse(name, data, 'what JSON can hold');
  }
}
