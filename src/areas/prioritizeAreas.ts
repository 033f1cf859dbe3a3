import { checkCycleShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { checkObject } from '../shared/refuse.ts';
import { areaLines, importanceSpread } from './areaLines.ts';
import { areaQuadrant } from './areaQuadrant.ts';
import { areaReasons } from './areaReasons.ts';
import { type AreaOptions, areaSettings } from './areaSettings.ts';
import { momentDrawer, momentStates } from './certainty/momentStates.ts';
import { AHEAD_FROM, MOST_COMPARED, withCertainty } from './certainty/withCertainty.ts';
import { areaFindings } from './evidence/areaFindings.ts';
import { checkEvidence } from './evidence/checkEvidence.ts';
import { evidenceByArea } from './evidence/evidenceByArea.ts';
import { chosenImportance } from './importance/chosenImportance.ts';
import { compareStandings, judgeArea } from './judgeArea.ts';
import type { AreaEvidence, AreaPriorities, AreaPriority, AreaWarning } from './types.ts';

export {
  type AreaOptions,
  DEFAULT_FLOOR,
  DEFAULT_MINIMUM_ANSWERS,
  DEFAULT_RELEVANT_FALL,
  DEFAULT_RELEVANT_GAP,
} from './areaSettings.ts';

/**
 * Puts the areas of a cycle in order of need: which need intervention soon, because they are important
 * to the organization or because they are badly deteriorated.
 *
 * The two reasons are united and never averaged, since an average would hide a collapsed area that
 * nobody calls important. Weak means proven weak, since of areas that do equally well some are always
 * below the mean:
 *
 *     weak    the upper limit of the performance < target; or, where no target is given,
 *             the upper limit of (performance - that of all other areas together) < 0, by Newcombe's
 *             interval, and the gap is at least the relevant gap
 *
 * An area is to be intervened in now when any of these holds:
 *
 *     important and weak    importance >= mean importance, and weak
 *     critical and weak     it holds a critical moment, and is weak
 *     level deteriorated    upper limit of the performance, or of one of its questions, < floor
 *     trend deteriorated    performance has fallen by at least the relevant fall, and the Newcombe
 *                           interval of the change lies below 0
 *     special cause         the newest period of a chart is worse than chance has it, and its limits
 *                           rest on 20 periods or more
 *     standard not met      and the shortfall is material, or it is for a critical moment
 *
 * Weak without that, or a standard not met, is to be planned for; what lags by the relevant gap without
 * proof is to be watched. Performance is the share of answers above the middle of their scale, weighted
 * where the survey is. Importance is what the organization states, else what customers were asked, else
 * what is derived from their answers; where no area is further from the mean than a tenth of it,
 * importance decides nothing.
 *
 * How sure the order is comes from resamples, drawn from the counts: they cost the same for any number
 * of customers. In each, the answers of every area are drawn anew, the means too, what visits say of
 * critical moments and of what is at risk as well, and the areas are judged and ranked again by the same
 * rule; what is judged by people stays. Of more than 1,000 areas no pairs are compared. Each area has its rank with the places that
 * hold 90 of 100 resamples, and is said to be ahead of another only where 90 of 100 say so. Areas that
 * nothing tells apart stand by id and share their places. The areas are drawn apart, though the same
 * customers answered: where they lean one way the order is surer than it is said to be.
 *
 * Areas are held against each other: one that comes or goes can change what the others are, unless the
 * lines are given.
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
 * const { areas } = prioritizeAreas(bank, { scores: scoreSurvey(bank.survey, answers) });
 * areas.map(({ area, level, reasons }) => [area, level, reasons.map(({ code }) => code)]);
 * // => [
 * //   ['hall', 'intervene-now', ['level-deteriorated', 'weak']],
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
  checkCycleShape(cycle);
  checkEvidence(evidence);
  checkObject('options', options);
  const settings = areaSettings(options, (cycle.areas ?? []).length);
  const { level, resamples, seed, customerValue, importantFrom } = settings;
  const chosen = chosenImportance(cycle, evidence, settings.importance);
  const sorted = evidenceByArea(cycle, evidence);
  // By id, so that draws do not depend on the order in which areas are declared.
  const found = (cycle.areas ?? [])
    .map(({ id }) =>
      areaFindings<Ids>(id, sorted, {
        importance: chosen.values.get(id),
        derivedImportance: chosen.derived.get(id),
        level,
        customerValue,
      }),
    )
    .sort((a, b) => (a.subject.area < b.subject.area ? -1 : 1));
  const moments = momentStates(evidence.criticalMoments);
  const facts = found.map((each) => each.facts);
  const lines = areaLines(facts, moments, settings);
  const { thresholds } = lines;
  const ranked = found
    .map((findings) => {
      const judgement = judgeArea(findings.facts, lines);
      const quadrant = areaQuadrant(findings.facts, thresholds);
      const priority: AreaPriority<Ids> = {
        ...findings.subject,
        level: judgement.level,
        reasons: areaReasons(findings, judgement, lines),
        ...(quadrant && { quadrant: { name: quadrant } }),
      };
      return { priority, facts: findings.facts, standing: judgement.standing };
    })
    .sort((a, b) => compareStandings(a.standing, b.standing));
  const isRedrawn = resamples > 0 && ranked.length > 0;
  const warnings = [
    ...chosen.warnings,
    ...(importantFrom === undefined ? alike(facts) : []),
    ...(isRedrawn && ranked.length > MOST_COMPARED
      ? [{ code: 'pairs-left-out' as const, areas: ranked.length, most: MOST_COMPARED }]
      : []),
    ...strangers(cycle, evidence),
  ];
  return {
    kind: 'area-priorities',
    areas: isRedrawn
      ? withCertainty(ranked, {
          ...settings,
          redraw: chosen.redraw,
          moments,
          redrawMoments: momentDrawer(evidence.criticalMoments),
        })
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

/** A warning where importance is known and does not tell areas apart. */
function alike(
  areas: readonly { readonly importance?: number | undefined }[],
): readonly AreaWarning[] {
  const spread = areas.length < 2 ? undefined : importanceSpread(areas);
  if (spread === undefined || spread.discriminates) return [];
  const { mean, largest: largestDistance, needed } = spread;
  return [{ code: 'importance-does-not-discriminate', mean, largestDistance, needed }];
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
