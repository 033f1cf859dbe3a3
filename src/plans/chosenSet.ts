import type { CycleIds } from '../model/ids.ts';
import { type exchangeFor } from './exchangeFor.ts';
import type { SelectionCase } from './selectionCase.ts';

/** A set that is taken, with what is needed to explain it. */
export interface ChosenSet<Ids extends CycleIds> {
  /** What it was chosen for. */
  readonly selection: SelectionCase<Ids>;
  /** The plans taken, those under way included, by position. */
  readonly taken: ReadonlySet<number>;
  /** Customers kept by a set of plans. */
  readonly kept: (plans: ReadonlySet<number>) => number;
  /** Which of the plans taken would best go to let another in. */
  readonly exchange: ReturnType<typeof exchangeFor>;
}
