/** Writes the JSON Schemas into dist. The sources are TypeScript, so they are bundled to be run. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'tsup';

const root = fileURLToPath(new URL('../', import.meta.url));
const outDir = await mkdtemp(join(root, 'node_modules/.json-schema-'));
try {
  await build({
    entry: { jsonSchema: join(root, 'scripts/jsonSchema.ts') },
    config: false,
    format: 'esm',
    external: ['typescript'],
    outDir,
    outExtension: () => ({ js: '.mjs' }),
    silent: true,
  });
  const bundle = pathToFileURL(join(outDir, 'jsonSchema.mjs')).href;
  const { jsonSchemas } = /** @type {typeof import('./jsonSchema.ts')} */ (await import(bundle));
  for (const [file, schema] of Object.entries(jsonSchemas(root))) {
    await writeFile(join(root, 'dist', file), `${JSON.stringify(schema, null, 2)}\n`);
  }
} finally {
  await rm(outDir, { recursive: true });
}
