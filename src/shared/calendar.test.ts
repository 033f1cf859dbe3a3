import { describe, expect, it } from 'vitest';
import { addMonths, dayNumber, dayText, weekdayOf } from './calendar.ts';

const later = (text: string, months: number): string =>
  dayText(addMonths(dayNumber(text) ?? Number.NaN, months));

describe('days', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-04-31', '2025-02-29', '1900-02-29'])(
    '%s is no day',
    (text) => {
      expect(dayNumber(text)).toBeUndefined();
    },
  );

  it.each(['26-02-28', '2026-2-28', '28.02.2026', '2026-02-28T00:00', '', 20260228, null])(
    '%s is not written as a day',
    (text) => {
      expect(dayNumber(text)).toBeUndefined();
    },
  );

  it('a month after the last of January is the last of February', () => {
    expect(later('2026-01-31', 1)).toBe('2026-02-28');
    expect(later('2026-11-30', 3)).toBe('2027-02-28');
    expect(later('2028-01-31', 1)).toBe('2028-02-29');
    expect(later('2026-12-31', 2)).toBe('2027-02-28');
  });

  it('1970 began on a Thursday', () => {
    expect([dayNumber('1970-01-01'), weekdayOf(0), weekdayOf(-4)]).toEqual([0, 4, 7]);
  });
});
