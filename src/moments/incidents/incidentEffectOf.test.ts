import { describe, expect, it } from 'vitest';
import { incidentEffectOf } from './incidentEffectOf.ts';

const ended = (dissatisfied: number, satisfied: number, unknown = 0) => ({
  dissatisfied,
  satisfied,
  unknown,
});

describe('incidentEffectOf', () => {
  it('takes visits that tell both of an incident and of how they ended, and no others', () => {
    const found = incidentEffectOf({
      incidents: {
        incident: [ended(20, 100, 7), ended(40, 40)],
        noIncident: [ended(30, 700, 9), ended(10, 60)],
        unknown: ended(50, 60, 70),
      },
    });
    expect(found.n).toBe(1000);
    expect(found.counts).toEqual({
      incident: { dissatisfied: 60, satisfied: 140 },
      noIncident: { dissatisfied: 40, satisfied: 760 },
    });
  });

  it('adjusts for the incidents at other moments', () => {
    const found = incidentEffectOf({
      incidents: {
        incident: [ended(1, 9), ended(80, 20)],
        noIncident: [ended(10, 90), ended(8, 2)],
        unknown: ended(0, 0),
      },
    });
    const adjusted = found.kind === 'estimate' ? found.adjustedOddsRatio : undefined;
    expect(adjusted?.kind === 'estimate' && adjusted.value).toBeCloseTo(1, 12);
  });

  it('counts all strata where one side has fewer of them', () => {
    const rows = [ended(20, 100), ended(40, 40)];
    for (const [incident, noIncident] of [
      [rows, [ended(5, 5)]],
      [[ended(5, 5)], rows],
    ] as const) {
      const found = incidentEffectOf({ incidents: { incident, noIncident, unknown: ended(0, 0) } });
      expect(found.n).toBe(210);
    }
  });

  it('says that nobody passed', () => {
    const incidents = { incident: [], noIncident: [], unknown: ended(0, 0) };
    expect(incidentEffectOf({ incidents })).toMatchObject({ reason: 'no-data', n: 0 });
  });
});
