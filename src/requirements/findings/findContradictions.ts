import { convert, unitRatio } from '../../model/convertUnit.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { LocalizedText } from '../../model/localizedText.ts';
import type { Requirement, Standard } from '../../model/requirement.ts';
import { quote } from '../../shared/quote.ts';
import { foldText } from '../../survey/lint/text/foldText.ts';
import type { ContradictingStandards } from './findingTypes.ts';

/** A standard with the moments it is about. */
interface Placed<Ids extends CycleIds> {
  readonly standard: Standard<Ids['standard'], Ids['area']>;
  readonly moments: readonly Ids['moment'][];
  /** What it measures, folded, by language; one without a tag under the key "". */
  readonly measures: ReadonlyMap<string, string>;
}

/** After so many contradictions the search stops: a cycle of such requirements is not read to the end. */
const LISTED_CONTRADICTIONS = 1000;

/**
 * Finds standards of one measure at one moment that cannot both be met: no value keeps to both, and
 * the shares of cases they ask for add up to more than all cases.
 */
export function findContradictions<Ids extends CycleIds>(
  requirements: NonNullable<Cycle<Ids>['requirements']>,
): readonly ContradictingStandards<Ids>[] {
  const placed = requirements.flatMap(
    ({
      moments,
      standards = [],
    }: Requirement<string, Ids['moment'], Ids['standard'], Ids['area']>) =>
      standards.map(
        (standard): Placed<Ids> => ({ standard, moments, measures: textsOf(standard.measure) }),
      ),
  );
  const alike = placesByMeasure(placed);
  const common = new Map([...alike].map(([key, places]) => [key, commonRanges(placed, places)]));
  const found: ContradictingStandards<Ids>[] = [];
  for (const [place, first] of placed.entries()) {
    // Of many standards of one measure, most agree with all others: only the rest is compared in pairs.
    const keys = keysOf(first).filter((key) => !agreesWithAll(first.standard, common.get(key)));
    const later = new Set(
      keys.flatMap((key) => (alike.get(key) ?? []).filter((other) => other > place)),
    );
    for (const other of [...later].sort((a, b) => a - b)) {
      const second = placed[other];
      if (second !== undefined) found.push(...contradictionOf(first, second));
      if (found.length < LISTED_CONTRADICTIONS) continue;
      const notCompared = placed.length - place - 1;
      return found.map((one, at) => (at === found.length - 1 ? { ...one, notCompared } : one));
    }
  }
  return found;
}

/** The places of the standards that are of one measure at one moment, in order. */
function placesByMeasure(placed: readonly Placed<CycleIds>[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, one] of placed.entries()) {
    for (const key of keysOf(one)) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [place]);
      else known.push(place);
    }
  }
  return places;
}

/** Only standards that share one of these can be about the same. */
function keysOf({ moments, measures }: Placed<CycleIds>): readonly string[] {
  const texts = new Set(measures.values());
  return [...new Set(moments)].flatMap((moment) =>
    [...texts].map((text) => JSON.stringify([moment, text])),
  );
}

/** The largest lower and the smallest upper end of ranges. */
interface CommonRange {
  low: number;
  high: number;
}

/** What values keep to all standards at these places, by what their unit converts into. */
function commonRanges(
  placed: readonly Placed<CycleIds>[],
  places: readonly number[],
): ReadonlyMap<string, CommonRange> {
  const ranges = new Map<string, CommonRange>();
  for (const place of places) {
    const one = placed[place];
    if (one === undefined) continue;
    const { family, low, high } = comparableRange(one.standard);
    const known = ranges.get(family) ?? { low: -Infinity, high: Infinity };
    ranges.set(family, { low: Math.max(known.low, low), high: Math.min(known.high, high) });
  }
  return ranges;
}

function agreesWithAll(
  standard: Standard,
  common: ReadonlyMap<string, CommonRange> | undefined,
): boolean {
  const { family, low, high } = comparableRange(standard);
  const all = common?.get(family);
  if (all === undefined) return false;
  // Converting rounds: what is as near as that is compared.
  const near = (value: number): number => 1e-12 * Math.abs(value);
  const isApart = (lower: number, upper: number): boolean => lower > upper - near(upper);
  return !isApart(low, all.high) && !isApart(all.low, high);
}

/** The range of a standard in the smallest unit that its own converts into. */
function comparableRange({
  unit,
  operator,
  threshold,
}: Standard): CommonRange & { readonly family: string } {
  for (const family of ['milliseconds', 'percent']) {
    const ratio = unitRatio(unit, family);
    if (ratio === undefined) continue;
    const [low, high] = rangeOf(operator, convert(threshold, ratio));
    return { family, low, high };
  }
  const [low, high] = rangeOf(operator, threshold);
  return { family: unit.trim().toLowerCase(), low, high };
}

function contradictionOf<Ids extends CycleIds>(
  first: Placed<Ids>,
  second: Placed<Ids>,
): readonly ContradictingStandards<Ids>[] {
  if (!excludeEachOther(first.standard, second.standard)) return [];
  const also = new Set(second.moments);
  const moments = first.moments.filter((moment) => also.has(moment));
  if (moments.length === 0 || !isSameText(first.measures, second.measures)) return [];
  const [one, other] = [first.standard, second.standard].map(
    ({ id, operator, threshold, unit }) =>
      `${quote(id)} (${operator} ${String(threshold)} ${unit})`,
  );
  return [
    {
      code: 'contradicting-standards',
      standards: [first.standard.id, second.standard.id],
      moments,
      message: `${String(one)} and ${String(other)} cannot both be met`,
    },
  ];
}

function excludeEachOther(first: Standard, second: Standard): boolean {
  const ratio = unitRatio(second.unit, first.unit);
  if (ratio === undefined) return false;
  const asked = first.requiredShare + second.requiredShare;
  const [low, high] = rangeOf(first.operator, first.threshold);
  const [otherLow, otherHigh] = rangeOf(second.operator, convert(second.threshold, ratio));
  return asked > 1 + 1e-9 && Math.max(low, otherLow) > Math.min(high, otherHigh);
}

/** The values that keep to a threshold, from the lowest to the highest. */
function rangeOf(operator: Standard['operator'], threshold: number): readonly [number, number] {
  return [operator === '<=' ? -Infinity : threshold, operator === '>=' ? Infinity : threshold];
}

/** Whether two texts say the same in some language; one without a tag can be in any. */
function isSameText(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return [...one].some(([language, text]) =>
    language === '' || other.has('')
      ? [...other.values()].includes(text)
      : other.get(language) === text,
  );
}

function textsOf(text: LocalizedText): ReadonlyMap<string, string> {
  const texts = typeof text === 'string' ? { '': text } : text;
  return new Map(Object.entries(texts).map(([language, one]) => [language, plain(one)]));
}

function plain(text: string): string {
  return foldText(text).folded.trim().replace(/\s+/g, ' ');
}
