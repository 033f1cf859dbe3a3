import { defineConfig } from 'vitest/config';
import { sourceAliases } from './scripts/entries.js';

/** The tests of one room, less those that draw by the million: each runs once for every fault it meets. */
const room = process.env['ROOM'] ?? 'stats';

export default defineConfig({
  resolve: { alias: sourceAliases() },
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
