import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCounts, mirrored } from '../../../test/support/arbitraryCounts.ts';
import { answersBySide } from './answersBySide.ts';

describe('answersBySide', () => {
  it('puts every answer on exactly one side or in the middle', () => {
    fc.assert(
      fc.property(arbitraryCounts(0), ({ scale, perAnswer }) => {
        const { favourable, middle, unfavourable } = answersBySide(scale, perAnswer);
        const answered = perAnswer.reduce((sum, count) => sum + count, 0);
        expect(favourable + middle + unfavourable).toBe(answered);
      }),
    );
  });

  it('is the same when the scale and the answers are turned round together', () => {
    fc.assert(
      fc.property(arbitraryCounts(0), (counts) => {
        const turned = mirrored(counts);
        expect(answersBySide(turned.scale, turned.perAnswer)).toEqual(
          answersBySide(counts.scale, counts.perAnswer),
        );
      }),
    );
  });
});
