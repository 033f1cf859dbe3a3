import { describe, expect, it } from 'vitest';
import { pairAnswers } from './pairAnswers.ts';

describe('pairAnswers', () => {
  it('counts as a pair only who answered both times, and everybody once', () => {
    const scale = { min: 1, max: 3, notApplicable: [8] };
    const before = [1, 1, 2, null, 'not-applicable', 8, 7, undefined];
    const after = [1, 3, null, 2, 2, null, 1.5, 3];
    expect(pairAnswers(scale, before, after)).toEqual({
      kind: 'paired-answers',
      scale,
      perPair: [
        [1, 0, 1],
        [0, 0, 0],
        [0, 0, 0],
      ],
      onlyBefore: 1,
      onlyAfter: 3,
      neither: 2,
      invalid: 2,
    });
  });

  it('counts answers beyond either end of the scale as invalid', () => {
    const { perPair, invalid } = pairAnswers({ min: 1, max: 3 }, [0, 4, 1, 3], [1, 1, 0, 4]);
    expect(invalid).toBe(4);
    expect(perPair.flat().every((count) => count === 0)).toBe(true);
  });

  it('finds the place of answers in tenths, dust and all', () => {
    const { perPair, invalid } = pairAnswers({ min: 0, max: 0.3, step: 0.1 }, [0.3], [0.1 + 0.2]);
    expect(perPair[3]![3]).toBe(1);
    expect(invalid).toBe(0);
  });

  it.each([null, undefined, 5, 'text', {}])('refuses %o in place of a list', (none) => {
    for (const lists of [
      [none, []],
      [[], none],
    ] as never[][]) {
      expect(() => pairAnswers({ min: 1, max: 3 }, lists[0] as never, lists[1] as never)).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      );
    }
  });

  it('refuses lists of which one goes on: then nobody knows who is who', () => {
    expect(() => pairAnswers({ min: 1, max: 3 }, [1, 2], [1])).toThrow(
      expect.objectContaining({
        code: 'invalid-argument',
        message: 'there are 2 answers before and 1 after; expected one each of the same people',
      }),
    );
  });
});
