import type { BoundForm } from './bound.ts';
import { keptCustomers } from './keptCustomers.ts';
import { listDepartures, weighDepartures } from './listDepartures.ts';
import { meetsDemands } from './meetsDemands.ts';
import { COUNT_STEPS, type NearSets } from './nearSets.ts';
import { LEFT, TAKEN } from './searchTypes.ts';

/** About so many sets are looked at before a node is given back to be split. */
const NEAR_LIMIT = 4000;

/**
 * Looks at the sets near the one that the bound of a node chooses, one by one.
 *
 * By the bound, a set keeps at most as many customers as the bound less what it forgoes: the reduced profit
 * of the plans it leaves and the lack of it of those it takes. So only sets that forgo less than
 * what lies between the bound and the target can qualify, and where the bound is sharp they are few.
 * They are listed by adding one departure after the other in the order of what they forgo, as long
 * as what can still be forgone may make up for all that is lacking.
 *
 * @param near - what to list them with
 * @param state - what is decided about each plan
 * @param bound - how many customers any set that agrees with it can keep at most
 * @param form - the form of that bound
 * @param howFar - whether to look at `some` when `all` are too many
 * @returns a bound on the sets that were not looked at, -Infinity when there are none
 * @see Martello & Toth (1990), Knapsack Problems, section 2.10, on the core of a knapsack
 */
export function lookNear(
  near: NearSets,
  state: Int8Array,
  bound: number,
  form: BoundForm,
  howFar: 'all' | 'some',
): number {
  const { problem, search } = near;
  const top = bound + problem.noise;
  listDepartures(near, state, form, top - search.target);
  const reach = reachOf(near, top - search.target);
  if (reach === 0 || (howFar === 'all' && reach < Infinity)) return top;
  near.top = top;
  near.reach = reach;
  weighDepartures(near, form);
  look(near, 0);
  extend(near, 0, 0);
  return top - reach;
}

/** The part of the slack within which about as many sets lie as can be looked at. */
function reachOf({ counts, forgone, count }: NearSets, slack: number): number {
  counts.fill(0);
  counts[0] = 1;
  for (let index = 0; index < count; index += 1) {
    const share = (forgone[index] ?? 0) / Math.max(slack, Number.MIN_VALUE);
    const steps = Math.floor(COUNT_STEPS * share);
    for (let step = COUNT_STEPS; step >= steps; step -= 1) {
      counts[step] = (counts[step] ?? 0) + (counts[step - steps] ?? 0);
    }
  }
  let sets = 0;
  for (let step = 0; step <= COUNT_STEPS; step += 1) {
    sets += counts[step] ?? 0;
    if (sets > NEAR_LIMIT) return (slack * step) / COUNT_STEPS;
  }
  return Infinity;
}

/** Looks at the sets that make so many departures as they are made, and others from there on. */
function extend(near: NearSets, depth: number, from: number): void {
  const { search, groupOf, departed, forgone, forgoneThen, instead, made, count, top, reach } =
    near;
  const before = forgoneThen[depth] ?? 0;
  for (let index = from; index < count; index += 1) {
    const total = before + (forgone[index] ?? 0);
    const most = Math.min(reach, top - search.target);
    if (total > most || !canQualify(near, depth, index, most - before)) return;
    if (index + 1 === count || total + (forgone[index + 1] ?? 0) > most) {
      departOnce(near, depth, index);
      return;
    }
    const group = groupOf[instead[index] ?? 0] ?? 0;
    if (departed[group] === 1) continue;
    departed[group] = 1;
    made[depth] = index;
    forgoneThen[depth + 1] = total;
    if (depart(near, depth, index)) look(near, depth + 1);
    extend(near, depth + 1, index + 1);
    departed[group] = 0;
  }
}

/** Looks at the sets that make one more departure, from there on, where there is no room for two. */
function departOnce(near: NearSets, depth: number, from: number): void {
  const { search, groupOf, departed, forgone, forgoneThen, instead, made, count, top, reach } =
    near;
  const { lacks, changes, width } = near;
  const before = forgoneThen[depth] ?? 0;
  const end = (depth + 1) * width;
  for (let index = from; index < count; index += 1) {
    if (before + (forgone[index] ?? 0) > Math.min(reach, top - search.target)) return;
    let at = depth * width;
    let change = index * width;
    while (at < end && (lacks[at] ?? 0) + (changes[change] ?? 0) <= 0) {
      at += 1;
      change += 1;
    }
    if (at < end || departed[groupOf[instead[index] ?? 0] ?? 0] === 1) continue;
    made[depth] = index;
    look(near, depth + 1);
  }
}

/** Whether departures from this one on that forgo so much may make up for all that is lacking. */
function canQualify(
  { lacks, relief, width }: NearSets,
  depth: number,
  index: number,
  forgoes: number,
): boolean {
  for (let figure = 0; figure < width; figure += 1) {
    const lack = lacks[depth * width + figure] ?? 0;
    if (lack > forgoes * (relief[index * width + figure] ?? 0)) return false;
  }
  return true;
}

/** Makes a departure after so many others; tells whether nothing is lacking then. */
function depart({ lacks, changes, width }: NearSets, depth: number, index: number): boolean {
  let lacking = 0;
  for (let figure = 0, at = depth * width; figure < width; figure += 1, at += 1) {
    const lack = (lacks[at] ?? 0) + (changes[index * width + figure] ?? 0);
    lacks[at + width] = lack;
    if (lack > 0) lacking += 1;
  }
  return lacking === 0;
}

/** Looks at the set that makes so many departures, and works out afresh whether it qualifies. */
function look(near: NearSets, depth: number): void {
  const { problem, search, groupOf, bestPlan, instead, made } = near;
  const set = near.set.slice();
  for (let place = 0; place < depth; place += 1) {
    const plan = instead[made[place] ?? 0] ?? 0;
    const best = bestPlan[groupOf[plan] ?? 0] ?? -1;
    set[plan] = TAKEN;
    if (best >= 0) set[best] = LEFT;
  }
  if (search.pointless?.(set) || !meetsDemands(problem, search.rows, set)) return;
  const value = keptCustomers(problem, set);
  if (value >= search.target) search.found(set, value);
}
