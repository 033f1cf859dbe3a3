/**
 * Builds the playground into the site of the documentation, or serves it: from the sources, so that it shows what
 * the package does now.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig, runnerImport } from 'vite';
import { sourceAliases } from '../../scripts/entries.js';

const file = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const SCHEMA = 'virtual:cycle-schema';

/**
 * The JSON Schema of a cycle as a module; the sources are TypeScript, which Vite runs.
 *
 * @returns {import('vite').Plugin}
 */
const cycleSchema = () => ({
  name: 'cycle-schema',
  resolveId: (id) => (id === SCHEMA ? `\0${SCHEMA}` : undefined),
  async load(id) {
    if (id !== `\0${SCHEMA}`) return undefined;
    const { module } = await runnerImport(file('../../scripts/jsonSchema.ts'));
    const { jsonSchemas } = /** @type {typeof import('../../scripts/jsonSchema.ts')} */ (module);
    const schema = jsonSchemas(file('../../'))['cycle.schema.json'];
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(schema))});`;
  },
});

export default defineConfig({
  root: file('.'),
  // It stands in a folder of the site, wherever the site stands.
  base: './',
  configFile: false,
  logLevel: 'warn',
  plugins: [cycleSchema()],
  resolve: { alias: sourceAliases() },
  build: {
    outDir: file('../site/playground'),
    emptyOutDir: true,
    target: 'es2022',
    // A data URL is no source that the page allows for scripts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
