import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { ROOT } from './projectFiles.ts';

/** The rules and the compiler's options, read once. */
const rules = extractDepcruiseOptions(join(ROOT, '.dependency-cruiser.cjs'));
const tsConfig = extractTSConfig(join(ROOT, 'tsconfig.test.json'));

/** The imports under `root`/src that break .dependency-cruiser.cjs, each as a sentence. */
export async function importFaults(root: string = ROOT): Promise<string[]> {
  const { output } = await cruise(
    ['src'],
    { ...(await rules), baseDir: root, outputType: 'json' },
    {},
    { tsConfig },
  );
  const { modules, summary } = (
    typeof output === 'string' ? JSON.parse(output) : output
  ) as ICruiseResult;
  if (modules.length === 0) throw new Error(`nothing to check in ${root}/src`);
  return summary.violations.map(({ from, to, rule }) => `${from} -> ${to} (${rule.name})`);
}
