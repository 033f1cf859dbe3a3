import type { LocalizedText } from '../../model/localizedText.ts';
import { checkObject } from '../../shared/refuse.ts';
import { nameOf } from '../plainText.ts';

/** What a thing is called, or its id where nobody says. */
export function nameIn(
  names: { readonly [id: string]: LocalizedText } | undefined,
  id: string,
  language: readonly string[],
): string {
  if (names !== undefined) checkObject('names', names);
  const name = names !== undefined && Object.hasOwn(names, id) ? names[id] : undefined;
  return nameOf({ id, name: name ?? '' }, language);
}
