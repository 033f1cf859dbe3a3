import { quote } from '../shared/quote.ts';
import { checkAtLeast, checkObject, refuse } from '../shared/refuse.ts';

/** What a plan takes of each resource. Every resource that it does take has to be named. */
export function costsOf(
  { id, cost }: { readonly id: string; readonly cost: object },
  resources: readonly string[],
): number[] {
  checkObject(() => `cost of ${quote(id)}`, cost);
  const costs = new Map<string, unknown>(Object.entries(cost));
  for (const [name, amount] of costs) {
    checkAtLeast(() => `cost of ${quote(id)} in ${quote(name)}`, amount, 0);
    if (Number(amount) === 0 || resources.includes(name)) continue;
    refuse(
      'resources',
      resources,
      `${quote(name)} among them, which ${quote(id)} costs; Infinity where there is no limit`,
    );
  }
  return resources.map((name) => Number(costs.get(name) ?? 0));
}
