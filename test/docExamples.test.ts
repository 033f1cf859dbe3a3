import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { everyEntry } from '../scripts/entries.js';
import { compileExamples } from './support/compileExamples.ts';
import type { Example } from './support/example.ts';
import { filesUnder, ROOT, sourceFiles } from './support/projectFiles.ts';
import { readMarkdownExamples } from './support/readMarkdownExamples.ts';
import { readSourceExamples } from './support/readSourceExamples.ts';
import { readTypeTests } from './support/readTypeTests.ts';
import { runExample } from './support/runExample.ts';

const guides = [
  { path: 'README.md', text: readFileSync(join(ROOT, 'README.md'), 'utf8') },
  ...filesUnder('docs', /^docs\/(?!site\/).*\.md$/),
];

const examples: Example[] = [
  ...sourceFiles().flatMap(({ path, text }) => readSourceExamples(path, text)),
  ...guides.flatMap(({ path, text }) => readMarkdownExamples(path, text)),
];

const typeTests = ['src', 'test'].flatMap((folder) => filesUnder(folder, /\.test-d\.ts$/));

// One program for both: reading and checking what the package declares is most of the work.
const compiled = compileExamples(
  ROOT,
  examples,
  typeTests.map(({ path }) => join(ROOT, path)),
);

describe('what the documentation claims is so', () => {
  // The whole package is read once, and not within the time of the first example.
  beforeAll(async () => {
    await everyEntry();
  }, 60_000);

  it('and there are claims, in the sources, in the README and in the guides', () => {
    expect(examples.some(({ file }) => file.startsWith('src/'))).toBe(true);
    expect(examples.some(({ file }) => file === 'README.md')).toBe(true);
    expect(examples.some(({ file }) => file.startsWith('docs/'))).toBe(true);
  });

  it('and every public function has an example', async () => {
    const shown = new Set(examples.flatMap(({ title }) => title.split(' ').slice(1)));
    const functions = Object.entries(await everyEntry()).flatMap(([name, value]) =>
      typeof value === 'function' ? [name] : [],
    );
    expect(functions.filter((name) => !shown.has(name))).toEqual([]);
  });

  for (const one of compiled.examples) {
    const { file, title } = one.example;
    it(title, async () => {
      await runExample(one, (specifier) => {
        const module = specifier.startsWith('.') ? join(ROOT, dirname(file), specifier) : specifier;
        return import(module) as Promise<object>;
      });
    });
  }
});

describe('what the types promise: what must compile does, and what must not does not', () => {
  describe.each(typeTests)('$path', ({ path }) => {
    it.each(readTypeTests(compiled.program, join(ROOT, path)))('$title', ({ faults }) => {
      expect(faults).toEqual([]);
    });
  });
});
