import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { ROOT } from './projectFiles.ts';

/** The imports under `root`/src that break .dependency-cruiser.cjs, each as a sentence. */
export async function importFaults(root: string = ROOT): Promise<string[]> {
  const options = await extractDepcruiseOptions(join(ROOT, '.dependency-cruiser.cjs'));
  const { output } = await cruise(
    ['src'],
    { ...options, baseDir: root, outputType: 'json' },
    {},
    { tsConfig: extractTSConfig(join(ROOT, 'tsconfig.test.json')) },
  );
  const { modules, summary } = (
    typeof output === 'string' ? JSON.parse(output) : output
  ) as ICruiseResult;
  if (modules.length === 0) throw new Error(`nothing to check in ${root}/src`);
  return summary.violations.map(({ from, to, rule }) => `${from} -> ${to} (${rule.name})`);
}
