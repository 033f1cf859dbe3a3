import { quote } from '../../shared/quote.ts';
import { refuse } from '../../shared/refuse.ts';
import type { Random } from '../../stats/random/createRandom.ts';
import { deriveWithDraws } from '../importance/deriveImportance.ts';
import type { DriverTally } from '../importance/types.ts';
import { discrimination } from './discrimination.ts';
import { type ReadRating, readRating } from './itemFigure.ts';
import type { ItemFigure, MatrixWarning, RatedItem, UnplacedItem } from './types.ts';

/** An item whose ratings are known. */
export interface ReadItem<ItemId extends string = string> {
  /** The item. */
  readonly id: ItemId;
  /** How much it matters. */
  readonly importance: ReadRating;
  /** How well it does. */
  readonly performance: ReadRating;
}

/** Items as they were read. */
export interface ReadItems<ItemId extends string = string> {
  /** Those that can be placed, by id. */
  readonly rated: readonly ReadItem<ItemId>[];
  /** Those that cannot, by id. */
  readonly unplaced: readonly UnplacedItem<ItemId>[];
  /** What is odd about importance. */
  readonly warnings: readonly MatrixWarning[];
  /** Draws derived importance anew, item by item; absent where it is stated. */
  readonly redrawImportance?: (random: Random) => ReadonlyMap<string, number>;
  /** Whether anything can be redrawn. */
  readonly canRedraw: boolean;
}

/** Reads the ratings of items, which come out by id. */
export function readItems<ItemId extends string>(
  items: readonly RatedItem<ItemId>[],
  derivedFrom: DriverTally<ItemId> | undefined,
  level: number,
): ReadItems<ItemId> {
  const derived = derivedFrom && deriveFigures(derivedFrom, level);
  const ordered = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const twice = ordered.find(({ id }, place) => ordered[place + 1]?.id === id);
  if (twice !== undefined) refuse('the id of a second item', twice.id, 'every item once');
  const rated: ReadItem<ItemId>[] = [];
  const unplaced: UnplacedItem<ItemId>[] = [];
  for (const { id, importance: stated, performance: rating } of ordered) {
    const performance = readRating(`the performance of ${quote(id)}`, rating, level);
    const given =
      stated === undefined
        ? undefined
        : readRating(`the importance of ${quote(id)}`, stated, level);
    const figure = derived?.figures.get(id);
    const importance = derived ? figure && { figure, redraw: () => figure.value } : given;
    if (performance === undefined) unplaced.push({ item: id, reason: 'no-performance' });
    else if (importance === undefined) unplaced.push({ item: id, reason: 'no-importance' });
    else rated.push({ id, importance, performance });
  }
  return {
    rated,
    unplaced,
    warnings:
      derived?.warnings ??
      discrimination(
        rated.map(({ importance }) => importance.figure.value),
        rated.flatMap(({ importance }) => importance.counts ?? []),
      ),
    ...(derived?.redraw && { redrawImportance: derived.redraw }),
    canRedraw:
      derived?.redraw !== undefined ||
      rated.some(({ importance, performance }) => importance.scale ?? performance.scale),
  };
}

interface DerivedFigures {
  readonly figures: ReadonlyMap<string, ItemFigure>;
  readonly warnings: readonly MatrixWarning[];
  readonly redraw?: (random: Random) => ReadonlyMap<string, number>;
}

function deriveFigures(tally: DriverTally, level: number): DerivedFigures {
  const { importance: derived, redraw } = deriveWithDraws(tally, { level });
  if (derived.kind === 'not-estimable') {
    const { reason } = derived;
    return { figures: new Map(), warnings: [{ code: 'importance-not-derived', reason }] };
  }
  const { drivers, refusals } = derived;
  return {
    figures: new Map(
      drivers.flatMap(({ driver, importance }) => {
        if (importance.kind !== 'estimate') return [];
        const { value, interval, n } = importance;
        return [[driver, { value, basis: 'measured', ...(interval && { interval }), n }] as const];
      }),
    ),
    warnings: refusals.length > 0 ? [{ code: 'importance-not-ranked', refusals }] : [],
    ...(redraw && { redraw }),
  };
}
