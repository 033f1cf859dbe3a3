import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import { meanRating } from '../score/meanRating.ts';
import { itemNonResponse } from './itemNonResponse.ts';

const counts = { answered: 60, notApplicable: 20, skipped: 15, invalid: 5 };

describe('itemNonResponse', () => {
  it('takes blanks and invalid answers of those to whom the question applies, and the others of all', () => {
    const found = itemNonResponse(counts);
    expect(found.skipped).toMatchObject({ value: 15 / 80, n: 80, unit: 'share' });
    expect(found.invalid).toMatchObject({ value: 5 / 80, n: 80 });
    expect(found.notApplicable).toMatchObject({ value: 0.2, n: 100 });
    expect(estimated(found.skipped).interval).toEqual(wilsonInterval(15, 80));
    expect(estimated(itemNonResponse(counts, { level: 0.9 }).notApplicable).interval).toEqual(
      wilsonInterval(20, 100, { level: 0.9 }),
    );
    expect(found.definition.applicable).toBe('answered + skipped + invalid');
  });

  it('reads the counts that every score carries', () => {
    const five = { scale: { min: 1, max: 5 }, perAnswer: [0, 0, 1, 1, 1], skipped: 1 };
    const found = itemNonResponse(meanRating(five).counts);
    expect(estimated(found.skipped).value).toBe(0.25);
    expect(found.counts).toEqual({ answered: 3, notApplicable: 0, skipped: 1, invalid: 0 });
  });

  it('says no-answers where there are no responses, or the question applies to nobody', () => {
    const none = { kind: 'not-estimable', reason: 'no-answers', n: 0 };
    const nobody = itemNonResponse({ answered: 0, notApplicable: 0, skipped: 0, invalid: 0 });
    expect([nobody.skipped, nobody.notApplicable, nobody.invalid]).toEqual([none, none, none]);
    const others = itemNonResponse({ answered: 0, notApplicable: 7, skipped: 0, invalid: 0 });
    expect(others.skipped).toEqual(none);
    expect(estimated(others.notApplicable).value).toBe(1);
  });

  it.each([-1, 0.5, Number.NaN])('refuses %d as a count', (skipped) => {
    expect(() => itemNonResponse({ ...counts, skipped })).toThrow(
      expect.objectContaining({ name: 'ServiceCycleError', code: 'invalid-argument' }),
    );
  });
});
