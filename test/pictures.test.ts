import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { pictures } from '../scripts/pictures.js';
import { filesUnder, ROOT } from './support/projectFiles.ts';
import { readXml } from './support/xml.ts';

const stored = filesUnder('docs/images', /\.svg$/);

describe('the pictures of the README and the guides', () => {
  let drawn: ReadonlyMap<string, string>;

  beforeAll(async () => {
    drawn = new Map(
      Object.entries(await pictures()).map(([name, svg]) => [`docs/images/${name}`, svg]),
    );
  }, 60_000);

  it('are all drawn by scripts/pictures.js', () => {
    expect(stored.map(({ path }) => path)).toEqual([...drawn.keys()].toSorted());
  });

  it.each(stored)('$path is what the package draws today', ({ path, text }) => {
    expect(text).toBe(drawn.get(path));
  });

  it.each(stored)(
    '$path is XML, says what it shows, and has no number that is none',
    ({ text }) => {
      expect(readXml(text).length).toBeGreaterThan(10);
      expect(text).toMatch(/role="img"/);
      expect(text).toMatch(/<title>[^<]{10,}<\/title>/);
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
    },
  );

  it('each stands in the README or in a guide', () => {
    const guides = filesUnder('docs', /^docs\/(?!site\/).*\.md$/).map(({ text }) => text);
    const shown = [readFileSync(join(ROOT, 'README.md'), 'utf8'), ...guides].join('\n');
    expect([...drawn.keys()].filter((path) => !shown.includes(path.replace('docs/', '')))).toEqual(
      [],
    );
  });
});
