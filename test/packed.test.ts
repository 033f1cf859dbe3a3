import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transformSync } from 'rolldown/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTRIES } from '../scripts/entries.js';
import { asScript } from './support/asScript.ts';
import { filesUnder, ROOT } from './support/projectFiles.ts';
import { readMarkdownExamples } from './support/readMarkdownExamples.ts';

const CONSUMERS = join(ROOT, 'test/packed');
/** Declarations that several entries import; the build names them by what they hold. */
const SHARED_TYPES = /^dist\/\w+-[\w-]{8}\.d\.c?ts$/;
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

/** The folder of somebody who installed the package. */
let folder: string;
let packedFiles: string[];

async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  try {
    return (await promisify(execFile)(command, args, { cwd })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value)}\n`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'service-cycle-'));
  const packed = await run(ROOT, 'npm', 'pack', '--json', '--pack-destination', folder);
  const [{ filename, files }] = JSON.parse(packed) as [
    { filename: string; files: { path: string }[] },
  ];
  packedFiles = files.map(({ path }) => path).sort();
  await writeJson(join(folder, 'package.json'), { private: true, type: 'module' });
  await run(
    folder,
    'npm',
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    `./${filename}`,
  );
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the package as it is published', () => {
  it('holds what a customer needs and nothing else', () => {
    expect(packedFiles.filter((path) => !SHARED_TYPES.test(path))).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/browser/service-cycle.js',
        'dist/cycle.schema.json',
        'dist/error.cjs',
        'dist/error.js',
        ...Object.keys(ENTRIES).flatMap((entry) =>
          ['cjs', 'd.cts', 'd.ts', 'js'].map((ending) => `dist/${entry}.${ending}`),
        ),
        'dist/service-plan.schema.json',
        'dist/survey.schema.json',
        ...[
          'airport-visit.cycle',
          'bank-by-car.cycle',
          'bank-by-car.service-plan',
          'bank-on-foot.cycle',
          'bank-on-foot.service-plan',
          'emergency-care.cycle',
          'emergency-support.cycle',
          'hotel-stay.cycle',
          'hotel-stay.service-plan',
          'leaving.answers',
        ].map((example) => `examples/${example}.json`),
        'package.json',
      ].sort(),
    );
  });

  it('says what the entries share of their types in files of their own, two for each', () => {
    const declarations = packedFiles.filter((path) => SHARED_TYPES.test(path));
    expect(declarations.length % 2).toBe(0);
    expect(declarations.length).toBeGreaterThan(0);
  });

  it('has signs beyond ASCII only where words of languages are, since engines read such a file slower', async () => {
    const scripts = packedFiles.filter((path) => /^dist\/(?!browser).*\.c?js$/.test(path));
    const beyond = await Promise.all(
      scripts.map(async (path) => {
        const text = await readFile(join(folder, 'node_modules/service-cycle', path), 'utf8');
        return /[^\0-\x7f]/.test(text) ? path : undefined;
      }),
    );
    const inWords = [
      'index',
      'lint',
      ...['el', 'en', 'es', 'lv', 'pl'].map((to) => `report/${to}`),
    ];
    expect(beyond.filter((path) => path !== undefined)).toEqual(
      inWords.flatMap((entry) => [`dist/${entry}.cjs`, `dist/${entry}.js`]).sort(),
    );
  });

  it('installs with one dependency', async () => {
    const installed = await readdir(join(folder, 'node_modules'));
    expect(installed.filter((name) => !name.startsWith('.')).sort()).toEqual([
      'service-cycle',
      'valibot',
    ]);
  });

  it.each(['esm.mjs', 'cjs.cjs'])('runs in %s', async (file) => {
    await copyFile(join(CONSUMERS, file), join(folder, file));
    await run(folder, process.execPath, file);
  });

  it('runs what a guide begins with, for somebody who has nothing else', async () => {
    const first = filesUnder('docs', /^docs\/(?!site\/).*\.md$/).flatMap(({ path, text }) =>
      readMarkdownExamples(path, text).slice(0, 1),
    );
    const isOurs = (name: string): boolean => /^(service-cycle|node:)/.test(name);
    const alone = first.filter(({ code }) => asScript(code).imports.every(isOurs));
    // It is about a library that the reader hands in.
    expect(first.filter((each) => !alone.includes(each)).map(({ file }) => file)).toEqual([
      'docs/verify-it-yourself.md',
    ]);
    for (const [place, { code }] of alone.entries()) {
      const module = transformSync('guide.ts', code, { target: 'es2022' }).code;
      await writeFile(join(folder, `guide-${String(place)}.mjs`), module);
    }
    const all = alone.map((_, place) => `await import('./guide-${String(place)}.mjs');`);
    await writeFile(join(folder, 'guides.mjs'), all.join('\n'));
    await run(folder, process.execPath, 'guides.mjs');
    expect(alone.length).toBeGreaterThan(20);
  });

  /** What the compiler says of the consumer with a way to resolve modules, as a module and as a script at once. */
  const compiled = new Map<string, Promise<string>>();
  async function compile(resolution: string, module: string): Promise<string> {
    const files = resolution === 'bundler' ? ['consumer.ts'] : ['consumer.ts', 'consumer.cts'];
    for (const file of files) await copyFile(join(CONSUMERS, 'consumer.ts'), join(folder, file));
    const project = join(folder, `tsconfig.${resolution}.json`);
    await writeJson(project, {
      compilerOptions: {
        module,
        moduleResolution: resolution,
        target: 'ES2022',
        lib: ['ES2022'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
      },
      files,
    });
    return await run(folder, process.execPath, TSC, '-p', project, '--listFiles');
  }

  it.each([
    { resolution: 'nodenext', module: 'nodenext', file: 'consumer.ts' },
    { resolution: 'nodenext', module: 'nodenext', file: 'consumer.cts' },
    { resolution: 'bundler', module: 'esnext', file: 'consumer.ts' },
  ])('compiles strictly in $file with $resolution', async ({ resolution, module, file }) => {
    const output = compiled.get(resolution) ?? compile(resolution, module);
    compiled.set(resolution, output);
    // Every file that was compiled is listed, those of the compiler too.
    expect((await output).split('\n')).toContainEqual(
      expect.stringMatching(new RegExp(`/${file}$`)),
    );
  });
});
