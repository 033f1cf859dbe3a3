import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import typedoc from '../typedoc.config.js';
import { filesUnder, ROOT } from './support/projectFiles.ts';

const guides = filesUnder('docs', /^docs\/(?!site\/).*\.md$/);

/** The languages of fenced blocks; a block without one has none. */
function languagesOf(text: string): readonly string[] {
  const fences = [...text.matchAll(/^ *(?:`{3,}|~{3,})[ ]*(\S*)/gm)].map(
    ([, language = '']) => language,
  );
  return fences.filter((_, place) => place % 2 === 0);
}

describe('the guides', () => {
  it('are all on the site, in a chosen order', () => {
    const pages = [...guides.map(({ path }) => path), 'CONTRIBUTING.md'];
    expect(typedoc.projectDocuments?.toSorted()).toEqual(pages.toSorted());
  });

  it.each(guides)('$path has only code that is run: blocks of ts, and formulas', ({ text }) => {
    expect(languagesOf(text).filter((language) => !/^(ts|math)$/.test(language))).toEqual([]);
  });

  it.each(guides)('$path begins with its title, on the site and in the text', ({ text }) => {
    const [, named = '', heading] = /^---\ntitle: (.*)\n---\n\n# (.*)\n/.exec(text) ?? [];
    expect(heading).toBeDefined();
    expect(named.replaceAll('"', '')).toBe(heading);
  });

  it.each(guides)('$path links to files that are there', ({ path, text }) => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(
      ([, target = '']) => target,
    );
    const missing = targets.filter((target) => !existsSync(join(ROOT, dirname(path), target)));
    expect(missing).toEqual([]);
  });

  it('shows examples: every guide but the glossary runs some code', () => {
    const silent = guides.filter(({ text }) => !languagesOf(text).includes('ts'));
    expect(silent.map(({ path }) => path)).toEqual(['docs/glossary.md']);
  });
});
