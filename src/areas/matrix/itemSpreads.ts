import type { Scale } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { Point, Range } from './placePoints.ts';
import type { ReadItem } from './readItems.ts';
import type { CrosshairChoice } from './types.ts';

/** The scales of the items, as far as they have any. */
export interface ItemSpreads<ItemId extends string = string> {
  /** The items. */
  readonly placed: readonly ReadItem<ItemId>[];
  /** The middles of the scales. */
  readonly middles: Partial<Point>;
  /** Their ends. */
  readonly ranges: {
    /** Of importance; absent where a number is given. */
    readonly importance?: Range | undefined;
    /** Of performance; absent where a number is given. */
    readonly performance?: Range | undefined;
  };
}

/** Finds the scales that the items share, and refuses items that share none. */
export function itemSpreads<ItemId extends string>(
  placed: readonly ReadItem<ItemId>[],
  crosshair: CrosshairChoice,
): ItemSpreads<ItemId> {
  const importance = rangeOf(placed, 'importance');
  const performance = rangeOf(placed, 'performance');
  if (crosshair.at === 'scale-middle' && placed.length > 0 && !(importance && performance)) {
    throw new ServiceCycleError(
      'wrong-scale',
      'a rating is a number and has no scale; expected counted answers to find the middle of the scale',
    );
  }
  return {
    placed,
    middles: {
      ...(importance && { importance: (importance[0] + importance[1]) / 2 }),
      ...(performance && { performance: (performance[0] + performance[1]) / 2 }),
    },
    ranges: { importance, performance },
  };
}

function rangeOf(
  placed: readonly ReadItem[],
  side: 'importance' | 'performance',
): Range | undefined {
  const scales = placed.flatMap((item): (readonly [string, Scale])[] => {
    const { scale } = item[side];
    return scale ? [[item.id, scale]] : [];
  });
  const [first] = scales;
  if (first === undefined) return undefined;
  const [, { min, max }] = first;
  for (const [id, scale] of scales) {
    if (scale.min === min && scale.max === max) continue;
    throw new ServiceCycleError(
      'wrong-scale',
      `the ${side} of ${quote(id)} is rated ${scale.min} to ${scale.max}; expected ${min} to ${max} as of ${quote(first[0])}`,
    );
  }
  return scales.length === placed.length ? [min, max] : undefined;
}
