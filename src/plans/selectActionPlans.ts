import { checkCycleShape } from '../model/checkShapes.ts';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { checkCount, checkOneOf } from '../shared/refuse.ts';
import { checkShape } from '../shared/shape.ts';
import { chosenSet } from './chosenSet.ts';
import { expectedBenefit } from './expectedBenefit.ts';
import { explainChosen } from './explainChosen.ts';
import { explainLeft } from './explainLeft.ts';
import { marginalValues } from './marginalValues.ts';
import { nameDemand } from './nameDemand.ts';
import { resourceUse } from './resourceUse.ts';
import { robustnessOf } from './robustnessOf.ts';
import { CAPACITY_SLACK } from './search/capacityRow.ts';
import { TIE_TOLERANCE } from './search/proveOptimum.ts';
import { solveSelection } from './search/solveSelection.ts';
import { selectionCase } from './selectionCase.ts';
import type { PlanSelection, SelectionDefinition, SelectionOptions } from './types.ts';

/** How many nodes of the search tree the proof may take where nothing else is asked for. */
const DEFAULT_NODE_LIMIT: number = 50_000;
/** Nodes times the square of the number of plans, where there are so many that this is less. */
const SQUARE_NODES = 120_000_000;

/**
 * Chooses the action plans that keep most customers from ending dissatisfied, within the resources.
 *
 *     maximise   sum over moments of stake · (1 - product over chosen plans of (1 - effect))
 *     subject to cost of the chosen plans <= capacity, for every resource
 *                needs, excludes, what must be done, and conditions on areas and moments
 *
 * The choice is exact: `optimal` means that no set of plans that fits keeps more, and when the
 * search ends before that is proved, the status is `gap` and `bound` says how much more there could
 * be at most. Taking the best plan first is simpler and often wrong; `greedy` shows by how much.
 *
 * Plans that are `proposed` are candidates. Those in progress, done or verified are under way: they
 * meet needs, rule out what they exclude, cost nothing more and are not credited. Dropped ones are
 * never chosen. Nor is a plan that brings nothing known, unless it must be done, a chosen one needs
 * it, or a moment that needs a plan would have none. Between sets that keep equally many customers
 * fewer plans decide, then the lower use of resources (each as a share of its capacity, summed), then
 * the ids.
 *
 * Two conditions can be set: at most so many plans that work in an area, since its people can only
 * change so much at a time, and at least one plan for each of some moments, such as the critical ones.
 *
 * Beside the choice stand what a little more of each resource would bring, found by choosing again
 * with it, and how the choice fares when effects are less or more than counted with. Both have a
 * search limit of their own, and say where it ended before the proof.
 *
 * Costs in whole numbers are held against a whole capacity exactly. Others may pass it by a
 * billionth, since 0.1 + 0.2 is more than 0.3 to a computer.
 *
 * @param cycle - the cycle with its action plans
 * @param options - the resources, what is at stake, and which effects to count on
 * @returns the chosen plans and why, the others and why not, and the proof; or, when what is demanded
 * cannot be, the smallest set of demands that cannot hold together
 * @throws ServiceCycleError `invalid-argument` when a resource that a proposed plan costs is not
 * named, or a capacity, cost, effect, stake, limit or the node limit is out of its range; `unknown-id`
 * for a moment or area that the cycle does not have, or more of a resource that is not named
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
 * 'left' in selection && selection.bound; // ~> 64
 * 'left' in selection && selection.greedy.chosen; // => ['app']
 * 'left' in selection && selection.left[0]?.reasons.map(({ code }) => code);
 * // => ['does-not-fit', 'less-benefit']
 * 'left' in selection && selection.marginal.euro;
 * // => { more: 1, adds: 0, atMost: 0, status: 'optimal' }
 * 'left' in selection && selection.robustness.plans[0]?.turnedBy[0];
 * // => { plan: 'app', assumption: 'high' }
 * @see Martello & Toth (1990), Knapsack Problems, chapter 2
 * @see Kellerer, Pferschy & Pisinger (2004), Knapsack Problems, chapter 9
 */
export function selectActionPlans<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  options: SelectionOptions<Ids>,
): PlanSelection<Ids> {
  checkCycleShape(cycle);
  checkShape('options', options, {
    resources: {},
    stakes: 'any',
    'atLeastOneFor?': ['text'],
    'more?': {},
  });
  const settings = settingsOf(cycle, options);
  const { assumption, nodeLimit } = settings;
  const selection = selectionCase(cycle, options, assumption, nodeLimit);
  const { plans, problem, unserved, most } = selection;
  const definition: SelectionDefinition = {
    ...settings,
    objective: 'customers-kept-per-period',
    combination: '1 - product of (1 - effect)',
    dissatisfied: most === Infinity ? 'unknown' : most,
    order: ['more-customers', 'fewer-plans', 'less-of-the-resources', 'ids'],
    tolerance: TIE_TOLERANCE,
    capacitySlack: CAPACITY_SLACK,
  };
  const solution = solveSelection(problem);
  if (solution.status === 'infeasible') {
    const { status, smallest } = solution;
    const conflict = solution.conflict.map((demand) => nameDemand(selection, demand));
    return { kind: 'plan-selection', status, chosen: [], conflict, smallest, definition };
  }
  if (solution.status === 'undecided') {
    return { kind: 'plan-selection', ...solution, chosen: [], definition };
  }

  const { status, bound, ties, nodes, greedySet } = solution;
  const set = chosenSet(selection, solution);
  const { taken, value, kept } = set;
  const isChosen = (position: number): boolean =>
    taken.has(position) && plans[position]?.status === 'proposed';
  const positions = [...plans.keys()];
  const idAt = (position: number): Ids['plan'] => problem.ids[position] as Ids['plan'];
  const benefit = expectedBenefit(
    plans.filter((_, position) => isChosen(position)),
    options.stakes,
  );
  const proved = status === 'optimal';
  const greedy = kept(greedySet.chosen);
  return {
    kind: 'plan-selection',
    status,
    chosen: positions
      .filter(isChosen)
      .map((position) => ({ plan: idAt(position), reasons: explainChosen(set, position) })),
    left: positions
      .filter((position) => !isChosen(position))
      .map((position) => ({ plan: idAt(position), reasons: explainLeft(set, position) })),
    benefit,
    bound:
      proved && benefit.kind === 'expected-benefit' ? benefit[assumption] : Math.min(most, bound),
    ties,
    resources: resourceUse(set),
    greedy: {
      chosen: greedySet.chosen
        .filter((position) => plans[position]?.status === 'proposed')
        .map(idAt),
      benefit: greedy,
      // Rounding aside, only a set that leaves moments unserved can keep more than the chosen one.
      shortfall: greedySet.unmet.length > 0 ? value - greedy : Math.max(0, value - greedy),
      unserved: greedySet.unmet.flatMap((cover) => unserved[cover] ?? []),
    },
    marginal: marginalValues(selection, solution, options.more),
    robustness: robustnessOf(selection, solution, assumption),
    nodes,
    definition,
  };
}

/** Which figures to count with, and how many nodes to visit at most. */
function settingsOf<Ids extends CycleIds>(
  { actionPlans = [] }: Cycle<Ids>,
  { assumption = 'base', nodeLimit = defaultNodeLimit(actionPlans.length) }: SelectionOptions<Ids>,
): Pick<SelectionDefinition, 'assumption' | 'nodeLimit'> {
  checkCount('nodeLimit', nodeLimit, 1);
  checkOneOf('assumption', assumption, ['low', 'base', 'high']);
  return { assumption, nodeLimit };
}

/** A node takes longer the more plans there are, and so does all that is told besides. */
function defaultNodeLimit(plans: number): number {
  return Math.min(DEFAULT_NODE_LIMIT, Math.ceil(SQUARE_NODES / Math.max(1, plans * plans)));
}
