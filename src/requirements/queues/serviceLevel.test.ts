import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import type { Call, ServiceLevelVariant } from './callTypes.ts';
import { serviceLevel } from './serviceLevel.ts';

const VARIANTS: readonly ServiceLevelVariant[] = [
  'offered',
  'answered-only',
  'abandoned-as-met',
  'short-abandons-excluded',
];

describe('serviceLevel', () => {
  it('takes exactly the limit as within it, in whatever unit of time', () => {
    const calls: readonly Call[] = [
      { value: 20 },
      { value: 20.001 },
      { value: 0.25, unit: 'minutes' },
      { value: 21, unit: 'minutes', ended: 'abandoned' },
      { value: 20, ended: 'abandoned' },
    ];
    const { counts } = serviceLevel(calls, { variant: 'offered', withinSeconds: 20 });
    expect(counts).toEqual({
      answeredWithin: 2,
      answeredBeyond: 1,
      abandonedWithin: 1,
      abandonedBeyond: 1,
      waitingBeyond: 0,
    });
  });

  it('fails calls that wait beyond the limit, save among those answered, and leaves out the others', () => {
    const calls: readonly Call[] = [
      { value: 5 },
      { value: 90, ended: 'still-waiting' },
      { value: 5, ended: 'still-waiting' },
    ];
    const levels = VARIANTS.map((variant) => {
      const level = serviceLevel(calls, { variant, withinSeconds: 20 });
      expect(level.undecided).toBe(1);
      return estimated(level).value;
    });
    expect(levels).toEqual([0.5, 1, 0.5, 0.5]);
  });

  it('names its variant and has the interval of its own counts', () => {
    const calls = {
      answeredWithin: 78,
      answeredBeyond: 12,
      abandonedWithin: 4,
      abandonedBeyond: 6,
    };
    for (const variant of VARIANTS) {
      const level = serviceLevel(calls, { variant, withinSeconds: 20, level: 0.9 });
      expect(level).toMatchObject({ variant, withinSeconds: 20, invalid: 0 });
      const { value, n, interval } = estimated(level);
      expect(interval).toEqual(wilsonInterval(Math.round(value * n), n, { level: 0.9 }));
    }
  });

  it('cannot tell where no call counts', () => {
    const left: readonly Call[] = [{ value: 3, ended: 'abandoned' }];
    const options = { variant: 'short-abandons-excluded', withinSeconds: 20 } as const;
    expect(serviceLevel(left, options)).toMatchObject({
      kind: 'not-estimable',
      reason: 'no-answers',
      counts: { abandonedWithin: 1 },
    });
    expect(serviceLevel([], options).kind).toBe('not-estimable');
  });

  it('gives counts of -0 back as 0', () => {
    const counts = {
      answeredWithin: 3,
      answeredBeyond: 1,
      abandonedWithin: -0,
      abandonedBeyond: -0,
    };
    const level = serviceLevel(counts, { variant: 'offered', withinSeconds: 20 });
    expect(level.counts).toStrictEqual({
      answeredWithin: 3,
      answeredBeyond: 1,
      abandonedWithin: 0,
      abandonedBeyond: 0,
      waitingBeyond: 0,
    });
  });

  it('counts calls that are invalid, and lists them', () => {
    const calls = [{ value: -1 }, { value: 3, unit: 'points' }, null, { value: 3 }];
    const level = serviceLevel(calls as Call[], { variant: 'offered', withinSeconds: 20 });
    expect(level).toMatchObject({ n: 1, invalid: 3 });
    expect(level.firstInvalid.map(({ position, because }) => [position, because])).toEqual([
      [0, 'negative-time'],
      [1, 'other-unit'],
      [2, 'not-a-number'],
    ]);
  });

  it('refuses a variant, a limit and counts that are none', () => {
    const calls = { answeredWithin: 1, answeredBeyond: 0, abandonedWithin: 0, abandonedBeyond: 0 };
    const unnamed = { variant: 'best' as ServiceLevelVariant, withinSeconds: 20 };
    expect(() => serviceLevel(calls, unnamed)).toThrow('variant is "best"; expected "offered"');
    for (const withinSeconds of [-1, Number.NaN, Infinity]) {
      expect(() => serviceLevel(calls, { variant: 'offered', withinSeconds })).toThrow(
        'withinSeconds is',
      );
    }
    const options = { variant: 'offered', withinSeconds: 20 } as const;
    expect(() => serviceLevel({ ...calls, answeredBeyond: 0.5 }, options)).toThrow(
      'answeredBeyond is 0.5; expected a whole number, 0 or more',
    );
    expect(() => serviceLevel({} as never, options)).toThrow('answeredWithin is nothing');
    for (const none of [null, 'calls', 5]) {
      expect(() => serviceLevel(none as never, options)).toThrow(
        'expected a list or another iterable',
      );
    }
  });
});
