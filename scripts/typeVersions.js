/**
 * Compiles a consumer of every entry against the packed package with each TypeScript it promises to
 * work with, strictly and with the declarations themselves checked, as every kind of module. The
 * compilers come from npm, into a temporary folder, so this is no part of `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENTRIES, importName } from './entries.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const VERSIONS = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7'];

/** @type {readonly { moduleResolution: string, module: string, file: string }[]} */
const WAYS = [
  { moduleResolution: 'node16', module: 'node16', file: 'consumer.ts' },
  { moduleResolution: 'node16', module: 'node16', file: 'consumer.cts' },
  { moduleResolution: 'nodenext', module: 'nodenext', file: 'consumer.ts' },
  { moduleResolution: 'nodenext', module: 'nodenext', file: 'consumer.cts' },
  { moduleResolution: 'bundler', module: 'esnext', file: 'consumer.ts' },
];

/**
 * @param {string} cwd
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(cwd, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { ok: status === 0, said: `${stdout}${stderr}`.trim() };
}

/** A use of every entry: what a consumer's editor reads, all declarations. */
function consumer() {
  const imports = Object.keys(ENTRIES).map(
    (entry, place) =>
      `import * as entry${String(place)} from '${importName(entry)}';\nexport { entry${String(place)} };\n`,
  );
  return imports.join('');
}

const folder = await mkdtemp(join(tmpdir(), 'service-cycle-types-'));
let passed = 0;
let failed = 0;
try {
  const packed = run(ROOT, 'npm', ['pack', '--silent', '--pack-destination', folder]);
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  if (!packed.ok || tarball === undefined) throw new Error(`npm pack: ${packed.said}`);
  for (const version of VERSIONS) {
    const project = join(folder, version);
    await mkdir(project);
    await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
    const installed = run(project, 'npm', [
      'install',
      '--no-audit',
      '--no-fund',
      `../${tarball}`,
      `typescript@${version}`,
      'fast-check@4',
    ]);
    if (!installed.ok) {
      failed += 1;
      console.log(`failed  TypeScript ${version}: could not be installed\n${installed.said}`);
      continue;
    }
    for (const { moduleResolution, module, file } of WAYS) {
      const source = join(project, file);
      await writeFile(source, consumer());
      await cp(join(ROOT, 'test/packed/consumer.ts'), join(project, `packed-${file}`));
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'ES2022',
        lib: ['ES2022'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
      };
      const config = join(project, 'tsconfig.json');
      await writeFile(config, JSON.stringify({ compilerOptions, files: [file, `packed-${file}`] }));
      const tsc = join(project, 'node_modules/typescript/bin/tsc');
      const { ok, said } = run(project, process.execPath, [tsc, '-p', config]);
      passed += Number(ok);
      failed += Number(!ok);
      const way = `${moduleResolution}, ${file.endsWith('.cts') ? 'CommonJS' : 'ESM'}`;
      console.log(`${ok ? 'ok    ' : 'failed'}  TypeScript ${version}, ${way}`);
      if (!ok) console.log(said.split('\n').slice(0, 10).join('\n'));
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
