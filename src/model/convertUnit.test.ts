import { describe, expect, it } from 'vitest';
import { convert, isTimeUnit, unitRatio } from './convertUnit.ts';

function converted(value: number, from: string, to: string): number | undefined {
  const ratio = unitRatio(from, to);
  return ratio && convert(value, ratio);
}

describe('unitRatio and convert', () => {
  it.each([
    [1.1, 'minutes', 'seconds', 66],
    [0.1, 'hours', 'min', 6],
    [18, 's', 'minutes', 0.3],
    [250, 'ms', 'seconds', 0.25],
    [1.5, 'days', 'h', 36],
    [2, 'weeks', 'day', 14],
    [0.07, 'share', 'percent', 7],
    [95, '%', 'share', 0.95],
    [-3, 'Minutes ', ' SECONDS', -180],
    [4, 'points', 'Points', 4],
  ])('brings %d %s to %s: %d', (value, from, to, expected) => {
    expect(converted(value, from, to)).toBe(expected);
  });

  it.each([
    ['seconds', 'points'],
    ['seconds', 'share'],
    ['points', 'percent'],
    ['toString', 'constructor'],
    ['', 'seconds'],
  ])('does not bring %s to %s', (from, to) => {
    expect(unitRatio(from, to)).toBeUndefined();
  });

  it('knows units of time', () => {
    expect(['ms', 'Hours', ' weeks '].every(isTimeUnit)).toBe(true);
    expect(['share', 'points', '', 'valueOf'].some(isTimeUnit)).toBe(false);
  });
});
