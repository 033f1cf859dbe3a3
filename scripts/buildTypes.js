/**
 * Writes the declaration files of all entries into `dist`, for ESM and for CJS.
 *
 * The sources say every exported type (`isolatedDeclarations`), so that no compiler has to infer one:
 * this takes 2 seconds where bundling with the compiler took 25.
 */
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { ENTRIES } from './entries.js';

/**
 * Puts what is written about a member on a line of its own: at the end of the line before, editors would
 * show it for no member at all.
 *
 * @returns {import('rolldown').Plugin}
 */
function commentsOnTheirOwnLines() {
  return {
    name: 'comments-on-their-own-lines',
    renderChunk(code) {
      return code.replaceAll(/; (\/\*\*(?:(?!\*\/).)*\*\/)$/gms, ';\n$1');
    },
  };
}

const types = await rolldown({
  input: ENTRIES,
  external: ['valibot', 'fast-check'],
  checks: { bundlerTimings: false, pluginTimings: false },
  plugins: [dts({ oxc: true, emitDtsOnly: true }), commentsOnTheirOwnLines()],
});
// The plugin turns each name into that of its declarations: `.d.ts` and `.d.cts`.
for (const extension of ['js', 'cjs']) {
  await types.write({
    dir: 'dist',
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `[name]-[hash].${extension}`,
  });
}
await types.close();
