/**
 * Reads hostile bodies of 1 MB of JSON through every door, with a heap of 300 MB, and fails where one takes more than a
 * second of the processor, more memory than that, or ends in another error than ours. Beside those made up for a door
 * there are good bodies of which one list, record or text is drawn out to 1 MB: every one in turn.
 *
 *     npm run growth:bodies -- [door ...]
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { everyEntry } from './entries.js';
import { list, question, survey } from './growthInputs.js';
import { GROWTH } from './growthTable.js';

/** @typedef {(...args: unknown[]) => unknown} Verb */

const BYTES = 1_000_000;
const MOST_MILLISECONDS = 1000;
const MOST_MEGABYTES = 300;

/**
 * JSON of 1 MB: as many copies of a part as go into a body.
 *
 * @param {string} start
 * @param {(at: number) => string} part
 * @param {string} end
 */
function filled(start, part, end) {
  const parts = [];
  let bytes = start.length + end.length;
  for (let at = 0; ; at += 1) {
    const next = part(at);
    bytes += next.length + 1;
    if (bytes > BYTES) break;
    parts.push(next);
  }
  return `${start}${parts.join(',')}${end}`;
}

const cycle = (/** @type {string} */ rest) => `{"id":"c","name":"C",${rest}`;
const MOMENT = '{"id":"m","name":"M","contact":"staff"}';
const REQUIREMENT = '{"id":"r","statement":"S","moments":["m"],"source":{"kind":"expectation"}}';
const nested = (/** @type {string} */ open, /** @type {string} */ close) =>
  `${open.repeat(BYTES / 2 / open.length)}1${close.repeat(BYTES / 2 / open.length)}`;
const unknownReferences = (/** @type {number} */ bytes) => {
  const ids = list(bytes / 60, (at) => `{"id":"m${String(at)}","name":"M","contact":"staff"}`).join(
    ',',
  );
  return filled(
    cycle(`"moments":[${ids}],"requirements":[{"id":"r","statement":"S","moments":[`),
    (at) => `"x${String(at)}"`,
    '],"source":{"kind":"expectation"}}]}',
  );
};
const plans = (/** @type {(at: number) => string} */ fields) =>
  filled(
    cycle(`"moments":[${MOMENT}],"requirements":[${REQUIREMENT}],"actionPlans":[`),
    (at) =>
      `{"id":"p${String(at)}","name":"P","requirements":["r"],"effects":[],"cost":{},"status":"proposed"${fields(at)}}`,
    ']}',
  );

/** Bodies that any door may be sent. */
const ANY = {
  'numbers in a list': filled('[', () => '1', ']'),
  'lists in lists': nested('[', ']'),
  'objects in objects': nested('{"a":', '}'),
  'empty objects': filled('[', () => '{}', ']'),
  'names of nothing': filled('{', (at) => `"k${String(at)}":1`, '}'),
  'one long text': `"${'x'.repeat(BYTES)}"`,
};

/** @type {{ [door: string]: { [kind: string]: string } }} */
const BODIES = {
  parseCycle: {
    'unknown references to as many moments': unknownReferences(BYTES / 2),
    'one long id that is missing': cycle(
      `"moments":[{"id":"${'x'.repeat(BYTES)}","name":"M","contact":"staff"}],"requirements":[${REQUIREMENT}]}`,
    ),
    'moments of one id': filled(cycle('"moments":['), () => MOMENT, ']}'),
    'moments that are none': filled(cycle('"moments":['), () => '{}', ']}'),
    'plans in a ring': plans((at) => `,"needs":["p${String(at + 1)}"]`),
    'plans that need one': plans(() => ',"needs":["p0"],"excludes":["p0"]'),
    languages: filled(
      '{"id":"c","name":{',
      (at) => `"en-x${at.toString(36).padStart(5, '0')}":"C"`,
      `},"moments":[${MOMENT}]}`,
    ),
    __proto__: filled(cycle('"moments":['), () => '{"__proto__":{"id":"m"}}', ']}'),
  },
  parseSurvey: {
    'questions of one id': filled(
      '{"id":"s","title":"S","questions":[',
      () => JSON.stringify(question(0)),
      ']}',
    ),
    'questions that are none': filled(
      '{"id":"s","title":"S","questions":[',
      () => '{"asks":"satisfacton"}',
      ']}',
    ),
    choices: filled(
      '{"id":"s","title":"S","questions":[{"id":"q","text":"Q","asks":"profile","choices":{',
      (at) => `"c${String(at)}":"C"`,
      '}}]}',
    ),
    labels: filled(
      '{"id":"s","title":"S","questions":[{"id":"q","text":"Q","asks":"satisfaction","scale":{"min":1,"max":5,"labels":{',
      (at) => `"${String(at)}":"L"`,
      '}}}]}',
    ),
  },
};

/** What a tally of each kind may be sent as. */
const TALLIES = {
  tally: 'parseTally',
  'duration-tally': 'parseTally',
  'item-tally': 'parseDimensionTally',
  'joint-tally': 'parseDimensionTally',
  'gap-tally': 'parseDimensionTally',
  'dimension-tally': 'parseDimensionTally',
};
for (const [kind, verb] of Object.entries(TALLIES)) {
  const head = `{"kind":"${kind}","survey":"s","width":1,"responses":1,`;
  BODIES[`${verb} ${kind}`] = {
    'strange questions': filled(
      `${head}"questions":[`,
      (at) => `{"id":"x${String(at)}","scale":{"min":1,"max":5},"firstCell":1}`,
      ']}',
    ),
    'strange items': filled(
      `${head}"items":[`,
      (at) => `{"id":"x${String(at)}","scale":{"min":1,"max":5}}`,
      ']}',
    ),
    cells: filled(`${head}"cells":[`, () => '-1', ']}'),
    'joint cells': filled(`${head}"sums":{"cells":[`, () => '{"first":0,"second":0,"n":1}', ']}}'),
    counts: filled(`${head}"duration":"d","counts":[`, () => '[1,1]', ']}'),
    groups: filled(
      `${head}"by":[{"name":"b","values":[`,
      (at) => `"v${String(at)}"`,
      ']}],"groups":[0]}',
    ),
  };
}
for (const [door, kinds] of Object.entries({
  cycleFromBlueprint: {
    steps: filled('{"name":"B","phases":[{"name":"P","customer":[', () => '{"action":"A"}', ']}]}'),
  },
  cycleFromMermaid: {
    steps: JSON.stringify(`journey\n section S\n${'  A: 4: B\n'.repeat(BYTES / 10)}`),
    'one line': JSON.stringify(`journey ${':'.repeat(BYTES)}`),
  },
  surveyFromSurveyJs: {
    elements: filled(
      '{"title":"S","elements":[',
      () => '{"type":"rating","name":"q","title":"Q"}',
      ']}',
    ),
    panels: `{"title":"S",${'"elements":[{"type":"panel",'.repeat(9000)}"name":"p"${'}]'.repeat(9000)}}`,
  },
  surveyFromQsf: {
    elements: filled(
      '{"SurveyEntry":{"SurveyID":"S"},"SurveyElements":[',
      () =>
        '{"Element":"SQ","PrimaryAttribute":"Q","Payload":{"QuestionType":"MC","QuestionText":"Q","Choices":{"1":{"Display":"A"}}}}',
      ']}',
    ),
    tags: `{"SurveyEntry":{"SurveyID":"S"},"SurveyElements":[{"Element":"SQ","PrimaryAttribute":"Q","Payload":{"QuestionType":"MC","Selector":"SAVR","QuestionText":"${'<br'.repeat(BYTES / 3)}","Choices":{"1":{"Display":"A"}}}}]}`,
  },
  rowsFromXes: { traces: filled('{"log":{"trace":[', () => '{"event":[{}]}', ']}}') },
  rowsFromOcel: {
    events: filled(
      '{"objectTypes":[],"eventTypes":[],"objects":[],"events":[',
      () => '{"id":"e"}',
      ']}',
    ),
    'objects times attributes': `{"objectTypes":[],"eventTypes":[],"objects":[${list(10_000, (at) => `{"id":"o${String(at)}","type":"Order"}`).join(',')}],"events":[{"id":"e","relationships":[${list(10_000, (at) => `{"objectId":"o${String(at)}"}`).join(',')}],"attributes":[${list(10_000, (at) => `{"name":"a${String(at)}"}`).join(',')}]}]}`,
  },
  responseFromTypeform: {
    answers: filled('{"form_response":{"answers":[', () => '{"type":"number"}', ']}}'),
  },
  responseFromFormbricks: { answers: filled('{"data":{', (at) => `"q${String(at)}":1`, '}}') },
  flattenSurveyJs: { answers: filled('{', (at) => `"q${String(at)}":{"r":1}`, '}') },
}))
  BODIES[door] = kinds;

/** Which argument of a door comes from outside; the others, and good bodies, are those of `growthTable.js`. */
const ARGUMENT = {
  parseCycle: 0,
  parseSurvey: 0,
  parseServicePlan: 0,
  parseTally: 1,
  parseDimensionTally: 1,
  parseVisitTally: 1,
  parseMeasurementTally: 1,
  parseDriverTally: 1,
  parseKanoTally: 1,
  parseRetentionTally: 0,
  tallyFromCounts: 2,
  measurementTallyFromCounts: 2,
  visitTallyFromCounts: 2,
  readResponses: 1,
  readVisits: 1,
  readMeasurements: 1,
  readEvents: 0,
  tallyResponses: 1,
  tallyVisits: 1,
  tallyMeasurements: 1,
  tallyKano: 1,
  tallyRetention: 0,
  measurementsFromEvents: 1,
  googleFormsRows: 0,
  limeSurveyRows: 0,
  qualtricsRows: 0,
  surveyMonkeyRows: 0,
  surveyFromQsf: 0,
  surveyFromSurveyJs: 0,
  flattenSurveyJs: 0,
  responseFromFormbricks: 0,
  responseFromTypeform: 0,
  cycleFromBlueprint: 0,
  cycleFromMermaid: 0,
  rowsFromXes: 0,
  rowsFromOcel: 0,
};

/** @typedef {{ kind: string, text: string, args: readonly unknown[], at: number }} Body */

/**
 * Every body of a door, with the arguments beside it.
 *
 * @param {string} door
 * @param {import('./growthTable.js').Library} library
 * @returns {Generator<Body>}
 */
function* bodiesOf(door, library) {
  const [name = ''] = door.split(' ');
  const at = ARGUMENT[/** @type {keyof typeof ARGUMENT} */ (name)] ?? 0;
  const makes = Object.entries(GROWTH[name] ?? {}).map(
    ([dimension, given]) =>
      /** @type {const} */ ([dimension, typeof given === 'function' ? given : given.make]),
  );
  const [, first] = makes[0] ?? [];
  const asked = survey(3);
  const [, tally] = door.split(' ');
  const given =
    tally === undefined ? (first?.(2, library) ?? []) : [asked, undefined, { kind: tally }];
  const own = { ...BODIES[door], ...ANY };
  for (const [kind, text] of Object.entries(own)) yield { kind, text, args: given, at };
  if (tally !== undefined) return;
  const done = new Set();
  for (const [, make] of makes) {
    const args = make(2, library);
    const good = JSON.stringify(args[at]);
    if (good === undefined || good.length > BYTES / 10) continue;
    for (const { path, text } of drawnOut(JSON.parse(good), '')) {
      if (done.has(path)) continue;
      done.add(path);
      yield { kind: path, text: text(), args, at };
    }
  }
}

/**
 * A body as it is but for one list, record or text, which is drawn out until all is 1 MB.
 *
 * @param {unknown} part
 * @param {string} path
 * @param {(text: string) => string} around the body around a part
 * @returns {Generator<{ path: string, text: () => string }>}
 */
function* drawnOut(part, path, around = (text) => text) {
  if (typeof part === 'string') {
    yield { path: `${path} long`, text: () => around(JSON.stringify('x'.repeat(BYTES))) };
  }
  if (typeof part !== 'object' || part === null) return;
  const isList = Array.isArray(part);
  const entries = Object.entries(part);
  const [, sample] = entries[0] ?? ['', 0];
  const text = JSON.stringify(sample);
  const numbered = (/** @type {number} */ at) =>
    typeof sample === 'number'
      ? String(at)
      : text.replaceAll(/:"([^"]*)"|^"([^"]*)"$/g, (all) => `${all.slice(0, -1)}${String(at)}"`);
  const kinds = isList ? { many: () => text, 'many numbered': numbered } : { names: () => text };
  for (const [kind, make] of Object.entries(kinds)) {
    const parts = (/** @type {number} */ at) =>
      isList ? make(at) : `"k${String(at)}":${make(at)}`;
    const ends = isList ? ['[', ']'] : ['{', '}'];
    yield {
      path: `${path} ${kind}`,
      text: () => around(filled(ends[0] ?? '', parts, ends[1] ?? '')),
    };
  }
  for (const [name, inner] of entries.slice(0, isList ? 1 : entries.length)) {
    const rest = (/** @type {string} */ replaced) => {
      const all = entries.map(([each, value]) => {
        const own = each === name ? replaced : JSON.stringify(value);
        return isList ? own : `${JSON.stringify(each)}:${own}`;
      });
      return around(isList ? `[${all.join(',')}]` : `{${all.join(',')}}`);
    };
    yield* drawnOut(inner, isList ? `${path}[]` : `${path}.${name}`, rest);
  }
}

/**
 * Reads a body, and tells what that took of the processor, or which error of the engine came out.
 *
 * @param {Verb | undefined} verb
 * @param {Body} body
 * @param {(thrown: unknown) => boolean} isOurs
 */
async function read(verb, { text, args, at }, isOurs) {
  const before = process.cpuUsage();
  try {
    await verb?.(...args.slice(0, at), JSON.parse(text), ...args.slice(at + 1));
  } catch (thrown) {
    if (!isOurs(thrown)) return String(thrown).slice(0, 300);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * What each body of a door takes, in a process of its own.
 *
 * @param {string} door
 * @param {string} [kind] this one only
 * @returns {{ kinds: { [kind: string]: number | string }, heavy: readonly string[], megabytes: number } | string}
 */
function readApart(door, kind) {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${String(MOST_MEGABYTES)}`,
      '--expose-gc',
      fileURLToPath(import.meta.url),
      '--worker',
      door,
      ...(kind === undefined ? [] : [kind]),
    ],
    { encoding: 'utf8', timeout: 900_000, maxBuffer: 1e8 },
  );
  return status === 0 ? JSON.parse(stdout) : `ends with ${String(status)} ${stderr.slice(-300)}`;
}

const [first, door = '', kind] = process.argv.slice(2);
if (first === '--worker') {
  const library = /** @type {import('./growthTable.js').Library} */ (await everyEntry());
  const verbs = /** @type {{ [name: string]: Verb }} */ (/** @type {unknown} */ (library));
  const isOurs = (/** @type {unknown} */ thrown) => verbs['isServiceCycleError']?.(thrown) === true;
  /** @type {{ [kind: string]: number | string }} */
  const kinds = {};
  // The package and what it is tried with take some memory themselves.
  globalThis.gc?.();
  const base = process.memoryUsage.rss() / 1e6;
  const heavy = [];
  for (const body of bodiesOf(door, library)) {
    if (kind !== undefined && body.kind !== kind) continue;
    const verb = verbs[door.split(' ')[0] ?? ''];
    globalThis.gc?.();
    const taken = await read(verb, body, isOurs);
    // What looks slow is read again: the first calls of a process are.
    const isSlow = typeof taken === 'number' && taken > MOST_MILLISECONDS / 2;
    const again = isSlow ? await read(verb, body, isOurs) : taken;
    kinds[body.kind] =
      typeof taken === 'number' && typeof again === 'number' ? Math.min(taken, again) : again;
    if (process.memoryUsage.rss() / 1e6 - base > MOST_MEGABYTES) heavy.push(body.kind);
  }
  const megabytes = process.resourceUsage().maxRSS / 1000 - base;
  console.log(JSON.stringify({ kinds, heavy, megabytes }));
} else {
  /** @type {string[]} */
  const faults = [];
  const all = [...new Set([...Object.keys(BODIES), ...Object.keys(ARGUMENT)])];
  const doors = all.filter((each) => first === undefined || process.argv.slice(2).includes(each));
  let count = 0;
  console.log('| door | bodies | slowest | ms | MB |\n|---|---|---|---|---|');
  for (const each of doors) {
    const result = readApart(each);
    if (typeof result === 'string') {
      faults.push(`${each} ${result}`);
      continue;
    }
    const entries = Object.entries(result.kinds);
    count += entries.length;
    for (const [body, taken] of entries) {
      if (typeof taken === 'string' || taken > MOST_MILLISECONDS) {
        faults.push(`${each}, ${body}: ${String(taken)}`);
      }
    }
    const times = entries.flatMap(([body, taken]) =>
      typeof taken === 'number' ? [/** @type {const} */ ([taken, body])] : [],
    );
    const [milliseconds = 0, slowest = ''] = times.sort(([a], [b]) => b - a)[0] ?? [];
    let { megabytes } = result;
    // What one after another left behind counts for none of them.
    if (megabytes > MOST_MEGABYTES) {
      megabytes = result.heavy.length === 0 ? megabytes : 0;
      for (const body of result.heavy) {
        const alone = readApart(each, body);
        const own = typeof alone === 'string' ? Infinity : alone.megabytes;
        megabytes = Math.max(megabytes, own);
        if (own > MOST_MEGABYTES) faults.push(`${each}, ${body}: ${String(own)} MB`);
      }
    }
    console.log(
      `| \`${each}\` | ${String(entries.length)} | ${slowest} | ${milliseconds.toFixed(0)} | ${megabytes.toFixed(0)} |`,
    );
  }
  for (const fault of faults) console.error(fault);
  console.error(`${String(count)} bodies, ${String(faults.length)} at fault`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
