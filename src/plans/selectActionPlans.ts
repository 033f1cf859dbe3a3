import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { CAPACITY_SLACK } from './capacityRow.ts';
import { expectedBenefit } from './expectedBenefit.ts';
import { explainChosen } from './explainChosen.ts';
import { explainLeft } from './explainLeft.ts';
import { nameDemand } from './nameDemand.ts';
import { TIE_TOLERANCE } from './proveOptimum.ts';
import { resourceUse } from './resourceUse.ts';
import { isUnderWay, selectionCase } from './selectionCase.ts';
import { solveSelection } from './solveSelection.ts';
import type { PlanSelection, SelectionDefinition, SelectionOptions } from './types.ts';

/** How many nodes of the search tree the proof may take where nothing else is asked for. */
export const DEFAULT_NODE_LIMIT: number = 50_000;

/**
 * Chooses the action plans that keep most customers from ending dissatisfied, within the resources.
 *
 *     maximise   sum over moments of stake · (1 - product over chosen plans of (1 - effect))
 *     subject to cost of the chosen plans <= capacity, for every resource
 *                needs, excludes and what must be done
 *
 * The choice is exact: `optimal` means that no set of plans that fits keeps more, and when the
 * search ends before that is proved, the status is `gap` and `bound` says how much more there could
 * be at most. Taking the best plan first is simpler and often wrong; `greedy` shows by how much.
 *
 * Plans that are `proposed` are candidates. Those in progress, done or verified are under way: they
 * meet needs, rule out what they exclude, cost nothing more and are not credited. Dropped ones are
 * never chosen. Nor is a plan that brings nothing known, unless it must be done or a chosen one
 * needs it. Between sets that keep equally many customers fewer plans decide, then the lower use of
 * resources (each as a share of its capacity, summed), then the ids.
 *
 * Costs in whole numbers are held against a whole capacity exactly. Others may pass it by a
 * billionth, since 0.1 + 0.2 is more than 0.3 to a computer.
 *
 * @param cycle - the cycle with its action plans
 * @param options - the resources, what is at stake, and which effects to count on
 * @returns the chosen plans and why, the others and why not, and the proof; or, when what must be
 * done cannot be, the smallest set of demands that cannot hold together
 * @throws ServiceCycleError `invalid-argument` when a resource that a proposed plan costs is not
 * named, or a capacity, cost, effect, stake or the node limit is out of its range; `unknown-id` for
 * a stake at a moment that the cycle does not have
 * @example
 * const plan = { requirements: ['short-wait'], status: 'proposed' } as const;
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'A visit to the bank',
 *   moments: [{ id: 'queue', name: 'Waits', contact: 'none' }],
 *   requirements: [
 *     {
 *       id: 'short-wait',
 *       statement: 'Nobody waits long',
 *       moments: ['queue'],
 *       source: { kind: 'expectation' },
 *     },
 *   ],
 *   actionPlans: [
 *     { ...plan, id: 'app', name: 'App', cost: { euro: 600 }, effects: [reducing(0.5)] },
 *     { ...plan, id: 'desk', name: 'Desk', cost: { euro: 500 }, effects: [reducing(0.4)] },
 *     { ...plan, id: 'signs', name: 'Signs', cost: { euro: 500 }, effects: [reducing(0.4)] },
 *   ],
 * });
 * function reducing(share: number) {
 *   const incidentReduction = { low: 0, base: share, high: 1 };
 *   return { moment: 'queue', incidentReduction, basis: 'assumed' } as const;
 * }
 * const selection = selectActionPlans(bank, {
 *   resources: { euro: 1000 },
 *   stakes: [
 *     {
 *       moment: 'queue',
 *       visits: 1000,
 *       incidentShare: { value: 0.2, basis: 'measured' },
 *       harm: { value: 0.5, basis: 'judged' },
 *     },
 *   ],
 * });
 * selection.status; // => 'optimal'
 * selection.chosen.map(({ plan }) => plan); // => ['desk', 'signs']
 * selection.status !== 'infeasible' && selection.bound; // ~> 64
 * selection.status !== 'infeasible' && selection.greedy.chosen; // => ['app']
 * selection.status !== 'infeasible' && selection.left[0]?.reasons.map(({ code }) => code);
 * // => ['does-not-fit', 'less-benefit']
 * @see Martello & Toth (1990), Knapsack Problems, chapter 2
 * @see Kellerer, Pferschy & Pisinger (2004), Knapsack Problems, chapter 9
 */
export function selectActionPlans<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  options: SelectionOptions<Ids>,
): PlanSelection<Ids> {
  const definition = definitionOf(options);
  const { assumption, nodeLimit } = definition;
  const selection = selectionCase(cycle, options, assumption, nodeLimit);
  const { plans, problem } = selection;
  const solution = solveSelection(problem);
  if (solution.status === 'infeasible') {
    const conflict = solution.conflict.map((demand) => nameDemand(selection, demand));
    return { kind: 'plan-selection', status: 'infeasible', chosen: [], conflict, definition };
  }

  const { status, value, bound, ties, nodes, bestFirst } = solution;
  const taken = new Set(solution.chosen);
  const among = (members: ReadonlySet<number>): typeof plans =>
    plans.filter((plan, position) => members.has(position) && !isUnderWay(plan));
  const chosen = among(taken);
  const left = plans.filter((plan) => !chosen.includes(plan));
  const benefit = expectedBenefit(chosen, options.stakes);
  const proved = status === 'optimal' && benefit.kind === 'expected-benefit';
  return {
    kind: 'plan-selection',
    status,
    chosen: chosen.map((plan) => ({
      plan: plan.id,
      reasons: explainChosen(selection, taken, plan),
    })),
    left: left.map((plan) => ({ plan: plan.id, reasons: explainLeft(selection, taken, plan) })),
    benefit,
    bound: proved ? benefit[assumption] : bound,
    ties,
    resources: resourceUse(selection, taken),
    greedy: {
      chosen: among(new Set(bestFirst.chosen)).map(({ id }) => id),
      benefit: bestFirst.value,
      shortfall: Math.max(0, value - bestFirst.value),
    },
    nodes,
    definition,
  };
}

function definitionOf<Ids extends CycleIds>(options: SelectionOptions<Ids>): SelectionDefinition {
  const { assumption = 'base', nodeLimit = DEFAULT_NODE_LIMIT } = options;
  if (!(Number.isInteger(nodeLimit) && nodeLimit >= 1)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `found a node limit of ${quote(nodeLimit)}, expected a whole number, 1 or more`,
    );
  }
  return {
    objective: 'customers-kept-per-period',
    combination: '1 - product of (1 - effect)',
    assumption,
    order: ['more-customers', 'fewer-plans', 'less-of-the-resources', 'ids'],
    tolerance: TIE_TOLERANCE,
    capacitySlack: CAPACITY_SLACK,
    nodeLimit,
  };
}
