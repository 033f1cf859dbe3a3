/**
 * Reads hostile bodies of 1 MB of JSON through every door, each in a process of its own with a heap of 300 MB, and
 * fails where one takes more than a second of the processor or more memory than that.
 *
 *     npm run growth:bodies
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { everyEntry } from './entries.js';
import { list, question, survey } from './growthInputs.js';

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
const TALLIES = [
  'tally',
  'item-tally',
  'joint-tally',
  'gap-tally',
  'dimension-tally',
  'duration-tally',
];
for (const kind of TALLIES) {
  const head = `{"kind":"${kind}","survey":"s","width":1,"responses":1,`;
  BODIES[`parseTally ${kind}`] = {
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
  },
  responseFromTypeform: {
    answers: filled('{"form_response":{"answers":[', () => '{"type":"number"}', ']}}'),
  },
  responseFromFormbricks: { answers: filled('{"data":{', (at) => `"q${String(at)}":1`, '}}') },
  flattenSurveyJs: { answers: filled('{', (at) => `"q${String(at)}":{"r":1}`, '}') },
}))
  BODIES[door] = kinds;

const [worker, kind = ''] = process.argv.slice(2);
if (worker === undefined) {
  let faults = 0;
  console.log('| door | body | ms | MB |\n|---|---|---|---|');
  for (const [door, own] of Object.entries(BODIES)) {
    for (const name of [...Object.keys(own), ...Object.keys(ANY)]) {
      const { stdout, status, stderr } = spawnSync(
        process.execPath,
        [
          `--max-old-space-size=${String(MOST_MEGABYTES)}`,
          fileURLToPath(import.meta.url),
          door,
          name,
        ],
        { encoding: 'utf8', timeout: 60_000 },
      );
      const [milliseconds = Infinity, megabytes = Infinity] =
        status === 0 ? /** @type {number[]} */ (JSON.parse(stdout)) : [];
      const isFault = milliseconds > MOST_MILLISECONDS || megabytes > MOST_MEGABYTES;
      if (isFault) {
        faults += 1;
        console.error(
          `${door}, ${name}: ${String(milliseconds)} ms, ${String(megabytes)} MB ${stderr.slice(0, 300)}`,
        );
      }
      console.log(
        `| \`${door}\` | ${name} | ${milliseconds.toFixed(0)} | ${megabytes.toFixed(0)} |`,
      );
    }
  }
  console.error(`${String(faults)} at fault`);
  process.exitCode = faults === 0 ? 0 : 1;
} else {
  const library = /** @type {{ [name: string]: Verb }} */ (await everyEntry());
  const [door = '', tally] = worker.split(' ');
  const body = BODIES[worker]?.[kind] ?? ANY[/** @type {keyof typeof ANY} */ (kind)];
  const asked = survey(3);
  const before = process.cpuUsage();
  const input = JSON.parse(body);
  try {
    if (tally !== undefined) library[door]?.(asked, input, { kind: tally });
    else if (door === 'rowsFromOcel') library[door]?.(input, 'Order');
    else library[door]?.(input);
  } catch (thrown) {
    if (library['isServiceCycleError']?.(thrown) !== true) throw thrown;
  }
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify([(user + system) / 1000, process.resourceUsage().maxRSS / 1000]));
}
