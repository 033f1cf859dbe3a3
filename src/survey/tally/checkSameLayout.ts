import { dataText } from '../../shared/dataText.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';

/**
 * Refuses to add up what was not counted in the same way.
 *
 * @throws ServiceCycleError `invalid-argument` naming the first field that differs
 */
export function checkSameLayout(one: object, other: object): void {
  const [first, second] = [textsOf(one), textsOf(other)];
  for (const field of new Set([...first.keys(), ...second.keys()])) {
    const [a, b] = [first.get(field), second.get(field)];
    if (a === b) continue;
    throw new ServiceCycleError(
      'invalid-argument',
      `${quote(field)} is ${quote(a)} in one and ${quote(b)} in the other; expected the same questions, scales and options`,
    );
  }
}

function textsOf(layout: object): ReadonlyMap<string, string> {
  return new Map(Object.entries(layout).map(([field, value]) => [field, dataText(field, value)]));
}
