import { api } from '../ours.js';

/**
 * One selection to make, in whole numbers: what each plan keeps, what it takes of each resource, how
 * much there is, and which plan needs which.
 *
 * @typedef {{ values: readonly number[], costs: readonly (readonly number[])[],
 * capacities: readonly number[], needs: readonly (readonly [plan: number, other: number])[] }} Instance
 */

const PLANS = 50;
const RESOURCES = ['money', 'hours', 'training'];
/** Every second instance has so many plans that need another. */
const NEEDS = 10;
/** A selection is made for every so many responses, and no more than so many. */
const RESPONSES = 2e4;
const MOST = 50;

/** @type {import('./index.js').Task<readonly Instance[]>} */
export const planSelection = {
  title: 'Choosing among 50 action plans under three resources',
  note: `The best set, proved, of plans whose benefits add up; one selection for every ${RESPONSES.toLocaleString('en')} responses, ${MOST} at most. Right when every set fits and keeps as many customers as the hand loop's, which searches depth first with one bound from all resources together. service-cycle also says why each plan is in or out and settles which set comes first of equals, and the second time what one more unit of each resource would bring; the others only choose.`,
  bytes: 1,
  targets: [{ than: 'yalps', speed: 5 }],
  makeData: (n) =>
    Array.from({ length: Math.min(MOST, Math.ceil(n / RESPONSES)) }, (_, seed) =>
      makeInstance(seed),
    ),
  methods: {
    'service-cycle': (instances) => ours(instances, { more: {} }),

    'service-cycle, one more': (instances) => ours(instances, {}),

    'hand loop': (instances) => ({
      work: () => instances.map(depthFirst),
      read: (sets) => read(instances, sets),
    }),

    yalps: async (instances) => {
      const { solve } = await import('yalps');
      const models = instances.map(toModel);
      return {
        work: () => models.map((model) => solve(model, { timeout: 60_000, maxIterations: 1e9 })),
        read: (solutions) =>
          read(
            instances,
            solutions.map((/** @type {any} */ { status, variables }) =>
              status === 'optimal'
                ? variables.map((/** @type {any} */ [name]) => Number(name.slice(1)))
                : [],
            ),
          ),
      };
    },

    HiGHS: async (instances) => {
      const { default: load } = await import('highs');
      const highs = await load();
      const programs = instances.map(toProgram);
      return {
        work: () =>
          programs.map((program) => highs.solve(program, { mip_rel_gap: 0, output_flag: false })),
        read: (solutions) =>
          read(
            instances,
            solutions.map((/** @type {any} */ { Columns }) =>
              [...Array(PLANS).keys()].filter((plan) => Columns[`p${plan}`].Primal > 0.5),
            ),
          ),
      };
    },
  },
};

/**
 * @param {readonly Instance[]} instances
 * @param {object} more - of which resources to tell what more of them would bring; of all when empty
 * @returns {import('./index.js').Measured}
 */
function ours(instances, more) {
  const cases = instances.map(toCycle);
  return {
    work: () =>
      cases.map(({ cycle, options }) => api.selectActionPlans(cycle, { ...options, ...more })),
    read: (selections) =>
      read(
        instances,
        selections.map((/** @type {any} */ { status, chosen }) =>
          status === 'optimal'
            ? chosen.map((/** @type {any} */ { plan }) => Number(plan.slice(1)))
            : [],
        ),
      ),
  };
}

/**
 * @param {number} seed
 * @returns {Instance}
 */
function makeInstance(seed) {
  const next = seeded(20250103 + seed);
  /** @type {(low: number, high: number) => number} */
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  const plans = Array.from({ length: PLANS }, (_, plan) => plan);
  const costs = plans.map(() => RESOURCES.map(() => whole(5, 60)));
  return {
    values: plans.map(() => whole(10, 80)),
    costs,
    capacities: RESOURCES.map((_, resource) =>
      Math.floor(0.4 * costs.reduce((sum, cost) => sum + (cost[resource] ?? 0), 0)),
    ),
    needs: Array.from({ length: seed % 2 === 0 ? 0 : NEEDS }, () => {
      const plan = whole(1, PLANS - 1);
      return /** @type {const} */ ([plan, whole(0, plan - 1)]);
    }),
  };
}

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
 * As service-cycle takes it: each plan works alone on a moment of its own, for sure.
 *
 * @param {Instance} instance
 */
function toCycle({ values, costs, capacities, needs }) {
  const sure = { low: 1, base: 1, high: 1 };
  const certain = { value: 1, basis: 'measured' };
  return {
    cycle: {
      id: 'bank',
      name: 'Bank',
      moments: values.map((_, plan) => ({ id: `m${plan}`, name: `m${plan}`, contact: 'staff' })),
      actionPlans: values.map((_, plan) => ({
        id: `p${plan}`,
        name: `p${plan}`,
        requirements: [],
        effects: [{ moment: `m${plan}`, incidentReduction: sure, basis: 'assumed' }],
        cost: Object.fromEntries(RESOURCES.map((name, place) => [name, costs[plan]?.[place]])),
        needs: needs.filter(([own]) => own === plan).map(([, other]) => `p${other}`),
        status: 'proposed',
      })),
    },
    options: {
      resources: Object.fromEntries(RESOURCES.map((name, place) => [name, capacities[place]])),
      stakes: values.map((visits, plan) => ({
        moment: `m${plan}`,
        visits,
        incidentShare: certain,
        harm: certain,
      })),
    },
  };
}

/**
 * As yalps takes it.
 *
 * @param {Instance} instance
 * @returns {import('yalps').Model}
 */
function toModel({ values, costs, capacities, needs }) {
  /** @type {{ [name: string]: { max: number } }} */
  const constraints = {};
  for (const [place, name] of RESOURCES.entries())
    constraints[name] = { max: capacities[place] ?? 0 };
  /** @type {{ [plan: string]: { [key: string]: number } }} */
  const variables = {};
  for (const [plan, value] of values.entries()) {
    variables[`p${plan}`] = { value };
    for (const [place, name] of RESOURCES.entries()) {
      Object.assign(variables[`p${plan}`] ?? {}, { [name]: costs[plan]?.[place] });
    }
  }
  for (const [plan, other] of needs) {
    const name = `${plan} needs ${other}`;
    constraints[name] = { max: 0 };
    Object.assign(variables[`p${plan}`] ?? {}, { [name]: 1 });
    Object.assign(variables[`p${other}`] ?? {}, { [name]: -1 });
  }
  return { direction: 'maximize', objective: 'value', constraints, variables, binaries: true };
}

/**
 * As HiGHS takes it, in CPLEX LP format.
 *
 * @param {Instance} instance
 */
function toProgram({ values, costs, capacities, needs }) {
  /** @type {(weights: readonly (number | undefined)[]) => string} */
  const sum = (weights) => weights.map((weight, plan) => `+ ${weight} p${plan}`).join(' ');
  return [
    'Maximize',
    sum(values),
    'Subject To',
    ...capacities.map((limit, place) => `${sum(costs.map((cost) => cost[place]))} <= ${limit}`),
    ...needs.map(([plan, other]) => `p${plan} - p${other} <= 0`),
    'Binary',
    values.map((_, plan) => `p${plan}`).join(' '),
    'End',
  ].join('\n');
}

/**
 * Depth first over the plans, the best first by what they keep per share of all resources together,
 * with that as the one resource of the bound.
 *
 * @param {Instance} instance
 */
function depthFirst({ values, costs, capacities, needs }) {
  const shares = costs.map((cost) =>
    cost.reduce((sum, amount, place) => sum + amount / (capacities[place] ?? 1), 0),
  );
  /** @type {(plan: number) => number} */
  const rate = (plan) => (values[plan] ?? 0) / (shares[plan] ?? 1);
  const order = [...values.keys()].sort((a, b) => rate(b) - rate(a));
  const needed = order.map((plan) =>
    needs.filter(([own]) => own === plan).map(([, other]) => other),
  );
  const needing = order.map((plan) =>
    needs.filter(([, other]) => other === plan).map(([own]) => own),
  );
  /** 1 for a plan that is taken, 2 for one that is left, 0 before. */
  const fate = new Uint8Array(values.length);
  const free = [...capacities];
  /** @type {readonly number[]} */
  let best = [];
  let bestValue = -1;

  /** @type {(depth: number, value: number, room: number) => void} */
  function visit(depth, value, room) {
    const plan = order[depth];
    if (plan === undefined) {
      if (value <= bestValue) return;
      bestValue = value;
      best = [...values.keys()].filter((each) => fate[each] === 1);
      return;
    }
    let bound = value;
    let left = room;
    for (let place = depth; place < order.length; place += 1) {
      const other = order[place] ?? 0;
      const share = shares[other] ?? 0;
      bound += (values[other] ?? 0) * Math.min(1, left / share);
      if (share >= left) break;
      left -= share;
    }
    if (bound < bestValue + 1 - 1e-6) return;
    const cost = costs[plan] ?? [];
    const fits = cost.every((amount, place) => amount <= (free[place] ?? 0));
    if (fits && !needed[depth]?.some((other) => fate[other] === 2)) {
      for (const [place, amount] of cost.entries()) free[place] = (free[place] ?? 0) - amount;
      fate[plan] = 1;
      visit(depth + 1, value + (values[plan] ?? 0), room - (shares[plan] ?? 0));
      for (const [place, amount] of cost.entries()) free[place] = (free[place] ?? 0) + amount;
    }
    if (!needing[depth]?.some((other) => fate[other] === 1)) {
      fate[plan] = 2;
      visit(depth + 1, value, room);
    }
    fate[plan] = 0;
  }

  visit(0, 0, RESOURCES.length);
  return best;
}

/**
 * What each set keeps; nothing where it does not meet the demands.
 *
 * @param {readonly Instance[]} instances
 * @param {readonly (readonly number[])[]} sets
 * @returns {import('./index.js').Answer}
 */
function read(instances, sets) {
  return instances.map(({ values, costs, capacities, needs }, place) => {
    const set = sets[place] ?? [];
    const fits = capacities.every(
      (limit, resource) =>
        set.reduce((sum, plan) => sum + (costs[plan]?.[resource] ?? 0), 0) <= limit,
    );
    const complete = needs.every(([plan, other]) => !set.includes(plan) || set.includes(other));
    const value = set.reduce((sum, plan) => sum + (values[plan] ?? 0), 0);
    return [`selection ${place + 1}`, [fits && complete ? value : NaN]];
  });
}
