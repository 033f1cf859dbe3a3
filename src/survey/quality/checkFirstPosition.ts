import { checkNumber } from '../answers/guards.ts';

/** Refuses a position of the first response that is not a whole number, 0 or more. */
export function checkFirstPosition(firstPosition: number): void {
  const expected = 'a whole number, 0 or more';
  checkNumber('firstPosition', firstPosition, expected, (x) => Number.isSafeInteger(x) && x >= 0);
}
