import { checkAtLeast } from '../shared/refuse.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { incidentEffectOf } from '../moments/incidents/incidentEffectOf.ts';
import type { VisitTally } from '../moments/visits/types.ts';
import type { MomentStake } from '../plans/types.ts';
import { answersBySide } from '../survey/score/answersBySide.ts';
import type { QuestionScores, SurveyScores } from '../survey/score/surveyScores.ts';

/** What {@link momentStakes} takes besides the scores. */
export interface StakeOptions<MomentId extends string = string> {
  /** How many visits there are per period; the number of responses when absent. */
  readonly visits?: number | undefined;
  /** What happened to customers, from `tallyVisits`. */
  readonly tally?: VisitTally<MomentId> | undefined;
}

/**
 * What is at stake at each moment: how many visits pass there, which share of them goes wrong, and how
 * many customers that costs.
 *
 * Where visits were tallied, both are measured: the share of incidents, and as harm how many more of the
 * customers end dissatisfied with an incident than without, 0 where it is not more. Elsewhere the share
 * comes from the first incident question about the moment, or else from the unfavourable answers to the
 * first question about how satisfied the customer was with it, and each such visit counts as one
 * dissatisfied customer (a harm of 1), which is an assumption and marked so. A moment that neither tells
 * of has no entry: what is at stake there is unknown, not nothing.
 *
 * @param cycle - the cycle
 * @param scores - the scores of its survey
 * @param options - how many visits there are, and what happened in them
 * @returns one entry per moment of which anything is known
 * @throws ServiceCycleError `invalid-argument` when `visits` is not a finite number, 0 or more
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [
 *     { id: 'greet', name: 'Is greeted', contact: 'staff' },
 *     { id: 'safe', name: 'Uses the safe', contact: 'none', usage: 0.25 },
 *   ],
 *   survey: {
 *     id: 'leaving',
 *     title: 'On leaving',
 *     questions: [
 *       {
 *         id: 'greeting',
 *         text: 'How satisfied were you with the greeting?',
 *         asks: 'satisfaction',
 *         about: { moment: 'greet' },
 *         scale: { min: 1, max: 5 },
 *       },
 *     ],
 *   },
 * });
 * const answers = [5, 4, 4, 2, 5, 3, 5, 1, 4, 4];
 * const responses = answers.map((greeting) => ({ greeting }));
 * const scores = desk.survey && scoreSurvey(desk.survey, responses);
 * scores && momentStakes(desk, scores, { visits: 1000 });
 * // => [
 * //   {
 * //     moment: 'greet', visits: 1000,
 * //     incidentShare: { value: 0.2, basis: 'measured' }, harm: { value: 1, basis: 'assumed' },
 * //   },
 * // ]
 */
export function momentStakes<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  scores: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>,
  options: StakeOptions<Ids['moment']> = {},
): readonly MomentStake<Ids['moment']>[] {
  const { tally, visits } = options;
  if (visits !== undefined) checkAtLeast('visits', visits, 0);
  const all = visits ?? (scores.responses === 'suppressed' ? 0 : scores.responses);
  return cycle.moments.flatMap(({ id, usage = 1 }): MomentStake<Ids['moment']>[] => {
    const known = (tally && measuredStake(tally, id)) ?? askedStake(scores, id);
    return known === undefined ? [] : [{ moment: id, visits: all * usage, ...known }];
  });
}

type Stake = Pick<MomentStake, 'incidentShare' | 'harm'>;

function measuredStake(tally: VisitTally, moment: string): Stake | undefined {
  const there = tally.moments.find((known) => known.moment === moment);
  const effect = there && incidentEffectOf(there);
  if (effect?.kind !== 'estimate') return undefined;
  return {
    incidentShare: { value: effect.incidentShare.value, basis: 'measured' },
    harm: { value: Math.max(0, effect.riskDifference.value), basis: 'measured' },
  };
}

function askedStake<MomentId extends string>(
  { questions }: SurveyScores<string, MomentId>,
  moment: NoInfer<MomentId>,
): Stake | undefined {
  const about = questions.filter(
    (question) =>
      question.about !== undefined &&
      'moment' in question.about &&
      question.about.moment === moment &&
      question.scores[0].counts.answered > 0,
  );
  const telling =
    about.find(({ asks }) => asks === 'incident') ??
    about.find(({ asks }) => asks === 'satisfaction' || asks === 'effort');
  return (
    telling && {
      incidentShare: { value: incidentShareOf(telling), basis: 'measured' },
      harm: { value: 1, basis: 'assumed' },
    }
  );
}

function incidentShareOf({ asks, scores: [score] }: QuestionScores): number {
  const { answered, perAnswer } = score.counts;
  if (asks === 'incident' && score.kind === 'estimate') return score.value;
  return answersBySide(score.definition.scale, perAnswer).unfavourable / answered;
}
