import { type Cut, type CutNode, cutBy, levelChoices, type SizedGroups } from './cut.ts';
import { hideAll, hideNodes } from './hideNodes.ts';

/** What must not be shown of one tally, of its roll-ups and of its total. */
export interface Settled {
  /** The groups by each choice of keys; by the keys' positions. */
  readonly cuts: ReadonlyMap<string, Cut>;
  /** Whether nothing at all is shown. */
  readonly isTotalHidden: boolean;
  /** The questions, by position, of which nothing at all is shown. */
  readonly unseenQuestions: ReadonlySet<number>;
}

/**
 * Settles all choices of keys. Those of fewer keys are settled first and do not depend on those of
 * more, so a roll-up that is shown by itself hides the same.
 *
 * @param sized - the groups by all keys
 * @param minimum - the fewest that a group is shown with
 * @param prepare - marks what is hidden or known in a cut already, and says whether the total may be
 * shown; does nothing when absent
 */
export function settleCuts(
  sized: SizedGroups,
  minimum: number,
  prepare: (cut: Cut) => boolean = () => true,
): Settled {
  const cuts = new Map<string, Cut>();
  let isTotalHidden = false;
  for (const levels of levelChoices(sized.by.length)) {
    const cut = cutBy(sized, levels);
    const parents = parentsOf(cuts, levels);
    for (const { hiddenQuestions } of parents) {
      for (const question of hiddenQuestions) cut.hiddenQuestions.add(question);
    }
    if (!prepare(cut)) isTotalHidden = true;
    hideNodes(cut, minimum, parents);
    cuts.set(levels.join(' '), cut);
  }
  if (isTotalHidden) for (const cut of cuts.values()) hideAll(cut);
  return { cuts, isTotalHidden, unseenQuestions: new Set() };
}

/** The cuts by one key less. */
export function parentsOf(
  cuts: ReadonlyMap<string, Cut>,
  levels: readonly number[],
): readonly Cut[] {
  return levels.flatMap(
    (left) => cuts.get(levels.filter((level) => level !== left).join(' ')) ?? [],
  );
}

/** What any of several settlements of one tally hides. */
export function uniteSettled(all: readonly [Settled, ...Settled[]]): Settled {
  const [first] = all;
  return {
    cuts: new Map(
      [...first.cuts].map(([choice, cut]) => [
        choice,
        uniteCuts(
          cut,
          all.flatMap(({ cuts }) => cuts.get(choice) ?? []),
        ),
      ]),
    ),
    isTotalHidden: all.some(({ isTotalHidden }) => isTotalHidden),
    unseenQuestions: new Set(all.flatMap(({ unseenQuestions }) => [...unseenQuestions])),
  };
}

function uniteCuts(first: Cut, all: readonly Cut[]): Cut {
  const nodes = [...first.nodes].map(([code, node]): [number, CutNode] => {
    const isHidden = all.some((cut) => cut.nodes.get(code)?.isHidden === true);
    return [code, { ...node, isHidden }];
  });
  return {
    ...first,
    nodes: new Map(nodes),
    isWhollyHidden: all.some(({ isWhollyHidden }) => isWhollyHidden),
    hiddenQuestions: new Set(all.flatMap(({ hiddenQuestions }) => [...hiddenQuestions])),
  };
}
