import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import { incidentCauses } from './incidentCauses.ts';

const sources = { reported: 10, reportedNone: 5, lowRating: 7, otherRating: 2, unknown: 1 };

describe('incidentCauses', () => {
  it('puts the most frequent cause first, those that tie by name, and counts those without one', () => {
    const found = incidentCauses({
      moment: 'queue',
      sources,
      causes: [
        { cause: 'no number', dissatisfied: 1, satisfied: 1, unknown: 0 },
        { cause: 'overtaken', dissatisfied: 0, satisfied: 1, unknown: 1 },
        { cause: 'too long', dissatisfied: 3, satisfied: 1, unknown: 1 },
      ],
    });
    expect(found.causes.map(({ cause }) => cause)).toEqual(['too long', 'no number', 'overtaken']);
    expect(found.withoutCause).toBe(1);
    expect(found.causes[0]).toMatchObject({
      incidents: 5,
      share: { value: 0.5, n: 10 },
      dissatisfiedShare: { value: 0.75, n: 4 },
    });
  });

  it('gives shares with intervals of the level asked for', () => {
    const causes = [{ cause: 'too long', dissatisfied: 3, satisfied: 1, unknown: 1 }];
    const [found] = incidentCauses({ moment: 'queue', sources, causes }, { level: 0.5 }).causes;
    expect(found?.share).toMatchObject({ interval: wilsonInterval(5, 10, { level: 0.5 }) });
  });

  it('does not say how visits ended that do not tell', () => {
    const causes = [{ cause: 'too long', dissatisfied: 0, satisfied: 0, unknown: 2 }];
    expect(
      incidentCauses({ moment: 'queue', sources, causes }).causes[0]?.dissatisfiedShare,
    ).toEqual({ kind: 'not-estimable', reason: 'no-answers', n: 0 });
  });

  it('has nothing to tell of a moment without incidents', () => {
    const none = { ...sources, reported: 0 };
    expect(incidentCauses({ moment: 'queue', sources: none, causes: [] })).toEqual({
      moment: 'queue',
      reported: 0,
      withoutCause: 0,
      causes: [],
    });
  });
});
