import type { Fit } from './fitMargins.ts';
import type { MarginReader } from './readMargins.ts';
import type { MarginCounts, SampleCells } from './sampleCells.ts';
import type { RakedMargin } from './types.ts';

/** What raking did to one margin. */
export function rakedMargin<Margin extends string>(
  { name, categories, shares }: MarginReader<Margin>,
  level: number,
  { cells, margins }: SampleCells,
  { weights }: Fit,
): RakedMargin<Margin> {
  const { rows, mass } = margins[level] as MarginCounts;
  const achieved = categories.map(() => 0);
  for (const [cell, { places }] of cells.entries()) {
    const place = places[level] as number;
    achieved[place] = (achieved[place] as number) + (weights[cell] as number);
  }
  const all = sum(achieved);
  const allMass = sum(mass);
  return {
    margin: name,
    categories: categories.map((category, place) => ({
      category,
      rows: rows[place] as number,
      before: (mass[place] as number) / allMass,
      achieved: (achieved[place] as number) / all,
      target: shares[place] as number,
    })),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
