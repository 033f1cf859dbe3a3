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

  describe('with triggers', () => {
    const review = {
      last: '2026-01-31',
      everyMonths: 12,
      triggers: [
        { id: 'channels', event: 'A channel is opened or closed' },
        { id: 'complaints', event: { en: 'Complaints double', el: 'Διπλάσια παράπονα' } },
      ],
    };
    const on = (asOf: string, ...events: [trigger: string, on: string][]) =>
      reviewStatus(
        { review },
        { asOf, events: events.map(([trigger, day]) => ({ trigger, on: day })) },
      );

    it('is called for by what happened since the last review, the earliest first', () => {
      const found = on(
        '2026-03-01',
        ['complaints', '2026-03-01'],
        ['channels', '2026-02-01'],
        ['channels', '2026-01-31'],
        ['channels', '2026-03-02'],
      );
      expect(found).toMatchObject({ status: 'called-for', next: '2027-01-31', daysLeft: 336 });
      expect(found.calledForBy).toEqual([
        { trigger: 'channels', on: '2026-02-01' },
        { trigger: 'complaints', on: '2026-03-01' },
      ]);
    });

    it('is overdue all the same, and as before where nothing happened', () => {
      expect(on('2027-03-01', ['channels', '2026-02-01']).status).toBe('overdue');
      expect(on('2027-01-02', ['channels', '2027-01-01']).status).toBe('called-for');
      expect(on('2026-03-01', ['channels', '2026-01-30'])).toEqual(on('2026-03-01'));
      const never = { everyMonths: 12, triggers: review.triggers };
      const events = [{ trigger: 'channels', on: '2020-02-01' }];
      expect(reviewStatus({ review: never }, { asOf: '2026-03-01', events })).toMatchObject({
        status: 'never',
        calledForBy: events,
      });
    });

    it('refuses an event that the plan does not name, and one on no day', () => {
      expect(() => on('2026-03-01', ['chanels', '2026-02-01'])).toThrow(
        'events[0].trigger is "chanels"; expected the id of a trigger of the plan',
      );
      expect(() => on('2026-03-01', ['channels', '2026-02-30'])).toThrow('events[0].on is');
      expect(() => reviewStatus({ review }, { asOf: '2026-03-01', events: [{}] as never })).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      );
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
