import { describe, expect, it } from 'vitest';
import { kano } from './kano.ts';
import type { KanoOptions, KanoResult, KanoTally } from './kanoTypes.ts';
import { mergeKanoTallies } from './mergeKanoTallies.ts';
import { tallyKano } from './tallyKano.ts';

const pairs = [{ requirement: 'grip', functional: 'met', dysfunctional: 'missed' }] as const;

/** So many pairs of answers. */
function said(times: number, met: unknown, missed: unknown): readonly object[] {
  return Array.from({ length: times }, () => ({ met, missed }));
}

/** What so many answers of each category come to. */
function judged(
  counts: Partial<Record<'M' | 'O' | 'A' | 'I' | 'R' | 'Q', number>>,
  options: KanoOptions = {},
): KanoResult {
  const { M = 0, O = 0, A = 0, I = 0, R = 0, Q = 0 } = counts;
  const responses = [
    ...said(M, 2, 5),
    ...said(O, 1, 5),
    ...said(A, 1, 3),
    ...said(I, 3, 3),
    ...said(R, 5, 1),
    ...said(Q, 5, 5),
  ];
  const [found] = kano(tallyKano(pairs, responses), options).requirements;
  if (found === undefined) throw new Error('no requirement');
  return found;
}

describe('kano', () => {
  it('calls the edge grip of Sauerwein et al. (1996) a must-be, to the figures of R 4.2.2', () => {
    const found = judged({ A: 7, O: 33, M: 49, I: 10, Q: 1 });
    expect(found.verdict).toEqual({ status: 'shown', category: 'must-be' });
    expect(found.lead?.ahead).toBe(16);
    expect(found.lead?.fong.toFixed(2)).toBe('11.48');
    const { better, worse } = found;
    if (better.kind !== 'estimate' || worse.kind !== 'estimate') throw new Error();
    const rounded = [
      better.value,
      better.interval.low,
      better.interval.high,
      worse.value,
      worse.interval.low,
      worse.interval.high,
    ].map((figure) => figure.toFixed(4));
    expect(rounded).toEqual(['0.4040', '0.3127', '0.5025', '-0.8283', '-0.8899', '-0.7421']);
    expect(found.categoryStrength).toBeCloseTo(0.16, 12);
    expect(found.totalStrength).toBeCloseTo(0.89, 12);
    expect(found.warnings).toEqual([]);
  });

  it('says that a must-be is evidence for a critical moment and a delight is value for plans', () => {
    expect(judged({ M: 60, O: 20 }).use).toBe('evidence-for-critical');
    expect(judged({ A: 60, O: 20 }).use).toBe('value-for-plans');
    expect(judged({ O: 60, M: 20 }).use).toBeUndefined();
    expect(judged({ I: 60, M: 20 })).not.toHaveProperty('use');
    // Nor where nothing is shown.
    expect(judged({ M: 40, O: 38 })).not.toHaveProperty('use');
  });

  it('names no category where two are too close, and names both', () => {
    expect(judged({ O: 40, M: 38 }).verdict).toEqual({
      status: 'mixed',
      between: ['one-dimensional', 'must-be'],
    });
  });

  it('asks for a greater lead than Fong, whose formula takes the two counts for independent', () => {
    // Ahead by 13 of 82: beyond the bound of Fong and within the 1.65 standard errors it stands for.
    const { verdict, lead } = judged({ M: 48, O: 35, A: 7, I: 10 });
    expect(lead).toMatchObject({ ahead: 13 });
    expect(lead?.fong).toBeLessThan(13);
    expect(verdict).toMatchObject({ status: 'mixed' });
  });

  it('takes what is worse to miss first where as many chose each', () => {
    const even = judged({ Q: 10, R: 10, I: 10, A: 10, O: 10, M: 10 });
    expect(even.verdict).toEqual({ status: 'mixed', between: ['must-be', 'one-dimensional'] });
  });

  it('tells no category of fewer than 20 pairs, however clear they are', () => {
    expect(judged({ M: 19 }).verdict).toEqual({ status: 'not-classified', because: 'too-few' });
    expect(judged({ M: 20 }).verdict).toEqual({ status: 'shown', category: 'must-be' });
  });

  it('shows nothing of fewer than the minimum', () => {
    const gap = { kind: 'not-estimable', reason: 'suppressed' };
    expect(judged({ M: 4 })).toEqual({
      requirement: 'grip',
      verdict: { status: 'not-classified', because: 'suppressed' },
      incomplete: 'suppressed',
      invalid: 'suppressed',
      better: gap,
      worse: gap,
      warnings: [],
    });
    expect(judged({ M: 4 }, { minimumTotal: 1 }).counts).toMatchObject({ 'must-be': 4 });
  });

  it('has nothing to say where nobody answered', () => {
    const found = judged({});
    expect(found.verdict).toEqual({ status: 'not-classified', because: 'no-answers' });
    expect(found.better).toEqual({ kind: 'not-estimable', reason: 'no-answers' });
    expect(found.n).toBe(0);
  });

  it('blames the questions where all answers contradict each other', () => {
    const found = judged({ Q: 50 });
    expect(found.verdict).toEqual({ status: 'not-classified', because: 'questionable' });
    expect(found.worse).toEqual({ kind: 'not-estimable', reason: 'none-classified', n: 0 });
    expect(found.warnings).toEqual(['misunderstood']);
    expect(judged({ M: 98, Q: 2 }).warnings).toEqual([]);
    expect(judged({ M: 97, Q: 3 }).warnings).toEqual(['misunderstood']);
  });

  it('says that a requirement is asked about the wrong way round where customers want the opposite', () => {
    const found = judged({ R: 60, I: 20, M: 5 });
    expect(found.verdict).toEqual({ status: 'shown', category: 'reverse' });
    expect(found.warnings).toEqual(['asked-the-wrong-way-round']);
    expect(judged({ R: 60 }).better).toMatchObject({ reason: 'none-classified' });
  });

  it.each([
    [{ level: 95 }, 'level is 95'],
    [{ minimumTotal: 0 }, 'minimumTotal is 0; expected a whole number, 1 or more'],
    [{ minimum: 5 }, 'a key of options is "minimum"'],
  ])('refuses %o as options', (options, message) => {
    expect(() => judged({ M: 30 }, options as object)).toThrow(message);
  });

  it.each<[unknown, string]>([
    [null, 'tally is null; expected an object'],
    [{ kind: 'tally', requirements: [] }, 'kind of tally is "tally"'],
    [{ cells: [1] }, 'cells of requirements[0] of tally is'],
    [{ cells: new Array<number>(25).fill(0.5) }, 'cells[0] of requirements[0] of tally is 0.5'],
    [{ incomplete: -1 }, 'incomplete of requirements[0] of tally is -1'],
    [{ requirement: 1 }, 'requirement of requirements[0] of tally is 1'],
  ])('refuses %o as a tally', (odd, message) => {
    const good = tallyKano(pairs, said(30, 2, 5));
    const isWhole = odd === null || 'kind' in Object(odd);
    const changed = isWhole
      ? odd
      : { ...good, requirements: [{ ...good.requirements[0], ...Object(odd) }] };
    expect(() => kano(changed as KanoTally)).toThrow(message);
    expect(() => mergeKanoTallies(changed as KanoTally, good)).toThrow(
      message.replace('tally is', 'first is').replace('of tally', 'of first'),
    );
  });
});

describe('tallyKano', () => {
  it('counts a pair only where both questions were answered', () => {
    const [counts] = tallyKano(pairs, [
      ...said(1, 2, 5),
      ...said(1, 2, undefined),
      ...said(1, null, 5),
      ...said(1, '', 'not-applicable'),
      ...said(1, 2, 6),
      ...said(1, '2', 5),
      ...said(1, undefined, 2.5),
      {},
      null as never,
    ]).requirements;
    expect(counts?.cells.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(counts).toMatchObject({ incomplete: 2, unanswered: 3, invalid: 3 });
  });

  it('reads the words of a questionnaire', () => {
    const answers = ['like', 'must', 'neutral', 'live with', 'dislike'];
    const words = tallyKano(pairs, said(3, 'must', 'dislike'), { answers });
    expect(words).toEqual(tallyKano(pairs, said(3, 2, 5)));
  });

  it.each<[unknown, unknown, unknown, string]>([
    ['grip', [], {}, 'pairs is "grip"; expected a list of objects'],
    [[{ requirement: 'a', functional: 'f' }], [], {}, 'dysfunctional of pairs[0] is nothing'],
    [
      [{ requirement: 'a', functional: 'f', dysfunctional: 'f' }],
      [],
      {},
      'dysfunctional of pairs[0] is "f"; expected another key than that of functional',
    ],
    [
      [pairs[0], pairs[0]],
      [],
      {},
      'requirement of pairs[1] is "grip"; expected each requirement once',
    ],
    [pairs, 5, {}, 'responses is 5; expected a list or another iterable'],
    [pairs, [], { answers: [1, 2, 3, 4] }, 'expected five different texts or numbers'],
    [pairs, [], { answers: [1, 2, 3, 4, 4] }, 'expected five different texts or numbers'],
    [pairs, [], { answers: [1, 2, 3, 4, {}] }, 'expected five different texts or numbers'],
    [pairs, [], { answer: [] }, 'a key of options is "answer"'],
  ])('refuses %o, %o, %o', (odd, responses, options, message) => {
    expect(() => tallyKano(odd as never, responses as never, options as never)).toThrow(message);
  });
});

describe('mergeKanoTallies', () => {
  it('refuses tallies of other requirements', () => {
    const others = tallyKano([{ ...pairs[0], requirement: 'fit' }], []);
    expect(() => mergeKanoTallies<string>(tallyKano(pairs, []), others)).toThrow(
      'the requirements of second is "fit"; expected those of first: grip',
    );
  });
});
