import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  type AreaSketch,
  critical,
  cycleOf,
  failing,
  sketchedScores,
} from '../../test/support/areaSketch.ts';
import { remembered } from '../../test/support/remembered.ts';
import { type AreaOptions, prioritizeAreas } from './prioritizeAreas.ts';
import type { AreaEvidence, AreaPriorities } from './types.ts';

const LEVELS = ['intervene-now', 'plan', 'watch', 'measure-first', 'keep', 'possible-overkill'];

const count = fc.oneof(fc.constant(0), fc.nat({ max: 40 }));
const answers: fc.Arbitrary<Answers> = fc.tuple(count, count, count, count, count);

/** Areas as a survey found them, the last survey too, and what else is known of them. */
interface World {
  readonly sketches: readonly AreaSketch[];
  readonly earlier: readonly AreaSketch[] | undefined;
  readonly failed: readonly string[];
  readonly critical: readonly string[];
}

function sketchesOf(ids: readonly string[]): fc.Arbitrary<readonly AreaSketch[]> {
  return fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          importance: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
          asked: fc.array(answers, { maxLength: 3 }),
        })
        .map(
          ({ importance, asked }): AreaSketch => ({
            id,
            ...(importance !== undefined && { importance }),
            asked: Object.fromEntries(asked.map((one, place) => [`${id} ${String(place)}`, one])),
          }),
        ),
    ),
  );
}

const world: fc.Arbitrary<World> = fc.integer({ min: 0, max: 4 }).chain((size) => {
  const ids = ['a', 'b', 'c', 'd'].slice(0, size);
  return sketchesOf(ids).chain((sketches) =>
    fc.record({
      sketches: fc.constant(sketches),
      // The same questions, answered otherwise.
      earlier: fc.option(
        fc.array(answers, { minLength: 12, maxLength: 12 }).map((past) =>
          sketches.map((sketch, area) => ({
            ...sketch,
            asked: Object.fromEntries(
              Object.keys(sketch.asked ?? {}).map((id, place) => [
                id,
                past[3 * area + place] ?? ([0, 0, 0, 0, 0] as const),
              ]),
            ),
          })),
        ),
        { nil: undefined },
      ),
      failed: fc.subarray(ids),
      critical: fc.subarray(ids),
    }),
  );
});

const evidenceOf = remembered((of: World): AreaEvidence => {
  return {
    scores: sketchedScores(of.sketches),
    ...(of.earlier && { earlierScores: sketchedScores(of.earlier) }),
    ...failing(...of.failed),
    ...critical(...of.critical),
  };
});

const prioritizedWith = remembered(([of, options]: readonly [World, AreaOptions]) =>
  prioritizeAreas(cycleOf(of.sketches), evidenceOf(of), options),
);

/** Few resamples: what they tell is not looked at, and they must not change the order. */
function prioritized(of: World, options: AreaOptions = {}): AreaPriorities {
  return prioritizedWith([of, { resamples: 20, ...options }]);
}

/** One area's place in the order, and the rank of its level, 0 the most urgent. */
function standing({ areas }: AreaPriorities, id: string): { place: number; rank: number } {
  const place = areas.findIndex(({ area }) => area === id);
  return { place, rank: LEVELS.indexOf(areas[place]?.level ?? '') };
}

describe('prioritizeAreas', () => {
  it('gives every area one place, those of the most urgent level first', () => {
    fc.assert(
      fc.property(world, (of) => {
        const { areas } = prioritized(of);
        expect(areas.map(({ area }) => area).toSorted()).toEqual(of.sketches.map(({ id }) => id));
        const ranks = areas.map(({ level }) => LEVELS.indexOf(level));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is blind to the order in which areas are declared', () => {
    const inOrder = ({ areas }: AreaPriorities): unknown =>
      areas.map(({ area, level, reasons }) => [area, level, reasons.map(({ code }) => code)]);
    fc.assert(
      fc.property(world, (of) => {
        const turned = { ...of, sketches: of.sketches.toReversed() };
        expect(inOrder(prioritized(turned))).toEqual(inOrder(prioritized(of)));
      }),
    );
  });

  it('changes nobody’s place or level when an area comes, where the lines are given', () => {
    const lines = { importantFrom: 3, weakBelow: 0.6 };
    fc.assert(
      fc.property(world, answers, fc.nat({ max: 5 }), (of, said, importance) => {
        const more = { id: 'new', importance, asked: { 'new 0': said } };
        const others = prioritized({ ...of, sketches: [...of.sketches, more] }, lines).areas.filter(
          ({ area }) => area !== 'new',
        );
        const stated = of.sketches.some((sketch) => sketch.importance !== undefined);
        fc.pre(stated);
        expect(others.map(({ area, level }) => [area, level])).toEqual(
          prioritized(of, lines).areas.map(({ area, level }) => [area, level]),
        );
      }),
    );
  });

  it('changes nobody’s place when an area comes that nobody has measured, whatever the lines', () => {
    fc.assert(
      fc.property(world, (of) => {
        const more = prioritized({ ...of, sketches: [...of.sketches, { id: 'new' }] });
        const others = more.areas.filter(({ area }) => area !== 'new');
        expect(others.map(({ area, level }) => [area, level])).toEqual(
          prioritized(of).areas.map(({ area, level }) => [area, level]),
        );
      }),
    );
  });

  it('judges in resamples as it judges what was found: with endless answers, all say the same', () => {
    fc.assert(
      fc.property(world, (of) => {
        const many = (sketches: readonly AreaSketch[]): readonly AreaSketch[] =>
          sketches.map((sketch) => ({
            ...sketch,
            asked: Object.fromEntries(
              Object.entries(sketch.asked ?? {}).map(([question, counts]) => [
                question,
                counts.map((count) => count * 1e12) as unknown as Answers,
              ]),
            ),
          }));
        const endless = {
          ...of,
          sketches: many(of.sketches),
          earlier: of.earlier && many(of.earlier),
        };
        // Off the lines by more than a draw can be.
        const found = prioritized(endless, {
          floor: 0.4999,
          weakBelow: 0.60001,
          importantFrom: 2.5,
          relevantFall: 0.05001,
        });
        for (const { levelHolds, rank, quadrant } of found.areas) {
          expect(levelHolds).toBe(1);
          expect(rank!.low).toBeLessThanOrEqual(rank!.place);
          expect(rank!.high).toBeGreaterThanOrEqual(rank!.place);
          expect(quadrant?.holds ?? 1).toBe(1);
        }
      }),
    );
  });

  it('gives every place to somebody in every resample, and shares that add up', () => {
    fc.assert(
      fc.property(world, (of) => {
        const { areas } = prioritized(of);
        for (const { rank } of areas) {
          expect(rank!.shares!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
          expect(rank!.low).toBeLessThanOrEqual(rank!.median);
          expect(rank!.median).toBeLessThanOrEqual(rank!.high);
        }
        for (const place of areas.keys()) {
          const held = areas.reduce((sum, { rank }) => sum + rank!.shares![place]!, 0);
          expect(held).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  it('tells nothing of certainty that changes the order', () => {
    fc.assert(
      fc.property(world, fc.nat({ max: 100 }), (of, seed) => {
        const bare = prioritized(of, { resamples: 0 });
        expect(bare.certainty).toBeUndefined();
        expect(
          prioritized(of, { seed }).areas.map(
            ({ levelHolds: _l, rank: _r, aheadOf: _a, quadrant, ...rest }) => ({
              ...rest,
              ...(quadrant && { quadrant: { name: quadrant.name } }),
            }),
          ),
        ).toEqual(bare.areas);
      }),
    );
  });

  it('never cares less for an area because one of its answers gets worse', () => {
    fc.assert(
      fc.property(world, fc.nat(), fc.nat(), fc.nat(), (of, which, from, to) => {
        const asked = of.sketches.flatMap(({ id, asked: questions = {} }) =>
          Object.keys(questions).map((question) => ({ id, question })),
        );
        fc.pre(asked.length > 0);
        const { id, question } = asked[which % asked.length] ?? { id: '', question: '' };
        const [worse, better] = [from % 5, to % 5].toSorted((a, b) => a - b);
        const worsened = of.sketches.map((sketch) => {
          const old = sketch.asked?.[question];
          if (old === undefined || old[better ?? 0] === 0) return sketch;
          const moved = old.map(
            (one, place) => one - Number(place === better) + Number(place === worse),
          ) as unknown as Answers;
          return { ...sketch, asked: { ...sketch.asked, [question]: moved } };
        });
        const before = standing(prioritized(of), id);
        const after = standing(prioritized({ ...of, sketches: worsened }), id);
        expect(after.rank).toBeLessThanOrEqual(before.rank);
        expect(after.place).toBeLessThanOrEqual(before.place);
      }),
      { numRuns: 300 },
    );
  });

  it('never cares less for an area because a standard fails or a critical moment is found there', () => {
    fc.assert(
      fc.property(world, fc.nat(), (of, which) => {
        fc.pre(of.sketches.length > 0);
        const id = of.sketches[which % of.sketches.length]?.id ?? '';
        const before = standing(prioritized(of), id);
        for (const worse of [
          { ...of, failed: [...of.failed, id] },
          { ...of, critical: [...of.critical, id] },
        ]) {
          const after = standing(prioritized(worse), id);
          expect(after.rank).toBeLessThanOrEqual(before.rank);
          expect(after.place).toBeLessThanOrEqual(before.place);
        }
      }),
    );
  });

  it('lets no area gain or lose by a moment that belongs to none', () => {
    fc.assert(
      fc.property(world, answers, (of, said) => {
        const cycle = cycleOf(of.sketches);
        const more = {
          id: 'between',
          text: 'Q',
          asks: 'satisfaction',
          about: { moment: 'between' },
          scale: { min: 1, max: 5 },
        } as const;
        const asked = cycleOf(of.sketches, [more]);
        const evidence = evidenceOf(of);
        const [extra] = sketchedScores([{ id: 'x', asked: { between: said } }]).questions;
        const scores = {
          ...evidence.scores,
          questions: [
            ...evidence.scores.questions,
            { ...extra!, question: 'between', about: { moment: 'between' } },
          ],
        };
        const few = { resamples: 20 };
        expect(prioritizeAreas(asked, { ...evidence, scores }, few)).toEqual(
          prioritizeAreas(cycle, evidence, few),
        );
      }),
    );
  });

  it('gives every level its reason', () => {
    const urgent = ['important-and-weak', 'level-deteriorated', 'trend-deteriorated'];
    fc.assert(
      fc.property(world, (of) => {
        for (const { level, reasons } of prioritized(of).areas) {
          const codes = reasons.map(({ code }) => code);
          const open = codes.includes('weak') || codes.includes('standard-not-met');
          const isUrgent =
            codes.some((code) => urgent.includes(code)) ||
            (open && codes.includes('holds-critical-moment'));
          expect(isUrgent).toBe(level === 'intervene-now');
          if (level === 'plan') expect(open).toBe(true);
          if (level === 'watch') expect(codes).toContain('weak-not-proven');
          if (level === 'measure-first') expect(codes).toContain('too-few-answers');
          if (level === 'keep' || level === 'possible-overkill') {
            expect(open || codes.includes('too-few-answers')).toBe(false);
          }
        }
      }),
    );
  });
});
