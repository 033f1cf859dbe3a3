import { describe, expect, it } from 'vitest';
import { plots } from '../scripts/plots.js';
import { filesUnder } from './support/projectFiles.ts';

describe('the plots of the guides', () => {
  const drawn = Object.entries(plots());
  const stored = new Map(filesUnder('docs/images', /\.svg$/).map(({ path, text }) => [path, text]));

  it('are all drawn by scripts/plots.js', () => {
    expect([...stored.keys()]).toEqual(drawn.map(([name]) => `docs/images/${name}`).sort());
  });

  it.each(drawn)('%s is what the package computes today', (name, svg) => {
    expect(svg).toBe(stored.get(`docs/images/${name}`));
  });

  it.each(drawn)('%s has no number that is none', (_, svg) => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});
