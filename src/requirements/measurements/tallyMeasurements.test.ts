import { describe, expect, it } from 'vitest';
import type { Standard } from '../../model/requirement.ts';
import { assessStandard } from '../assessStandard.ts';
import { LISTED_INVALID_MEASUREMENTS } from './measurementCounter.ts';
import { mergeMeasurementTallies } from './mergeMeasurementTallies.ts';
import { tallyMeasurements } from './tallyMeasurements.ts';

const waiting: Standard<'waiting'> = {
  id: 'waiting',
  measure: 'Time',
  unit: 'minutes',
  operator: '<=',
  threshold: 10,
  requiredShare: 0.9,
};

describe('tallyMeasurements', () => {
  it('sorts groups by their values, those without one first', () => {
    const rows = [
      { value: 1, place: 'b', month: 2 },
      { value: 2, place: 'a', month: 10 },
      { value: 3, place: 'a' },
      { value: 4, month: 2 },
    ];
    const { groups } = tallyMeasurements(waiting, rows, { by: ['place', 'month'] });
    expect(
      groups.map(({ group, measured }) => [group, 'values' in measured && measured.values]),
    ).toEqual([
      [[null, '2'], [4]],
      [['a', null], [3]],
      [['a', '10'], [2]],
      [['b', '2'], [1]],
    ]);
  });

  it('keeps each value once, in order, with 0 and -0 the same', () => {
    const { groups } = tallyMeasurements(waiting, [3, 0, -0, 3, 1.5, 3]);
    expect(groups[0]?.measured).toEqual({ values: [0, 1.5, 3], counts: [2, 1, 3] });
  });

  it('is a plain value that survives JSON', () => {
    const tally = tallyMeasurements(waiting, [{ value: 3 }, { value: Number.NaN }]);
    expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
  });

  it('has one group and no case where there is nothing to count', () => {
    const tally = tallyMeasurements(waiting, []);
    expect(tally.groups).toHaveLength(1);
    expect(tallyMeasurements(waiting, [], { by: ['place'] }).groups).toEqual([]);
  });

  it('takes a value too large to be converted for no number', () => {
    const { groups, firstInvalid } = tallyMeasurements(waiting, [{ value: 1e305, unit: 'weeks' }]);
    expect(groups[0]?.invalid).toBe(1);
    expect(firstInvalid).toEqual([{ position: 0, because: 'not-a-number', found: '1e+305' }]);
  });

  it('does not change what it was given', () => {
    const rows = Object.freeze([Object.freeze({ value: 3, unit: 'hours', place: 'a' })]);
    const by = Object.freeze(['place'] as const);
    expect(tallyMeasurements(Object.freeze(waiting), rows, { by }).groups[0]?.failing).toBe(1);
  });
});

describe('mergeMeasurementTallies', () => {
  const tally = tallyMeasurements(waiting, [5, 15]);

  it('adds groups that either has', () => {
    const rows = (place: string, ...values: number[]) => values.map((value) => ({ value, place }));
    const by = ['place'] as const;
    const one = tallyMeasurements(waiting, [...rows('b', 1, 2), ...rows('c', 3)], { by });
    const other = tallyMeasurements(waiting, [...rows('a', 20), ...rows('b', 2)], { by });
    const { groups } = mergeMeasurementTallies(one, other);
    expect(groups.map(({ group, measured }) => [group[0], measured])).toEqual([
      ['a', { values: [20], counts: [1] }],
      ['b', { values: [1, 2], counts: [1, 2] }],
      ['c', { values: [3], counts: [1] }],
    ]);
  });

  it('lists the first invalid measurements of both', () => {
    const broken = tallyMeasurements(waiting, new Array<number>(30).fill(Number.NaN));
    const { firstInvalid, groups } = mergeMeasurementTallies(broken, broken);
    expect(groups[0]?.invalid).toBe(60);
    expect(firstInvalid).toHaveLength(LISTED_INVALID_MEASUREMENTS);
    expect(firstInvalid.at(-1)?.position).toBe(9);
  });

  it.each([
    [{ ...waiting, threshold: 20 }, {}, 'threshold: 10 and 20'],
    [{ ...waiting, unit: 'hours' }, {}, 'unit: "minutes" and "hours"'],
    [waiting, { customer: 'internal' }, 'customer: "external" and "internal"'],
    [waiting, { by: ['place'] }, 'by: [] and ["place"]'],
  ] as const)('refuses tallies that do not add up: %#', (standard, options, differs) => {
    const other = tallyMeasurements<'waiting', string>(standard, [5], options);
    expect(() => mergeMeasurementTallies<'waiting', string>(tally, other)).toThrow(
      `the tallies have different values of ${differs}`,
    );
  });
});

describe('a tally that keeps a sketch', () => {
  const options = { values: 'sketch' } as const;
  const times = Array.from({ length: 1000 }, (_, k) => (k + 1) ** 2 / 10_007);

  it('gives the same verdict, with percentiles to within one percent', () => {
    const exact = assessStandard(waiting, times);
    const sketched = assessStandard(waiting, times, options);
    expect(sketched).toMatchObject({ ...exact, values: {} });
    const { values } = exact;
    const { values: found } = sketched;
    if (values === undefined || found === undefined) throw new Error('nothing measured');
    expect(found.accuracy).toBe(0.01);
    expect(values).not.toHaveProperty('accuracy');
    for (const key of ['p50', 'p90', 'p95'] as const)
      expect(Math.abs((found[key] ?? 0) / (values[key] ?? 1) - 1)).toBeLessThanOrEqual(0.01);
    expect([found.minimum, found.maximum]).toEqual([values.minimum, values.maximum]);
    expect(found.meanExcess).toBeCloseTo(values.meanExcess ?? Number.NaN, 8);
  });

  it('counts percentiles from above where more is better', () => {
    const lit: Standard = { ...waiting, operator: '>=', unit: 'lux' };
    const values = assessStandard(lit, times, options).values;
    const exact = assessStandard(lit, times).values;
    expect(Math.abs((values?.p95 ?? 0) / (exact?.p95 ?? 1) - 1)).toBeLessThanOrEqual(0.01);
  });

  it('adds up to the same in whatever order, and not with one that is exact', () => {
    const parts = [times.slice(0, 300), times.slice(300, 301), times.slice(301)].map((part) =>
      tallyMeasurements(waiting, part, options),
    );
    const whole = tallyMeasurements(waiting, times, options);
    expect(parts.reduce(mergeMeasurementTallies)).toEqual(whole);
    expect(parts.toReversed().reduce(mergeMeasurementTallies)).toEqual(whole);
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    expect(() => mergeMeasurementTallies(whole, tallyMeasurements(waiting, times))).toThrow(
      'the tallies have different values of values: "sketch" and "exact"',
    );
  });

  it('carries parts of a whole into it', () => {
    const { groups } = tallyMeasurements(waiting, [10.25, 10.75, 12.5, 12.5], options);
    expect(groups[0]?.measured).toMatchObject({ excess: { whole: 6, billionths: 0 } });
  });

  it('stays small where every value is another', () => {
    const { groups } = tallyMeasurements(waiting, times, options);
    const measured = groups[0]?.measured;
    expect(measured && 'sketch' in measured && measured.sketch.buckets.length).toBeLessThan(750);
  });

  it('does not take values below 0, which it could not hold', () => {
    const cold: Standard = { ...waiting, unit: 'degrees' };
    const { firstInvalid } = tallyMeasurements(cold, [-5, 5], options);
    expect(firstInvalid).toEqual([{ position: 0, because: 'beyond-sketch', found: '-5' }]);
  });
});
