import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { PASSED_OVER } from './groupIndex.ts';

/** Which of several responses with the same id counts. */
export interface UniqueResponses {
  /** The key of the response objects that tells them apart; columns have their own `ids`. */
  readonly key: string;
  /**
   * `first` and `last` count one response per id; `refuse`, the default, throws when an id comes
   * twice. A response without an id always counts.
   */
  readonly duplicates?: 'refuse' | 'first' | 'last';
}

/** The responses with those passed over that do not count. */
export function chooseUnique(
  responses: Iterable<unknown>,
  unique: UniqueResponses,
): readonly unknown[] {
  const all = [...responses] as (Readonly<Record<string, unknown>> | null | undefined)[];
  const counts = isCounted(
    all.map((response) => response?.[unique.key]),
    all.length,
    unique,
  );
  return all.map((response, position) => (counts(position) ? response : PASSED_OVER));
}

/** Whether the response at a position counts, by its id. */
export function isCounted(
  ids: ArrayLike<unknown>,
  length: number,
  { duplicates = 'refuse' }: UniqueResponses,
): (position: number) => boolean {
  const chosen = new Map<unknown, number>();
  const twice = new Set<unknown>();
  for (let position = 0; position < length; position += 1) {
    const id = asId(ids[position]);
    if (chosen.has(id)) twice.add(id);
    if (duplicates === 'last' || !chosen.has(id)) chosen.set(id, position);
  }
  twice.delete(undefined);
  if (duplicates === 'refuse') refuse(twice);
  return (position) => {
    const id = asId(ids[position]);
    return id === undefined || chosen.get(id) === position;
  };
}

function asId(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.trim() || undefined;
    case 'number':
    case 'bigint':
      return String(value);
    default:
      return undefined;
  }
}

function refuse(twice: ReadonlySet<unknown>): void {
  if (twice.size === 0) return;
  const named = [...twice].slice(0, 20).map(quote).join(', ');
  throw new ServiceCycleError(
    'duplicate-response',
    `${String(twice.size)} response ids come more than once: ${named}; expected each once, or a choice of the first or the last`,
  );
}
