import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';

/** What a plan takes of each resource. Every resource that it does take has to be named. */
export function costsOf(
  { id, cost }: { readonly id: string; readonly cost: object },
  resources: readonly string[],
): number[] {
  const costs = new Map<string, unknown>(Object.entries(given(id, cost)));
  for (const [name, amount] of costs) {
    if (!(typeof amount === 'number' && amount >= 0 && amount < Infinity)) {
      throw refusal(
        `a cost of ${quote(amount)} ${quote(name)} in plan ${quote(id)}`,
        'a number, 0 or more',
      );
    }
    if (amount > 0 && !resources.includes(name)) {
      throw refusal(
        `no ${quote(name)} in the resources, which plan ${quote(id)} costs`,
        'every resource that a proposed plan costs; Infinity where there is no limit',
      );
    }
  }
  return resources.map((name) => Number(costs.get(name) ?? 0));
}

/** A cost may be absent where nobody checked the cycle. */
function given(id: string, cost: object | undefined): object {
  if (cost !== undefined) return cost;
  throw refusal(`no cost in plan ${quote(id)}`, 'what it takes of each resource, {} for nothing');
}

function refusal(found: string, expected: string): ServiceCycleError {
  return new ServiceCycleError('invalid-argument', `found ${found}, expected ${expected}`);
}
