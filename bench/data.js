/**
 * The data of the bench: made up, from a seed, so that every process makes the same.
 *
 * @typedef {Uint8Array & { [place: number]: any }} Bytes small whole numbers; `any` lets a loop read
 * them without a check that it would not have in plain JavaScript
 * @typedef {{ codes: Bytes, values: readonly string[] }} Group one grouping key, coded
 * @typedef {{ nps: Bytes, csat: Bytes, ces: Bytes }} Answers
 * @typedef {{ branch: Group, month: Group, channel: Group }} Groups
 * @typedef {{ length: number, answers: Answers, groups: Groups }} Columns
 * @typedef {{ nps: number, csat: number, ces: number, branch: string, month: string, channel: string }} Row
 */

/** The grouping keys, and how many values each has: 10,800 groups in all. */
export const KEYS = /** @type {const} */ (['branch', 'month', 'channel']);
export const BRANCHES = 30;
export const MONTHS = 12;
export const CHANNELS = 30;

/** How many items the questionnaire has whose reliability is measured. */
export const ITEMS = 24;

/**
 * A stream of numbers from 0 up to 1 (mulberry32).
 *
 * @param {number} seed
 */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Answers to three questions by branch, month and channel, one typed array a column. Branches differ,
 * and a satisfied customer gives better answers to all three.
 *
 * @param {number} length
 * @returns {Columns}
 */
export function makeColumns(length) {
  const next = seeded(20250101);
  const column = () => /** @type {Bytes} */ (new Uint8Array(length));
  /** @type {(name: string, size: number) => Group} */
  const group = (name, size) => ({
    codes: column(),
    values: Array.from({ length: size }, (_, code) => `${name}-${String(code + 1)}`),
  });
  const answers = { nps: column(), csat: column(), ces: column() };
  const groups = {
    branch: group('branch', BRANCHES),
    month: group('month', MONTHS),
    channel: group('channel', CHANNELS),
  };
  for (let i = 0; i < length; i += 1) {
    const branch = Math.floor(next() * BRANCHES);
    groups.branch.codes[i] = branch;
    groups.month.codes[i] = Math.floor(next() * MONTHS);
    groups.channel.codes[i] = Math.floor(next() * CHANNELS);
    const mood = Math.sqrt(next()) * 0.9 + branch / (9 * BRANCHES);
    answers.nps[i] = Math.floor(Math.min(0.999, mood + next() / 8) * 11);
    answers.csat[i] = 1 + Math.floor(Math.min(0.999, mood + next() / 8) * 5);
    answers.ces[i] = 1 + Math.floor(Math.min(0.999, mood + next() / 8) * 7);
  }
  return { length, answers, groups };
}

/**
 * The same answers as row objects.
 *
 * @param {number} length
 * @returns {Row[]}
 */
export function makeRows(length) {
  const { answers, groups } = makeColumns(length);
  const { branch, month, channel } = groups;
  /** @type {Row[]} */
  const rows = [];
  for (let i = 0; i < length; i += 1) {
    rows.push({
      nps: answers.nps[i],
      csat: answers.csat[i],
      ces: answers.ces[i],
      branch: branch.values[branch.codes[i]] ?? '',
      month: month.values[month.codes[i]] ?? '',
      channel: channel.values[channel.codes[i]] ?? '',
    });
  }
  return rows;
}

/**
 * Answers from 1 to 5 to the items of one questionnaire, one typed array an item.
 *
 * @param {number} length
 * @returns {readonly Bytes[]}
 */
export function makeItems(length) {
  const next = seeded(20250102);
  const items = Array.from({ length: ITEMS }, () => /** @type {Bytes} */ (new Uint8Array(length)));
  for (let i = 0; i < length; i += 1) {
    const mood = next();
    for (const item of items) item[i] = 1 + Math.floor((mood + next()) * 2.5);
  }
  return items;
}

/** How many moments a visit has. */
export const VISIT_MOMENTS = 15;

/** @typedef {{ length: number, ratings: readonly Bytes[], overall: Bytes }} VisitColumns */

/**
 * Visits: a rating from 1 to 5 at each moment, and an overall answer that a low rating at the third or
 * the eighth pulls down most.
 *
 * @param {number} length
 * @returns {VisitColumns}
 */
export function makeVisits(length) {
  const next = seeded(20250103);
  const column = () => /** @type {Bytes} */ (new Uint8Array(length));
  const ratings = Array.from({ length: VISIT_MOMENTS }, column);
  const overall = column();
  for (let i = 0; i < length; i += 1) {
    const mood = next();
    let answer = 3.2 + 1.6 * mood;
    for (const [place, column] of ratings.entries()) {
      const rating = 1 + Math.floor(5 * Math.min(0.999, Math.sqrt((mood + 2 * next()) / 3)));
      column[i] = rating;
      if (rating <= 2) answer -= place === 2 || place === 7 ? 1.5 : 0.1;
    }
    overall[i] = Math.min(5, Math.max(1, Math.round(answer + next() - 0.5)));
  }
  return { length, ratings, overall };
}
