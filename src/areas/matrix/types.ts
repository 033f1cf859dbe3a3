import type { Interval } from '../../shared/estimate.ts';
import type { AnswerCounts } from '../../survey/types.ts';
import type { CoefficientInterval, ImportanceMethod, RankingRefusal } from '../importance/types.ts';

/** A rating of an item: the answers of those who were asked, counted, or a number that was given. */
export type ItemRating = AnswerCounts | number;

/** Something to be placed by how much it matters and how well it does. */
export interface RatedItem<ItemId extends string = string> {
  /** What it is called. */
  readonly id: ItemId;
  /** How well it does. */
  readonly performance: ItemRating;
  /** How much it matters; absent where importance is derived. */
  readonly importance?: ItemRating;
}

/**
 * Where the lines between the quadrants lie.
 *
 * - `mean`, `median`: at those of the items
 * - `scale-middle`: in the middle of the scales; inflated ratings then put nearly all items above it
 * - `target`: where they are put
 */
export type CrosshairChoice =
  | {
      /** Which kind of line. */
      readonly at: 'mean' | 'median' | 'scale-middle';
    }
  | {
      /** Which kind of line. */
      readonly at: 'target';
      /** The importance from which an item counts as important. */
      readonly importance: number;
      /** The performance from which an item counts as doing well. */
      readonly performance: number;
    };

/** The lines between the quadrants, as drawn. */
export interface Crosshair {
  /** How they were chosen. */
  readonly at: CrosshairChoice['at'];
  /** The importance from which an item counts as important. */
  readonly importance: number;
  /** The performance from which an item counts as doing well. */
  readonly performance: number;
}

/**
 * One of four quadrants; a point on a line counts as above it.
 *
 * - `concentrate-here`: it matters and does badly
 * - `keep-up`: it matters and does well
 * - `low-priority`: it matters less and does badly
 * - `possible-overkill`: it matters less and does well
 */
export type Quadrant = 'concentrate-here' | 'keep-up' | 'low-priority' | 'possible-overkill';

/** A figure of an item: measured, or given. */
export interface ItemFigure {
  /** The figure, on its scale, with the best end the highest. */
  readonly value: number;
  /** `measured` from answers, `judged` where the number was given. */
  readonly basis: 'measured' | 'judged';
  /** How far it can be trusted; absent for a given number, and where all answers are the same. */
  readonly interval?: Interval | CoefficientInterval;
  /** How many answers it rests on; absent for a given number. */
  readonly n?: number;
}

/** The quadrant of an item. */
export interface QuadrantPlace {
  /** The quadrant. */
  readonly name: Quadrant;
  /** The share of resamples in which the item lies there, 0 to 1; absent where nothing is redrawn. */
  readonly holds?: number;
  /** Whether that share is below 0.8: other answers might well have placed it elsewhere. */
  readonly isFragile?: boolean;
}

/** An item with its place. */
export interface PlacedItem<ItemId extends string = string> {
  /** The item. */
  readonly item: ItemId;
  /** How much it matters. */
  readonly importance: ItemFigure;
  /** How well it does. */
  readonly performance: ItemFigure;
  /** Its importance less the line's; absent where there is no line. */
  readonly aboveImportance?: number;
  /** Its performance less the line's; absent where there is no line. */
  readonly abovePerformance?: number;
  /** Its quadrant; absent where there are no lines. */
  readonly quadrant?: QuadrantPlace;
  /** How far it lies above the diagonal, in the unit of the definition: more is needier. */
  readonly distance?: number;
  /** Its place in the order in the middle 90 of 100 resamples; absent where nothing is redrawn. */
  readonly rank?: {
    /** The best place, 1 for the first. */
    readonly low: number;
    /** The worst place. */
    readonly high: number;
  };
}

/** An item that cannot be placed, and why. */
export interface UnplacedItem<ItemId extends string = string> {
  /** The item. */
  readonly item: ItemId;
  /** Nobody rates how it does, or how much it matters; or its importance cannot be derived. */
  readonly reason: 'no-performance' | 'no-importance';
}

/** How items are placed. */
export interface MatrixDefinition {
  /** The lines; absent where there are none to draw. */
  readonly crosshair?: Crosshair;
  /** How the lines were asked for. */
  readonly crosshairAt: CrosshairChoice['at'];
  /** Why there are no lines: a single item, or all items alike in one of the two. */
  readonly noCrosshair?: 'one-item' | 'zero-variance';
  /** Where importance comes from. */
  readonly importance: 'stated' | 'derived';
  /** How importance is derived; absent where it is stated. */
  readonly method?: ImportanceMethod;
  /**
   * In what unit the distance is: `z-scores` of the items; or, where those do not vary, `hundred`,
   * hundredths of the scales; absent where there is neither.
   */
  readonly distance?: 'z-scores' | 'hundred';
  /** How many resamples were drawn; 0 where nothing can be redrawn. */
  readonly resamples: number;
  /** What they were drawn from. */
  readonly seed: number;
}

/** What to keep in mind when reading a matrix. */
export type MatrixWarning =
  | {
      /**
       * What customers say matters hardly differs from item to item, so that quadrants hang on chance:
       * better derive importance.
       */
      readonly code: 'importance-does-not-discriminate';
      /** The highest mean importance less the lowest. */
      readonly range: number;
      /** The range from which it would discriminate: 0.3 standard deviations of the answers. */
      readonly needed: number;
    }
  | {
      /** Derived importance is not good enough to put items in order. */
      readonly code: 'importance-not-ranked';
      /** Why. */
      readonly refusals: readonly RankingRefusal[];
    }
  | {
      /** Importance cannot be derived at all. */
      readonly code: 'importance-not-derived';
      /** Why. */
      readonly reason: string;
    };

/** Items placed by how much they matter and how well they do. */
export interface ImportancePerformance<ItemId extends string = string> {
  /** Tells this result from others. */
  readonly kind: 'importance-performance';
  /** How items are placed. */
  readonly definition: MatrixDefinition;
  /** The items, the neediest first: by distance above the diagonal, then by id. */
  readonly items: readonly PlacedItem<ItemId>[];
  /** The items that cannot be placed, by id. */
  readonly unplaced: readonly UnplacedItem<ItemId>[];
  /** What to keep in mind. */
  readonly warnings: readonly MatrixWarning[];
}
