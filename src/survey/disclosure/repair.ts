import { DIFFERENCE, type Exposure, isFew, isTooMuch, OWN, sizeAt, tiedTo } from './exposure.ts';
import type { Relation } from './lattice.ts';
import { unprovenAmong } from './unproven.ts';

/**
 * Hides what protects small groups (secondary suppression): while no other table is found that shows the
 * same and differs in a size or an answer of a small group, the cheapest group of a sum that it is in is
 * hidden too, first by the responses, which takes all questions with it, then question by question, which
 * takes that question only. In the end whatever turned out not to be needed is shown again, the dearest
 * first. Where nothing is left to hide that helps, all groups are.
 *
 * @param exposure - the groups, with those below the minimum hidden already
 * @param total - the total, which is hidden where nothing else helps
 * @returns the questions, by number from 1, that were hidden in all groups since there was too much to settle;
 * nothing where that was so of the responses
 */
export function repair(exposure: Exposure, total: number): readonly number[] | undefined {
  const unsettled: number[] = [];
  for (let family = 0; family < exposure.hidden.length; family += 1) {
    if (repairFamily(exposure, family, total)) continue;
    if (isTooMuch(exposure)) {
      if (family === 0) return undefined;
      unsettled.push(family);
    }
    hideAll(exposure, family, total);
  }
  return unsettled;
}

/** Hides all groups, and the total where even that tells something. */
function hideAll(exposure: Exposure, family: number, total: number): void {
  const { size, kinds, work } = exposure;
  for (let group = 0; group < size; group += 1) {
    if (kinds[group] === OWN && group !== total) hide(exposure, family, group);
  }
  work.most = Math.max(work.most, work.done + work.more);
  if (total < 0 || exposure.isTotalShown) return;
  const hidden = exposure.hidden[family] as Uint8Array;
  const seen = new Set<number>();
  for (let group = 0; group < size; group += 1) {
    if (hidden[group] !== 1 || seen.has(group)) continue;
    const tied = tiedTo(exposure, family, [group]);
    for (const each of tied) seen.add(each);
    if (unprovenAmong(exposure, family, tied) === undefined && !isTooMuch(exposure)) continue;
    hide(exposure, family, total);
    break;
  }
  work.most = Math.max(work.most, work.done + work.more);
}

/** Whether all small groups are protected now. */
function repairFamily(exposure: Exposure, family: number, total: number): boolean {
  const { size, minimum } = exposure;
  const hidden = exposure.hidden[family] as Uint8Array;
  const isSafe = new Uint8Array(size);
  const added: number[] = [];
  const costs = new Float64Array(size).fill(-1);
  const costOf = (group: number): number => {
    if (costs[group] === -1) costs[group] = costAt(exposure, group, family);
    return costs[group] as number;
  };
  for (let group = 0; group < size; group += 1) {
    if (hidden[group] !== 1 || isSafe[group] === 1) continue;
    if (!isFew(sizeAt(exposure, group, family), minimum)) continue;
    for (;;) {
      const tied = tiedTo(exposure, family, [group]);
      const exposed = unprovenAmong(exposure, family, tied);
      if (isTooMuch(exposure)) return false;
      if (exposed === undefined) {
        for (const each of tied) isSafe[each] = 1;
        break;
      }
      const next = cheapest(exposure, family, exposed, tied, total, costOf);
      if (next === undefined) return false;
      hide(exposure, family, next);
      added.push(next);
    }
  }
  showAgain(exposure, family, added, costOf);
  return true;
}

/** What hiding a group takes: its answers, or its responses where nobody asks anything. */
function costAt(exposure: Exposure, group: number, family: number): number {
  if (family > 0) return sizeAt(exposure, group, family);
  const { questions } = exposure.layout;
  if (questions.length === 0) return sizeAt(exposure, group, 0);
  return questions.reduce((sum, _, at) => sum + sizeAt(exposure, group, at + 1), 0);
}

function hide({ hidden }: Exposure, family: number, group: number): void {
  for (const [at, each] of hidden.entries()) if (at === family || family === 0) each[group] = 1;
}

/**
 * The cheapest group to hide: one in a sum of which the exposed group alone is hidden, else in any sum that it
 * is in, else in any that tells of those tied to it. A group counts as dear as it is with what it would take
 * to keep it from being told itself, where nothing else is hidden in another sum that it is in.
 */
function cheapest(
  exposure: Exposure,
  family: number,
  exposed: number,
  tied: readonly number[],
  total: number,
  costOf: (group: number) => number,
): number | undefined {
  const { relations, relationsOf, kinds, work, marks } = exposure;
  const hidden = exposure.hidden[family] as Uint8Array;
  const canHide = (group: number): boolean =>
    hidden[group] !== 1 &&
    kinds[group] === OWN &&
    group !== total &&
    // Where nobody answers there is nothing that could be taken for another's answers.
    (family === 0 || costOf(group) > 0);
  marks.costs.clear();
  // What the second cheapest of a sum takes, since the cheapest may be the one that asks; nothing where one is hidden.
  const restIn = (id: number): number => {
    if (!marks.costs.add(id)) return marks.restOf[id] as number;
    const { whole, parts } = relations[id] as Relation;
    work.done += parts.length;
    let [first, second] = [Infinity, Infinity];
    for (let at = -1; at < parts.length; at += 1) {
      const member = at < 0 ? whole : (parts[at] as number);
      if (hidden[member] === 1) {
        second = Infinity;
        break;
      }
      if (!canHide(member)) continue;
      const cost = costOf(member);
      if (cost < first) [first, second] = [cost, first];
      else if (cost < second) second = cost;
    }
    const rest = second === Infinity ? 0 : second;
    marks.restOf[id] = rest;
    return rest;
  };
  /** The cheapest in any sum that these are in. */
  const choose = (
    groups: readonly number[],
    isWanted: (id: number) => boolean = () => true,
  ): number | undefined => {
    let best: number | undefined;
    let lowest = Infinity;
    marks.groups.clear();
    marks.sums.clear();
    for (const near of groups) {
      for (const id of relationsOf[near] as readonly number[]) {
        if (!marks.sums.add(id) || !isWanted(id)) continue;
        const { whole, parts } = relations[id] as Relation;
        work.done += parts.length;
        for (let at = -1; at < parts.length; at += 1) {
          const group = at < 0 ? whole : (parts[at] as number);
          if (!canHide(group) || !marks.groups.add(group)) continue;
          let cost = costOf(group);
          if (cost >= lowest) continue;
          for (const other of relationsOf[group] as readonly number[]) cost += restIn(other);
          if (cost >= lowest) continue;
          best = group;
          lowest = cost;
        }
      }
    }
    return best;
  };
  const isAlone = (id: number): boolean => {
    const { whole, parts } = relations[id] as Relation;
    work.done += parts.length;
    const isShownOrOwn = (member: number): boolean => hidden[member] !== 1 || member === exposed;
    return isShownOrOwn(whole) && parts.every(isShownOrOwn);
  };
  const best = choose([exposed], isAlone) ?? choose([exposed]) ?? choose(tied);
  if (best !== undefined) return best;
  const isLeft = total >= 0 && hidden[total] !== 1 && kinds[total] === OWN;
  return isLeft && !exposure.isTotalShown ? total : undefined;
}

/** Shows again what is not needed, the dearest first. */
function showAgain(
  exposure: Exposure,
  family: number,
  added: readonly number[],
  costOf: (group: number) => number,
): void {
  const { relations, relationsOf, hidden, minimum, work } = exposure;
  const own = hidden[family] as Uint8Array;
  const proofs = exposure.proofs[family] as Map<number, readonly number[]>;
  for (const group of added.toSorted((a, b) => costOf(b) - costOf(a) || a - b)) {
    if (work.done > work.most / 2) return;
    own[group] = 0;
    // What was proven by changing this group is not any more.
    const lost = [...proofs].filter(([, groups]) => groups.includes(group));
    for (const [key] of lost) proofs.delete(key);
    work.done += proofs.size;
    const near = new Set<number>();
    for (const id of relationsOf[group] as readonly number[]) {
      const { whole, parts } = relations[id] as Relation;
      for (const each of [whole, ...parts]) if (own[each] === 1) near.add(each);
    }
    let isNeeded = false;
    while (near.size > 0 && !isNeeded) {
      const [seed] = near;
      const tied = tiedTo(exposure, family, [seed as number]);
      for (const each of tied) near.delete(each);
      isNeeded = unprovenAmong(exposure, family, tied) !== undefined || isTooMuch(exposure);
    }
    if (isNeeded) {
      own[group] = 1;
      for (const [key, groups] of lost) proofs.set(key, groups);
      continue;
    }
    if (family > 0) continue;
    for (const [at, each] of hidden.entries()) {
      if (at > 0) each[group] = isFew(sizeAt(exposure, group, at), minimum) ? 1 : 0;
    }
  }
}

/** Hides, to begin with, the groups below the minimum (primary suppression), and those nobody shows. */
export function hideSmall(exposure: Exposure): void {
  const { size, minimum, kinds, hidden, isOpen } = exposure;
  for (let group = 0; group < size; group += 1) {
    const isNeverShown = kinds[group] === DIFFERENCE;
    for (const family of hidden.keys()) {
      const isSmall = kinds[group] === OWN && isFew(sizeAt(exposure, group, family), minimum);
      if (isNeverShown || (isSmall && !isOpen(group))) hide(exposure, family, group);
    }
  }
}
