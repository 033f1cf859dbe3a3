/** The rooms of src, each of which may import only itself and the rooms before it. */
const ROOMS = [
  'shared',
  'stats',
  'model',
  'survey',
  'dimensions',
  'moments',
  'requirements',
  'lint',
  'service-plan',
  'plans',
  'areas',
  'review',
  'quality',
  'loyalty',
  'interop',
  'sql',
  'report',
  'testing',
];

/** The folders of a room, each of which may import only itself, those before it and the room's own files. */
const FOLDERS = {
  stats: [
    'distributions',
    'intervals',
    'tests',
    'agreement',
    'regression',
    'random',
    'sketch',
    'survival',
  ],
  survey: [
    'answers',
    'tally',
    'disclosure',
    'score',
    'weighting',
    'quality',
    'doors',
    'compare',
    'lint',
  ],
  dimensions: ['joint', 'perDimension', 'gaps', 'scores', 'indices', 'reliability', 'doors'],
  moments: [
    'visits',
    'incidents',
    'jointEffect',
    'impact',
    'flawless',
    'judgements',
    'strengths',
    'recovery',
    'rules',
    'bootstrap',
  ],
  requirements: ['measurements', 'events', 'queues', 'kano', 'findings', 'chain'],
  areas: ['importance', 'matrix', 'charts', 'evidence', 'certainty'],
  interop: ['reading', 'responses', 'observations', 'surveys', 'events', 'cycles'],
  report: ['words', 'pictures', 'languages', 'charts', 'document', 'markdown', 'html'],
};

const TEST_FILE = '[.](test|test-prop|test-d)[.]ts$';

const roomRules = ROOMS.map((room, position) => ({
  name: `${room}-imports-only-earlier-rooms`,
  comment: `src/${room} may import ${['itself', ...ROOMS.slice(0, position)].join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: `^src/(${ROOMS.slice(0, position + 1).join('|')})/`,
  },
}));

const folderRules = Object.entries(FOLDERS).flatMap(([room, folders]) =>
  folders.map((folder, position) => ({
    name: `${room}-${folder}-imports-only-earlier-folders`,
    comment: `src/${room}/${folder} may import ${['itself', ...folders.slice(0, position)].join(', ')}.`,
    severity: 'error',
    from: { path: `^src/${room}/${folder}/`, pathNot: TEST_FILE },
    to: {
      path: `^src/${room}/[^/]+/`,
      pathNot: `^src/${room}/(${folders.slice(0, position + 1).join('|')})/`,
    },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    ...folderRules,
    {
      name: 'every-folder-is-a-room',
      comment: `A folder of src is one of ${ROOMS.join(', ')}; a new one takes its place in that list.`,
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${ROOMS.join('|')})/` },
      to: {},
    },
    {
      name: 'every-folder-of-a-room-has-its-place',
      comment: 'A folder of these rooms stands in FOLDERS, after those it imports.',
      severity: 'error',
      from: {
        path: `^src/(${Object.keys(FOLDERS).join('|')})/[^/]+/`,
        pathNot: Object.entries(FOLDERS).map(
          ([room, folders]) => `^src/${room}/(${folders.join('|')})/`,
        ),
      },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third that both import.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'only-valibot-from-outside',
      comment: 'The package has one run-time dependency.',
      severity: 'error',
      from: { path: '^src/', pathNot: [TEST_FILE, '^src/testing/'] },
      to: { couldNotResolve: false, pathNot: ['^src/', '^node_modules/valibot/'] },
    },
    {
      name: 'fast-check-is-handed-in',
      comment: 'src/testing knows the types of fast-check; the caller brings the rest.',
      severity: 'error',
      from: { path: '^src/testing/', pathNot: TEST_FILE },
      to: {
        pathNot: '^src/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'valibot-only-at-the-doors',
      comment: 'Schemas are read where data comes in, in src/model, and nowhere else.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/model/', TEST_FILE] },
      to: { path: '^node_modules/valibot/' },
    },
    {
      name: 'nothing-imports-a-test',
      comment: 'What a test shares stands in test/support.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: TEST_FILE },
    },
    {
      name: 'tests-import-helpers-only-from-test',
      comment: 'A test beside the source may use src, test/, examples/ and packages.',
      severity: 'error',
      from: { path: `^src/.*${TEST_FILE}` },
      to: { path: '^(bench|scripts|docs)/' },
    },
    {
      name: 'every-import-resolves',
      comment: 'The imported file does not exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['^node_modules/', '^test/', '^examples/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.js', '.cjs', '.json'],
    },
  },
};
