/**
 * Throws hostile arguments at every public function of the built package: first every good call with
 * one of its numbers at the end of what may be accepted, then a million cases, or as many as asked for. Prints each kind of fault when it is first found, and all at the end, each in its
 * smallest case. `--case` shows one case and what comes of it; seed 0 are the good calls at extremes.
 *
 *     npm run fuzz -- [--cases 1000000] [--seed 1] [--case N]
 */
import { execFileSync, fork } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'tsup';

/**
 * @typedef {{ name: string, position: number, fault: string, changes: number, shown: string }} Found
 * @typedef {{ ends: { [end: string]: number } }} Ends
 * @typedef {{ functions: number, touched: string[] }} Done
 */

/** A call that takes more of the processor does not end, for all that its caller can tell. */
const LONGEST_SECONDS = 10;
const MEGABYTES = 2000;
/** How many cases a process throws before a fresh one takes over. */
const CASES_A_PROCESS = 50_000;

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DIST = pathToFileURL(join(ROOT, 'dist/')).href;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    case: { type: 'string' },
  },
});
const cases = Number(values.cases);
const seed = Number(values.seed);

/** @type {Map<string, Found & { times: number }>} */
const found = new Map();
/** @type {{ [end: string]: number }} */
const ends = {};
let functions = 0;

const folder = await mkdtemp(join(tmpdir(), 'service-cycle-fuzz-'));
await mkdir(join(ROOT, 'temp'), { recursive: true });
// In the project, so that the bundle finds the packages it does not hold.
const bundles = await mkdtemp(join(ROOT, 'temp/fuzz-'));
const program = join(bundles, 'fuzzProcess.mjs');
try {
  await build({
    entry: { fuzzProcess: join(ROOT, 'scripts/fuzzProcess.ts') },
    config: false,
    format: 'esm',
    target: 'node20',
    outDir: bundles,
    outExtension: () => ({ js: '.mjs' }),
    external: ['typescript'],
    silent: true,
  });
  if (values.case === undefined) await run();
  else process.stdout.write(show(seed, Number(values.case), true));
} finally {
  await rm(bundles, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

async function run() {
  const start = Date.now();
  const count = [program, DIST, ROOT, 'count', '0', '0', '0'];
  // Examples print before it.
  const printed = execFileSync(process.execPath, count, { encoding: 'utf8' });
  const extremes = Number(printed.split('\n').at(-1));
  await throwEach(0, extremes);
  if (seed !== 0) await throwEach(seed, cases);
  tell(extremes, Date.now() - start);
}

/**
 * Throws the first cases of a seed, in as many processes as there are cores.
 *
 * @param {number} of
 * @param {number} cases
 */
async function throwEach(of, cases) {
  let next = 0;
  const lanes = Array.from({ length: Math.min(availableParallelism(), 8) }, async (_, lane) => {
    while (next < cases) {
      const first = next;
      next = Math.min(cases, next + CASES_A_PROCESS);
      await throwAll(of, first, next, join(folder, String(lane)));
    }
  });
  await Promise.all(lanes);
}

/**
 * @param {number} extremes
 * @param {number} milliseconds
 */
function tell(extremes, milliseconds) {
  for (const { fault, position, times, shown } of found.values()) {
    console.log(`\n${fault}\n${String(times)} times, such as case ${String(position)}, ${shown}`);
  }
  const counts = Object.entries(ends).map(([end, count]) => `${String(count)} ${end}`);
  const seconds = Math.round(milliseconds / 1000);
  console.log(
    `\n${String(extremes)} extremes and ${String(seed === 0 ? 0 : cases)} cases of ${String(functions)} functions in ${String(seconds)} s, seed ${String(seed)}: ${counts.join(', ')}`,
  );
  console.log(`${String(found.size)} kinds of fault`);
  process.exitCode = found.size === 0 ? 0 : 1;
}

/**
 * Goes through the cases from `first` to before `end`, past those that do not come back.
 *
 * @param {number} of
 * @param {number} first
 * @param {number} end
 * @param {string} progress
 */
async function throwAll(of, first, end, progress) {
  for (let from = first; from < end; ) {
    await writeFile(progress, '');
    const stopped = await throwSome(of, from, end, progress);
    if (stopped === undefined) return;
    note({ ...stopped, name: '', changes: 1, shown: show(of, stopped.position, false) });
    from = stopped.position + 1;
  }
}

/**
 * @param {number} of
 * @param {number} from
 * @param {number} end
 * @param {string} progress
 * @returns {Promise<{ position: number, fault: string } | undefined>} the case that ended the process
 */
function throwSome(of, from, end, progress) {
  return new Promise((resolve, reject) => {
    const child = fork(program, [DIST, ROOT, progress, ...[of, from, end].map(String)], {
      execArgv: [`--max-old-space-size=${String(MEGABYTES)}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let position = -1;
    let since = 0;
    let isDone = false;
    let isEndless = false;
    const watch = setInterval(async () => {
      const now = await positionIn(progress);
      const spent = await secondsOf(child.pid);
      if (now !== position) {
        position = now;
        since = spent;
      } else if (now >= 0 && spent - since > LONGEST_SECONDS) {
        isEndless = true;
        child.kill('SIGKILL');
      }
    }, 500);
    child.on('message', (told) => {
      const message = /** @type {Found | Ends | Done} */ (told);
      if ('fault' in message) note(message);
      else if ('ends' in message) {
        for (const [way, count] of Object.entries(message.ends)) {
          ends[way] = (ends[way] ?? 0) + count;
        }
      } else {
        isDone = true;
        functions = message.functions;
        if (message.touched.length > 0) {
          const fault = `built-in objects were touched: ${message.touched.join(', ')}`;
          note({ name: '', position: from, fault, changes: 1, shown: 'or one after it' });
        }
      }
    });
    child.on('error', reject);
    child.on('exit', async (code) => {
      clearInterval(watch);
      // What it said last may arrive after it is gone.
      await setTimeout(200);
      positionIn(progress).then((at) => {
        if (isDone) resolve(undefined);
        else if (at < 0) reject(new Error(`the process ended with ${String(code)} at once`));
        else if (isEndless) resolve({ position: at, fault: 'does not end' });
        else resolve({ position: at, fault: 'ends the process, out of memory' });
      }, reject);
    });
  });
}

/**
 * How many seconds of the processor a process has had, so that a busy machine makes nothing endless; where no
 * file tells, how late it is.
 *
 * @param {number | undefined} pid
 */
async function secondsOf(pid) {
  try {
    const told = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
    // Behind the name, which may hold blanks, the 12th and 13th field count hundredths.
    const fields = told.slice(told.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Date.now() / 1000;
  }
}

/** @param {string} progress */
async function positionIn(progress) {
  const bytes = await readFile(progress);
  return bytes.length === 8 ? bytes.readDoubleLE() : -1;
}

/**
 * @param {number} of
 * @param {number} position
 * @param {boolean} isThrown - whether the call is made, too
 */
function show(of, position, isThrown) {
  const range = [of, position, isThrown ? position + 1 : position].map(String);
  return execFileSync(process.execPath, [program, DIST, ROOT, '', ...range], {
    encoding: 'utf8',
  });
}

/** @param {Found} one */
function note(one) {
  const name = one.name || (/\n(\w+)\(/.exec(one.shown)?.[1] ?? '');
  const key = `${name}: ${one.fault}`;
  const known = found.get(key);
  if (known === undefined) console.log(`found in case ${String(one.position)}: ${key}`);
  const times = (known?.times ?? 0) + 1;
  const isSimpler =
    known === undefined ||
    one.changes < known.changes ||
    (one.changes === known.changes && one.shown.length < known.shown.length);
  found.set(key, { ...(isSimpler ? one : known), fault: key, times });
}
