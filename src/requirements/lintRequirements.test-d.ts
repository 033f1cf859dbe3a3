import { expectTypeOf, it } from 'vitest';
import { defineCycle } from '../model/defineCycle.ts';
import { lintRequirements } from './lintRequirements.ts';

it('names the requirements of the cycle', () => {
  const desk = defineCycle({
    id: 'desk',
    name: 'Front desk',
    moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
    requirements: [
      {
        id: 'promptly',
        statement: 'A guest is greeted promptly',
        moments: ['greet'],
        source: { kind: 'expectation' },
      },
    ],
  });
  expectTypeOf(lintRequirements(desk).hits[0]!.requirement).toEqualTypeOf<'promptly'>();
  // @ts-expect-error -- 'lang' is no option
  lintRequirements(desk, { lang: 'es' });
});
