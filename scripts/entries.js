import { fileURLToPath } from 'node:url';

/**
 * The doors of the package: the name behind `service-cycle/` (`index` is the package itself), and the
 * file in src that says what is public there. A new one also takes a place in `exports` of package.json.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const ENTRIES = {
  index: 'src/index.ts',
  survey: 'src/survey/index.ts',
  dimensions: 'src/dimensions/index.ts',
  moments: 'src/moments/index.ts',
  requirements: 'src/requirements/index.ts',
  lint: 'src/lint/index.ts',
  'service-plan': 'src/service-plan/index.ts',
  plans: 'src/plans/index.ts',
  areas: 'src/areas/index.ts',
  quality: 'src/quality/index.ts',
  loyalty: 'src/loyalty/index.ts',
  stats: 'src/stats/index.ts',
  interop: 'src/interop/index.ts',
  sql: 'src/sql/index.ts',
  report: 'src/report/index.ts',
  'report/en': 'src/report/languages/en.ts',
  'report/es': 'src/report/languages/es.ts',
  'report/el': 'src/report/languages/el.ts',
  'report/pl': 'src/report/languages/pl.ts',
  'report/lv': 'src/report/languages/lv.ts',
  testing: 'src/testing/index.ts',
};

/**
 * The name to import an entry by.
 *
 * @param {string} entry
 */
export const importName = (entry) =>
  entry === 'index' ? 'service-cycle' : `service-cycle/${entry}`;

/**
 * All that is public, of all entries, as one object.
 *
 * @param {(entry: string) => Promise<object>} load
 * @returns {Promise<object>}
 */
export async function everyEntry(load = (entry) => import(importName(entry))) {
  const entries = await Promise.all(Object.keys(ENTRIES).map((entry) => load(entry)));
  return Object.assign({}, ...entries);
}

/** Where tests find what they import by the name of an entry or an example: in the project. */
export const sourceAliases = () => [
  ...Object.entries(ENTRIES).map(([entry, file]) => ({
    find: new RegExp(`^${importName(entry)}$`),
    replacement: fileURLToPath(new URL(`../${file}`, import.meta.url)),
  })),
  {
    find: /^service-cycle\/examples\//,
    replacement: fileURLToPath(new URL('../examples/', import.meta.url)),
  },
];
