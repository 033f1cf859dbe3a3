import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import { findSpeeders, SPEEDER_SHARE } from './findSpeeders.ts';
import { flaggedShare } from './flaggedShare.ts';
import { mergeDurationTallies } from './mergeDurationTallies.ts';
import { mergeFlags } from './mergeFlags.ts';
import { tallyDurations } from './tallyDurations.ts';

const taking = (...durations: readonly unknown[]) => durations.map((seconds) => ({ seconds }));
const seconds = { duration: 'seconds' } as const;

describe('findSpeeders', () => {
  it('flags less than a third of the median, and not exactly a third', () => {
    expect(SPEEDER_SHARE).toBe(1 / 3);
    for (const median of [3, 93, 99, 300, 0.3, 1e6 + 2]) {
      const found = findSpeeders(
        taking(median, median / 3, (median / 3) * 0.999, 2 * median, 2 * median),
        seconds,
      );
      expect(found.definition.median).toBe(median);
      expect(found.flagged.map(({ position }) => position)).toEqual([2]);
    }
  });

  it('is not led astray by fractions that are not exact in a computer: a fifth of 7 is 1.4', () => {
    const found = findSpeeders(taking(7, 1.4, 7), { ...seconds, shareOfMedian: 0.2 });
    expect(found.flagged).toEqual([]);
  });

  it('takes the mean of the middle two where there is no middle one', () => {
    const found = findSpeeders(taking(100, 300, 60, 200), seconds);
    expect(found.definition).toEqual({
      metric: 'speeders',
      duration: 'seconds',
      shareOfMedian: SPEEDER_SHARE,
      median: 150,
    });
    expect(found.flagged).toEqual([]);
    expect(
      findSpeeders(taking(100, 300, 60, 200), { ...seconds, shareOfMedian: 0.5 }),
    ).toMatchObject({ flagged: [{ position: 2, duration: 60 }] });
  });

  it('counts what is no duration, and never flags or measures by it', () => {
    const odd = [null, undefined, '5', -1, Number.NaN, Number.POSITIVE_INFINITY, true, 5n, {}, [5]];
    const responses = [...taking(300, ...odd, 310, 1), {}, null, 7] as { seconds?: unknown }[];
    const found = findSpeeders(responses, seconds);
    expect(found).toMatchObject({ responses: 16, assessed: 3, missing: 5, invalid: 8 });
    expect(found.definition.median).toBe(300);
    expect(found.flagged).toEqual([{ position: 12, duration: 1 }]);
    expect(estimated(flaggedShare(found)).value).toBe(1 / 3);
  });

  it('flags no time at all, and nobody where that is the median', () => {
    expect(findSpeeders(taking(0, 10, 10), seconds).flagged).toHaveLength(1);
    expect(findSpeeders(taking(0, 0, 10), seconds).flagged).toEqual([]);
  });

  it('has no median where there are no durations, and flags nobody', () => {
    const found = findSpeeders([{ seconds: null }], seconds);
    expect(found.definition).not.toHaveProperty('median');
    expect(found).toMatchObject({ flagged: [], assessed: 0, missing: 1 });
    expect(flaggedShare(found)).toMatchObject({ reason: 'no-answers' });
  });

  it('measures parts against the durations of all', () => {
    const parts = [taking(100, 110, 120), taking(600, 620, 640, 660)];
    const durations = parts
      .map((part) => tallyDurations(part, seconds))
      .reduce((one, other) => mergeDurationTallies(one, other));
    const [first, second] = parts.map((part, place) =>
      findSpeeders(part, { ...seconds, durations, firstPosition: 3 * place }),
    );
    const whole = findSpeeders(parts.flat(), seconds);
    expect(mergeFlags(second!, first!)).toEqual(whole);
    expect(whole.flagged.map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(findSpeeders(parts[0]!, seconds).flagged).toEqual([]);
  });

  it('refuses to merge flags by another median, and durations by another key', () => {
    const [one, other] = [findSpeeders(taking(1), seconds), findSpeeders(taking(2), seconds)];
    expect(() => mergeFlags(one, other)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
    const durations = tallyDurations([{ minutes: 5 }], { duration: 'minutes' });
    expect(() => findSpeeders(taking(5), { ...seconds, durations })).toThrow(/"minutes"/);
    expect(() => mergeDurationTallies(durations, tallyDurations(taking(1), seconds))).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it.each([-1, 0.5, Number.NaN])('refuses %d as the first position', (firstPosition) => {
    expect(() => findSpeeders([], { ...seconds, firstPosition })).toThrow(
      `firstPosition is ${firstPosition}; expected a whole number, 0 or more`,
    );
  });

  it('refuses durations and flags that were changed by hand', () => {
    const tally = tallyDurations([{ seconds: 5 }], seconds);
    for (const odd of [{ responses: NaN }, { counts: [[NaN, 1]] }, { counts: [[5, -1]] }]) {
      const durations = { ...tally, ...odd } as typeof tally;
      expect(() => findSpeeders([], { ...seconds, durations })).toThrow(
        /^durations.* is (NaN|-1); expected/,
      );
      expect(() => mergeDurationTallies(tally, durations)).toThrow(
        /^other.* is (NaN|-1); expected/,
      );
    }
    const flags = findSpeeders([{ seconds: 5 }], seconds);
    expect(() => mergeFlags(flags, { ...flags, assessed: NaN })).toThrow('is NaN');
  });

  it.each([0, 1, -0.5, Number.NaN])('refuses %d as a share of the median', (shareOfMedian) => {
    expect(() => findSpeeders([], { ...seconds, shareOfMedian })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('names flagged responses by their id', () => {
    const responses = [
      { code: 'x', seconds: 1 },
      { code: 'y', seconds: 90 },
      { code: 'z', seconds: 90 },
    ];
    expect(findSpeeders(responses, { ...seconds, id: 'code' }).flagged).toEqual([
      { position: 0, id: 'x', duration: 1 },
    ]);
  });

  it('reads a stream, and passes its error on', async () => {
    const responses = taking(300, 20, 310);
    async function* stream(fault?: Error) {
      for (const response of responses) {
        await Promise.resolve();
        yield response;
      }
      if (fault) throw fault;
    }
    expect(await findSpeeders(stream(), seconds)).toEqual(findSpeeders(responses, seconds));
    expect(await tallyDurations(stream(), seconds)).toEqual(tallyDurations(responses, seconds));
    await expect(findSpeeders(stream(new Error('cut')), seconds)).rejects.toThrow('cut');
  });
});
