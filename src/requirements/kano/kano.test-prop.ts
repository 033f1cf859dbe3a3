import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../stats/random/createRandom.ts';
import { drawMultinomial } from '../../stats/random/drawMultinomial.ts';
import { kano } from './kano.ts';
import type { KanoResult, KanoTally } from './kanoTypes.ts';
import { mergeKanoTallies } from './mergeKanoTallies.ts';
import { tallyKano } from './tallyKano.ts';

const pairs = [
  { requirement: 'one', functional: 'f1', dysfunctional: 'd1' },
  { requirement: 'two', functional: 'f2', dysfunctional: 'd2' },
] as const;
const answer = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined });
const responses = fc.array(fc.record({ f1: answer, d1: answer, f2: answer, d2: answer }), {
  maxLength: 60,
});
const cells = fc.array(fc.nat(30), { minLength: 25, maxLength: 25 });

function tallyOf(counts: readonly number[]): KanoTally {
  const none = { incomplete: 0, unanswered: 0, invalid: 0 };
  return { kind: 'kano-tally', requirements: [{ requirement: 'it', cells: counts, ...none }] };
}

function resultOf(counts: readonly number[]): KanoResult {
  const [found] = kano(tallyOf(counts), { minimumTotal: 1 }).requirements;
  if (found === undefined) throw new Error('no requirement');
  return found;
}

describe('kano', () => {
  it('gives for parts that are merged what it gives for the whole, in any order', () => {
    fc.assert(
      fc.property(responses, responses, (one, other) => {
        const whole = tallyKano(pairs, [...one, ...other]);
        const [first, second] = [tallyKano(pairs, one), tallyKano(pairs, other)];
        expect(mergeKanoTallies(first, second)).toEqual(whole);
        expect(mergeKanoTallies(second, first)).toEqual(whole);
        expect(kano(JSON.parse(JSON.stringify(whole)) as typeof whole)).toEqual(kano(whole));
      }),
    );
  });

  it('counts every response once for each requirement', () => {
    fc.assert(
      fc.property(responses, (rows) => {
        for (const { cells: counts, incomplete, unanswered, invalid } of tallyKano(pairs, rows)
          .requirements) {
          const answered = counts.reduce((sum, count) => sum + count, 0);
          expect(answered + incomplete + unanswered + invalid).toBe(rows.length);
        }
      }),
    );
  });

  it('stays within its ranges, with each coefficient inside its interval', () => {
    fc.assert(
      fc.property(cells, (counts) => {
        const {
          better,
          worse,
          n,
          counts: byCategory,
          categoryStrength,
          totalStrength,
        } = resultOf(counts);
        expect(Object.values(byCategory ?? {}).reduce((sum, count) => sum + count, 0)).toBe(n);
        for (const [coefficient, low, high] of [
          [better, 0, 1],
          [worse, -1, 0],
        ] as const) {
          if (coefficient.kind !== 'estimate') continue;
          const { value, interval } = coefficient;
          expect(low <= interval.low && interval.low <= value).toBe(true);
          expect(value <= interval.high && interval.high <= high).toBe(true);
        }
        expect((categoryStrength ?? 0) >= 0 && (totalStrength ?? 0) <= 1).toBe(true);
      }),
    );
  });

  it('takes must-be for attractive, and better for worse, when the two questions change places and turn round', () => {
    fc.assert(
      fc.property(cells, (counts) => {
        // To like it when it is not met is to dislike it when it is.
        const turned = counts.map((_, cell) => {
          const [met, missed] = [Math.floor(cell / 5), cell % 5];
          return counts[(4 - missed) * 5 + (4 - met)] ?? 0;
        });
        const [one, other] = [resultOf(counts), resultOf(turned)];
        expect(other.counts).toEqual(
          one.counts && {
            ...one.counts,
            'must-be': one.counts.attractive,
            attractive: one.counts['must-be'],
          },
        );
        if (one.better.kind === 'estimate' && other.worse.kind === 'estimate') {
          expect(other.worse.value).toBeCloseTo(-one.better.value, 12);
        }
      }),
    );
  });

  it('shows one of two categories that are equally common in a tenth of samples, where Fong shows a fifth', () => {
    const random = createRandom(18);
    const runs = 1000;
    let shown = 0;
    let byFong = 0;
    for (let run = 0; run < runs; run += 1) {
      const [M = 0, O = 0, A = 0, I = 0] = drawMultinomial(random, 300, [0.4, 0.4, 0.1, 0.1]);
      const counts = new Array<number>(25).fill(0);
      for (const [cell, count] of [
        [9, M],
        [4, O],
        [1, A],
        [12, I],
      ] as const)
        counts[cell] = count;
      const { verdict, lead } = resultOf(counts);
      if (verdict.status === 'shown') shown += 1;
      if (lead !== undefined && lead.ahead >= lead.fong) byFong += 1;
    }
    // Four standard errors of a share of 1,000 runs around 0.1: 0.038.
    expect(Math.abs(shown / runs - 0.1)).toBeLessThan(0.038);
    expect(byFong / runs).toBeGreaterThan(0.15);
  });
});
