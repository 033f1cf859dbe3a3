import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests of one room, less those that draw by the million: each runs once for every fault it meets. */
const room = process.env['ROOM'] ?? 'stats';

export default defineConfig({
  resolve: {
    alias: {
      'service-cycle/interop': fileURLToPath(new URL('src/interop/index.ts', import.meta.url)),
      'service-cycle': fileURLToPath(new URL('src/index.ts', import.meta.url)),
    },
  },
  test: {
    setupFiles: './test/support/seedProperties.ts',
    include: [`src/${room}/**/*.test.ts`, `src/${room}/**/*.test-prop.ts`],
    exclude: ['**/plantedTruth.test.ts'],
    testNamePattern: '^(?!.*million (draws|other|cells))',
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
