import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { LocalizedText } from '../../model/localizedText.ts';
import type { Requirement, Standard } from '../../model/requirement.ts';
import { quote } from '../../shared/quote.ts';
import { foldText } from '../../survey/lint/text/foldText.ts';
import { convert, unitRatio } from '../../model/convertUnit.ts';
import type { ContradictingStandards } from './findingTypes.ts';

/** A standard with the moments it is about. */
interface Placed<Ids extends CycleIds> {
  readonly standard: Standard<Ids['standard'], Ids['area']>;
  readonly moments: readonly Ids['moment'][];
}

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
      standards.map((standard): Placed<Ids> => ({ standard, moments })),
  );
  return placed.flatMap((first, place) =>
    placed.slice(place + 1).flatMap((second) => contradictionOf(first, second)),
  );
}

function contradictionOf<Ids extends CycleIds>(
  first: Placed<Ids>,
  second: Placed<Ids>,
): readonly ContradictingStandards<Ids>[] {
  const moments = first.moments.filter((moment) => second.moments.includes(moment));
  const isAboutTheSame =
    moments.length > 0 && isSameText(first.standard.measure, second.standard.measure);
  if (!isAboutTheSame || !excludeEachOther(first.standard, second.standard)) return [];
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
function isSameText(one: LocalizedText, other: LocalizedText): boolean {
  if (typeof one === 'string') return textsOf(other).includes(plain(one));
  if (typeof other === 'string') return textsOf(one).includes(plain(other));
  return Object.entries(one).some(
    ([language, text]) =>
      Object.hasOwn(other, language) && plain(other[language] ?? '') === plain(text),
  );
}

function textsOf(text: LocalizedText): readonly string[] {
  return typeof text === 'string' ? [plain(text)] : Object.values(text).map(plain);
}

function plain(text: string): string {
  return foldText(text).folded.trim().replace(/\s+/g, ' ');
}
