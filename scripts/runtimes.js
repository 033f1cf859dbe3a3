/**
 * Runs one program with the packed package on every runtime, and compares what they print: the same
 * JSON, to the last digit. The runtimes come from npm, into a temporary folder of some 700 MB, so
 * this is no part of `npm test`. Prints a line for each run.
 *
 * Only what could be installed is judged; what could not is named, and is no failure where the
 * platform has no such package.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PROGRAMS = join(ROOT, 'test/packed');
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`.replace('win32', 'win');

/** What is run, and what has to be the same on all runtimes. */
const RUNS = [
  { run: 'import', file: 'program-esm.mjs', prints: 'the program' },
  { run: 'require', file: 'program-cjs.cjs', prints: 'the program' },
  { run: 'worker threads', file: 'program-workers.mjs', prints: 'the merged tally' },
];

/** @type {readonly { name: string, install: string, binary: readonly string[], options?: readonly string[] }[]} */
const RUNTIMES = [
  ...[20, 22, 24].map((major) => ({
    name: `Node ${major}`,
    install: `node-${major}@npm:${NODE_PACKAGE}@${major}`,
    binary: [`node-${major}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'],
  })),
  {
    name: 'Deno',
    install: 'deno@2',
    binary: ['deno', 'bin.cjs'],
    options: ['run', '--allow-read', '--allow-env', '--no-prompt', '--node-modules-dir=manual'],
  },
  { name: 'Bun', install: 'bun@1', binary: ['bun', 'bin', 'bun.exe'] },
];

/**
 * @param {string} cwd
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(cwd, command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 1e8,
    shell: process.platform === 'win32' && command === 'npm',
  });
  return { ok: status === 0, stdout, why: firstLines(stderr || String(error ?? `exit ${status}`)) };
}

/** @param {string} text */
function firstLines(text) {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^npm (warn|notice)/.test(line));
  return lines.slice(0, 6).join('\n        ');
}

/**
 * A project of a customer's, with the package as it would be published.
 *
 * @param {string} folder
 */
async function installPacked(folder) {
  await writeJson(join(folder, 'package.json'), { private: true, type: 'module' });
  const packed = run(ROOT, 'npm', ['pack', '--silent', '--pack-destination', folder]);
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  if (!packed.ok || tarball === undefined) throw new Error(`npm pack: ${packed.why}`);
  const installed = run(folder, 'npm', ['install', '--prefer-offline', `./${tarball}`]);
  if (!installed.ok) throw new Error(`npm install ${tarball}: ${installed.why}`);
  for (const name of await readdir(PROGRAMS)) {
    if (name.startsWith('program')) await copyFile(join(PROGRAMS, name), join(folder, name));
  }
}

/**
 * @param {string} path
 * @param {unknown} value
 */
async function writeJson(path, value) {
  await writeFile(path, `${JSON.stringify(value)}\n`);
}

/**
 * Installs a runtime and tells how to start it, and its version, or why there is none.
 *
 * @param {string} folder
 * @param {(typeof RUNTIMES)[number]} runtime
 */
async function installRuntime(folder, { name, install, binary }) {
  const own = join(folder, name.replace(' ', '-'));
  await mkdir(own);
  await writeJson(join(own, 'package.json'), { private: true });
  const installed = run(own, 'npm', ['install', '--no-audit', '--no-fund', install]);
  if (!installed.ok) return { why: installed.why };
  const path = join(own, 'node_modules', ...binary);
  const start = path.endsWith('.cjs') ? [process.execPath, path] : [path];
  const [command = '', ...first] = start;
  const asked = run(own, command, [...first, '--version']);
  if (!asked.ok) return { why: asked.why };
  const version = /\d+\.\d+\.\d+/.exec(asked.stdout)?.[0] ?? 'unknown version';
  return { command, first, version };
}

/**
 * What is printed, with figures to 13 digits: engines compute logarithms and powers differently in the last ones.
 *
 * @param {string} printed
 */
function comparable(printed) {
  return printed.replace(/-?\d+\.\d+(?:e[-+]?\d+)?/g, (figure) =>
    String(Number(Number(figure).toPrecision(13))),
  );
}

/**
 * Where two texts part, to show what differs.
 *
 * @param {string} found
 * @param {string} expected
 */
function parting(found, expected) {
  let at = 0;
  while (at < found.length && found[at] === expected[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `at character ${at}: ${found.slice(from, at + 60)}\n        expected   ${expected.slice(from, at + 60)}`;
}

async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'service-cycle-runtimes-'));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const project = join(folder, 'project');
    await mkdir(project);
    await installPacked(project);
    /** @type {Map<string, string>} */
    const expected = new Map();
    for (const runtime of RUNTIMES) {
      const installed = await installRuntime(folder, runtime);
      if (installed.command === undefined) {
        counts.skipped += RUNS.length;
        console.log(
          `not run ${runtime.name}: could not be installed from npm\n        ${installed.why}`,
        );
        continue;
      }
      const { command, first, version } = installed;
      for (const { run: way, file, prints } of RUNS) {
        const told = run(project, command, [...first, ...(runtime.options ?? []), file]);
        const printed = comparable(told.stdout);
        const wanted = expected.get(prints) ?? printed;
        const isSame = told.ok && printed !== '' && printed === wanted;
        if (told.ok && printed !== '') expected.set(prints, wanted);
        counts[isSame ? 'passed' : 'failed'] += 1;
        console.log(`${isSame ? 'ok     ' : 'failed '} ${runtime.name} (${version}), ${way}`);
        if (!isSame) console.log(`        ${told.ok ? parting(printed, wanted) : told.why}`);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

await main();
