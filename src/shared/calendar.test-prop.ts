import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { addMonths, dayNumber, dayText, weekdayOf, yearOf } from './calendar.ts';

const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** Any day from the year 0 to the year 9999. */
const day = fc.integer({ min: -719_528, max: 2_932_896 });

describe('days', () => {
  it('are those of Temporal: the text, the day of the week, the year, and back', () => {
    fc.assert(
      fc.property(day, (number) => {
        const same = EPOCH.add({ days: number });
        expect(dayText(number)).toBe(same.toString());
        expect(weekdayOf(number)).toBe(same.dayOfWeek);
        expect(yearOf(number)).toBe(same.year);
        expect(dayNumber(dayText(number))).toBe(number);
      }),
      { numRuns: 500 },
    );
  });

  it('months later are those of Temporal, which takes the last day of a month that is too short', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1200 }), (number, months) => {
        const later = EPOCH.add({ days: number }).add({ months }, { overflow: 'constrain' });
        expect(addMonths(number, months)).toBe(EPOCH.until(later).days);
      }),
      { numRuns: 500 },
    );
  });

  it('exist where Temporal has them', () => {
    const two = (most: number): fc.Arbitrary<string> =>
      fc.nat({ max: most }).map((part) => String(part).padStart(2, '0'));
    const year = fc.nat({ max: 9999 }).map((part) => String(part).padStart(4, '0'));
    fc.assert(
      fc.property(year, two(13), two(32), (...parts) => {
        const text = parts.join('-');
        let exists = true;
        try {
          Temporal.PlainDate.from(text, { overflow: 'reject' });
        } catch {
          exists = false;
        }
        expect(dayNumber(text) !== undefined).toBe(exists);
      }),
      { numRuns: 500 },
    );
  });
});
