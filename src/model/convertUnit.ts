/** A unit that is known to be another one many times over. */
interface KnownUnit {
  /** What is measured in it. */
  readonly measures: 'time' | 'share';
  /** How many of the smallest unit of its kind it holds, a whole number. */
  readonly size: number;
}

/**
 * The factor's two parts between units of one kind, or `undefined` where one is no multiple of the
 * other, as with seconds and points.
 *
 * Times are known as milliseconds, seconds, minutes, hours, days of 24 hours and weeks, shares as
 * `share` and `percent`, each also in the singular or as its symbol. Any other unit converts only into
 * itself.
 *
 * @param from - the unit of a value
 * @param to - the unit to bring it to
 */
export function unitRatio(
  from: string,
  to: string,
): readonly [times: number, by: number] | undefined {
  const own = plain(from);
  const other = plain(to);
  if (own === other) return [1, 1];
  const source = knownUnit(own);
  const target = knownUnit(other);
  if (source === undefined || source.measures !== target?.measures) return undefined;
  return [source.size, target.size];
}

/**
 * A value in another unit. Both parts of a ratio are whole, and what the multiplication leaves beyond
 * the 15 digits that a decimal fraction can count on is rounded off, so that 1.1 minutes are 66
 * seconds and not a hair more.
 */
export function convert(value: number, [times, by]: readonly [number, number]): number {
  return times === by ? value : Number(((value * times) / by).toPrecision(15));
}

/** Whether a unit is one of time. */
export function isTimeUnit(unit: string): boolean {
  return knownUnit(plain(unit))?.measures === 'time';
}

function plain(unit: string): string {
  return unit.trim().toLowerCase();
}

function knownUnit(unit: string): KnownUnit | undefined {
  const hasOwn = (names: object): boolean => Object.hasOwn(names, unit);
  if (hasOwn(MILLISECONDS)) return { measures: 'time', size: MILLISECONDS[unit] ?? 1 };
  if (hasOwn(PERCENT)) return { measures: 'share', size: PERCENT[unit] ?? 1 };
  return undefined;
}

const MILLISECONDS: { readonly [unit: string]: number } = {
  milliseconds: 1,
  millisecond: 1,
  ms: 1,
  seconds: 1000,
  second: 1000,
  sec: 1000,
  s: 1000,
  minutes: 60_000,
  minute: 60_000,
  min: 60_000,
  hours: 3_600_000,
  hour: 3_600_000,
  h: 3_600_000,
  days: 86_400_000,
  day: 86_400_000,
  d: 86_400_000,
  weeks: 604_800_000,
  week: 604_800_000,
};

const PERCENT: { readonly [unit: string]: number } = {
  percent: 1,
  '%': 1,
  share: 100,
  shares: 100,
};
