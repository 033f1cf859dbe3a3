import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../model/momentOfTruth.ts';
import { kendallW } from '../../stats/agreement/kendallW.ts';
import { judgementAgreement } from './judgementAgreement.ts';

function judged(by: string, severity: number, occurrence = 5, detection = 5): Judgement {
  return { by, severity, occurrence, detection };
}

const judges = ['cashier', 'supervisor', 'manager'];

function moment(id: string, ...severities: number[]) {
  return { id, judgements: severities.map((severity, place) => judged(judges[place]!, severity)) };
}

describe('judgementAgreement', () => {
  it("gives Kendall's W of each rating over the moments that all have judged", () => {
    const { concordance, compared } = judgementAgreement([
      moment('ask', 3, 2, 6),
      moment('wait', 5, 8, 7),
      moment('pay', 10, 9, 8),
      moment('leave', 1),
    ]);
    expect(compared).toEqual(['ask', 'wait', 'pay']);
    expect(concordance.severity).toEqual(
      kendallW([
        [3, 2, 6],
        [5, 8, 7],
        [10, 9, 8],
      ]),
    );
    expect(concordance.severity).toMatchObject({ kind: 'estimate', value: 1 });
    expect(concordance.detection).toEqual({ kind: 'not-estimable', reason: 'zero-variance' });
  });

  it('does not let one who judged a single moment keep the others from being compared', () => {
    const found = judgementAgreement([
      { id: 'ask', judgements: [...moment('ask', 3, 4).judgements, judged('guest', 9)] },
      moment('wait', 5, 8),
    ]);
    expect(found.judges).toEqual(['cashier', 'supervisor']);
    expect(found.compared).toEqual(['ask', 'wait']);
    expect(found.moments[0]).toMatchObject({
      judgements: 3,
      spread: { severity: { lowest: 3, median: 4, highest: 9 } },
    });
  });

  it('takes the mean of a role that judged twice', () => {
    const found = judgementAgreement([
      { id: 'ask', judgements: [judged('cashier', 2), judged('cashier', 9), judged('manager', 1)] },
      { id: 'wait', judgements: [judged('cashier', 5), judged('manager', 2)] },
    ]);
    expect(found.concordance.severity).toEqual(
      kendallW([
        [5.5, 1],
        [5, 2],
      ]),
    );
  });

  it('names the moments about which the judges would not do the same', () => {
    const found = judgementAgreement([moment('ask', 10, 2), moment('wait', 2, 3)]);
    expect(found.moments[0]?.priorities).toEqual([
      { by: 'cashier', priority: 'high' },
      { by: 'supervisor', priority: 'low' },
    ]);
    expect(found.disputed).toEqual(['ask']);
    expect(found.moments[1]?.isDisputed).toBe(false);
  });

  it('leaves out what is not a rating, and moments that nobody judged', () => {
    const found = judgementAgreement([
      { id: 'ask', judgements: [judged('cashier', 0), judged('supervisor', 4)] },
      { id: 'wait' },
      { id: 'pay', judgements: [judged('cashier', 11)] },
    ]);
    expect(found.moments.map(({ moment: id }) => id)).toEqual(['ask']);
    expect(found.moments[0]?.judgements).toBe(1);
    expect(found.disputed).toEqual([]);
  });

  it('cannot tell how far one judge agrees, nor judges of a single moment', () => {
    const few = { kind: 'not-estimable', reason: 'too-few' };
    expect(judgementAgreement([moment('ask', 3), moment('wait', 5)]).concordance.severity).toEqual(
      few,
    );
    expect(judgementAgreement([moment('ask', 3, 5)]).concordance.severity).toEqual(few);
    expect(judgementAgreement([])).toMatchObject({ judges: [], compared: [], moments: [] });
  });
});
