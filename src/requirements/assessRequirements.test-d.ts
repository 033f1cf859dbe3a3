import { assertType, expectTypeOf, it } from 'vitest';
import { defineCycle } from '../model/defineCycle.ts';
import { assessRequirements } from './assessRequirements.ts';

const desk = defineCycle({
  id: 'desk',
  name: 'Front desk',
  moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
  requirements: [
    {
      id: 'promptly',
      statement: 'A guest is greeted at once',
      moments: ['greet'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'greeted-in-60-s',
          measure: 'Time to the greeting',
          unit: 'seconds',
          operator: '<=',
          threshold: 60,
          requiredShare: 0.9,
        },
      ],
    },
  ],
});

it('keys its verdicts by the requirements, moments and standards of the cycle', () => {
  const { requirements } = assessRequirements(desk, [{ standard: 'greeted-in-60-s', value: 40 }]);
  const verdict = requirements[0]!;
  expectTypeOf(verdict.requirement).toEqualTypeOf<'promptly'>();
  expectTypeOf(verdict.moments[0]!).toEqualTypeOf<'greet'>();
  expectTypeOf(verdict.standards[0]!.standard).toEqualTypeOf<'greeted-in-60-s'>();
});

it('does not compile with a measurement of a standard that the cycle does not have', () => {
  // @ts-expect-error -- no standard 'greeted-in-90-s'
  assessRequirements(desk, [{ standard: 'greeted-in-90-s', value: 40 }]);
});

it('does not compile with a measurement that is no number', () => {
  // @ts-expect-error -- a text is no measurement
  assessRequirements(desk, [{ standard: 'greeted-in-60-s', value: '40' }]);
});

it('does not compile to read the share before it is known that something was measured', () => {
  const share = assessRequirements(desk, []).requirements[0]!.standards[0]!.conformingShare;
  // @ts-expect-error -- 'value' does not exist where nothing was measured
  assertType(share.value);
});
