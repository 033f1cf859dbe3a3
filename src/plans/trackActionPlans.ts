import { checkCycleShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { Measurement } from '../model/observations.ts';
import { collectMeasurements } from '../requirements/measurements/collectMeasurements.ts';
import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { quote } from '../shared/quote.ts';
import { checkDay, checkLevel, checkObject, checkOptions, checkRows } from '../shared/refuse.ts';
import type { PlanOf } from './selectionCase.ts';
import { nextActions } from './tracking/nextActions.ts';
import { isVerified, standardMovement } from './tracking/standardMovement.ts';
import type {
  PlanTracking,
  StandardMovement,
  TrackedPlan,
  TrackedState,
  TrackingOptions,
} from './tracking/types.ts';

/**
 * Says how the action plans stand on a day: which are due, overdue, done, and verified.
 *
 * Done is not verified. A plan that was carried out is verified only when a standard of its
 * requirements has moved, and none became worse: the share of conforming cases after less the share
 * before, with Newcombe's interval, above 0. What the cycle says of a plan is kept beside it as
 * `declared`, and a claim that it is verified does not make it so.
 *
 * Before and after are two sets of different cases. Whoever gives them says what before means; that a
 * standard moved does not show that the plan moved it.
 *
 * Days are compared as text, so `asOf` and `due` are days of one calendar, and no time zone enters.
 *
 * @param cycle - the cycle with its action plans
 * @param options - the day to look from, the measurements, and the confidence level
 * @returns how every plan stands, the counts, and what to do next
 * @throws ServiceCycleError `invalid-argument` when `asOf` or the day of a plan is no day as
 * `YYYY-MM-DD`, the level is out of its range, or a tally is not of these standards and customers
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
 *   requirements: [
 *     {
 *       id: 'promptly',
 *       statement: 'A guest is greeted at once',
 *       moments: ['greet'],
 *       source: { kind: 'expectation' },
 *       standards: [
 *         {
 *           id: 'in-60-s',
 *           measure: 'Time from entering to the greeting',
 *           unit: 'seconds',
 *           operator: '<=',
 *           threshold: 60,
 *           requiredShare: 0.9,
 *         },
 *       ],
 *     },
 *   ],
 *   actionPlans: [
 *     {
 *       id: 'second-clerk',
 *       name: 'A second clerk at noon',
 *       requirements: ['promptly'],
 *       effects: [],
 *       cost: {},
 *       due: '2025-03-01',
 *       status: 'done',
 *     },
 *   ],
 * });
 * const cases = (slow: number, quick: number) => [
 *   ...Array.from({ length: slow }, () => ({ standard: 'in-60-s', value: 90 }) as const),
 *   ...Array.from({ length: quick }, () => ({ standard: 'in-60-s', value: 30 }) as const),
 * ];
 * const tracking = trackActionPlans(desk, {
 *   asOf: '2025-04-01',
 *   measurements: { before: cases(40, 60), after: cases(15, 85) },
 * });
 * tracking.plans[0]?.state; // => 'verified'
 * tracking.plans[0]?.standards[0]?.difference; // ~> 0.25
 * tracking.plans[0]?.standards[0]?.interval?.low; // ~> 0.127241
 * tracking.nextActions; // => [{ code: 'record', plan: 'second-clerk', state: 'verified' }]
 * @see Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
 */
export function trackActionPlans<
  Ids extends CycleIds,
  Measured extends Measurement<Ids['standard']> = Measurement<Ids['standard']>,
>(cycle: Cycle<Ids>, options: TrackingOptions<Ids, Measured>): PlanTracking<Ids> {
  checkCycleShape(cycle);
  checkOptions(options, ['asOf', 'measurements', 'level']);
  if (options.measurements !== undefined) {
    checkObject('measurements', options.measurements);
    const { before, after } = options.measurements as {
      readonly before?: unknown;
      readonly after?: unknown;
    };
    if (before !== undefined) checkRows('measurements.before', before);
    if (after !== undefined) checkRows('measurements.after', after);
  }
  const { asOf, measurements, level = DEFAULT_LEVEL } = options;
  const { actionPlans = [], requirements = [], customer = 'external' } = cycle;
  checkLevel(level);
  checkDay('asOf', asOf);
  const standards = requirements.flatMap((requirement) => requirement.standards ?? []);
  const [before, after] = [measurements?.before, measurements?.after].map((cases = []) =>
    collectMeasurements<Ids['standard'], never>(standards, cases, {}, customer),
  );
  const none = { tallies: new Map(), unknownStandards: [] };
  const places = new Map<string, number>(requirements.map(({ id }, place) => [id, place]));
  const movementsOf = (plan: PlanOf<Ids>): StandardMovement<Ids['standard']>[] =>
    [...new Set(plan.requirements.map((id) => places.get(id) ?? -1))]
      .sort((one, other) => one - other)
      .flatMap((place) => requirements[place]?.standards ?? [])
      .map((standard) =>
        standardMovement(standard, (before ?? none).tallies, (after ?? none).tallies, level),
      );

  const notDone = new Set<string>(actionPlans.filter((plan) => !isDone(plan)).map(({ id }) => id));
  const plans = actionPlans.map((plan): TrackedPlan<Ids> => {
    const { id, status, due, owner, needs = [] } = plan;
    if (due !== undefined) checkDay(`the day of plan ${quote(id)}`, due);
    const movements = isDone(plan) ? movementsOf(plan) : [];
    return {
      plan: id,
      state: stateOf(plan, movements, asOf),
      declared: status,
      ...(due !== undefined && { due }),
      ...(owner !== undefined && { owner }),
      waitsFor: isDone(plan) ? [] : needs.filter((other) => notDone.has(other)),
      standards: movements,
    };
  });
  const dueByNow = plans.filter(
    ({ state, due }) => state !== 'dropped' && due !== undefined && due <= asOf,
  );
  const doneOfDue = dueByNow.filter(({ state }) => state === 'done' || state === 'verified').length;
  return {
    kind: 'plan-tracking',
    asOf,
    plans,
    counts: countStates(plans),
    dueByNow: dueByNow.length,
    doneOfDue,
    ...(dueByNow.length > 0 && { doneShare: doneOfDue / dueByNow.length }),
    nextActions: nextActions(plans),
    unknownStandards: {
      before: (before ?? none).unknownStandards,
      after: (after ?? none).unknownStandards,
    },
    level,
  };
}

function isDone({ status }: { readonly status: string }): boolean {
  return status === 'done' || status === 'verified';
}

function stateOf<Ids extends CycleIds>(
  plan: PlanOf<Ids>,
  movements: readonly StandardMovement[],
  asOf: string,
): TrackedState {
  if (plan.status === 'dropped') return 'dropped';
  if (isDone(plan)) return isVerified(movements) ? 'verified' : 'done';
  if (plan.due === undefined || plan.due > asOf) return 'open';
  return plan.due === asOf ? 'due' : 'overdue';
}

function countStates(plans: readonly TrackedPlan[]): { readonly [State in TrackedState]: number } {
  const count = (state: TrackedState): number =>
    plans.filter((plan) => plan.state === state).length;
  return {
    open: count('open'),
    due: count('due'),
    overdue: count('overdue'),
    done: count('done'),
    verified: count('verified'),
    dropped: count('dropped'),
  };
}
