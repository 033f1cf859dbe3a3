import type { AlignedTally } from './alignTallies.ts';
import { type Copy, exposureOf, isFew, OWN, type SettleRule, sizeIn } from './exposure.ts';
import { type Lattice, latticeOf, type Relation } from './lattice.ts';
import { hideSmall, repair } from './repair.ts';
import { toldAcross } from './toldAcross.ts';

/**
 * What was done where protecting all groups one by one would take more than a bounded amount of work:
 * more is hidden, never less.
 *
 * - `single-keys`: of the groups by several keys none is shown, nor which there are
 * - `totals`: no group is shown, nor which there are
 * - `nothing`: not even the total is shown
 */
export type SuppressionFallback = 'single-keys' | 'totals' | 'nothing';

/** What is hidden of a tally and of all its roll-ups. */
export interface Settled {
  /** The cells and marginals that were settled. */
  readonly lattice: Lattice;
  /** Which are hidden: of the responses, then of each question. */
  readonly hidden: readonly Uint8Array[];
  /** What was done where there was too much to settle; absent where everything was settled. */
  readonly fallback?: SuppressionFallback;
  /** The questions, by number from 1, that are hidden in all groups since there was too much to settle. */
  readonly unsettled: readonly number[];
}

/** What was published before, beside the tally by some choices of keys: the tallies, and the sums across them. */
export type Beside = (lattice: Lattice) => {
  readonly copies: readonly Copy[];
  readonly across: readonly Relation[];
};

/** So many sums of groups may be made, over all roll-ups. */
const MOST_SUMS = 4e6;

/** Beyond so many it is not even tried where a quarter of all groups is small. */
const MANY_SUMS = 1e5;

/**
 * Settles what is hidden of a tally and of all its roll-ups at once, so that whichever of them are shown
 * no small group can be worked out; beside tallies that were published before, none of those either who
 * are in one of the two only.
 */
export function settle(own: AlignedTally, rule: SettleRule, beside?: Beside): Settled {
  const depth = own.by.length;
  const all = Array.from({ length: 2 ** Math.min(depth, 20) }, (_, choice) => choice);
  const settled = isBeyondRepair(own, all.length, rule)
    ? undefined
    : attempt(own, all, rule, beside);
  if (settled !== undefined && isOfUse(own, settled, rule)) return settled;
  // Groups by single keys and what was published before might tell of groups by several keys together.
  if (depth > 1 && beside === undefined) {
    const single = [0, ...own.by.map((_, key) => 2 ** key)];
    const bySingle = attempt(own, single, rule);
    if (bySingle !== undefined) {
      for (const family of toldAcross(own, rule.layout, rule.minimum)) {
        const hidden = bySingle.hidden[family] as Uint8Array;
        for (let group = 0; group < hidden.length; group += 1) {
          if (group !== bySingle.lattice.total) hidden[group] = 1;
        }
      }
      return { ...bySingle, fallback: 'single-keys' };
    }
  }
  if (settled !== undefined) return settled;
  const total = attempt(own, [0], rule, beside);
  if (total !== undefined) return { ...total, fallback: 'totals' };
  const lattice = latticeOf(own, rule.layout.width, [0]);
  const hidden = [0, ...rule.layout.questions].map(() => new Uint8Array(lattice.size).fill(1));
  return { lattice, hidden, fallback: 'nothing', unsettled: [] };
}

/** Whether more is shown so than by single keys: those are of more use than groups without most of the answers. */
function isOfUse(
  { by, groups, cells }: AlignedTally,
  { unsettled }: Settled,
  { layout }: SettleRule,
): boolean {
  if (by.length < 2 || unsettled.length === 0) return true;
  const answersTo = (families: Iterable<number>): number => {
    let answers = 0;
    for (const family of families) {
      for (let group = 0; group < groups.length; group += 1) {
        answers += sizeIn(cells, group * layout.width, layout, family);
      }
    }
    return answers;
  };
  const all = answersTo(Array.from(layout.questions.keys(), (at) => at + 1));
  return 2 * answersTo(unsettled) < all;
}

/** Whether it is plain from the start that there is too much to settle. */
function isBeyondRepair(
  { groups, cells }: AlignedTally,
  choices: number,
  { layout, minimum }: SettleRule,
): boolean {
  const sums = groups.length * choices;
  if (sums > MOST_SUMS) return true;
  if (choices <= 2 || sums <= MANY_SUMS) return false;
  const small = groups.filter((_, at) =>
    isFew(sizeIn(cells, at * layout.width, layout, 0), minimum),
  );
  return small.length > groups.length / 4;
}

/** Settles these choices of keys; nothing where it cannot be done in bounded work. */
function attempt(
  own: AlignedTally,
  choices: readonly number[],
  rule: SettleRule,
  beside?: Beside,
): Settled | undefined {
  const lattice = latticeOf(own, rule.layout.width, choices);
  const { copies = [], across = [] } = beside?.(lattice) ?? {};
  const exposure = exposureOf([{ lattice, kind: OWN }, ...copies], across, rule);
  hideSmall(exposure);
  const unsettled = repair(exposure, lattice.total);
  if (unsettled === undefined) return undefined;
  const hidden = exposure.hidden.map((each) => each.slice(0, lattice.size));
  return { lattice, hidden, unsettled };
}
