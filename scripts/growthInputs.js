/**
 * What `growthTable.js` makes arguments of: cycles, surveys and observations of any size, the same on
 * every run.
 *
 * @typedef {{ [key: string]: unknown }} Fields
 */

/**
 * So many things, each made from its position.
 *
 * @template Item
 * @param {number} n
 * @param {(at: number) => Item} make
 * @returns {Item[]}
 */
export const list = (n, make) => Array.from({ length: n }, (_, at) => make(at));

/**
 * One of `choices` whole numbers from 0, scattered over positions and columns.
 *
 * @param {number} at
 * @param {number} column
 * @param {number} choices
 */
export function scatter(at, column, choices) {
  let mixed = Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % choices;
}

const SCALE = { min: 1, max: 5 };

/**
 * A rated question.
 *
 * @param {number} at
 * @param {Fields} fields
 */
export const question = (at, fields = {}) => ({
  id: `q${String(at)}`,
  text: `How satisfied are you with part ${String(at)}?`,
  asks: 'satisfaction',
  scale: SCALE,
  ...fields,
});

/** @param {readonly object[]} questions */
export const surveyOf = (questions) => ({ id: 's', title: 'Leaving', questions });

/**
 * A survey of so many rated questions.
 *
 * @param {number} n
 * @param {(at: number) => Fields} fields
 */
export const survey = (n, fields = () => ({})) =>
  surveyOf(list(n, (at) => question(at, fields(at))));

/**
 * So many responses to so many questions; what is added stands beside the answers.
 *
 * @param {number} n
 * @param {number} questions
 * @param {(at: number) => Fields} fields
 */
export const responses = (n, questions, fields = () => ({})) =>
  list(n, (at) => ({
    ...Object.fromEntries(list(questions, (q) => [`q${String(q)}`, scatter(at, q, 5) + 1])),
    ...fields(at),
  }));

/**
 * Columns of so many responses.
 *
 * @param {number} n
 * @param {number} questions
 * @param {Fields} more
 */
export const columns = (n, questions, more = {}) => ({
  kind: 'columns',
  length: n,
  answers: Object.fromEntries(
    list(questions, (q) => [
      `q${String(q)}`,
      Uint8Array.from(list(n, (at) => scatter(at, q, 5) + 1)),
    ]),
  ),
  ...more,
});

/** @param {number} at */
export const moment = (at, fields = {}) => ({
  id: `m${String(at)}`,
  name: `Moment ${String(at)}`,
  contact: 'staff',
  ...fields,
});

/** @param {number} at */
export const area = (at) => ({ id: `a${String(at)}`, name: `Area ${String(at)}` });

/** @param {number} at */
export const standard = (at, fields = {}) => ({
  id: `t${String(at)}`,
  measure: `Wait ${String(at)}`,
  unit: 'seconds',
  operator: '<=',
  threshold: 60,
  requiredShare: 0.9,
  ...fields,
});

/** @param {number} at */
export const requirement = (at, fields = {}) => ({
  id: `r${String(at)}`,
  statement: `Nobody waits for part ${String(at)}`,
  moments: ['m0'],
  source: { kind: 'expectation' },
  ...fields,
});

/** @param {number} at */
export const plan = (at, fields = {}) => ({
  id: `p${String(at)}`,
  name: `Plan ${String(at)}`,
  requirements: ['r0'],
  effects: [effect(`m0`, at)],
  cost: { euro: 100 + scatter(at, 1, 900) },
  status: 'proposed',
  ...fields,
});

/**
 * @param {string} id
 * @param {number} at
 */
export const effect = (id, at) => ({
  moment: id,
  incidentReduction: { low: 0.1, base: 0.2 + scatter(at, 2, 30) / 100, high: 0.6 },
  basis: 'judged',
});

/**
 * A cycle with what is given, and one moment where none is.
 *
 * @param {Fields} parts
 */
export const cycle = (parts = {}) => ({
  id: 'c',
  name: 'A visit',
  moments: [moment(0), moment(1), moment(2)],
  ...parts,
});

/**
 * A cycle of so many areas, each with a moment and a question of its own.
 *
 * @param {number} n
 */
export const cycleOfAreas = (n) => ({
  ...cycle(),
  areas: list(n, area),
  moments: list(n, (at) => moment(at, { area: `a${String(at)}` })),
  survey: survey(n, (at) => ({ about: { area: `a${String(at)}` } })),
});

/**
 * A cycle of so many requirements with a standard each, and so many plans on the first.
 *
 * @param {number} requirements
 * @param {number} plans
 */
export const cycleOfPlans = (requirements, plans) =>
  cycle({
    requirements: list(requirements, (at) => requirement(at, { standards: [standard(at)] })),
    actionPlans: list(plans, (at) => plan(at)),
  });

/**
 * So many visits of so many moments: incidents in one of ten, one overall answer in six low.
 *
 * @param {number} n
 * @param {number} moments
 */
export const visits = (n, moments) =>
  list(n, (at) => ({
    moments: Object.fromEntries(
      list(moments, (m) => [
        `m${String(m)}`,
        {
          rating: scatter(at, m, 5) + 1,
          incident: scatter(at, m + 7919, 10) === 0,
          waitSeconds: scatter(at, m, 900),
        },
      ]),
    ),
    overall: scatter(at, 104729, 5) + 1,
  }));

/**
 * So many measurements, over so many standards.
 *
 * @param {number} n
 * @param {number} standards
 * @param {Fields} more
 */
export const measurements = (n, standards = 1, more = {}) =>
  list(n, (at) => ({
    standard: `t${String(at % standards)}`,
    value: scatter(at, 3, 1_000_000) / 1e4,
    ...more,
  }));

/**
 * Points of a scale, each answered so often.
 *
 * @param {number} points
 * @param {number} each
 */
export const counts = (points, each = 10) => ({
  scale: { min: 1, max: points },
  perAnswer: list(points, () => each),
});

/**
 * What is at stake at so many moments.
 *
 * @param {number} n
 */
export const stakes = (n) =>
  list(n, (at) => ({
    moment: `m${String(at)}`,
    visits: 1000,
    incidentShare: { value: 0.2, basis: 'measured' },
    harm: { value: 0.5, basis: 'judged' },
  }));
