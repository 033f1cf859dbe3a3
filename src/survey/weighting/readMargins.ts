import type { Issue } from '../../shared/issue.ts';
import { pathText, quote } from '../../shared/quote.ts';
import { isFields } from '../../shared/refuse.ts';
import type { MarginTargets } from './types.ts';

/** One margin with its categories in order. */
export interface MarginReader<Margin extends string = string> {
  /** The margin's name, a key of the rows. */
  readonly name: Margin;
  /** The categories. */
  readonly categories: readonly string[];
  /** The share each category should have; they add up to 1. */
  readonly shares: readonly number[];
  /** The place of each category. */
  readonly places: ReadonlyMap<string, number>;
}

/** Reads the targets of all margins, each as shares of its own sum; what is wrong goes into the issues. */
export function readMargins<Margin extends string>(
  targets: MarginTargets<Margin>,
  issues: Issue[],
): readonly MarginReader<Margin>[] {
  const margins = Object.entries(targets) as [Margin, MarginTargets[string]][];
  if (margins.length === 0) {
    const message = 'targets: found none, expected at least one margin';
    issues.push({
      code: 'missing',
      path: ['targets'],
      found: 'nothing',
      expected: 'a margin',
      message,
    });
  }
  return margins.map(([name, margin]) => {
    const path = ['targets', name];
    if (!isFields(margin)) issues.push(outOfRange(path, margin, 'an object of targets'));
    const before = issues.length;
    const entries = Object.entries(isFields(margin) ? margin : {}).map(([category, target]) => {
      if (isWeight(target)) return [category, target] as const;
      issues.push(outOfRange([...path, category], target, 'a finite number, 0 or more'));
      return [category, 0] as const;
    });
    const largest = Math.max(0, ...entries.map(([, target]) => target));
    if (issues.length === before && largest === 0) {
      issues.push(outOfRange(path, margin, 'at least one category with a target above 0'));
    }
    const sum = entries.reduce((total, [, target]) => total + target, 0);
    // A list of shares with one forgotten would be taken for others in the same proportion.
    const isShares = largest <= 1 && entries.some(([, target]) => target % 1 > 0);
    if (isShares && issues.length === before && Math.abs(sum - 1) > SHARES_OFF) {
      issues.push(
        outOfRange(
          path,
          `shares that add up to ${String(Number(sum.toPrecision(9)))}`,
          'shares that add up to 1, or whole numbers',
        ),
      );
    }
    // Where the sum of huge targets overflows, the sum of their ratios does not.
    const unit = sum < Infinity ? 1 : largest;
    const relative = entries.map(([, target]) => target / unit);
    const whole = relative.reduce((total, target) => total + target, 0);
    return {
      name,
      categories: entries.map(([category]) => category),
      shares: relative.map((target) => target / whole),
      places: new Map(entries.map(([category], place) => [category, place])),
    };
  });
}

/** Shares as targets may add up to so much more or less than 1. */
const SHARES_OFF = 1e-6;

/** An issue about a value outside its range. */
export function outOfRange(
  path: readonly (string | number)[],
  value: unknown,
  expected: string,
): Issue {
  const found = quote(value);
  const message = `${pathText(path)}: found ${found}, expected ${expected}`;
  return { code: 'out-of-range', path, found, expected, message };
}

/** Whether something is a finite number, 0 or more. */
export function isWeight(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Infinity;
}
