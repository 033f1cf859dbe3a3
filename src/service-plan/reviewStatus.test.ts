import { describe, expect, it } from 'vitest';
import { reviewStatus } from './reviewStatus.ts';

const status = (last: string, everyMonths: number, asOf: string) =>
  reviewStatus({ review: { last, everyMonths } }, { asOf });

describe('reviewStatus', () => {
  it('a month after the last of January is the last of February', () => {
    expect(status('2026-01-31', 1, '2026-02-01').next).toBe('2026-02-28');
    expect(status('2026-11-30', 3, '2026-12-01').next).toBe('2027-02-28');
  });

  it('is due soon for 30 days, on its day too, and overdue the day after', () => {
    const on = (asOf: string) => {
      const { status: is, daysLeft } = status('2026-01-31', 12, asOf);
      return [is, daysLeft];
    };
    expect(on('2026-12-31')).toEqual(['ok', 31]);
    expect(on('2027-01-01')).toEqual(['due-soon', 30]);
    expect(on('2027-01-31')).toEqual(['due-soon', 0]);
    expect(on('2027-02-01')).toEqual(['overdue', -1]);
  });

  it('a plan that was never looked through says so', () => {
    expect(reviewStatus({ review: { everyMonths: 12 } }, { asOf: '2026-02-01' })).toEqual({
      kind: 'review-status',
      status: 'never',
      asOf: '2026-02-01',
    });
  });

  it.each([
    [{ last: '2026-02-30', everyMonths: 1 }, 'plan.review.last is "2026-02-30"'],
    [{ last: '2026-02-03', everyMonths: 0 }, 'plan.review.everyMonths is 0'],
    [{ everyMonths: 1.5 }, 'plan.review.everyMonths is 1.5'],
  ])('refuses %o', (review, message) => {
    expect(() => reviewStatus({ review }, { asOf: '2026-02-01' })).toThrow(message);
  });
});
