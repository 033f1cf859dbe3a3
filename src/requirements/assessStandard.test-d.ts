import { assertType, expectTypeOf, it } from 'vitest';
import { assessRequirements } from './assessRequirements.ts';
import { assessStandard } from './assessStandard.ts';
import { measurementsFromEvents } from './events/measurementsFromEvents.ts';
import { mergeMeasurementTallies } from './measurements/mergeMeasurementTallies.ts';
import { tallyMeasurements } from './measurements/tallyMeasurements.ts';
import { serviceLevel } from './queues/serviceLevel.ts';

const onHold = {
  id: 'on-hold',
  measure: 'Time on hold',
  unit: 'seconds',
  operator: '<=',
  threshold: 30,
  requiredShare: 0.9,
} as const;

it('keys groups by the keys asked for', () => {
  const { groups } = assessStandard(onHold, [{ value: 3, branch: 'a' }], { by: ['branch'] });
  expectTypeOf(groups[0]!.group).toEqualTypeOf<{ readonly branch: string | null }>();
  // @ts-expect-error -- nothing was grouped by month
  assertType(groups[0]!.group.month);
});

it('does not compile to read the figures of a group before it is known to be shown', () => {
  const [group] = assessStandard(onHold, [], { by: ['branch'] }).groups;
  // @ts-expect-error -- a suppressed group has no count
  assertType(group!.figures.conforming);
});

it('does not compile to add tallies by other keys, or to assess one of another standard', () => {
  const byBranch = tallyMeasurements(onHold, [], { by: ['branch'] });
  const byMonth = tallyMeasurements(onHold, [], { by: ['month'] });
  // @ts-expect-error -- by branch and by month do not add up
  mergeMeasurementTallies(byBranch, byMonth);
  // @ts-expect-error -- the tally is of 'on-hold'
  assessStandard({ ...onHold, id: 'queue' } as const, byBranch);
});

it('does not compile without the name of a variant of the service level', () => {
  // @ts-expect-error -- variant is missing
  serviceLevel([], { withinSeconds: 20 });
});

it('gives measurements by events that fit the standards of the pairs', () => {
  const { measurements } = measurementsFromEvents([], {
    case: 'id',
    activity: 'event',
    time: 'at',
    pairs: [{ standard: 'called', from: { activity: 'a' }, to: { activity: 'b' } }],
    by: ['branch'],
  });
  expectTypeOf(measurements[0]!.standard).toEqualTypeOf<'called'>();
  expectTypeOf(measurements[0]!.branch).toEqualTypeOf<string | null>();
  assessRequirements({ id: 'c', name: 'C', moments: [] }, measurements, { by: ['branch'] });
});
