import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findImpurities } from './support/findImpurities.ts';
import { importFaults } from './support/importFaults.ts';
import { sourceFiles } from './support/projectFiles.ts';

/** Checks the imports of a small project made of these files, each given as its text. */
async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'service-cycle-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await importFaults(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** `npm run check` holds the sources against the rules; here it is seen that each rule bites. */
describe('the order of the rooms', { timeout: 60_000 }, () => {
  it('is broken by an import from a later room, types included', async () => {
    const faults = await faultsOf({
      'src/stats/mean.ts':
        "import type { Score } from '../survey/score.ts';\nexport type S = Score;",
      'src/survey/score.ts': 'export type Score = number;',
    });
    expect(faults).toEqual([
      'src/stats/mean.ts -> src/survey/score.ts (stats-imports-only-earlier-rooms)',
    ]);
  });

  it('is broken by an import from a later folder of the same room, and by a folder without a place', async () => {
    const faults = await faultsOf({
      'src/survey/answers/read.ts':
        "import type { Score } from '../score/score.ts';\nexport type S = Score;",
      'src/survey/score/score.ts': 'export type Score = number;',
      'src/survey/extras/more.ts': "import '../score/score.ts';",
    });
    expect(faults.sort()).toEqual([
      'src/survey/answers/read.ts -> src/survey/score/score.ts (survey-answers-imports-only-earlier-folders)',
      'src/survey/extras/more.ts -> src/survey/score/score.ts (every-folder-of-a-room-has-its-place)',
    ]);
  });

  it('is broken by an import in a circle', async () => {
    const faults = await faultsOf({
      'src/stats/a.ts': "import { b } from './b.ts';\nexport const a = (): number => b();",
      'src/stats/b.ts': "import { a } from './a.ts';\nexport const b = (): number => a();",
    });
    expect(faults.join()).toContain('no-cycles');
  });

  it('is broken by a package other than valibot, and by a folder that is no room', async () => {
    const faults = await faultsOf({
      'src/model/read.ts':
        "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;",
      'src/extras/more.ts': "import '../model/read.ts';",
    });
    expect(faults.join()).toContain('only-valibot-from-outside');
    expect(faults.join()).toContain('every-folder-is-a-room');
  });
});

describe('the sources', () => {
  it('read no clock, no chance and no locale, and print nothing', () => {
    expect(sourceFiles().flatMap(({ path, text }) => findImpurities(path, text))).toEqual([]);
  });

  it.each([
    ['const x = Math.random();', 'Math.random'],
    ['const x = Date.now();', 'Date.now'],
    ['const x = new Date();', 'new Date()'],
    ['console.log(1);', 'console'],
    ['const x = process.env;', 'process'],
    ['const x = (1).toLocaleString();', 'toLocaleString'],
    ["const x = 'a'.localeCompare('b');", 'localeCompare'],
    ['const x = new Intl.NumberFormat();', 'Intl'],
    ["const x = import('node:fs');", 'import()'],
  ])('would be caught at: %s', (text, what) => {
    expect(findImpurities('src/x.ts', `\n${text}`)).toEqual([`src/x.ts:2 ${what}`]);
  });

  it('may use a name of the host for a value of their own', () => {
    const text = 'export const f = (performance: number): number => performance + 1;';
    expect(findImpurities('src/x.ts', text)).toEqual([]);
  });

  it('may name a field after what they must not use, and read a given date', () => {
    const text = "export const x = { process: new Date('2024-01-01'), now: asOf.now };";
    expect(findImpurities('src/x.ts', text)).toEqual([]);
  });
});
