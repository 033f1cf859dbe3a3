import { quote } from '../../shared/quote.ts';
import { refuse } from '../../shared/refuse.ts';
import { checkSketch } from '../../stats/sketch/checkSketch.ts';
import type { QuantileSketch } from '../../stats/sketch/quantileSketch.ts';
import { isRow } from './readMeasurement.ts';

/**
 * Refuses what calls itself a tally of measurements and is none, or was changed by hand. Tallies come
 * among rows from outside, and work that goes by values in no order might not end.
 */
export function checkMeasurementTally(tally: unknown): void {
  const row = isRow(tally) ? tally : {};
  const { standard, by, groups, threshold, firstInvalid, otherStandards, otherCustomers } = row;
  const keys = Array.isArray(by) ? by.length : 0;
  const holds: readonly (readonly [key: string, holds: boolean])[] = [
    ...WORDS.map((key) => [key, isText(row[key])] as const),
    ['threshold', Number.isFinite(threshold)],
    ['by', areAll(by, isText)],
    ['groups', areAll(groups, (group) => isGroup(group, keys))],
    ['otherStandards', isCount(otherStandards)],
    ['otherCustomers', isCount(otherCustomers)],
    ['firstInvalid', areAll(firstInvalid, isInvalid)],
  ];
  const odd = holds.find(([, isSound]) => !isSound)?.[0];
  if (odd === undefined) return;
  refuse(`${odd} of the tally of ${quote(standard)}`, row[odd], 'what tallyMeasurements counts');
}

const WORDS = ['standard', 'operator', 'unit', 'customer', 'values'] as const;

function isGroup(counts: unknown, keys: number): boolean {
  if (!isRow(counts) || !isRow(counts['undecided'])) return false;
  const { group, conforming, failing, invalid, undecided, measured, notOver } = counts;
  const { abandoned, stillWaiting } = undecided;
  return (
    areAll(group, (value) => value === null || isText(value)) &&
    group.length === keys &&
    [conforming, failing, invalid, abandoned, stillWaiting].every(isCount) &&
    areValues(measured) &&
    (notOver === undefined || areValues(notOver))
  );
}

function areValues(kept: unknown): boolean {
  return isRow(kept) && ('sketch' in kept ? isSketched(kept) : areCounted(kept));
}

/** Whether these are finite numbers in ascending order, each once, with how often it came. */
function areCounted({ values, counts }: Readonly<Record<string, unknown>>): boolean {
  let last = -Infinity;
  return (
    areAll(counts, isCount) &&
    areAll(values, (value) => {
      const isNext = typeof value === 'number' && value > last && value < Infinity;
      if (isNext) last = value;
      return isNext;
    }) &&
    values.length === counts.length
  );
}

function isSketched({ sketch, excess }: Readonly<Record<string, unknown>>): boolean {
  if (!isSketch(sketch) || !isRow(excess)) return false;
  checkSketch(sketch);
  return Number.isFinite(excess['whole']) && isCount(excess['billionths']);
}

function isSketch(value: unknown): value is QuantileSketch {
  return isRow(value) && areAll(value['buckets'], Array.isArray);
}

function isInvalid(listed: unknown): boolean {
  return (
    isRow(listed) &&
    isCount(listed['position']) &&
    isText(listed['because']) &&
    isText(listed['found'])
  );
}

function areAll(list: unknown, holds: (each: unknown) => boolean): list is readonly unknown[] {
  return Array.isArray(list) && list.every(holds);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
