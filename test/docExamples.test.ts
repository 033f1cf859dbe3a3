import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileExamples } from './support/compileExamples.ts';
import type { Example } from './support/example.ts';
import { filesUnder, ROOT, sourceFiles } from './support/projectFiles.ts';
import { readMarkdownExamples } from './support/readMarkdownExamples.ts';
import { readSourceExamples } from './support/readSourceExamples.ts';
import { runExample } from './support/runExample.ts';

const guides = [
  { path: 'README.md', text: readFileSync(join(ROOT, 'README.md'), 'utf8') },
  ...filesUnder('docs', /^docs\/(?!site\/).*\.md$/),
];

const examples: Example[] = [
  ...sourceFiles().flatMap(({ path, text }) => readSourceExamples(path, text)),
  ...guides.flatMap(({ path, text }) => readMarkdownExamples(path, text)),
];

describe('what the documentation claims is so', () => {
  // The whole package is read once, and not within the time of the first example.
  beforeAll(async () => {
    await import('service-cycle');
  }, 60_000);

  it('and there are claims, in the sources, in the README and in the guides', () => {
    expect(examples.some(({ file }) => file.startsWith('src/'))).toBe(true);
    expect(examples.some(({ file }) => file === 'README.md')).toBe(true);
    expect(examples.some(({ file }) => file.startsWith('docs/'))).toBe(true);
  });

  it('and every public function has an example', async () => {
    const shown = new Set(examples.flatMap(({ title }) => title.split(' ').slice(1)));
    const entries = [await import('service-cycle'), await import('service-cycle/interop')];
    const functions = entries
      .flatMap(Object.entries)
      .flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
    expect(functions.filter((name) => !shown.has(name))).toEqual([]);
  });

  for (const compiled of compileExamples(ROOT, examples)) {
    const { file, title } = compiled.example;
    it(title, async () => {
      await runExample(compiled, (specifier) => {
        const module = specifier.startsWith('.') ? join(ROOT, dirname(file), specifier) : specifier;
        return import(module) as Promise<object>;
      });
    });
  }
});
