import type { Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { ENTRIES } from './scripts/entries.js';

const SHARED: Options = {
  target: 'es2022',
  platform: 'neutral',
  minify: false,
  sourcemap: false,
  splitting: false,
  treeshake: true,
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
 */
const oneError: Plugin = {
  name: 'one-error',
  setup(build) {
    const extension = build.initialOptions.format === 'cjs' ? '.cjs' : '.js';
    build.onResolve({ filter: /\/serviceCycleError\.ts$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: `./error${extension}`, external: true },
    );
  },
};

export default defineConfig([
  {
    ...SHARED,
    entry: { ...ENTRIES, error: 'src/shared/serviceCycleError.ts' },
    format: ['esm', 'cjs'],
    clean: true,
    // tsup 8 sets `baseUrl` when it bundles types, which TypeScript 6 calls deprecated.
    dts: { entry: ENTRIES, compilerOptions: { ignoreDeprecations: '6.0' } },
    esbuildPlugins: [oneError],
  },
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
