import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { areaImportances } from './areaImportances.ts';
import { areaPerformance } from './areaPerformance.ts';
import { isBelow } from './isBelow.ts';
import { areaReasons } from './areaReasons.ts';
import type {
  AreaEvidence,
  AreaLevel,
  AreaPriorities,
  AreaPriority,
  AreaReason,
  AreaSubject,
} from './types.ts';

/** What {@link prioritizeAreas} takes besides the evidence. */
export interface AreaOptions {
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /** The favourable share that no area may fall below, 0 to 1; {@link DEFAULT_FLOOR} when absent. */
  readonly floor?: number;
  /** The smallest fall of the favourable share that matters, 0 to 1; {@link DEFAULT_RELEVANT_FALL} when absent. */
  readonly relevantFall?: number;
  /** The fewest answers an area is judged by; {@link DEFAULT_MINIMUM_ANSWERS} when absent. */
  readonly minimumAnswers?: number;
}

/** The favourable share that no area may fall below. */
export const DEFAULT_FLOOR = 0.5;

/** The smallest fall of the favourable share that matters. */
export const DEFAULT_RELEVANT_FALL = 0.05;

/** The fewest answers an area is judged by. */
export const DEFAULT_MINIMUM_ANSWERS = 30;

/**
 * Puts the areas of a cycle in order of need: which need intervention soon, because they are important
 * to the organization or because they are badly deteriorated.
 *
 * The two reasons are united and never averaged, since an average would hide a collapsed area that
 * nobody calls important. An area is to be intervened in now when any of these holds:
 *
 *     important and weak    importance >= mean importance, and
 *                           performance < mean performance or a standard not met
 *     level deteriorated    upper limit of the performance, or of one of its questions, < floor
 *     trend deteriorated    performance has fallen by at least the relevant fall, and the Newcombe
 *                           interval of the change lies below 0
 *
 * Performance is the share of answers above the middle of their scale.
 *
 * @param cycle - the cycle
 * @param evidence - scores, and what else is known
 * @param options - the lines that areas are held against
 * @returns the areas, the neediest first, each with its reasons
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   areas: [
 *     { id: 'hall', name: 'Hall', importance: 30 },
 *     { id: 'cash-desk', name: 'Cash desk', importance: 70 },
 *   ],
 *   moments: [
 *     { id: 'wait', name: 'Waits', contact: 'none', area: 'hall' },
 *     { id: 'pay', name: 'Receives the money', contact: 'staff', area: 'cash-desk' },
 *   ],
 *   survey: {
 *     id: 'leaving',
 *     title: 'On leaving',
 *     questions: [
 *       {
 *         id: 'waiting',
 *         text: 'How satisfied were you with the waiting time?',
 *         asks: 'satisfaction',
 *         about: { moment: 'wait' },
 *         scale: { min: 1, max: 5 },
 *       },
 *       {
 *         id: 'paying',
 *         text: 'How satisfied were you with the cashier?',
 *         asks: 'satisfaction',
 *         about: { moment: 'pay' },
 *         scale: { min: 1, max: 5 },
 *       },
 *     ],
 *   },
 * });
 * const answers = Array.from({ length: 40 }, () => ({ waiting: 2, paying: 5 }));
 * const { areas } = prioritizeAreas(bank, { scores: scoreSurvey(bank.survey!, answers) });
 * areas.map(({ area, level, reasons }) => [area, level, reasons.map(({ code }) => code)]);
 * // => [
 * //   ['hall', 'intervene-now', ['level-deteriorated', 'level-deteriorated', 'weak']],
 * //   ['cash-desk', 'keep', []],
 * // ]
 */
export function prioritizeAreas<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  evidence: AreaEvidence<Ids>,
  options: AreaOptions = {},
): AreaPriorities<Ids> {
  const level = options.level ?? DEFAULT_LEVEL;
  const floor = options.floor ?? DEFAULT_FLOOR;
  const relevantFall = options.relevantFall ?? DEFAULT_RELEVANT_FALL;
  const minimumAnswers = options.minimumAnswers ?? DEFAULT_MINIMUM_ANSWERS;

  const importances = areaImportances(cycle, evidence.scores);
  const subjects = (cycle.areas ?? []).map(({ id }): AreaSubject<Ids> => {
    const importance = importances.get(id);
    return {
      area: id,
      ...areaPerformance(id, cycle, evidence.scores, level),
      ...(importance && { importance }),
    };
  });
  const importanceLine = meanOf([...importances.values()].map(({ value }) => value));
  const performanceLine = meanOf(
    subjects.flatMap(({ performance }) =>
      performance.kind === 'estimate' && performance.n >= minimumAnswers ? [performance.value] : [],
    ),
  );
  const thresholds = {
    ...(importanceLine !== undefined && { importance: importanceLine }),
    ...(performanceLine !== undefined && { performance: performanceLine }),
    floor,
    relevantFall,
    minimumAnswers,
  };
  const priorities = subjects.map((subject): AreaPriority<Ids> => {
    const reasons = areaReasons(subject, cycle, evidence, thresholds, level);
    return { ...subject, level: levelOf(subject, reasons, importanceLine), reasons };
  });
  return {
    kind: 'area-priorities',
    areas: priorities.toSorted((a, b) => byNeed(a, b, performanceLine)),
    thresholds,
  };
}

const URGENT: readonly AreaReason['code'][] = [
  'important-and-weak',
  'level-deteriorated',
  'trend-deteriorated',
];

function levelOf(
  { importance }: AreaSubject,
  reasons: readonly AreaReason[],
  importanceLine: number | undefined,
): AreaLevel {
  const codes = reasons.map(({ code }) => code);
  if (codes.some((code) => URGENT.includes(code))) return 'intervene-now';
  if (codes.includes('weak') || codes.includes('standard-not-met')) return 'plan';
  if (codes.includes('too-few-answers')) return 'measure-first';
  const mattersLess =
    importance !== undefined &&
    importanceLine !== undefined &&
    isBelow(importance.value, importanceLine);
  return mattersLess && !codes.includes('holds-critical-moment') ? 'possible-overkill' : 'keep';
}

const LEVELS: readonly AreaLevel[] = [
  'intervene-now',
  'plan',
  'measure-first',
  'keep',
  'possible-overkill',
];

function byNeed(a: AreaPriority, b: AreaPriority, performanceLine = 0): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    Number(holdsCritical(b)) - Number(holdsCritical(a)) ||
    weightedGap(b, performanceLine) - weightedGap(a, performanceLine) ||
    (b.importance?.value ?? 0) - (a.importance?.value ?? 0) ||
    shareOf(a) - shareOf(b) ||
    (a.area < b.area ? -1 : 1)
  );
}

function holdsCritical({ reasons }: AreaPriority): boolean {
  return reasons.some(({ code }) => code === 'holds-critical-moment');
}

function shareOf({ performance }: AreaPriority): number {
  return performance.kind === 'estimate' ? performance.value : 1;
}

/** How far an area lies below the performance line, times its importance where that is known. */
function weightedGap({ performance, importance }: AreaPriority, performanceLine: number): number {
  if (performance.kind !== 'estimate') return 0;
  return Math.max(0, performanceLine - performance.value) * (importance?.value ?? 1);
}

function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
