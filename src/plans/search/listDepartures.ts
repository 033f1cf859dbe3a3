import type { BoundForm } from './bound.ts';
import { usedOf } from './capacityRow.ts';
import type { NearSets } from './nearSets.ts';
import { LEFT, OPEN, TAKEN } from './searchTypes.ts';

/** A set is passed over for lack of room only when it misses by more than rounding. */
const ROOM_TOLERANCE = 1e-9;

/** Turns to the set that a bound chooses, and lists the departures from it within the slack. */
export function listDepartures(
  near: NearSets,
  state: Int8Array,
  form: BoundForm,
  slack: number,
): void {
  const { groupOf, bestReducedProfit, bestPlan, set, forgone, instead } = near;
  const { reducedProfit } = form;
  bestReducedProfit.fill(0);
  bestPlan.fill(-1);
  for (let plan = 0; plan < state.length; plan += 1) {
    if (state[plan] !== OPEN) continue;
    const group = groupOf[plan] ?? 0;
    const own = reducedProfit[plan] ?? 0;
    if (own <= (bestReducedProfit[group] ?? 0)) continue;
    bestReducedProfit[group] = own;
    bestPlan[group] = plan;
  }
  set.set(state);
  let count = 0;
  for (let plan = 0; plan < state.length; plan += 1) {
    if (state[plan] !== OPEN) continue;
    const group = groupOf[plan] ?? 0;
    const best = bestReducedProfit[group] ?? 0;
    const chosen = bestPlan[group] === plan;
    set[plan] = chosen ? TAKEN : LEFT;
    const forgoes = chosen ? best : best - (reducedProfit[plan] ?? 0);
    if (forgoes > slack) continue;
    let place = count;
    for (; place > 0 && (forgone[place - 1] ?? 0) > forgoes; place -= 1) {
      forgone[place] = forgone[place - 1] ?? 0;
      instead[place] = instead[place - 1] ?? 0;
    }
    forgone[place] = forgoes;
    instead[place] = plan;
    count += 1;
  }
  near.count = count;
}

/** Works out what the set that the bound chooses lacks, and how the departures change it. */
export function weighDepartures(near: NearSets, form: BoundForm): void {
  weighSet(near, form);
  weighChanges(near, form);
}

function weighSet({ problem, search, bestPlan, set, lacks }: NearSets, form: BoundForm): void {
  const { rows, target } = search;
  let most = (form.granted[0] ?? 0) + problem.noise;
  for (const plan of bestPlan) if (plan >= 0) most += form.gain[plan] ?? 0;
  for (const [row, { weights, limit, unit }] of rows.entries()) {
    lacks[row] = usedOf(weights, set) - limit - ROOM_TOLERANCE * unit;
  }
  lacks[rows.length] = target - most;
}

/** Works out how the departures change what is lacking, and the relief from each on. */
function weighChanges(near: NearSets, { gain }: BoundForm): void {
  const { groupOf, bestPlan, instead, forgone, changes, relief, weights, width, count } = near;
  const takes = (plan: number, figure: number): number => {
    if (plan < 0) return 0;
    return figure < width - 1 ? (weights[plan * (width - 1) + figure] ?? 0) : -(gain[plan] ?? 0);
  };
  for (let index = count - 1; index >= 0; index -= 1) {
    const plan = instead[index] ?? 0;
    const best = bestPlan[groupOf[plan] ?? 0] ?? -1;
    for (let figure = 0, at = index * width; figure < width; figure += 1, at += 1) {
      const change = takes(best === plan ? -1 : plan, figure) - takes(best, figure);
      const own = change < 0 ? -change / (forgone[index] ?? 0) : 0;
      const later = index + 1 < count ? (relief[at + width] ?? 0) : 0;
      changes[at] = change;
      relief[at] = Math.max(own, later);
    }
  }
}
