import type { AlignedTally } from './alignTallies.ts';

/**
 * Whether one tally can be a part of another.
 *
 * - `same`: every count is the same
 * - `larger`, `smaller`: no count is smaller, no count is larger, so the other can be a part of it, or
 *   it of the other
 * - `neither`: some counts are larger and some are smaller, so neither is a part of the other
 */
export type TallyRelation = 'same' | 'larger' | 'smaller' | 'neither';

/**
 * Whether a tally can be a part of another, or the other of it. Where a tally is part of another, each
 * of its counts, of every answer in every group, is at most the other's.
 */
export function relateTallies(
  one: AlignedTally,
  other: AlignedTally,
  width: number,
): TallyRelation {
  let largest = 0;
  let smallest = 0;
  for (const group of new Set([...one.groups, ...other.groups])) {
    for (let cell = 0; cell < width; cell += 1) {
      const difference = countAt(one, group, cell, width) - countAt(other, group, cell, width);
      largest = Math.max(largest, difference);
      smallest = Math.min(smallest, difference);
    }
    if (largest > 0 && smallest < 0) return 'neither';
  }
  if (largest > 0) return 'larger';
  return smallest < 0 ? 'smaller' : 'same';
}

/** What a group has in a cell; 0 where there is no such group. */
export function countAt(
  { positions, cells }: AlignedTally,
  group: number,
  cell: number,
  width: number,
): number {
  const position = positions.get(group);
  return position === undefined ? 0 : (cells[position * width + cell] ?? 0);
}
