/**
 * Random tables with small groups, published with all their roll-ups, and an attacker who works out what
 * is hidden: by solving the sums of what is shown, and because no count is below 0. Prints the tables of
 * `docs/small-groups.md`; `test/disclosureAttack.test.ts` tries the same with other tables.
 *
 *     npm run attack -- [--tables 2000] [--seed 1] [--kind crossed] [--before path/to/another/build.js]
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as areas from 'service-cycle/areas';
import * as requirements from 'service-cycle/requirements';
import * as surveys from 'service-cycle/survey';
import { chanceFrom } from '../examples/chance.js';

/** @typedef {() => number} Chance chance numbers, from 0 to 1 */
/** @typedef {any} Library the package, or another build of it */

/**
 * A table to publish: who answered what, in which group.
 *
 * @typedef {object} Table
 * @property {readonly string[]} keys
 * @property {readonly Readonly<Record<string, string>>[]} groups the value of each key, group by group
 * @property {readonly any[]} counts how many gave each answer, group by group
 */

/**
 * A sum that the attacker knows: of which unknowns, and what it comes to.
 *
 * @typedef {object} Sum
 * @property {readonly number[]} of
 * @property {number} is
 * @property {number} [less] an unknown that is taken off
 */

const library = { ...surveys, ...requirements, ...areas };

const MINIMUM = 5;
const SCALES = [2, 5, 11];

/** @param {number} answers */
const surveyOf = (answers) => ({
  id: 's',
  title: 'S',
  questions: [
    {
      id: 'q',
      text: 'Q',
      asks: /** @type {const} */ ('satisfaction'),
      scale: { min: 1, max: answers },
      about: { area: 'hall' },
    },
  ],
});

/**
 * The least and the most that each unknown can be, where no count is below 0.
 *
 * @param {number} unknowns
 * @param {readonly Sum[]} sums
 */
export function boundsOf(unknowns, sums) {
  /** @type {any[]} */
  const rows = sums.map(({ of, is, less }) => {
    /** @type {any} */
    const row = new Float64Array(unknowns + 1);
    for (const at of of) row[at] += 1;
    if (less !== undefined) row[less] -= 1;
    row[unknowns] = is;
    return row;
  });
  const plain = rows.map((row) => row.slice());
  let done = 0;
  for (let column = 0; column < unknowns && done < rows.length; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= done && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [rows[done], rows[pivot]] = [rows[pivot], rows[done]];
    const own = rows[done];
    const factor = own[column];
    for (let at = 0; at <= unknowns; at += 1) own[at] /= factor;
    for (const row of rows) {
      if (row === own || Math.abs(row[column]) < 1e-9) continue;
      const times = row[column];
      for (let at = 0; at <= unknowns; at += 1) row[at] -= times * own[at];
    }
    done += 1;
  }
  /** @type {[number, number][][]} */
  const all = [...plain, ...rows.slice(0, done)].map((row) =>
    Array.from(row.subarray(0, unknowns).entries()).filter(([, times]) => Math.abs(times) > 1e-9),
  );
  /** @type {any[]} */
  const ends = [...plain, ...rows.slice(0, done)].map((row) => row[unknowns]);
  const low = new Array(unknowns).fill(0);
  const high = new Array(unknowns).fill(Infinity);
  for (let pass = 0, moved = true; moved && pass < 100; pass += 1) {
    moved = false;
    for (const [at, row] of all.entries()) {
      let [least, most, boundless] = [0, 0, 0];
      const spans = row.map(([column, times]) => {
        const ends = [times * low[column], times * high[column]];
        const [from, to] = times > 0 ? ends : ends.toReversed();
        if (Number.isFinite(from)) least += Number(from);
        if (Number.isFinite(to)) most += Number(to);
        if (!Number.isFinite(from)) boundless += 1e6;
        if (!Number.isFinite(to)) boundless += 1;
        return [Number(from), Number(to)];
      });
      for (const [place, [column, times]] of row.entries()) {
        const [from = 0, to = 0] = spans[place] ?? [];
        // What the others come to at least and at most.
        const below = Math.floor(boundless / 1e6) - (Number.isFinite(from) ? 0 : 1);
        const above = (boundless % 1e6) - (Number.isFinite(to) ? 0 : 1);
        const others = [
          below > 0 ? -Infinity : least - (Number.isFinite(from) ? from : 0),
          above > 0 ? Infinity : most - (Number.isFinite(to) ? to : 0),
        ];
        const [a = 0, b = 0] = others.map((other) => (ends[at] - other) / times);
        const up = Math.floor((times > 0 ? a : b) + 1e-6);
        const down = Math.ceil((times > 0 ? b : a) - 1e-6);
        if (up < high[column]) [high[column], moved] = [up, true];
        if (down > low[column]) [low[column], moved] = [down, true];
      }
    }
  }
  return { low, high };
}

/** @template T @param {readonly T[]} list @returns {T[][]} */
function subsets(list) {
  return list.reduce(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    /** @type {T[][]} */ ([[]]),
  );
}

/** @param {readonly number[]} list */
const total = (list) => list.reduce((sum, value) => sum + value, 0);

/** The groups by some keys: their names, and which groups by all keys lie within.
 * @param {Table} table
 * @param {readonly string[]} keys
 */
function marginalsOf({ groups }, keys) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const [at, group] of groups.entries()) {
    const name = JSON.stringify(keys.map((key) => group[key]));
    found.set(name, [...(found.get(name) ?? []), at]);
  }
  return found;
}

/** @param {Table} table */
function rowsOf({ groups, counts }) {
  return groups.flatMap((group, at) =>
    (counts[at] ?? []).flatMap((/** @type {number} */ count, /** @type {number} */ answer) =>
      Array.from({ length: count }, () => ({ ...group, q: answer + 1 })),
    ),
  );
}

/** What is shown of a table and its roll-ups: the names of the groups, by their keys.
 * @param {Library} from
 * @param {number} answers
 * @param {Table} table
 * @param {readonly Table[]} [before] tables published before
 */
function shownOf(from, answers, table, before = []) {
  const survey = surveyOf(answers);
  const by = table.keys;
  const tally = from.tallyResponses(survey, rowsOf(table), { by });
  const published = before.map((each) => from.tallyResponses(survey, rowsOf(each), { by }));
  /** @type {Map<string, any>} */
  const shown = new Map();
  for (const keys of subsets(by)) {
    const rolled = keys.length === by.length ? tally : from.rollUp(tally, keys);
    const scores = from.scoreTally(survey, rolled, before.length > 0 ? { published } : {});
    const own = { size: new Set(), answers: new Set() };
    if (keys.length === 0) {
      if (scores.responses !== 'suppressed') own.size.add('[]');
      if (scores.questions.length > 0) own.answers.add('[]');
    }
    const { groups } = scores;
    for (const [place, responses] of (groups?.responses ?? []).entries()) {
      const name = JSON.stringify(
        groups.keys.map((/** @type {any} */ { values, codes }) => values[codes[place]]),
      );
      if (responses !== null) own.size.add(name);
      if (groups.columns[0]?.n[place] !== null) own.answers.add(name);
    }
    shown.set(keys.join(' '), own);
  }
  return shown;
}

/** What an attacker finds of small groups of tables published one after another, the last the largest.
 * @param {readonly Table[]} tables
 * @param {readonly ReturnType<typeof shownOf>[]} shown
 * @param {number} answers
 */
function found(tables, shown, answers) {
  const last = /** @type {Table} */ (tables.at(-1));
  const size = last.groups.length;
  const names = last.groups.map((group) => JSON.stringify(group));
  // The unknowns are the groups of each wave: of the first table, and of what each later one adds.
  const parts = tables.map((table, wave) => {
    const countsIn = (/** @type {Table | undefined} */ of, /** @type {number} */ at) => {
      const place =
        of === undefined ? -1 : of.groups.findIndex((group) => JSON.stringify(group) === names[at]);
      return of?.counts[place] ?? new Array(answers).fill(0);
    };
    return last.groups.map((_, at) => {
      const own = countsIn(table, at);
      const less = countsIn(tables[wave - 1], at);
      return own.map(
        (/** @type {number} */ count, /** @type {number} */ answer) => count - less[answer],
      );
    });
  });
  /** @type {{ of: number[], shows: (what: 'size' | 'answers') => boolean }[]} */
  const sums = [];
  for (const [wave, own] of shown.entries()) {
    for (const keys of subsets(last.keys)) {
      for (const [name, members] of marginalsOf(last, keys)) {
        const upTo = Array.from({ length: wave + 1 }, (_, each) =>
          members.map((at) => each * size + at),
        ).flat();
        sums.push({
          of: upTo,
          shows: (what) => own.get(keys.join(' '))?.[what].has(name) === true,
        });
      }
      if (wave === 0) continue;
      // Those who came since are asked about too, though nothing of them is shown by itself.
      for (const members of marginalsOf(last, keys).values()) {
        sums.push({ of: members.map((at) => wave * size + at), shows: () => false });
      }
    }
  }
  const result = { sizes: 0, answers: 0, small: 0 };
  const unknowns = parts.length * size;
  const ask = (
    /** @type {'size' | 'answers'} */ what,
    /** @type {(counts: readonly number[]) => number} */ valueOf,
  ) => {
    /** @type {any} */
    const values = parts.flat().map(valueOf);
    /** @type {any} */
    const sizes = parts.flat().map(total);
    const asked = sums.filter(({ shows }) => !shows(what));
    const known = sums
      .filter(({ shows }) => shows(what))
      .map(({ of }) => ({ of, is: total(of.map((at) => values[at])) }));
    // A sum that is not shown is an unknown too: less itself it comes to 0.
    const own = asked.map(({ of }, at) => ({ of, is: 0, less: unknowns + at }));
    const { low, high } = boundsOf(unknowns + asked.length, [...known, ...own]);
    for (const [at, { of }] of asked.entries()) {
      const n = total(of.map((each) => sizes[each]));
      const value = total(of.map((each) => values[each]));
      if (n === 0 || n >= MINIMUM || value === 0) continue;
      if (what === 'size') result.small += 1;
      if (low[unknowns + at] !== high[unknowns + at]) continue;
      result[what === 'size' ? 'sizes' : 'answers'] += 1;
    }
  };
  ask('size', total);
  for (let answer = 0; answer < answers; answer += 1)
    ask('answers', (counts) => counts[answer] ?? 0);
  return result;
}

/** What hiding takes: marginals beyond the small ones, and the share of all answers that is not shown.
 * @param {Table} table
 * @param {ReturnType<typeof shownOf>} shown
 */
function priceOf(table, shown) {
  let beyond = 0;
  let beyondSizes = 0;
  let lost = 0;
  const all = total(table.counts.map(total));
  for (const keys of subsets(table.keys)) {
    const own = shown.get(keys.join(' '));
    if (own === undefined) continue;
    for (const [name, members] of marginalsOf(table, keys)) {
      const n = total(members.map((at) => total(table.counts[at])));
      if (n < MINIMUM) continue;
      if (!own.size.has(name)) beyondSizes += 1;
      if (own.answers.has(name)) continue;
      beyond += 1;
      if (keys.length === table.keys.length) lost += n;
    }
  }
  return { beyond, beyondSizes, lost: lost / all };
}

/** @param {Chance} chance @param {number} answers @param {number} size */
function countsOf(chance, answers, size) {
  const counts = new Array(answers).fill(0);
  for (let at = 0; at < size; at += 1) counts[Math.floor(chance() * answers)] += 1;
  return counts;
}

/** Hard tables: three in eight groups are small, the others have up to 40. @param {Chance} chance */
const hardSize = (chance) =>
  chance() < 3 / 8 ? 1 + Math.floor(chance() * 4) : 5 + Math.floor(chance() * 36);

/** @param {Chance} chance @param {number} answers @param {readonly number[]} radix @param {number} filled */
function crossed(chance, answers, radix, filled = 1) {
  const keys = radix.map((_, at) => `k${at}`);
  let groups = [{}];
  for (const [at, values] of radix.entries()) {
    groups = groups.flatMap((group) =>
      Array.from({ length: values }, (_, value) => ({ ...group, [`k${at}`]: `v${value}` })),
    );
  }
  const met = groups.filter(() => chance() < filled);
  const kept = met.length > 0 ? met : groups.slice(0, 1);
  return {
    keys,
    groups: kept,
    counts: kept.map(() => countsOf(chance, answers, hardSize(chance))),
  };
}

/** @param {Chance} chance @param {number} answers @param {number} levels @param {number} regions */
function nested(chance, answers, levels, regions = 4) {
  const groups = Array.from({ length: 12 }, (_, branch) => ({
    branch: `b${String(branch).padStart(2, '0')}`,
    region: `r${branch % regions}`,
    ...(levels > 2 && { country: `c${branch % 2}` }),
  }));
  const keys = Object.keys(groups[0] ?? {});
  return { keys, groups, counts: groups.map(() => countsOf(chance, answers, hardSize(chance))) };
}

/** @type {Readonly<Record<string, (chance: Chance, answers: number) => Table>>} */
export const TABLES = {
  'one key, 8 values': (chance, answers) => crossed(chance, answers, [8]),
  'crossed 4 x 3': (chance, answers) => crossed(chance, answers, [4, 3]),
  'crossed 5 x 4': (chance, answers) => crossed(chance, answers, [5, 4]),
  'crossed 3 x 2 x 3': (chance, answers) => crossed(chance, answers, [3, 2, 3]),
  'nested, 12 branches in 4 regions': (chance, answers) => nested(chance, answers, 2),
  'nested, 12 branches in 3 regions': (chance, answers) => nested(chance, answers, 2, 3),
  'nested, in 2 countries too': (chance, answers) => nested(chance, answers, 3),
  'sparse 4 x 4, half filled': (chance, answers) => crossed(chance, answers, [4, 4], 0.5),
  'sparse 3 x 3 x 2, half filled': (chance, answers) => crossed(chance, answers, [3, 3, 2], 0.5),
};

/** A first wave, and a second that few or some have joined. @param {Chance} chance @param {number} answers */
function waves(chance, answers) {
  const table = crossed(chance, answers, chance() < 0.5 ? [6] : [3, 3]);
  const counts = table.counts.map((own) => {
    const more =
      chance() < 0.5 ? countsOf(chance, answers, Math.floor(chance() * 12)) : own.map(() => 0);
    return own.map((count, at) => count + more[at]);
  });
  return [table, { ...table, counts }];
}

/** The least number of sizes that have to be hidden beyond small ones: by trying all choices. @param {Table} table @param {number} most */
function leastHidden(table, most) {
  const all = subsets(table.keys).flatMap((keys) =>
    Array.from(marginalsOf(table, keys), ([name, members]) => ({
      id: `${keys.join(' ')}|${name}`,
      of: members,
      n: total(members.map((at) => total(table.counts[at]))),
    })),
  );
  const sizes = table.counts.map(total);
  const fixed = all.filter(({ n }) => n >= MINIMUM);
  const small = all.filter(({ n }) => n < MINIMUM);
  const isSafe = (/** @type {ReadonlySet<string>} */ hidden) => {
    const known = fixed.filter(({ id }) => !hidden.has(id)).map(({ of, n }) => ({ of, is: n }));
    const own = small.map(({ of }, at) => ({ of, is: 0, less: sizes.length + at }));
    const { low, high } = boundsOf(sizes.length + small.length, [...known, ...own]);
    return small.every((_, at) => low[sizes.length + at] !== high[sizes.length + at]);
  };
  /** @param {number} left @param {number} from @param {readonly string[]} hidden @returns {boolean} */
  const search = (left, from, hidden) => {
    if (left === 0) return isSafe(new Set(hidden));
    for (let at = from; at <= fixed.length - left; at += 1) {
      if (search(left - 1, at + 1, [...hidden, fixed[at]?.id ?? ''])) return true;
    }
    return false;
  };
  for (let count = 0; count <= most; count += 1) if (search(count, 0, [])) return count;
  return undefined;
}

/**
 * The same for branches that lie in regions, region by region: the least for an attacker who knows why each is
 * hidden, so that one below the minimum has 1 to 4 and one that protects another 5 or more. A branch is hidden
 * by itself and with its region.
 *
 * @param {Table} table
 */
function leastNested({ groups, counts }) {
  /** @type {Map<string | undefined, number[]>} */
  const regions = new Map();
  for (const [at, { region }] of groups.entries()) {
    regions.set(region, [...(regions.get(region) ?? []), total(counts[at])]);
  }
  let least = 0;
  for (const sizes of regions.values()) {
    const small = sizes.filter((size) => size < MINIMUM);
    const isSafe = (/** @type {readonly number[]} */ hidden) => {
      const sum = total([...small, ...hidden]);
      const lowest = small.length - 1 + MINIMUM * hidden.length;
      const highest = hidden.length > 0 ? Infinity : (MINIMUM - 1) * (small.length - 1);
      return Math.max(1, sum - highest) < Math.min(MINIMUM - 1, sum - lowest);
    };
    const choices = subsets(sizes.filter((size) => size >= MINIMUM));
    const safe = choices.filter(isSafe).map(({ length }) => length);
    if (small.length > 0) least += 2 * Math.min(sizes.length - small.length, ...safe);
  }
  return least;
}

/** What an attacker finds in tables of a kind, and what it takes that he finds nothing.
 * @param {Library} from
 * @param {string} kind
 * @param {number} tables
 * @param {number} seed
 */
export function attackTables(from, kind, tables, seed) {
  const chance = chanceFrom(seed).share;
  /** @type {Record<string, number>} */
  const sum = { tables: 0, small: 0, sizes: 0, answers: 0, beyond: 0, beyondSizes: 0, lost: 0 };
  for (let at = 0; at < tables; at += 1) {
    const answers = SCALES[at % SCALES.length] ?? 2;
    const isWaves = kind === 'waves';
    /** @type {any[]} */
    const published = isWaves ? waves(chance, answers) : [TABLES[kind]?.(chance, answers)];
    const shown = published.map((table, wave) =>
      shownOf(from, answers, table, published.slice(0, wave)),
    );
    /** @type {any} */
    const result = found(published, shown, answers);
    /** @type {any} */
    const price = priceOf(published.at(-1), /** @type {any} */ (shown.at(-1)));
    sum['tables'] = at + 1;
    for (const name of ['small', 'sizes', 'answers']) sum[name] = (sum[name] ?? 0) + result[name];
    for (const name of ['beyond', 'beyondSizes', 'lost'])
      sum[name] = (sum[name] ?? 0) + price[name];
  }
  return sum;
}

/** What an attacker finds from a standard by group and from the charts of an area by period.
 * @param {Library} from
 * @param {'standards' | 'charts'} kind
 * @param {number} tables
 * @param {number} seed
 */
export function attackFigures(from, kind, tables, seed) {
  const chance = chanceFrom(seed).share;
  /** @type {Record<string, number>} */
  const sum = { tables: 0, small: 0, sizes: 0, answers: 0, beyond: 0, beyondSizes: 0, lost: 0 };
  for (let at = 0; at < tables; at += 1) {
    const table = crossed(chance, 2, kind === 'charts' ? [6] : at % 2 === 0 ? [7] : [4, 3]);
    /** @type {Map<string, any>} */
    const shown = new Map(
      [[], table.keys].map((keys) => [keys.join(' '), { size: new Set(), answers: new Set() }]),
    );
    const own = shown.get(table.keys.join(' '));
    const whole = shown.get('');
    if (kind === 'standards') {
      const standard = {
        id: 'x',
        measure: 'Wait',
        unit: 'seconds',
        operator: /** @type {const} */ ('<='),
        threshold: 1,
        requiredShare: 0.9,
      };
      const rows = rowsOf(table).map(({ q, ...group }) => ({ ...group, value: q }));
      const verdict = from.assessStandard(standard, rows, { by: table.keys });
      whole.size.add('[]');
      whole.answers.add('[]');
      for (const { group, cases, figures } of verdict.groups) {
        const name = JSON.stringify(table.keys.map((key) => group[key]));
        if (cases !== 'suppressed') own.size.add(name);
        if (figures.status !== 'suppressed') own.answers.add(name);
      }
    } else {
      const survey = surveyOf(2);
      const tally = from.tallyResponses(survey, rowsOf(table), { by: ['k0'] });
      const cycle = {
        id: 'c',
        name: 'C',
        areas: [{ id: 'hall', name: 'Hall' }],
        moments: [{ id: 'm', name: 'M', contact: /** @type {const} */ ('none'), area: 'hall' }],
        survey,
      };
      const [area] = from.chartAreas(/** @type {any} */ (cycle), tally, { period: 'k0' }).areas;
      const scores = from.scoreTally(survey, tally);
      if (scores.responses !== 'suppressed') whole.size.add('[]');
      if (scores.questions.length > 0) whole.answers.add('[]');
      const points = area.share.kind === 'control-chart' ? area.share.points : [];
      // The limits tell how many there are, and the share how many of them are favourable.
      for (const { label } of points) {
        own.size.add(JSON.stringify([label]));
        own.answers.add(JSON.stringify([label]));
      }
    }
    /** @type {any} */
    const result = found([table], [shown], 2);
    sum['tables'] = at + 1;
    for (const name of ['small', 'sizes', 'answers']) sum[name] = (sum[name] ?? 0) + result[name];
    /** @type {any} */
    const price = priceOf({ ...table }, shown);
    for (const name of ['beyond', 'beyondSizes', 'lost'])
      sum[name] = (sum[name] ?? 0) + price[name];
  }
  return sum;
}

/**
 * @param {string} kind
 * @param {Library} from
 * @param {number} tables
 * @param {number} seed
 * @returns {any}
 */
function attackKind(kind, from, tables, seed) {
  return kind === 'standards' || kind === 'charts'
    ? attackFigures(from, kind, tables, seed)
    : attackTables(from, kind, tables, seed);
}

export const KINDS = [...Object.keys(TABLES), 'waves', 'standards', 'charts'];

async function main() {
  const { values } = parseArgs({
    options: {
      tables: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      kind: { type: 'string' },
      before: { type: 'string' },
      least: { type: 'string', default: '30' },
    },
  });
  /** @type {[string, Library][]} */
  const versions = [['now', library]];
  if (values.before !== undefined) {
    versions.push(['before', await import(pathToFileURL(values.before).href)]);
  }
  console.log(
    '| tables | version | small groups | sizes found | answers found | hidden beyond, sizes | hidden beyond | answers lost |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const kind of KINDS.filter((each) => values.kind === undefined || each === values.kind)) {
    for (const [name, from] of versions) {
      const sum = attackKind(kind, from, Number(values.tables), Number(values.seed));
      const mean = (/** @type {number} */ of) => (of / sum.tables).toFixed(1);
      console.log(
        `| ${kind} | ${name} | ${sum.small} | ${sum.sizes} | ${sum.answers} | ${mean(sum.beyondSizes)} | ${mean(sum.beyond)} | ${((100 * sum.lost) / sum.tables).toFixed(1)} % |`,
      );
    }
  }
  console.log('\n| tables | sizes hidden beyond, here | least possible |\n|---|---|---|');
  for (const [kind, draw, leastOf] of LEAST) {
    const chance = chanceFrom(Number(values.seed)).share;
    let here = 0;
    let least = 0;
    let tried = 0;
    for (let at = 0; at < Number(values.least); at += 1) {
      const table = draw(chance);
      const fewest = leastOf(table);
      if (fewest === undefined) continue;
      tried += 1;
      least += fewest;
      here += priceOf(table, shownOf(library, 2, table)).beyondSizes;
    }
    console.log(
      `| ${kind}, ${tried} tables | ${(here / tried).toFixed(2)} | ${(least / tried).toFixed(2)} |`,
    );
  }
}

/** @type {readonly [string, (chance: Chance) => Table, (table: Table) => number | undefined][]} */
const LEAST = [
  ['3 x 2', (chance) => crossed(chance, 2, [3, 2]), (table) => leastHidden(table, 5)],
  ['3 x 3', (chance) => crossed(chance, 2, [3, 3]), (table) => leastHidden(table, 5)],
  ['4 x 3', (chance) => crossed(chance, 2, [4, 3]), (table) => leastHidden(table, 5)],
  ['12 branches in 3 regions', (chance) => nested(chance, 2, 2, 3), leastNested],
];

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
