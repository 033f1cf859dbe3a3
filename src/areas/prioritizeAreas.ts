import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { areaFacts } from './areaFacts.ts';
import { areaLines } from './areaLines.ts';
import { areaPerformance } from './areaPerformance.ts';
import { areaQuadrant } from './areaQuadrant.ts';
import { areaReasons } from './areaReasons.ts';
import { type AreaOptions, areaSettings } from './areaSettings.ts';
import { areaStanding, compareStandings, standingLines } from './areaStanding.ts';
import { chosenImportance } from './chosenImportance.ts';
import { levelOf } from './levelOf.ts';
import type {
  AreaEvidence,
  AreaPriorities,
  AreaPriority,
  AreaSubject,
  AreaWarning,
} from './types.ts';
import { AHEAD_FROM, withCertainty } from './withCertainty.ts';

export {
  type AreaOptions,
  DEFAULT_FLOOR,
  DEFAULT_MINIMUM_ANSWERS,
  DEFAULT_RELEVANT_FALL,
} from './areaSettings.ts';

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
 *     special cause         the newest period of a chart is worse than chance has it, and its limits
 *                           rest on 20 periods or more
 *
 * Performance is the share of answers above the middle of their scale. Importance is what the
 * organization states, else what customers were asked, else what is derived from their answers.
 *
 * How sure the order is comes from resamples, drawn from the counts: they cost the same for any number
 * of customers. In each, the answers of every area are drawn anew, the means too, and the areas are
 * judged and ranked again; what is judged by people stays. Each area has its rank with the places that
 * hold 90 of 100 resamples, and is said to be ahead of another only where 90 of 100 say so. Areas that
 * nothing tells apart stand by id and share their places. The areas are drawn apart, though the same
 * customers answered: where they lean one way the order is surer than it is said to be.
 *
 * Means move with the areas they are of: an area that comes or goes can change what the others are held
 * against, unless the lines are given.
 *
 * @param cycle - the cycle
 * @param evidence - scores, and what else is known
 * @param options - the lines that areas are held against, and the resamples
 * @returns the areas, the neediest first, each with its reasons
 * @throws ServiceCycleError `invalid-argument` when an option is outside its range
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
 * areas[0]?.rank?.high; // => 1
 * areas[0]?.aheadOf; // => [{ area: 'cash-desk', share: 1 }]
 * @see Goldstein & Spiegelhalter (1996), Journal of the Royal Statistical Society A 159, 385-443: ranks
 * have intervals
 */
export function prioritizeAreas<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  evidence: AreaEvidence<Ids>,
  options: AreaOptions = {},
): AreaPriorities<Ids> {
  const settings = areaSettings(options);
  const { level, resamples, seed, customerValue } = settings;
  const chosen = chosenImportance(cycle, evidence, settings.importance);
  // By id, so that draws do not depend on the order in which areas are declared.
  const subjects = (cycle.areas ?? [])
    .map(({ id }): AreaSubject<Ids> => {
      const importance = chosen.values.get(id);
      const derivedImportance = chosen.derived.get(id);
      return {
        area: id,
        ...areaPerformance(id, cycle, evidence.scores, level),
        ...(importance && { importance }),
        ...(derivedImportance && { derivedImportance }),
      };
    })
    .sort((a, b) => (a.area < b.area ? -1 : 1));
  const thresholds = areaLines(
    subjects.map((subject) => areaFacts(subject, [], undefined)),
    settings,
  );
  const lines = standingLines(thresholds, level);
  const ranked = subjects
    .map((subject) => {
      const reasons = areaReasons(subject, cycle, evidence, thresholds, level, customerValue);
      const { earlierScores } = evidence;
      const earlier =
        earlierScores && areaPerformance(subject.area, cycle, earlierScores, level).performance;
      const facts = areaFacts(subject, reasons, earlier);
      const quadrant = areaQuadrant(facts, thresholds);
      const priority: AreaPriority<Ids> = {
        ...subject,
        level: levelOf(subject.importance, reasons, thresholds.importance),
        reasons,
        ...(quadrant && { quadrant: { name: quadrant } }),
      };
      return { priority, facts, standing: areaStanding(facts, lines) };
    })
    .sort((a, b) => compareStandings(a.standing, b.standing));
  const isRedrawn = resamples > 0 && ranked.length > 0;
  const warnings = [...chosen.warnings, ...strangers(cycle, evidence)];
  return {
    kind: 'area-priorities',
    areas: isRedrawn
      ? withCertainty(ranked, { ...settings, redraw: chosen.redraw })
      : ranked.map(({ priority }) => priority),
    thresholds,
    ...(chosen.from && { importanceFrom: chosen.from }),
    ...(isRedrawn && {
      certainty: {
        resamples,
        seed,
        redrawn: 'areas-apart',
        aheadFrom: AHEAD_FROM,
        ties: 'by-id-and-shared',
      },
    }),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** Areas that there is evidence of, and that the cycle does not have. */
function strangers<Ids extends CycleIds>(
  { areas = [] }: Cycle<Ids>,
  { drivers, charts }: AreaEvidence<Ids>,
): readonly AreaWarning[] {
  const known = new Set<string>(areas.map(({ id }) => id));
  const named = [
    ...(drivers?.drivers.map(({ id }) => id) ?? []),
    ...(charts?.areas.map(({ area }) => area) ?? []),
  ];
  const unknown = [...new Set<string>(named)].filter((id) => !known.has(id)).sort();
  return unknown.length === 0 ? [] : [{ code: 'unknown-areas', areas: unknown }];
}
