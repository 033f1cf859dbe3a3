import type { CycleIds } from '../model/ids.ts';
import { quote } from '../shared/quote.ts';
import { refuse } from '../shared/refuse.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import type { FoundSet } from './search/selectionProblem.ts';
import { createNearVariants } from './search/solveVariant.ts';
import type { SelectionCase } from './selectionCase.ts';
import type { FoundSelection, MarginalValue, SelectionOptions } from './types.ts';

/** Nodes for all resources together: this divided by the number of plans. */
const NODES = 150_000;

/**
 * What a little more of each resource would bring, by solving the selection again with it: of every
 * resource one unit more, unless it is told of which and how much.
 */
export function marginalValues<Ids extends CycleIds>(
  { resources, problem, most }: SelectionCase<Ids>,
  solution: FoundSet,
  more: SelectionOptions<Ids>['more'],
): FoundSelection<Ids>['marginal'] {
  const amounts = new Map<string, unknown>(
    more === undefined ? resources.map((name) => [name, 1]) : Object.entries(more),
  );
  for (const name of amounts.keys())
    if (!resources.some((one) => one === name)) throw notAmong(name);
  const { capacities } = problem;
  const nodes = Math.ceil(NODES / Math.max(1, problem.ids.length));
  const { withCapacities } = createNearVariants(problem, solution, nodes);
  const within = (customers: number): number => Math.min(most, customers);
  const marginal = (index: number, amount: number): Omit<MarginalValue, 'more'> => {
    if (capacities[index] === Infinity)
      return told(0, within(solution.bound) - within(solution.value));
    const { before, value, bound, proved } = withCapacities(
      capacities.map((capacity, other) => (other === index ? capacity + amount : capacity)),
    );
    const adds = within(value) - within(before);
    return told(adds, proved ? adds : within(bound) - within(before));
  };
  const values = resources.flatMap((resource, index): [string, MarginalValue][] => {
    if (amounts.get(resource) === undefined) return [];
    const amount = amountOf(resource, amounts.get(resource));
    return [[resource, { more: amount, ...marginal(index, amount) }]];
  });
  return Object.fromEntries(values) as FoundSelection<Ids>['marginal'];
}

function told(adds: number, atMost: number): Omit<MarginalValue, 'more'> {
  return atMost <= adds
    ? { adds, atMost: adds, status: 'optimal' }
    : { adds, atMost, status: 'gap' };
}

function amountOf(name: string, amount: unknown): number {
  if (typeof amount === 'number' && amount > 0 && amount < Infinity) return amount;
  return refuse(`more of ${quote(name)}`, amount, 'a finite number above 0');
}

function notAmong(name: string): ServiceCycleError {
  return new ServiceCycleError(
    'unknown-id',
    `found more of ${quote(name)}, which is not in the resources`,
  );
}
