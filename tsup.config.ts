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
  // Loading valibot does nothing by itself: an entry that is left without a use of it does not load it.
  treeshake: { moduleSideEffects: 'no-external' },
  // Engines read every expression on loading, and one with `\p` takes up to a millisecond: it becomes
  // a `new RegExp` that is read on first use. Such an expression has to stand inside a function, and
  // its `\p` outside brackets in one place at least, where esbuild sees it.
  esbuildOptions(options) {
    // Greek stays Greek: escaped it would weigh half as much again.
    options.charset = 'utf8';
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

/** All entries, as one kind of module. */
function entriesAs(format: 'esm' | 'cjs', error: string): Options {
  return {
    ...SHARED,
    entry: { ...ENTRIES, error: 'src/shared/serviceCycleError.ts' },
    format,
    esbuildPlugins: [oneError(error)],
  };
}

// The builds run side by side, so that none of them may clean up.
rmSync('dist', { recursive: true, force: true });

export default defineConfig([
  entriesAs('esm', './error.js'),
  entriesAs('cjs', './error.cjs'),
  {
    // For a page without a bundler: one file, valibot inside.
    ...SHARED,
    entry: { 'service-cycle': 'src/index.ts' },
    format: 'esm',
    outDir: 'dist/browser',
    noExternal: ['valibot'],
    minify: true,
  },
]);
