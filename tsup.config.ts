import { defineConfig } from 'tsup';
import { minifySync } from 'vite';

export default defineConfig({
  entry: { index: 'src/index.ts', interop: 'src/interop/index.ts' },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  // tsup 8 sets `baseUrl` when it bundles types, which TypeScript 6 calls deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  clean: true,
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
  plugins: [{ name: 'quick-to-load', renderChunk: (code) => ({ code: quickToLoad(code) }) }],
});

/**
 * Makes a bundle quicker to parse, which is most of what loading it takes: no comments, short names
 * of parameters and variables inside functions, and nothing but ASCII, which an engine keeps in half
 * the memory. Functions keep their names and statements their lines, for stack traces; an error that
 * nobody catches prints the whole line it was thrown on.
 */
function quickToLoad(code: string): string {
  const { code: short, errors } = minifySync('index.js', code, {
    module: true,
    compress: false,
    mangle: { toplevel: false },
    codegen: { removeWhitespace: false },
  });
  const [error] = errors;
  if (error !== undefined) throw new Error(error.message);
  return short.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
