import { existsSync, readdirSync } from 'node:fs';

const guides = existsSync('docs') ? readdirSync('docs').filter((name) => name.endsWith('.md')) : [];

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'service-cycle',
  entryPoints: ['src/index.ts'],
  tsconfig: 'tsconfig.json',
  out: 'docs/site',
  readme: 'README.md',
  projectDocuments: guides.sort().map((name) => `docs/${name}`),
  plugin: ['typedoc-plugin-mdn-links'],
  includeVersion: true,
  excludeExternals: true,
  // The site is built offline and outside of any repository.
  disableGit: true,
  disableSources: true,
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  validation: {
    notExported: true,
    invalidLink: true,
    invalidPath: true,
    rewrittenLink: true,
    notDocumented: true,
    unusedMergeModuleWith: true,
  },
  requiredToBeDocumented: [
    'Class',
    'Function',
    'Interface',
    'Method',
    'Property',
    'TypeAlias',
    'Variable',
  ],
};
