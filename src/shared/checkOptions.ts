import { closestName } from './closestName.ts';
import { quote, quoteList } from './quote.ts';
import { ServiceCycleError } from './serviceCycleError.ts';

/** Refuses options that are no object, and names that no option has, with the one that was meant. */
export function checkOptions(options: unknown, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw refusal(`options is ${quote(options)}; expected an object`);
  }
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const meant = closestName(unknown, names);
  const hint = meant === undefined ? '' : `; did you mean ${quote(meant)}?`;
  throw refusal(`options has ${quote(unknown)}; expected ${quoteList(names)}${hint}`);
}

function refusal(message: string): ServiceCycleError {
  return new ServiceCycleError('invalid-argument', message);
}
