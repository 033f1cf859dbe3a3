import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { sourceAliases } from './scripts/entries.js';

const alias = sourceAliases();

/**
 * What takes longest comes first, so that no core waits for one at the end: the examples of the documentation,
 * then what waits for the build, which takes as long, then the tests of the whole. Those of one project stand
 * together: a process that goes over to another is ended, and what it had loaded is loaded anew.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId, project }: TestSpecification): number => {
      if (moduleId.endsWith('/test/docExamples.test.ts')) return 0;
      if (project.name === 'built') return 1;
      return moduleId.includes('/src/') ? 3 : 2;
    };
    return (await super.sort(files)).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

/**
 * Compiling and drawing cases leave much behind: a larger nursery is swept less often, and by the process itself,
 * since the other cores have tests of their own. Databases and solvers of WebAssembly run for less time than it
 * takes to optimize them. Each project has to say it: none inherits it.
 */
const execArgv = [
  '--max-semi-space-size=64',
  '--min-semi-space-size=32',
  '--single-threaded-gc',
  '--liftoff-only',
];

/**
 * Tests of what a customer gets: of what is packed, of the examples, and those that call the package most, worlds and
 * hostile arguments, which a thread of its own has to load too.
 */
const BUILT = [
  'test/packed.test.ts',
  'test/fuzz/*.test.ts',
  'test/*Worlds.test.ts',
  'examples/**/*.test.ts',
];

export default defineConfig({
  test: {
    // All cores: it leaves one idle else, which of two is half.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './scripts/countReporter.js'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/**/*.test-prop.ts', 'src/**/*.test-d.ts'],
      reporter: ['text-summary', 'html'],
      // What is reached. Most branches never taken are the `0` of `list[at] ?? 0`, which the compiler asks for.
      thresholds: { lines: 99, statements: 98.3, functions: 99.2, branches: 90 },
    },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'run',
          // Nothing in the sources remembers anything, so that the test files can share a process.
          isolate: false,
          execArgv,
          // Simulations take seconds, and longer beside other work.
          testTimeout: 30_000,
          setupFiles: './test/support/seedProperties.ts',
          include: [
            'src/**/*.test.ts',
            'src/**/*.test-prop.ts',
            'test/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: BUILT,
        },
      },
      {
        test: {
          // What a customer gets: the built package, and the examples that import it by its name.
          name: 'built',
          include: BUILT,
          isolate: false,
          execArgv,
          // By node itself, which finds the package by its own name.
          server: { deps: { external: [/\/(examples|scripts)\/\w+\.js$/] } },
          globalSetup: './test/support/buildPackage.ts',
          setupFiles: './test/support/awaitBuild.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
