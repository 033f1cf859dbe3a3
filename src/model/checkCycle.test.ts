import { describe, expect, it } from 'vitest';
import { checkCycle } from './checkCycle.ts';
import type { Cycle } from './cycle.ts';

const moment = { id: 'pay', name: 'Is paid', contact: 'staff' } as const;
const source = { kind: 'values' } as const;
const plan = { name: 'P', requirements: ['r'], cost: {}, status: 'proposed' } as const;
const effects = [
  { moment: 'pay', incidentReduction: { low: 0, base: 0.5, high: 1 }, basis: 'assumed' },
] as const;

function findingsOf(cycle: Partial<Cycle>): readonly (readonly [string, readonly string[]])[] {
  return checkCycle({ id: 'c', name: 'C', moments: [moment], ...cycle }).map(
    ({ code, ids }) => [code, ids] as const,
  );
}

describe('checkCycle', () => {
  it('names a critical moment that no requirement serves', () => {
    const declared = { ...moment, declaredCritical: { because: 'Money' } };
    const found = ['critical-moment-without-requirement', ['pay']];
    expect(findingsOf({ moments: [declared] })).toContainEqual(found);
    expect(findingsOf({ moments: [moment] })).not.toContainEqual(found);
  });

  it('holds as critical what it is told, instead of what is declared', () => {
    const cycle = { id: 'c', name: 'C', moments: [moment] } as const;
    const codes = checkCycle(cycle, { critical: ['pay'] }).map(({ code }) => code);
    expect(codes).toContain('critical-moment-without-requirement');
  });

  it('names a cycle that supports others and is not internal, and one that supports itself', () => {
    const supports = [{ moment: 'pay', cycle: 'other', of: 'serve' }];
    expect(findingsOf({ supports })).toContainEqual(['external-cycle-supports', ['c']]);
    const codes = findingsOf({ supports, customer: 'internal' }).map(([code]) => code);
    expect(codes).toEqual(['moment-without-question']);
    const own = [{ moment: 'pay', cycle: 'c', of: 'pay' }];
    expect(findingsOf({ supports: own, customer: 'internal' })).toContainEqual([
      'supports-itself',
      ['c'],
    ]);
  });

  it('names a requirement without a standard', () => {
    const requirements = [{ id: 'r', statement: 'R', moments: ['pay'], source }];
    expect(findingsOf({ requirements })).toContainEqual(['requirement-without-standard', ['r']]);
  });

  it('is content with a question about the moment or about its area, and no other', () => {
    const asked = (about: { moment: string } | { area: string }): Partial<Cycle> => ({
      areas: [{ id: 'desk', name: 'Desk' }],
      moments: [
        { ...moment, area: 'desk' },
        { id: 'leave', name: 'Leaves', contact: 'none' },
      ],
      survey: {
        id: 's',
        title: 'S',
        questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', about, scale: { min: 1, max: 5 } }],
      },
    });
    expect(findingsOf(asked({ moment: 'pay' }))).toEqual([['moment-without-question', ['leave']]]);
    expect(findingsOf(asked({ area: 'desk' }))).toEqual([['moment-without-question', ['leave']]]);
    expect(findingsOf(asked({ moment: 'leave' }))).toEqual([['moment-without-question', ['pay']]]);
  });

  it('names stages and areas that have no moment', () => {
    const cycle = { stages: [{ id: 's', name: 'S' }], areas: [{ id: 'a', name: 'A' }] };
    const findings = findingsOf(cycle);
    expect(findings).toContainEqual(['stage-without-moment', ['s']]);
    expect(findings).toContainEqual(['area-without-moment', ['a']]);
  });

  it('names an action plan that moves nothing', () => {
    const actionPlans = [{ ...plan, id: 'p', effects: [] }];
    expect(findingsOf({ actionPlans })).toContainEqual(['plan-without-effect', ['p']]);
  });

  it('tells each circle of needs once, with its plans in order', () => {
    const actionPlans = [
      { ...plan, id: 'a', effects, needs: ['b'] },
      { ...plan, id: 'b', effects, needs: ['c'] },
      { ...plan, id: 'c', effects, needs: ['a'] },
      { ...plan, id: 'd', effects, needs: ['a'] },
      { ...plan, id: 'self', effects, needs: ['self'] },
    ];
    const circles = findingsOf({ actionPlans }).filter(([code]) => code === 'circular-needs');
    expect(circles).toEqual([
      ['circular-needs', ['a', 'b', 'c']],
      ['circular-needs', ['self']],
    ]);
  });

  it('names a plan that needs what cannot be carried out beside it, directly or through others', () => {
    const actionPlans = [
      { ...plan, id: 'a', effects, needs: ['b'] },
      { ...plan, id: 'b', effects, needs: ['c'] },
      { ...plan, id: 'c', effects, excludes: ['a'] },
      { ...plan, id: 'd', effects, excludes: ['a'] },
    ];
    const clashes = findingsOf({ actionPlans }).filter(([code]) => code === 'plan-needs-excluded');
    expect(clashes).toEqual([['plan-needs-excluded', ['a']]]);
  });
});
