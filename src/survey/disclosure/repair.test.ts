import { describe, expect, it } from 'vitest';
import { type Exposure, exposureOf, OWN } from './exposure.ts';
import { latticeOf } from './lattice.ts';
import { hideSmall, repair } from './repair.ts';

const layout = { width: 6, questions: [{ firstCell: 1, answers: 2 }] };
const by = ['region', 'shift'].map((name) => ({ name, values: ['a', 'b', 'c', 'd'] }));

/** Sixteen groups with two answers to one question, one in four of them small. */
function exposure(most: number): { readonly exposure: Exposure; readonly total: number } {
  const groups = Array.from({ length: 16 }, (_, group) => group);
  const cells = groups.flatMap((group) => {
    const yes = group % 4 === 1 ? 1 : 6 + group;
    const no = group % 4 === 1 ? 2 : 9;
    return [yes + no, yes, no, 0, 0, 0];
  });
  const lattice = latticeOf({ by, groups, cells }, layout.width, [0, 1, 2, 3]);
  const rule = { layout, minimum: 5, minimumTotal: 5 };
  const made = exposureOf([{ lattice, kind: OWN }], [], rule);
  made.work.most = most;
  hideSmall(made);
  return { exposure: made, total: lattice.total };
}

describe('repair in bounded work', () => {
  it('settles all, or hides a question and names it, or says that it was too much', () => {
    const outcomes = new Set<string>();
    for (let most = 100; most < 1e6; most *= 1.2) {
      const { exposure: made, total } = exposure(most);
      const unsettled = repair(made, total);
      outcomes.add(JSON.stringify(unsettled ?? 'too much'));
      if (unsettled?.length !== 1) continue;
      const hidden = Array.from(made.hidden[1] ?? []);
      expect(hidden.every((each, group) => each === 1 || group === total)).toBe(true);
      expect(made.hidden[0]?.some((each) => each === 0)).toBe(true);
    }
    expect([...outcomes]).toEqual(['"too much"', '[1]', '[]']);
  });
});
