import type { ActionPlan } from './actionPlan.ts';

/** Plans by their places, and the places of what each needs; needs of no plan are left out. */
export type Needs = readonly (readonly number[])[];

/** What each plan names under a key, by its place. */
export function placesNamed(
  plans: readonly ActionPlan[],
  named: (plan: ActionPlan) => readonly string[] | undefined,
): Needs {
  const places = new Map(plans.map(({ id }, place) => [id, place]));
  return plans.map((plan) =>
    (named(plan) ?? []).flatMap((id) => {
      const place = places.get(id);
      return place === undefined ? [] : [place];
    }),
  );
}

/**
 * Plans that need each other, together: each part holds those from which all others of it are reached.
 * What a part needs stands before it. Tarjan's algorithm, without recursion.
 *
 * @see Tarjan (1972), SIAM Journal on Computing 1, 146-160
 */
export function parts(needs: Needs): readonly (readonly number[])[] {
  const found: number[][] = [];
  const order = new Int32Array(needs.length).fill(-1);
  const lowest = new Int32Array(needs.length);
  const next = new Int32Array(needs.length);
  const isOpen = new Uint8Array(needs.length);
  const open: number[] = [];
  let visited = 0;
  const enter = (plan: number): void => {
    order[plan] = visited;
    lowest[plan] = visited;
    visited += 1;
    isOpen[plan] = 1;
    open.push(plan);
  };
  for (const start of needs.keys()) {
    if (at(order, start) >= 0) continue;
    const way = [start];
    enter(start);
    for (let plan = way.at(-1); plan !== undefined; plan = way.at(-1)) {
      const needed = needs[plan]?.[at(next, plan)];
      if (needed !== undefined) {
        next[plan] = at(next, plan) + 1;
        if (at(order, needed) < 0) {
          way.push(needed);
          enter(needed);
        } else if (isOpen[needed] === 1) {
          lowest[plan] = Math.min(at(lowest, plan), at(order, needed));
        }
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (before !== undefined) lowest[before] = Math.min(at(lowest, before), at(lowest, plan));
      if (at(lowest, plan) !== at(order, plan)) continue;
      const part = open.splice(open.lastIndexOf(plan));
      for (const member of part) isOpen[member] = 0;
      found.push(part);
    }
  }
  return found;
}

/** Whether a part is a circle: more than one plan, or one that needs itself. */
export function isCircle(part: readonly number[], needs: Needs): boolean {
  const [first = 0] = part;
  return part.length > 1 || needs[first]?.includes(first) === true;
}

/** The shortest way along needs from a plan back to itself, or nothing. */
export function shortestCircle(start: number, needs: Needs): readonly number[] {
  const before = new Map<number, number>();
  const reached = new Set([start]);
  for (const plan of reached) {
    for (const next of needs[plan] ?? []) {
      if (next === start) return wayTo(plan, before);
      if (!reached.has(next)) before.set(next, plan);
      reached.add(next);
    }
  }
  return [];
}

/** The way to a plan, from the one that has none before it. */
function wayTo(plan: number, before: ReadonlyMap<number, number>): number[] {
  const way = [plan];
  for (let one = before.get(plan); one !== undefined; one = before.get(one)) way.push(one);
  return way.reverse();
}

/**
 * Which plans need, directly or through others, two that cannot be carried out beside each other.
 *
 * For each plan that excludes or is excluded stands who needs it, one bit a plan: which of all pairs of
 * plans reach each other is asked 32 at a time.
 */
export function needingExcluded(needs: Needs, excludes: Needs): ReadonlySet<number> {
  const clashing = new Set<number>();
  if (excludes.every((excluded) => excluded.length === 0)) return clashing;
  const all = parts(needs);
  const partOf = new Int32Array(needs.length);
  for (const [place, part] of all.entries()) for (const plan of part) partOf[plan] = place;
  const needed = all.map((part, place) => {
    const others = part.flatMap((plan) => needs[plan] ?? []).map((plan) => at(partOf, plan));
    return [...new Set(others)].filter((other) => other !== place);
  });
  for (let first = 0; first < needs.length; first += ASKERS) {
    const askers = askersOf(all, needed, first);
    for (const [plan, excluded] of excludes.entries()) {
      const mine = at(partOf, plan) * WORDS;
      for (const other of excluded) {
        const theirs = at(partOf, other) * WORDS;
        for (let word = 0; word < WORDS; word += 1) {
          let both = at(askers, mine + word) & at(askers, theirs + word);
          for (; both !== 0; both &= both - 1) {
            clashing.add(first + word * 32 + 31 - Math.clz32(both & -both));
          }
        }
      }
    }
  }
  return clashing;
}

/** So many plans are told apart at once: memory grows with the plans, and not with their square. */
const ASKERS = 2048;
const WORDS = 64;

/** For each part a bit for each of the plans from `first` on that need it, or are in it. */
function askersOf(
  all: readonly (readonly number[])[],
  needed: readonly (readonly number[])[],
  first: number,
): Int32Array {
  const askers = new Int32Array(all.length * WORDS);
  // Those that need a part stand after it, so that from the end on each is complete when it is passed on.
  for (let place = all.length - 1; place >= 0; place -= 1) {
    const mine = place * WORDS;
    for (const plan of all[place] ?? []) {
      const bit = plan - first;
      if (bit < 0 || bit >= ASKERS) continue;
      const word = mine + (bit >> 5);
      askers[word] = at(askers, word) | (1 << (bit & 31));
    }
    for (const other of needed[place] ?? []) {
      for (let word = 0; word < WORDS; word += 1) {
        const theirs = other * WORDS + word;
        askers[theirs] = at(askers, theirs) | at(askers, mine + word);
      }
    }
  }
  return askers;
}

function at(numbers: Int32Array, place: number): number {
  return numbers[place] ?? 0;
}
