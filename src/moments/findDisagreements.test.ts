import { describe, expect, it } from 'vitest';
import type { Basis } from '../shared/estimate.ts';
import { findDisagreements } from './findDisagreements.ts';
import type { MomentLevel, Reason } from './reasonTypes.ts';

function reason(code: string, level: MomentLevel, basis: Basis, n = 1): Reason {
  return { code, level, basis, n };
}

const declared = reason('declared', 'critical', 'judged');
const judgedCritical = reason('action-priority', 'critical', 'judged', 3);
const judgedWatch = reason('action-priority', 'watch', 'judged', 3);
const judgedOrdinary = reason('action-priority', 'ordinary', 'judged', 2);
const noEffect = reason('incident-effect', 'ordinary', 'measured', 1204);
const effect = reason('incident-effect', 'critical', 'measured', 1_234_567);
const gap = reason('evidence-gap', 'not-assessed', 'measured', 3);

describe('findDisagreements', () => {
  it('says that what a person declares is not seen in the visits', () => {
    expect(findDisagreements([declared, noEffect])).toEqual([
      {
        code: 'effect-not-seen',
        judged: ['declared'],
        measured: ['incident-effect'],
        visits: 1204,
        message: 'declared critical, no effect seen in 1,204 visits',
      },
    ]);
    expect(findDisagreements([judgedCritical, noEffect])).toMatchObject([
      { message: 'judged critical, no effect seen in 1,204 visits' },
    ]);
  });

  it('says so as well where the visits show what nobody judged', () => {
    expect(findDisagreements([judgedOrdinary, effect])).toEqual([
      {
        code: 'effect-not-judged',
        judged: ['action-priority'],
        measured: ['incident-effect'],
        visits: 1_234_567,
        message: 'judged ordinary, found critical in 1,234,567 visits',
      },
    ]);
  });

  it.each([
    ['both say critical', [declared, effect]],
    ['one kind of data shows it and another does not', [declared, noEffect, effect]],
    ['people are in between', [judgedWatch, effect]],
    ['nobody has judged it', [effect]],
    ['there are no visits', [declared]],
    ['too few visits are no evidence', [declared, gap]],
    ['people judge it ordinary and so do visits', [judgedOrdinary, noEffect]],
    ['an assumption is nobody', [reason('x', 'ordinary', 'assumed'), effect]],
    ['a judgement cannot be read', [reason('x', 'not-assessed', 'judged'), effect]],
    [
      'life is at stake, which satisfaction does not weigh',
      [reason('grave-trait', 'critical', 'judged'), noEffect],
    ],
  ])('sees none where %s', (_, reasons) => {
    expect(findDisagreements(reasons)).toEqual([]);
  });
});
