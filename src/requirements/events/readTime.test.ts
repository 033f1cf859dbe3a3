import { describe, expect, it } from 'vitest';
import { readTime } from './readTime.ts';

const NOON = Date.UTC(2024, 1, 29, 12);

describe('readTime', () => {
  it.each([
    '2024-02-29T12:00:00Z',
    '2024-02-29t12:00:00z',
    ' 2024-02-29 12:00:00+00:00 ',
    '2024-02-29T12:00Z',
    '2024-02-29T13:00:00+01:00',
    '2024-02-29T13:00:00+0100',
    '2024-02-29T13:00+01',
    '2024-02-28T22:30:00-13:30',
    '2024-03-01T02:00:00.000000+14:00',
  ])('reads %s as the same moment', (text) => {
    expect(readTime(text, undefined)).toBe(NOON);
  });

  it('reads parts of a second, with a point or a comma', () => {
    expect(readTime('2024-02-29T12:00:00.25Z', undefined)).toBe(NOON + 250);
    expect(readTime('2024-02-29T12:00:00,5Z', undefined)).toBe(NOON + 500);
    expect(readTime('2024-02-29T12:00:00.000250Z', undefined)).toBeCloseTo(NOON + 0.25, 3);
  });

  it('takes numbers for milliseconds since 1970', () => {
    expect(readTime(0, undefined)).toBe(0);
    expect(readTime(NOON, undefined)).toBe(NOON);
  });

  it.each([
    '2024-02-29T12:00:00',
    '2024-02-29',
    '2024-02-30T12:00:00Z',
    '2023-02-29T12:00:00Z',
    '2024-13-01T12:00:00Z',
    '2024-00-10T12:00:00Z',
    '2024-02-29T24:00:00Z',
    '2024-02-29T12:60:00Z',
    '2024-02-29T12:00:60Z',
    '2024-02-29T12:00:00 GMT',
    '2024-02-29T12:00:00+1:00',
    '29/02/2024 12:00',
    '02-29-2024T12:00:00Z',
    '+2024-02-29T12:00:00Z',
    '1709208000000',
    '',
    null,
    undefined,
    Number.NaN,
    Infinity,
    9e15,
    new Date(Number.NaN),
    {},
  ])('does not guess at %s', (time) => {
    expect(readTime(time, undefined)).toBeUndefined();
  });
});
