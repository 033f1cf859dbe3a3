import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AreaSketch,
  type Answers,
  critical,
  cycleOf,
  failing,
  sketchedScores,
} from '../../test/support/areaSketch.ts';
import { prioritizeAreas } from './prioritizeAreas.ts';
import type { AreaEvidence, AreaPriorities } from './types.ts';

const LEVELS = ['intervene-now', 'plan', 'measure-first', 'keep', 'possible-overkill'];

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

function evidenceOf(of: World): AreaEvidence {
  return {
    scores: sketchedScores(of.sketches),
    ...(of.earlier && { earlierScores: sketchedScores(of.earlier) }),
    ...failing(...of.failed),
    ...critical(...of.critical),
  };
}

function prioritized(of: World): AreaPriorities {
  return prioritizeAreas(cycleOf(of.sketches), evidenceOf(of));
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
        expect(prioritizeAreas(asked, { ...evidence, scores })).toEqual(
          prioritizeAreas(cycle, evidence),
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
          expect(codes.some((code) => urgent.includes(code))).toBe(level === 'intervene-now');
          const open = codes.includes('weak') || codes.includes('standard-not-met');
          if (level === 'plan') expect(open).toBe(true);
          if (level === 'measure-first') expect(codes).toContain('too-few-answers');
          if (level === 'keep' || level === 'possible-overkill') {
            expect(open || codes.includes('too-few-answers')).toBe(false);
          }
        }
      }),
    );
  });
});
