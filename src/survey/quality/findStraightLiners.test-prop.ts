import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileAnswer } from '../../../test/support/arbitrarySurvey.ts';
import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { findStraightLiners } from './findStraightLiners.ts';
import { mergeFlags } from './mergeFlags.ts';

const SIZE = 12;
const IDS = Array.from({ length: SIZE }, (_, place) => `q${String(place)}`);

const answered = fc
  .record({
    reversals: fc.oneof(
      fc.constant(IDS.map(() => false)),
      fc.array(fc.boolean(), { minLength: SIZE, maxLength: SIZE }),
    ),
    minimum: fc.integer({ min: 2, max: 9 }),
    responses: fc.array(
      fc.array(
        fc.oneof(
          { weight: 12, arbitrary: fc.constantFrom(4, 4, 4, 5) },
          { weight: 1, arbitrary: fc.oneof(fc.constant(null), hostileAnswer) },
        ),
        { minLength: SIZE, maxLength: SIZE },
      ),
      { maxLength: 10 },
    ),
  })
  .map(({ reversals, minimum, responses }) => ({
    minimum,
    reversals,
    survey: {
      id: 's',
      title: 'S',
      questions: IDS.map((id, place) => ({
        id,
        text: 'Q',
        asks: 'satisfaction',
        scale: { min: 1, max: 5, reversed: reversals[place] === true },
      })),
    } satisfies SatisfactionSurvey,
    answers: responses,
    responses: responses.map(
      (row) => Object.fromEntries(IDS.map((id, place) => [id, row[place]])) as SurveyResponse,
    ),
  }));

/** Every stretch of a response, tried one by one. */
function hasLine(row: readonly unknown[], reversals: readonly boolean[], minimum: number): boolean {
  for (let from = 0; from < SIZE; from += 1) {
    for (let to = from + minimum; to <= SIZE; to += 1) {
      const stretch = row.slice(from, to);
      const isAlike = stretch.every((answer) => answer === stretch[0]);
      const isAnswered = [1, 2, 3, 4, 5].includes(stretch[0] as number);
      const turned = new Set(reversals.slice(from, to));
      if (isAlike && isAnswered && turned.size === new Set(reversals).size) return true;
    }
  }
  return false;
}

describe('findStraightLiners', () => {
  it('flags exactly those in whom some stretch is answered alike, in both directions where there are both', () => {
    fc.assert(
      fc.property(answered, ({ survey, responses, answers, reversals, minimum }) => {
        const { flagged, assessed } = findStraightLiners(survey, responses, { minimum });
        expect(flagged.map(({ position }) => position)).toEqual(
          answers.flatMap((row, at) => (hasLine(row, reversals, minimum) ? [at] : [])),
        );
        expect(flagged.length).toBeLessThanOrEqual(assessed);
        for (const { position, from, to, length, answer } of flagged) {
          const [start, end] = [IDS.indexOf(from), IDS.indexOf(to)];
          expect(end - start + 1).toBe(length);
          const row = answers[position]!.slice(start, end + 1);
          expect(row).toEqual(row.map(() => answer));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('flags fewer the longer a line has to be', () => {
    fc.assert(
      fc.property(answered, ({ survey, responses, minimum }) => {
        const positions = (least: number) =>
          findStraightLiners(survey, responses, { minimum: least }).flagged.map(
            ({ position }) => position,
          );
        expect(positions(minimum)).toEqual(expect.arrayContaining(positions(minimum + 1)));
      }),
    );
  });

  it('finds in parts what it finds at once, in whatever order the parts are merged', () => {
    fc.assert(
      fc.property(answered, fc.nat(), ({ survey, responses, minimum }, cut) => {
        const at = cut % (responses.length + 1);
        const one = findStraightLiners(survey, responses.slice(0, at), { minimum });
        const other = findStraightLiners(survey, responses.slice(at), {
          minimum,
          firstPosition: at,
        });
        const whole = findStraightLiners(survey, responses, { minimum });
        expect(mergeFlags(one, other)).toEqual(whole);
        expect(mergeFlags(other, one)).toEqual(whole);
        expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
      }),
    );
  });
});
