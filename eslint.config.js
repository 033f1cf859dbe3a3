import { defineConfig, globalIgnores } from 'eslint/config';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

const TESTS = ['src/**/*.test.ts', 'src/**/*.test-prop.ts', 'src/**/*.test-d.ts', 'test/**/*.ts'];

/** Words that would make a result depend on the clock, on chance, on the locale or on the host. */
const IMPURE_GLOBALS = [
  'console',
  'process',
  'globalThis',
  'window',
  'self',
  'global',
  'document',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'Intl',
].map((name) => ({
  name,
  message: 'src is pure: chance, time and output are arguments or results.',
}));

const IMPURE_SYNTAX = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take a seed as an option.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take the moment as an option (`asOf`).',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the moment as an option (`asOf`).',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'Take the moment as an option (`asOf`).',
  },
  {
    selector: 'MemberExpression[property.name=/^(toLocale|localeCompare$)/]',
    message: 'The result would depend on the locale of the host.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
];

const NO_CLASS = {
  selector: 'ClassDeclaration, ClassExpression',
  message: 'Values are plain data; the one class is the error in src/shared.',
};

/**
 * Every export and every field of an exported type says what it is.
 *
 * @type {import('eslint').Linter.RulesRecord}
 */
const DOCUMENTED = {
  'jsdoc/require-jsdoc': [
    'error',
    {
      publicOnly: { cjs: false, esm: true, window: false },
      require: {
        ArrowFunctionExpression: true,
        ClassDeclaration: true,
        FunctionDeclaration: true,
        FunctionExpression: true,
        MethodDefinition: false,
      },
      contexts: [
        'ExportNamedDeclaration > TSInterfaceDeclaration',
        'ExportNamedDeclaration > TSTypeAliasDeclaration',
        'ExportNamedDeclaration > VariableDeclaration',
        'ExportNamedDeclaration > TSInterfaceDeclaration > TSInterfaceBody > TSPropertySignature',
        'ExportNamedDeclaration > TSInterfaceDeclaration > TSInterfaceBody > TSMethodSignature',
        'ExportNamedDeclaration > TSTypeAliasDeclaration > TSTypeLiteral > TSPropertySignature',
        'ExportNamedDeclaration > TSTypeAliasDeclaration > TSUnionType > TSTypeLiteral > TSPropertySignature',
      ],
      checkConstructors: false,
      enableFixer: false,
    },
  ],
  'jsdoc/require-description': [
    'error',
    { descriptionStyle: 'body', contexts: ['any:not(MethodDefinition[kind="constructor"])'] },
  ],
  // A parameter whose name and type say it all needs no words; one documented, all documented.
  'jsdoc/require-param': [
    'error',
    { checkDestructured: false, checkDestructuredRoots: false, ignoreWhenAllParamsMissing: true },
  ],
  'jsdoc/require-param-description': 'error',
  'jsdoc/check-param-names': ['error', { checkDestructured: false }],
  'jsdoc/require-returns': 'off',
  'jsdoc/require-property': 'off',
  'jsdoc/no-types': 'error',
  'jsdoc/check-tag-names': ['error', { typed: false, definedTags: ['typeParam', 'remarks'] }],
  'jsdoc/tag-lines': ['error', 'any', { startLines: null }],
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    'out/',
    'temp/',
    'docs/site/',
    'test/packed/',
    'test/reference/',
  ]),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.test.json', './docs/playground/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // noPropertyAccessFromIndexSignature asks for the brackets that this rule would remove.
      '@typescript-eslint/dot-notation': 'off',
      // `Record<string, T>` and an index signature read alike; the choice is the author's.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      // It would ask for the `!` that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // isolatedDeclarations: an exported constant is widened to `number` on purpose.
      '@typescript-eslint/no-inferrable-types': 'off',
      // There are no enums, and a key of a generic record is taken for one.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Type-level helpers name a parameter once on purpose.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: TESTS,
    plugins: { jsdoc },
    settings: { jsdoc: { mode: 'typescript', tagNamePreference: { typeParam: 'typeParam' } } },
    rules: {
      ...DOCUMENTED,
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-syntax': ['error', ...IMPURE_SYNTAX, NO_CLASS],
    },
  },
  {
    // The one place that formats, by a language that it is given.
    files: ['src/report/words/format.ts'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS.filter(({ name }) => name !== 'Intl')],
    },
  },
  {
    files: ['src/shared/**/*Error.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...IMPURE_SYNTAX] },
  },
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // The doc examples are run as code made of text.
    files: ['test/support/**/*.ts'],
    rules: { '@typescript-eslint/no-implied-eval': 'off' },
  },
  {
    files: ['**/*.test-d.ts'],
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    extends: [tseslint.configs.recommended],
    rules: { eqeqeq: 'error', 'prefer-const': 'error', 'no-var': 'error' },
  },
);
