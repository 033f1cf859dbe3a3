import { checkBetween } from '../shared/refuse.ts';

/** Refuses an amount of money that is none, or beyond what may be multiplied: 0 or more where nothing else is told. */
export function checkMoney(name: string, amount: unknown, least = 0): void {
  checkBetween(name, amount, least, MOST_MONEY);
}

/** More than this no figures of a firm come to, in any currency. */
export const MOST_MONEY = 1e15;

/** What is divided by has to be more than what rounding leaves. */
export const LEAST_MONEY = 1e-15;
