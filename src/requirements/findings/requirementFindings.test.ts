import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { Requirement, Standard } from '../../model/requirement.ts';
import { assessRequirements } from '../assessRequirements.ts';
import type { RequirementFinding } from './findingTypes.ts';

const source = { kind: 'expectation', reference: 'Interviews, 2024' } as const;
const quick: Standard = {
  id: 'quick',
  measure: 'Time to the greeting',
  unit: 'seconds',
  operator: '<=',
  threshold: 30,
  requiredShare: 0.9,
};

function requirement(changes: Partial<Requirement>): Requirement {
  return {
    id: 'r',
    statement: 'Greeted',
    moments: ['greet'],
    source,
    standards: [quick],
    ...changes,
  };
}

function findings(
  requirements: readonly Requirement[],
  options: { readonly critical?: readonly string[] } = {},
  moment: Partial<Cycle['moments'][number]> = {},
): readonly RequirementFinding[] {
  const moments = [
    { id: 'greet', name: 'Is greeted', contact: 'staff', ...moment },
    { id: 'pay', name: 'Pays', contact: 'staff' },
  ] as const;
  return assessRequirements({ id: 'c', name: 'C', moments, requirements }, [], options).findings;
}

/** The pairs of standards that contradict each other. */
function contradicting(...standards: readonly Partial<Standard>[]): readonly (readonly string[])[] {
  const own = standards.map((one, k): Standard => ({ ...quick, id: `s${k}`, ...one }));
  return findings([requirement({ standards: own })]).flatMap((one) =>
    one.code === 'contradicting-standards' ? [one.standards] : [],
  );
}

describe('the findings of assessRequirements', () => {
  it('are none where every requirement can be checked and traced', () => {
    expect(findings([requirement({})])).toEqual([]);
  });

  it('name a critical moment without a requirement, as found or as told', () => {
    const declaredCritical = { because: 'First impression' };
    expect(findings([], {}, { declaredCritical })).toEqual([
      {
        code: 'critical-moment-without-requirement',
        moment: 'greet',
        message: '"greet" is critical and has no requirement',
      },
    ]);
    expect(findings([requirement({})], {}, { declaredCritical })).toEqual([]);
    expect(findings([], { critical: [] }, { declaredCritical })).toEqual([]);
    expect(findings([requirement({})], { critical: ['pay', 'greet'] })).toMatchObject([
      { moment: 'pay' },
    ]);
  });

  it('name a requirement that nobody can check, and one whose source nobody can look up', () => {
    const bare = requirement({ standards: [], source: { kind: 'mission' } });
    expect(findings([bare]).map(({ code }) => code)).toEqual([
      'requirement-without-standard',
      'missing-source',
    ]);
    expect(findings([bare])[1]).toMatchObject({ requirement: 'r', source: 'mission' });
  });

  it('leave vague words to lintRequirements', () => {
    const vague = requirement({ statement: 'Fast service', standards: [] });
    expect(findings([vague]).map(({ code }) => code)).toEqual(['requirement-without-standard']);
  });

  it('name two standards that no case can keep to', () => {
    expect(contradicting({}, { operator: '>=', threshold: 60 })).toEqual([['s0', 's1']]);
    expect(contradicting({}, { operator: '=', threshold: 31 })).toEqual([['s0', 's1']]);
    expect(contradicting({ operator: '=' }, { operator: '=', threshold: 31 })).toHaveLength(1);
    expect(contradicting({}, { operator: '>=', threshold: 1, unit: 'minutes' })).toHaveLength(1);
    expect(
      contradicting({}, { operator: '>=', threshold: 60, measure: ' time to the  GREETING' }),
    ).toHaveLength(1);
  });

  it('see no contradiction where one case can keep to both, or some to each', () => {
    expect(contradicting({}, { operator: '>=', threshold: 30 })).toEqual([]);
    expect(contradicting({}, { threshold: 60 })).toEqual([]);
    expect(contradicting({}, { operator: '>=', threshold: 0.5, unit: 'minutes' })).toEqual([]);
    expect(contradicting({}, { operator: '>=', threshold: 60, unit: 'points' })).toEqual([]);
    expect(contradicting({}, { operator: '>=', threshold: 60, measure: 'Eye contact' })).toEqual(
      [],
    );
    expect(contradicting({}, { operator: '>=', threshold: 60, requiredShare: 0.1 })).toEqual([]);
    expect(contradicting({}, { operator: '>=', threshold: 60, requiredShare: 0.11 })).toHaveLength(
      1,
    );
  });

  it('look for contradictions across requirements of one moment, and not of two', () => {
    const slow: Standard = { ...quick, id: 'slow', operator: '>=', threshold: 60 };
    const other = (moments: readonly string[]): Requirement =>
      requirement({ id: 'other', moments, standards: [slow] });
    expect(findings([requirement({}), other(['pay', 'greet'])])).toMatchObject([
      {
        code: 'contradicting-standards',
        standards: ['quick', 'slow'],
        moments: ['greet'],
        message: '"quick" (<= 30 seconds) and "slow" (>= 60 seconds) cannot both be met',
      },
    ]);
    expect(findings([requirement({}), other(['pay'])])).toEqual([]);
  });

  it('compare measures in a language that both have', () => {
    const measure = { en: 'Waiting', es: 'Espera' };
    const late = { operator: '>=', threshold: 60 } as const;
    expect(contradicting({ measure }, { ...late, measure: { es: 'espera' } })).toHaveLength(1);
    expect(contradicting({ measure }, { ...late, measure: 'Espera' })).toHaveLength(1);
    expect(contradicting({ measure: 'Espera' }, { ...late, measure })).toHaveLength(1);
    expect(contradicting({ measure }, { ...late, measure: { pl: 'Espera' } })).toEqual([]);
  });
});
