import type { CycleIds } from '../model/ids.ts';
import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import type { SelectionCase } from './selectionCase.ts';
import type { FoundSet } from './search/selectionProblem.ts';
import { createNearVariants } from './search/solveVariant.ts';
import type { MarginalValue, SelectionOptions } from './types.ts';

/** Nodes for all resources together: this divided by the number of plans. */
const NODES = 150_000;

/** What a little more of each resource would bring, by solving the selection again with it. */
export function marginalValues<Ids extends CycleIds>(
  { resources, problem }: SelectionCase<Ids>,
  solution: FoundSet,
  more: SelectionOptions<Ids>['more'] = {},
): { readonly [Name in Ids['resource']]: MarginalValue } {
  const amounts = new Map<string, unknown>(Object.entries(more));
  for (const name of amounts.keys()) if (!resources.some((one) => one === name)) refuse(name);
  const { capacities } = problem;
  const nodes = Math.ceil(NODES / Math.max(1, problem.ids.length));
  const { withCapacities } = createNearVariants(problem, solution, nodes);
  const marginal = (index: number, amount: number): Omit<MarginalValue, 'more'> => {
    if (capacities[index] === Infinity) return told(0, solution.bound - solution.value);
    const { before, value, bound, proved } = withCapacities(
      capacities.map((capacity, other) => (other === index ? capacity + amount : capacity)),
    );
    return told(value - before, proved ? value - before : bound - before);
  };
  const values = resources.map((resource, index): [string, MarginalValue] => {
    const amount = amountOf(resource, amounts.get(resource) ?? 1);
    return [resource, { more: amount, ...marginal(index, amount) }];
  });
  return Object.fromEntries(values) as { [Name in Ids['resource']]: MarginalValue };
}

function told(adds: number, atMost: number): Omit<MarginalValue, 'more'> {
  return atMost <= adds
    ? { adds, atMost: adds, status: 'optimal' }
    : { adds, atMost, status: 'gap' };
}

function amountOf(name: string, amount: unknown): number {
  if (typeof amount === 'number' && amount > 0 && amount < Infinity) return amount;
  throw new ServiceCycleError(
    'invalid-argument',
    `found ${quote(amount)} more of ${quote(name)}, expected a number above 0`,
  );
}

function refuse(name: string): never {
  throw new ServiceCycleError(
    'unknown-id',
    `found more of ${quote(name)}, which is not in the resources`,
  );
}
