import { describe, expect, it } from 'vitest';
import { trainingCoverage } from './trainingCoverage.ts';

const FIRE = {
  id: 'fire',
  audience: 'staff',
  topic: 'Fire drill',
  validMonths: 12,
  required: 20,
} as const;
const MACHINE = {
  id: 'machine',
  audience: 'customers',
  topic: 'The machine',
  required: 3,
} as const;
const asOf = '2026-03-01';

describe('trainingCoverage', () => {
  it('14 valid of 20 are 0.70, from 0.4810 to 0.8545', () => {
    const records = Array.from({ length: 14 }, (_, i) => ({
      training: 'fire' as const,
      on: '2025-06-01',
      person: `p${i}`,
    }));
    const [fire] = trainingCoverage([FIRE], records, { asOf }).trainings;
    expect(fire).toMatchObject({ valid: 14, expired: 0, never: 6, expiring: 0 });
    expect(fire?.share.value).toBe(0.7);
    expect(fire?.share.interval.low).toBeCloseTo(0.481, 4);
    expect(fire?.share.interval.high).toBeCloseTo(0.8545, 4);
  });

  it('holds up to its last day, that day included, and is expired on the next', () => {
    const on = (day: string) => {
      const records = [{ training: 'fire' as const, on: '2025-03-01', person: 'a' }];
      const [fire] = trainingCoverage([FIRE], records, { asOf: day }).trainings;
      return [fire?.valid, fire?.expiring, fire?.expired];
    };
    expect(on('2026-01-29')).toEqual([1, 0, 0]);
    expect(on('2026-01-30')).toEqual([1, 1, 0]);
    expect(on('2026-03-01')).toEqual([1, 1, 0]);
    expect(on('2026-03-02')).toEqual([0, 0, 1]);
    expect(on('2025-02-28')).toEqual([0, 0, 0]);
  });

  it('of several records of one person the latest counts, whatever their order', () => {
    const records = [
      { training: 'fire', on: '2025-09-01', person: 'a' },
      { training: 'fire', on: '2020-09-01', person: 'a' },
    ] as const;
    for (const order of [records, [...records].reverse()]) {
      expect(trainingCoverage([FIRE], order, { asOf }).trainings[0]).toMatchObject({
        valid: 1,
        expired: 0,
        never: 19,
      });
    }
  });

  it('customers are counted as staff are, by number where nobody knows their names', () => {
    const records = [
      { training: 'machine', on: '2019-01-01', people: 2 },
      { training: 'machine', on: '2026-02-01', people: 2 },
      { training: 'machines', on: '2026-02-01', people: 9 },
      { training: 'machine', on: '2026-03-02', people: 9 },
    ];
    const coverage = trainingCoverage<string>([FIRE, MACHINE], records, { asOf });
    expect(coverage.trainings[1]).toMatchObject({ valid: 4, never: 0, share: { value: 1, n: 3 } });
    expect(coverage.unknown).toEqual([{ training: 'machines', records: 1 }]);
  });

  it.each([
    [
      'a date as text of another kind',
      { training: 'fire', on: '5/12/2025' },
      'records[0].on is "5/12/2025"; expected a day as YYYY-MM-DD',
    ],
    ['a Date', { training: 'fire', on: new Date(0) }, 'records[0].on is an object'],
    ['no record', null, 'records[0] is null; expected an object'],
    [
      'half a person',
      { training: 'fire', on: '2025-12-05', people: 0.5 },
      'records[0].people is 0.5',
    ],
    [
      'a person who is many',
      { training: 'fire', on: '2025-12-05', people: 2, person: 'a' },
      'expected no number beside a person',
    ],
  ])('refuses %s', (_, record, message) => {
    expect(() => trainingCoverage([FIRE], [record] as never, { asOf })).toThrow(message);
  });

  it('refuses training of nobody, and an hour that is no day', () => {
    expect(() => trainingCoverage([{ ...FIRE, required: 0 }], [], { asOf })).toThrow(
      'expected a whole number from 1',
    );
    expect(() => trainingCoverage([FIRE], [], { asOf: '2026-03-01T10:00' })).toThrow(
      'asOf is "2026-03-01T10:00"',
    );
  });
});
