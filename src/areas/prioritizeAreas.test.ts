import { describe, expect, it } from 'vitest';
import {
  type AreaSketch,
  answers,
  critical,
  cycleOf,
  failing,
  scoresOf,
  sketchedScores,
} from '../../test/support/areaSketch.ts';
import {
  type AreaOptions,
  DEFAULT_FLOOR,
  DEFAULT_MINIMUM_ANSWERS,
  DEFAULT_RELEVANT_FALL,
  DEFAULT_RELEVANT_GAP,
  prioritizeAreas,
} from './prioritizeAreas.ts';
import type { AreaEvidence, AreaPriorities } from './types.ts';

function prioritized(
  sketches: readonly AreaSketch[],
  more: Partial<AreaEvidence> = {},
  options: AreaOptions = {},
): AreaPriorities {
  const evidence = { scores: sketchedScores(sketches), ...more };
  return prioritizeAreas(cycleOf(sketches), evidence, options);
}

/** The areas in order, each with what to do about it. */
function told({ areas }: AreaPriorities): readonly (readonly [string, string])[] {
  return areas.map(({ area, level }) => [area, level]);
}

function codes({ areas }: AreaPriorities, id: string): readonly string[] {
  return areas.find(({ area }) => area === id)?.reasons.map(({ code }) => code) ?? [];
}

/** An area with one question, so many percent of its answers favourable. */
function area(id: string, percent: number, importance?: number, n = 100): AreaSketch {
  const favourable = (percent * n) / 100;
  const asked = { [`${id} liked`]: answers(favourable, n - favourable) };
  return { id, asked, ...(importance !== undefined && { importance }) };
}

describe('prioritizeAreas', () => {
  it('intervenes where an area matters and does worse than the others', () => {
    const result = prioritized([area('cafe', 95, 1), area('desk', 70, 9)]);
    expect(told(result)).toEqual([
      ['desk', 'intervene-now'],
      ['cafe', 'possible-overkill'],
    ]);
    expect(result.thresholds).toMatchObject({ importance: 5, performance: 0.825 });
  });

  it('intervenes in a collapsed area that nobody calls important, before all that matter more and do well', () => {
    const result = prioritized([
      area('desk', 90, 90),
      area('toilets', 20, 1),
      area('hall', 80, 60),
    ]);
    expect(told(result)[0]).toEqual(['toilets', 'intervene-now']);
    expect(told(result).slice(1).toSorted()).toEqual([
      ['desk', 'keep'],
      ['hall', 'keep'],
    ]);
    expect(codes(result, 'toilets')).toEqual(['level-deteriorated', 'weak']);
  });

  it('puts the collapsed area that does not matter before the weak one that does', () => {
    const result = prioritized([area('desk', 60, 2), area('toilets', 5, 1)]);
    expect(told(result).map(([id]) => id)).toEqual(['toilets', 'desk']);
  });

  it('does not let a good mean hide a collapsed question', () => {
    const asked = { a: answers(100, 0), b: answers(100, 0), c: answers(10, 90) };
    const result = prioritized([{ id: 'desk', asked }, area('hall', 60)]);
    expect(told(result)[0]).toEqual(['desk', 'intervene-now']);
    expect(codes(result, 'desk')).toEqual(['level-deteriorated']);
  });

  it('intervenes where an area has fallen, though it still does well', () => {
    const before = [area('desk', 97), area('hall', 80)];
    const now = [area('desk', 82), area('hall', 80)];
    const result = prioritized(now, { earlierScores: sketchedScores(before) });
    expect(told(result)).toEqual([
      ['desk', 'intervene-now'],
      ['hall', 'keep'],
    ]);
    expect(codes(result, 'desk')).toEqual(['trend-deteriorated']);
    expect(told(prioritized(now))[0]).toEqual(['hall', 'keep']);
  });

  it('plans for an area that is weak without urgency', () => {
    expect(told(prioritized([area('hall', 60, 1), area('desk', 90, 9)]))).toEqual([
      ['hall', 'plan'],
      ['desk', 'keep'],
    ]);
  });

  it('plans for an area that fails a standard and does not matter', () => {
    const sketches = [area('hall', 90, 1), area('desk', 80, 9)];
    const result = prioritized(sketches, failing('hall'));
    expect(told(result)).toEqual([
      ['desk', 'intervene-now'],
      ['hall', 'plan'],
    ]);
    expect(codes(result, 'hall')).toEqual(['standard-not-met']);
  });

  it('measures first where there are too few answers, however bad they are', () => {
    const few: AreaSketch = { id: 'desk', importance: 9, asked: { q: answers(0, 29) } };
    const result = prioritized([few, area('hall', 80, 1)]);
    expect(told(result)).toEqual([
      ['desk', 'measure-first'],
      ['hall', 'possible-overkill'],
    ]);
    // An area that cannot be judged draws no line for the others.
    expect(result.thresholds.performance).toBe(0.8);
  });

  it('plans for an area that fails a standard, however important, and with however few answers', () => {
    const few: AreaSketch = { id: 'desk', importance: 9 };
    const result = prioritized([few, area('hall', 80, 1)], failing('desk'));
    expect(told(result)[0]).toEqual(['desk', 'plan']);
    expect(codes(result, 'desk')).toEqual(['standard-not-met', 'too-few-answers']);
  });

  it('intervenes where the standard of a critical moment fails, or any fails materially', () => {
    const sketches = [area('desk', 90, 1), area('hall', 90, 9)];
    const atCritical = { ...failing('desk'), ...critical('desk') };
    expect(told(prioritized(sketches, atCritical))[0]).toEqual(['desk', 'intervene-now']);
    expect(told(prioritized(sketches, { ...failing('desk'), ...critical('hall') }))).toEqual([
      ['desk', 'plan'],
      ['hall', 'keep'],
    ]);
    const { requirements } = failing('desk');
    const material = {
      ...requirements!,
      requirements: requirements!.requirements.map((one) => ({
        ...one,
        standards: one.standards.map((standard) => ({
          ...standard,
          shortfall: { bearable: 0.1, margin: 0.05, pValue: 0.001, material: true },
        })),
      })),
    };
    expect(told(prioritized(sketches, { requirements: material }))[0]).toEqual([
      'desk',
      'intervene-now',
    ]);
  });

  it('intervenes where an area with a critical moment is weak, though it matters less', () => {
    const sketches = [area('desk', 70, 1), area('hall', 95, 9)];
    expect(told(prioritized(sketches))[0]).toEqual(['desk', 'plan']);
    expect(told(prioritized(sketches, critical('desk')))[0]).toEqual(['desk', 'intervene-now']);
  });

  it('watches an area that lags by what chance could explain, and plans once it is proven', () => {
    const lagging = (n: number): readonly AreaSketch[] => [
      area('desk', 80, undefined, n),
      area('hall', 88, undefined, n),
    ];
    expect(told(prioritized(lagging(100)))[0]).toEqual(['desk', 'watch']);
    expect(codes(prioritized(lagging(100)), 'desk')).toEqual(['weak-not-proven']);
    expect(told(prioritized(lagging(1_000)))[0]).toEqual(['desk', 'plan']);
  });

  it('lets importance decide nothing where no area is further from the mean than a tenth, and says so', () => {
    const matter = (desk: number): AreaPriorities =>
      prioritized([area('desk', 60, desk), area('hall', 90, 9)]);
    expect(told(matter(11))).toEqual([
      ['desk', 'plan'],
      ['hall', 'keep'],
    ]);
    expect(matter(11).thresholds.importance).toBeUndefined();
    expect(matter(11).warnings).toEqual([
      {
        code: 'importance-does-not-discriminate',
        mean: 10,
        largestDistance: 1,
        needed: 1,
      },
    ]);
    expect(told(matter(12))).toEqual([
      ['desk', 'intervene-now'],
      ['hall', 'possible-overkill'],
    ]);
    expect(matter(12).warnings).toBeUndefined();
    const given = prioritized(
      [area('desk', 60, 11), area('hall', 90, 9)],
      {},
      { importantFrom: 5 },
    );
    expect(told(given)[0]).toEqual(['desk', 'intervene-now']);
    expect(given.warnings).toBeUndefined();
  });

  it('holds areas against a target where one is given, and not against each other', () => {
    const sketches = [area('desk', 75), area('hall', 95)];
    expect(told(prioritized(sketches, {}, { weakBelow: 0.7 }))).toEqual([
      ['desk', 'keep'],
      ['hall', 'keep'],
    ]);
    expect(told(prioritized(sketches, {}, { weakBelow: 0.8 }))[0]).toEqual(['desk', 'watch']);
    expect(told(prioritized(sketches, {}, { weakBelow: 0.9 }))[0]).toEqual(['desk', 'plan']);
  });

  it('keeps what does well, and asks whether too much is done where it matters less', () => {
    const sketches = [area('desk', 90, 9), area('cafe', 90, 1)];
    expect(told(prioritized(sketches))).toEqual([
      ['desk', 'keep'],
      ['cafe', 'possible-overkill'],
    ]);
  });

  it('never asks whether too much is done where a critical moment is, or nobody said what matters', () => {
    const sketches = [area('desk', 90, 9), area('cafe', 90, 1)];
    expect(told(prioritized(sketches, critical('cafe')))).toEqual([
      ['cafe', 'keep'],
      ['desk', 'keep'],
    ]);
    expect(told(prioritized([area('desk', 90), area('cafe', 90)]))).toEqual([
      ['cafe', 'keep'],
      ['desk', 'keep'],
    ]);
  });

  it('puts areas of one level in order: critical moments, then the gap times the importance, then the id', () => {
    const sketches = [
      area('b', 62, 10, 1_000),
      area('a', 62, 10, 1_000),
      area('wide gap, little weight', 55, 2, 1_000),
      area('matters most', 60, 40, 1_000),
      area('critical', 60, 10, 1_000),
      area('fine', 100, 1, 1_000),
    ];
    const result = prioritized(sketches, critical('critical', 'fine'));
    expect(told(result).map(([id]) => id)).toEqual([
      'critical',
      'matters most',
      'a',
      'b',
      'wide gap, little weight',
      'fine',
    ]);
  });

  it('puts what matters more first where areas do equally well, and where all have collapsed', () => {
    const well = [area('toilets', 20, 1), area('cafe', 90, 60), area('desk', 90, 90)];
    expect(told(prioritized(well)).map(([id]) => id)).toEqual(['toilets', 'desk', 'cafe']);
    const collapsed = [area('cellar', 20, 0), area('desk', 20, 90), area('worst', 10, 50)];
    expect(told(prioritized(collapsed)).map(([id]) => id)).toEqual(['worst', 'desk', 'cellar']);
  });

  it('has nothing to say of a cycle without areas', () => {
    const { id, name, moments, survey } = cycleOf([]);
    const bare = { id, name, moments, survey: survey! };
    expect(prioritizeAreas(bare, { scores: scoresOf(bare, {}) })).toEqual({
      kind: 'area-priorities',
      areas: [],
      thresholds: {
        floor: DEFAULT_FLOOR,
        relevantFall: DEFAULT_RELEVANT_FALL,
        relevantGap: DEFAULT_RELEVANT_GAP,
        minimumAnswers: DEFAULT_MINIMUM_ANSWERS,
      },
    });
  });

  it('holds a lone area against the floor and its own past, as there is no other to compare with', () => {
    expect(told(prioritized([area('desk', 60, 9)]))).toEqual([['desk', 'keep']]);
    expect(told(prioritized([area('desk', 30, 9)]))).toEqual([['desk', 'intervene-now']]);
  });

  it.each([
    ['two', ['a', 'b']],
    ['three', ['a', 'b', 'c']],
    ['six', ['a', 'b', 'c', 'd', 'e', 'f']],
  ])('finds no fault with any of %s areas that do equally well and matter equally', (_, ids) => {
    for (const percent of [10, 20, 30, 55, 70, 80, 90]) {
      // The floor is another rule; here only the comparison of the areas speaks.
      const sketches = ids.map((id) => area(id, percent, 0.1));
      const result = prioritized(sketches, {}, { floor: 0 });
      expect(told(result)).toEqual(ids.map((id) => [id, 'keep']));
    }
  });

  it('finds the same whichever area is declared first, even of one that lies exactly at the mean', () => {
    const sketches = [area('a', 10), area('b', 20), area('c', 30)];
    const found = prioritized(sketches, {}, { floor: 0 });
    expect(told(prioritized(sketches.toReversed(), {}, { floor: 0 }))).toEqual(told(found));
    expect(codes(found, 'b')).toEqual([]);
  });

  it('says which lines it drew, and draws those it is given', () => {
    const sketches = [area('desk', 60), area('hall', 80)];
    const options = { floor: 0.8, relevantFall: 0.2, minimumAnswers: 100, level: 0.8 };
    const result = prioritized(sketches, {}, options);
    expect(result.thresholds).toEqual({
      performance: 0.7,
      floor: 0.8,
      relevantGap: 0.05,
      relevantFall: 0.2,
      minimumAnswers: 100,
    });
    expect(codes(result, 'desk')).toContain('level-deteriorated');
    expect(prioritized(sketches, {}, { minimumAnswers: 101 }).areas).toMatchObject([
      { level: 'measure-first' },
      { level: 'measure-first' },
    ]);
    const before = sketchedScores([area('desk', 75), area('hall', 80)]);
    const fall = (relevantFall: number) =>
      codes(prioritized(sketches, { earlierScores: before }, { relevantFall }), 'desk');
    expect(fall(0.1)).toContain('trend-deteriorated');
    expect(fall(0.2)).not.toContain('trend-deteriorated');
  });
});
