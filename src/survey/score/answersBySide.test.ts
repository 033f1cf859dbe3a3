import { describe, expect, it } from 'vitest';
import { answersBySide } from './answersBySide.ts';

describe('answersBySide', () => {
  it('has a middle where the scale has a middle answer: 3 on 1 to 5', () => {
    expect(answersBySide({ min: 1, max: 5 }, [1, 2, 4, 8, 16])).toEqual({
      unfavourable: 3,
      middle: 4,
      favourable: 24,
    });
  });

  it('has none where the scale has no middle answer: 1 to 4', () => {
    expect(answersBySide({ min: 1, max: 4 }, [1, 2, 4, 8])).toEqual({
      unfavourable: 3,
      middle: 0,
      favourable: 12,
    });
  });

  it('takes the low answers as the good ones on a reversed scale', () => {
    expect(answersBySide({ min: 1, max: 5, reversed: true }, [1, 2, 4, 8, 16])).toEqual({
      unfavourable: 24,
      middle: 4,
      favourable: 3,
    });
  });

  it('goes by the place on the scale and not by the size of the number', () => {
    const fromBelow0 = { min: -2, max: 2 };
    expect(answersBySide(fromBelow0, [1, 2, 4, 8, 16])).toMatchObject({ favourable: 24 });
    const inHalves = { min: 0, max: 1, step: 0.5 };
    expect(answersBySide(inHalves, [1, 2, 4])).toEqual({
      unfavourable: 1,
      middle: 2,
      favourable: 4,
    });
  });
});
