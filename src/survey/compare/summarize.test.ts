import { describe, expect, it } from 'vitest';
import { summarize } from './summarize.ts';

describe('summarize', () => {
  it('has a variance of exactly 0 where all answers are the same, whatever the steps', () => {
    const perAnswer = [0, 0, 0, 3];
    expect(summarize({ n: 3, perAnswer }, { min: 0.1, step: 0.1 }).variance).toBe(0);
    expect(summarize({ n: 0.3, perAnswer: [0, 0.3] }, { min: 0 }).variance).toBe(0);
    expect(summarize({ n: 1, perAnswer: [1, 0] }, { min: 0 })).toEqual({
      n: 1,
      mean: 0,
      variance: 0,
    });
  });

  it('takes steps as wide as they are', () => {
    const { mean, variance } = summarize({ n: 2, perAnswer: [1, 0, 1] }, { min: 10, step: 5 });
    expect(mean).toBe(15);
    expect(variance).toBe(50);
  });
});
