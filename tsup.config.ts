import { rmSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { ENTRIES } from './scripts/entries.js';

const SHARED: Options = {
  target: 'es2022',
  platform: 'neutral',
  minify: false,
  sourcemap: false,
  splitting: false,
  // Engines read every expression on loading, and one with `\p` takes up to a millisecond: it becomes
  // a `new RegExp` that is read on first use. Such an expression has to stand inside a function, and
  // its `\p` outside brackets in one place at least, where esbuild sees it.
  esbuildOptions(options) {
    options.supported = { ...options.supported, 'regexp-unicode-property-escapes': false };
  },
};

/**
 * Leaves the error out of every entry, to be loaded from a file of its own: so it is one class, whichever
 * entry threw it.
 *
 * @param file - the file, as an entry of the same kind of module imports it
 */
function oneError(file: string): Plugin {
  return {
    name: 'one-error',
    setup(build) {
      build.onResolve({ filter: /\/serviceCycleError\.ts$/ }, ({ kind }) =>
        kind === 'entry-point' ? undefined : { path: file, external: true },
      );
    },
  };
}

/** Loading valibot does nothing by itself: an entry that is left without a use of it does not load it. */
const loadedWhereUsed: Plugin = {
  name: 'loaded-where-used',
  setup(build) {
    build.onResolve({ filter: /^valibot$/ }, ({ path }) => ({
      path,
      external: true,
      sideEffects: false,
    }));
  },
};

/** Greek stays Greek: escaped it would weigh half as much again. */
const IN_WORDS: Options = {
  ...SHARED,
  esbuildOptions(options, context) {
    SHARED.esbuildOptions?.(options, context);
    options.charset = 'utf8';
  },
};

/** Whether an entry holds the words of languages. */
const isInWords = (entry: string): boolean =>
  entry === 'index' || entry === 'lint' || entry.startsWith('report/');

/**
 * All entries, as one kind of module. Those without words are ASCII, all other signs escaped: an engine holds a
 * file with a single sign beyond Latin letters as text of two bytes a sign, and takes longer to read all of it.
 */
function entriesAs(format: 'esm' | 'cjs', error: string): Options[] {
  const kind: Options = {
    format,
    // Left to the plugin, which says more of it than that it is outside.
    noExternal: ['valibot'],
    esbuildPlugins: [oneError(error), loadedWhereUsed],
  };
  const entries = Object.entries(ENTRIES);
  const inWords = entries.filter(([entry]) => isInWords(entry));
  const others = entries.filter(([entry]) => !isInWords(entry));
  return [
    { ...IN_WORDS, ...kind, entry: Object.fromEntries(inWords) },
    {
      ...SHARED,
      ...kind,
      entry: { ...Object.fromEntries(others), error: 'src/shared/serviceCycleError.ts' },
    },
  ];
}

// The builds run side by side, so that none of them may clean up.
rmSync('dist', { recursive: true, force: true });

export default defineConfig([
  ...entriesAs('esm', './error.js'),
  ...entriesAs('cjs', './error.cjs'),
  {
    // For a page without a bundler: one file, valibot inside.
    ...IN_WORDS,
    entry: { 'service-cycle': 'src/index.ts' },
    format: 'esm',
    outDir: 'dist/browser',
    noExternal: ['valibot'],
    minify: true,
  },
]);
