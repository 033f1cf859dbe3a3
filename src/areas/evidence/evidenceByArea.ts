import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { CostFigure } from '../../moments/incidents/costTypes.ts';
import type { QuestionScores, SurveyScores } from '../../survey/score/surveyScores.ts';
import type { AreaChart } from '../charts/types.ts';
import { questionsByArea } from '../questionsByArea.ts';
import type { FailedStandard } from '../reasonTypes.ts';
import type { AreaEvidence } from '../types.ts';
import { standardsByArea } from './failedStandards.ts';

/** What is known, area by area: read once, so that the work grows with the areas and not with their square. */
export interface EvidenceByArea<Ids extends CycleIds = CycleIds> {
  /** The moments of each area, in the order of the cycle. */
  readonly moments: ReadonlyMap<string, readonly Ids['moment'][]>;
  /** The scores of the questions that tell how each area does. */
  readonly questions: ReadonlyMap<string, readonly ScoredQuestion<Ids>[]>;
  /** The same of the survey before. */
  readonly earlier: ReadonlyMap<string, readonly ScoredQuestion<Ids>[]> | undefined;
  /** The standards that each area fails. */
  readonly failed: ReadonlyMap<string, readonly FailedStandard[]>;
  /** The charts of each area. */
  readonly charts: ReadonlyMap<string, AreaChart>;
  /** What incidents cost, moment by moment. */
  readonly costs: ReadonlyMap<string, CostFigure>;
}

/** A question with its scores. */
export type ScoredQuestion<Ids extends CycleIds = CycleIds> = QuestionScores<
  Ids['question'],
  Ids['moment'],
  Ids['area']
>;

/** Sorts the evidence by area. */
export function evidenceByArea<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  evidence: AreaEvidence<Ids>,
): EvidenceByArea<Ids> {
  const { scores, earlierScores, charts, criticalMoments } = evidence;
  const moments = new Map<string, Ids['moment'][]>();
  for (const { id, area } of cycle.moments) {
    if (area === undefined) continue;
    const own = moments.get(area);
    if (own) own.push(id);
    else moments.set(area, [id]);
  }
  const sorted = (each: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>) =>
    questionsByArea(cycle, each.questions);
  return {
    moments,
    questions: sorted(scores),
    earlier: earlierScores && sorted(earlierScores),
    failed: standardsByArea(cycle, evidence),
    charts: new Map((charts?.areas ?? []).map((chart) => [chart.area, chart])),
    costs: new Map(
      (criticalMoments?.moments ?? []).flatMap(({ moment, dissatisfiedPerThousand: cost }) =>
        cost === undefined ? [] : [[moment, cost] as const],
      ),
    ),
  };
}
