import { ENTRIES } from './scripts/entries.js';
import { linkNames } from './scripts/linkNames.js';
import { mathml } from './scripts/mathml.js';
import { playgroundLink } from './scripts/playgroundLink.js';
import { searchWords } from './scripts/searchWords.js';
import { SECTIONS, sections } from './scripts/sections.js';

/** The guides, in the order in which they are read; `test/guides.test.ts` sees that none is left out. */
const GUIDES = [
  'ten-minutes',
  'playground',
  'scores-by-branch-and-month',
  'result-as-json',
  'report',
  'pictures',
  'critical-moments',
  'requirements',
  'service-plan',
  'action-plans',
  'areas',
  'survey',
  'recovery',
  'internal-customers',
  'the-same-everywhere',
  'keeping-and-winning',
  'small-groups',
  'choosing-a-metric',
  'rule-of-your-own',
  'data-in',
  'billion-responses',
  'in-your-warehouse',
  'trust',
  'verify-it-yourself',
  'stability',
  'errors',
  'glossary',
];

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'service-cycle',
  entryPoints: Object.values(ENTRIES),
  tsconfig: 'tsconfig.json',
  out: 'docs/site',
  readme: 'README.md',
  projectDocuments: GUIDES.map((name) => `docs/${name}.md`),
  plugin: ['typedoc-plugin-mdn-links', linkNames, sections, searchWords, playgroundLink],
  markdownItLoader: mathml,
  customCss: 'scripts/site.css',
  categorizeByGroup: false,
  categoryOrder: SECTIONS,
  defaultCategory: 'Reference',
  sort: ['source-order'],
  sortEntryPoints: false,
  navigation: { includeCategories: true, includeGroups: false, includeFolders: false },
  searchInComments: true,
  searchInDocuments: true,
  includeVersion: true,
  excludeExternals: true,
  // Formulas, which scripts/mathml.js renders.
  ignoredHighlightLanguages: ['math'],
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
