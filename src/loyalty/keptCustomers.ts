import { checkCount, checkObject } from '../shared/refuse.ts';

/** How many of so many customers were kept from one year to the next. */
export interface KeptCustomers {
  /** How many were kept, a whole number from 0 to `n`. */
  readonly kept: number;
  /** How many there were, a whole number, 1 or more. */
  readonly n: number;
}

/** Refuses counts of customers that are none. */
export function checkKept(name: string, counts: KeptCustomers): void {
  checkObject(name, counts);
  checkCount(`${name}.n`, counts.n, 1);
  checkCount(`${name}.kept`, counts.kept, 0, counts.n);
}
