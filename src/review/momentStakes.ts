import { checkCycleShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { DEFAULT_GRAVITY } from '../moments/graveTests.ts';
import { summarizeVisits } from '../moments/summarizeVisits.ts';
import { checkVisitTally } from '../moments/visits/checkVisitTally.ts';
import type { VisitTally } from '../moments/visits/types.ts';
import type { MomentStake } from '../plans/stakes.ts';
import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { checkBetween, checkLevel, checkOptions, checkShare } from '../shared/refuse.ts';
import { checkKind } from '../survey/answers/guards.ts';
import { SURVEY_SCORES_SHAPE } from '../survey/score/scoreShapes.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import { askedDissatisfiedShare, askedIncidentShare } from './stakes/askedShares.ts';
import { assumedHarms } from './stakes/assumedHarms.ts';
import { type MeasuredMoment, measuredHarms } from './stakes/measuredHarms.ts';
import { stakeFindings } from './stakes/stakeFindings.ts';
import type { MomentStakes, StakeOptions } from './stakes/stakeTypes.ts';

/**
 * What is at stake at each moment: how many visits pass there, which share of them goes wrong, how many
 * customers that costs, and how many end dissatisfied at all.
 *
 *     stake = visits · usage · incident share · harm
 *     harm  = b · max(0, 1 - (SE/b)²) for b above 0, else 0;  b, SE = joint effect and its error
 *
 * Where visits were tallied, all of it is measured. The harm is the joint effect (`jointEffect`),
 * which parts what moments have in common so that stakes add up, shrunk by its own noise, since of moments
 * that harm nobody half have effects above 0 by chance. Its `high` is the upper limit of the effect; its
 * `low` is the lower one where the effect is proved to reach `gravity`, as it is of a critical moment, and
 * else 0. Where what told of incidents shares a mood with how the visit ended (low ratings, or reports in
 * the same questionnaire) no figure from these visits can tell mood from harm: the basis is `common-source`
 * and `low` is 0.
 *
 * Where no visit tells of incidents, their share comes from the first incident question about the moment,
 * or else from the unfavourable answers to the first question about how satisfied the customer was with it,
 * weighted where answers are. Where no harm was measured one is assumed, marked so and given as
 * `assumedHarm`: the mean of those measured, or else by the severity that people judged. A moment of which
 * neither tells how often it goes wrong has no entry.
 *
 * The usage is that of the tally where the cycle states none. Those dissatisfied are the visits of the tally
 * that ended so, or else the unfavourable answers about the whole, or its detractors; where nothing tells,
 * all visits.
 *
 * @param cycle - the cycle
 * @param scores - the scores of its survey
 * @param options - how many visits there are, and what happened in them
 * @returns one entry per moment of which anything is known, and what to know before relying on it
 * @throws ServiceCycleError `invalid-argument` when `visits` is not a finite number, 0 or more, `gravity` or
 * the level is outside its range, or the tally is of another cycle
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [
 *     { id: 'greet', name: 'Is greeted', contact: 'staff' },
 *     { id: 'pay', name: 'Pays', contact: 'staff' },
 *   ],
 *   survey: {
 *     id: 'leaving',
 *     title: 'On leaving',
 *     questions: [
 *       {
 *         id: 'overall',
 *         text: 'How satisfied were you?',
 *         asks: 'satisfaction',
 *         scale: { min: 1, max: 5 },
 *       },
 *     ],
 *   },
 * });
 * // Every fifth visit goes wrong at the till, and half of these are lost; the greeting harms nobody, and one
 * // visit in ten is lost whatever happens.
 * const isLost = (i: number, round: number) => (i % 5 === 0 && round % 2 === 0) || round % 10 === 3;
 * const visits = Array.from({ length: 1000 }, (_, i) => ({
 *   moments: { greet: { incident: i % 4 === 0 }, pay: { incident: i % 5 === 0 } },
 *   overall: isLost(i, Math.floor(i / 20)) ? 1 : 5,
 * }));
 * const tally = tallyVisits(desk, visits);
 * const scores = desk.survey && scoreSurvey(desk.survey, []);
 * const stakes = scores && momentStakes(desk, scores, { tally });
 * stakes?.dissatisfied; // => 200
 * const [greet, pay] = stakes?.moments ?? [];
 * greet?.harm.value; // => 0
 * pay?.harm.value; // ~> 0.497395
 * pay?.harm.basis; // => 'measured'
 *
 * // What a plan brings that prevents half of what goes wrong at the till:
 * const plan = {
 *   id: 'second-till',
 *   effects: [
 *     { moment: 'pay', incidentReduction: { low: 0.3, base: 0.5, high: 0.6 }, basis: 'judged' },
 *   ],
 * } as const;
 * const benefit = stakes && expectedBenefit(plan, stakes);
 * benefit && 'low' in benefit && [benefit.low, benefit.base, benefit.high].map(Math.round); // => [26, 50, 68]
 */
export function momentStakes<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  scores: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>,
  options: StakeOptions<Ids['moment']> = {},
): MomentStakes<Ids['moment']> {
  checkCycleShape(cycle);
  checkKind('scores', scores, 'survey-scores', SURVEY_SCORES_SHAPE);
  checkOptions(options, ['visits', 'tally', 'gravity', 'level']);
  const { tally, gravity = DEFAULT_GRAVITY, level = DEFAULT_LEVEL } = options;
  checkShare('gravity', gravity);
  checkLevel(level);
  if (tally !== undefined) checkVisitTally('tally', tally);
  if (tally !== undefined) summarizeVisits(cycle, tally);
  const visits = options.visits ?? visitsBehind(scores, tally);
  checkBetween('visits', visits, 0, 1e150);

  const counted =
    tally === undefined
      ? new Map<Ids['moment'], MeasuredMoment>()
      : measuredHarms(tally, gravity, level);
  const measured = [...counted.values()].flatMap(({ harm }) =>
    typeof harm === 'string' ? [] : harm,
  );
  const assumed = assumedHarms(measured, cycle.moments);
  const known = cycle.moments.map((moment) => {
    const there = counted.get(moment.id);
    const share = there?.incidentShare ?? askedIncidentShare(scores, moment.id);
    const harm = typeof there?.harm === 'object' ? there.harm : assumed.of(moment.id);
    const usage = moment.usage ?? there?.usage ?? 1;
    return { moment: moment.id, usage, share, harm };
  });
  const moments = known.flatMap(({ moment, usage, share, harm }): MomentStake<Ids['moment']>[] =>
    share === undefined
      ? []
      : [
          {
            moment,
            visits: visits * usage,
            incidentShare: { value: share, basis: 'measured' },
            harm,
          },
        ],
  );
  const dissatisfied = dissatisfiedShare(scores, tally);
  return {
    kind: 'moment-stakes',
    visits,
    dissatisfied: visits * (dissatisfied ?? 1),
    moments,
    unknownMoments: known.flatMap(({ moment, share }) => (share === undefined ? [moment] : [])),
    ...(moments.some(({ harm }) => harm.basis === 'assumed') && { assumedHarm: assumed.common }),
    findings: stakeFindings({ cycle, tally, level, moments, counted, dissatisfied }),
  };
}

function visitsBehind({ responses }: SurveyScores, tally: VisitTally | undefined): number {
  return tally?.visits ?? (responses === 'suppressed' ? 0 : responses);
}

function dissatisfiedShare(
  scores: SurveyScores,
  tally: VisitTally | undefined,
): number | undefined {
  const { dissatisfied, satisfied } = tally?.outcome ?? { dissatisfied: 0, satisfied: 0 };
  const told = dissatisfied + satisfied;
  return told > 0 ? dissatisfied / told : askedDissatisfiedShare(scores);
}
