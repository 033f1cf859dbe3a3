import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { VisitTallyOptions } from './definitionTypes.ts';
import { LISTED_VISIT_ISSUES } from './issueLists.ts';
import { tallyVisits } from './tallyVisits.ts';
import type { VisitTally } from './types.ts';

const desk: Cycle = {
  id: 'desk',
  name: 'Front desk',
  moments: [
    { id: 'greet', name: 'Is greeted', contact: 'staff' },
    { id: 'key', name: 'Gets the key', contact: 'staff' },
  ],
};

function tallyOf(visits: readonly unknown[], options: VisitTallyOptions = {}): VisitTally {
  return tallyVisits(desk, visits as readonly never[], options);
}

const TEN = { ratingScale: { min: 1, max: 10 }, overallScale: { min: 1, max: 10 } };

describe('tallyVisits with bad input', () => {
  it('takes severities from 1 to 10, and names any other', () => {
    const tally = tallyOf(
      [1, 10, 0, 11, 2.5, '3'].map((severity) => ({
        moments: { greet: { incident: { severity } } },
        overall: 3,
      })),
    );
    expect(tally.issues).toMatchObject([
      {
        code: 'invalid-severity',
        count: 4,
        first: [{ found: '0' }, { found: '11' }, { found: '2.5' }, { found: '"3"' }],
      },
    ]);
    expect(tally.moments[0]?.sources.reported).toBe(6);
  });

  it('takes null for nothing told, wherever it stands: nobody says that the moment was passed', () => {
    const told = { cause: null, severity: null, recovered: null };
    const tally = tallyOf([
      { moments: { greet: { incident: told }, key: null }, wouldReturn: null, overall: 3 },
      { moments: { greet: { incident: null, rating: null } }, overall: 3 },
    ]);
    expect(tally.issues).toEqual([]);
    expect(tally.moments[0]).toMatchObject({ passed: 1, sources: { reported: 1, unknown: 0 } });
  });

  it('counts ratings of 0 and 11 on 1 to 10 as invalid, and the rest of the visit all the same', () => {
    const tally = tallyOf(
      [
        {
          id: 'v-1',
          moments: { greet: { rating: 0, incident: true }, key: { rating: 9 } },
          overall: 2,
        },
        { id: 'v-2', moments: { greet: { rating: 11 }, key: { rating: '9' } }, overall: 11 },
      ],
      TEN,
    );
    expect(tally.issues).toEqual([
      {
        code: 'invalid-overall',
        count: 1,
        first: [{ position: 1, visit: 'v-2', found: '11' }],
      },
      {
        code: 'invalid-rating',
        count: 3,
        first: [
          { position: 0, visit: 'v-1', moment: 'greet', found: '0' },
          { position: 1, visit: 'v-2', moment: 'greet', found: '11' },
          { position: 1, visit: 'v-2', moment: 'key', found: '"9"' },
        ],
      },
      { code: 'no-outcome', count: 1, first: [{ position: 1, visit: 'v-2', found: '11' }] },
    ]);
    expect(tally.moments[0]).toMatchObject({
      passed: 2,
      ratings: { rated: 0, invalid: 2 },
      sources: { reported: 1, unknown: 1 },
    });
    expect(tally.outcome).toEqual({ dissatisfied: 1, satisfied: 0, unknown: 1 });
  });

  it('names moments that the cycle does not have, those of the language included', () => {
    const strange = JSON.parse(
      '{"moments":{"__proto__":{"rating":1},"constructor":{"rating":1},"gret":{"rating":1},"greet":{"rating":5}},"overall":5}',
    ) as unknown;
    const tally = tallyOf([strange]);
    expect(tally.issues).toEqual([
      {
        code: 'unknown-moment',
        count: 3,
        first: ['__proto__', 'constructor', 'gret'].map((moment) => ({
          position: 0,
          moment,
          found: 'an object with rating',
        })),
      },
    ]);
    expect(tally.moments.map(({ passed }) => passed)).toEqual([1, 0]);
  });

  it('counts moments and causes by the names that objects inherit', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const cycle: Cycle = {
      id: 'odd',
      name: 'Odd',
      moments: names.map((id) => ({ id, name: id, contact: 'none' })),
    };
    const visit = {
      moments: Object.fromEntries(names.map((name) => [name, { incident: { cause: name } }])),
      overall: 1,
    };
    const tally = tallyVisits(cycle, [visit, { moments: {}, overall: 5 }]);
    expect(tally.issues).toEqual([]);
    for (const [place, { passed, causes }] of tally.moments.entries()) {
      expect(passed).toBe(1);
      expect(causes).toEqual([{ cause: names[place], dissatisfied: 1, satisfied: 0, unknown: 0 }]);
    }
    expect(({} as Record<string, unknown>)['incident']).toBeUndefined();
  });

  it('counts what is no visit apart', () => {
    const tally = tallyOf([
      null,
      'visit',
      3,
      [],
      undefined,
      { moments: { greet: { rating: 4 } }, overall: 4 },
    ]);
    expect(tally).toMatchObject({ visits: 1, unreadable: 5, outcome: { satisfied: 1 } });
    expect(tally.issues).toEqual([
      {
        code: 'visit-not-an-object',
        count: 5,
        first: [
          { position: 0, found: 'null' },
          { position: 1, found: '"visit"' },
          { position: 2, found: '3' },
          { position: 3, found: 'a list of 0' },
          { position: 4, found: 'nothing' },
        ],
      },
    ]);
  });

  it('names moments and records that are none', () => {
    const tally = tallyOf([
      { overall: 5 },
      { moments: 'greet', overall: 5 },
      { moments: { greet: 5, key: [5] }, overall: 1 },
    ]);
    expect(tally.issues.map(({ code, count }) => [code, count])).toEqual([
      ['no-moments', 2],
      ['record-not-an-object', 2],
    ]);
    expect(tally).toMatchObject({ visits: 3, outcome: { dissatisfied: 1, satisfied: 2 } });
    expect(tally.moments.map(({ notPassed }) => notPassed)).toEqual([3, 3]);
  });

  it('names what cannot be read of an incident, which counts as an incident all the same', () => {
    const incident = { cause: ' ', severity: 11, recovered: 'yes' };
    const tally = tallyOf([{ moments: { greet: { incident } }, overall: 1 }]);
    expect(tally.issues).toEqual([
      { code: 'invalid-cause', count: 1, first: [{ position: 0, moment: 'greet', found: '" "' }] },
      {
        code: 'invalid-recovered',
        count: 1,
        first: [{ position: 0, moment: 'greet', found: '"yes"' }],
      },
      {
        code: 'invalid-severity',
        count: 1,
        first: [{ position: 0, moment: 'greet', found: '11' }],
      },
    ]);
    expect(tally.moments[0]).toMatchObject({
      sources: { reported: 1 },
      causes: [],
      recovery: { unknown: { dissatisfied: 1 } },
    });
    expect(tally.moments[0]?.severities.every((count) => count === 0)).toBe(true);
  });

  it('names what cannot be read of a problem, which counts as a problem all the same', () => {
    const codesOf = (problem: unknown): unknown => {
      const { issues, problems } = tallyOf([{ moments: {}, overall: 1, problem }]);
      expect(JSON.stringify(problems)).not.toContain('null');
      return issues.map(({ code, first }) => [code, first[0]?.found]);
    };
    expect(codesOf('yes')).toEqual([['invalid-problem', '"yes"']]);
    expect(codesOf({ complained: 'no', recovered: 1 })).toEqual([
      ['invalid-complained', '"no"'],
      ['invalid-recovered', '1'],
    ]);
    for (const hours of [-1, Number.NaN, Infinity, '3']) {
      expect(codesOf({ answeredAfterHours: hours })).toEqual([
        ['invalid-answer-time', expect.any(String)],
      ]);
    }
    for (const times of [-1, 1.5, Number.NaN, '2']) {
      expect(codesOf({ times })).toEqual([['invalid-times', expect.any(String)]]);
    }
    expect(codesOf({ complained: false, times: 2, answeredAfterHours: 5 })).toEqual([
      ['invalid-answer-time', '5'],
      ['invalid-times', '2'],
    ]);
    expect(codesOf({ complained: true, times: 0 })).toEqual([['invalid-times', '0']]);
    const bare = tallyOf([{ moments: {}, overall: 1, problem: { times: Number.NaN } }]).problems;
    expect(bare.complaintUnknown.unknown.dissatisfied).toBe(1);
  });

  it.each([0, 11, 5.5, Number.NaN, '5', true])('takes %s for no severity', (severity) => {
    const { issues } = tallyOf([{ moments: { greet: { incident: { severity } } }, overall: 1 }]);
    expect(issues.map(({ code }) => code)).toEqual(['invalid-severity']);
  });

  it('takes a word for no incident, and neither for the absence of one', () => {
    const tally = tallyOf([{ moments: { greet: { incident: 'no' } }, overall: 1 }]);
    expect(tally.issues.map(({ code }) => code)).toEqual(['invalid-incident']);
    expect(tally.moments[0]?.sources).toMatchObject({ reported: 0, reportedNone: 0, unknown: 1 });
  });

  it.each([-1, Number.NaN, Infinity, 1e301, '30'])('takes %s for no wait', (waitSeconds) => {
    const tally = tallyOf([{ moments: { greet: { waitSeconds } }, overall: 1 }]);
    expect(tally.issues.map(({ code }) => code)).toEqual(['invalid-wait']);
    expect(tally.moments[0]).toMatchObject({ passed: 1, waits: { n: 0 } });
  });

  it('names visits that tell nothing of how they ended', () => {
    const tally = tallyOf([
      { moments: { greet: { incident: true } } },
      { moments: { greet: { incident: true } }, overall: 'not-applicable' },
      { moments: { greet: { incident: true } }, wouldReturn: 'no' },
    ]);
    expect(tally.outcome).toEqual({ dissatisfied: 0, satisfied: 0, unknown: 3 });
    expect(tally.issues.map(({ code, count }) => [code, count])).toEqual([
      ['invalid-would-return', 1],
      ['no-outcome', 3],
    ]);
    expect(tally.moments[0]?.incidents.incident[0]?.unknown).toBe(3);
  });

  it('counts a moment nobody passed and an incident everyone had as what they are', () => {
    const visits = [1, 2, 5].map((overall) => ({
      moments: { greet: { incident: true } },
      overall,
    }));
    const [greet, key] = tallyOf(visits).moments;
    expect(key).toMatchObject({ passed: 0, notPassed: 3, waits: { n: 0 } });
    expect(greet?.incidents.incident[0]).toEqual({ dissatisfied: 2, satisfied: 1, unknown: 0 });
    expect(greet?.incidents.noIncident[0]).toEqual({ dissatisfied: 0, satisfied: 0, unknown: 0 });
  });

  it('counts all faults and lists the first ones', () => {
    const many = Array.from({ length: 1000 }, () => ({ moments: {}, overall: 9 }));
    const [invalid] = tallyOf(many, { firstPosition: 500 }).issues;
    expect(invalid?.count).toBe(1000);
    expect(invalid?.first.map(({ position }) => position)).toEqual(
      Array.from({ length: LISTED_VISIT_ISSUES }, (_, place) => 500 + place),
    );
  });

  it('lists the faults of one visit by name, however many it has', () => {
    const names = Array.from({ length: 2000 }, (_, n) => `m${String(n).padStart(4, '0')}`);
    const moments = Object.fromEntries(names.toReversed().map((name) => [name, {}]));
    const [unknown] = tallyOf([{ moments, overall: 5 }]).issues;
    expect(unknown).toMatchObject({ code: 'unknown-moment', count: 2000 });
    expect(unknown?.first.map(({ moment }) => moment)).toEqual(names.slice(0, LISTED_VISIT_ISSUES));
  });

  it('shortens what it quotes', () => {
    const long = 'x'.repeat(500);
    const [invalid, unknown] = tallyOf([
      { id: long, moments: { [long]: {}, greet: { rating: long } }, overall: 5 },
    ]).issues;
    expect(invalid?.first[0]?.found).toHaveLength(60);
    expect(unknown?.first[0]?.moment).toHaveLength(60);
    expect(unknown?.first[0]?.visit).toHaveLength(60);
  });

  it.each<[VisitTallyOptions, string, RegExp]>([
    [{ drivers: ['gret'] }, 'unknown-id', /a driver is "gret"; expected "greet" or "key"/],
    [
      { drivers: ['key', 'key'] },
      'invalid-argument',
      /a driver is "key"; expected each moment once/,
    ],
    [{ lowUpTo: 6 }, 'invalid-argument', /lowUpTo is 6; expected an answer from 1 to 5/],
    [{ lowUpTo: 3 }, 'invalid-argument', /lowUpTo is 3; expected one below highFrom, which is 3/],
    [{ lowUpTo: 2.5 }, 'invalid-argument', /lowUpTo is 2.5/],
    [{ highFrom: 2 }, 'invalid-argument', /lowUpTo is 2; expected one below highFrom, which is 2/],
    [
      { dissatisfiedUpTo: 5 },
      'invalid-argument',
      /dissatisfiedUpTo is 5; expected an answer below/,
    ],
    [{ dissatisfiedUpTo: 0 }, 'invalid-argument', /dissatisfiedUpTo is 0/],
    [{ firstPosition: -1 }, 'invalid-argument', /firstPosition is -1/],
    [
      { ratingScale: { min: 1, max: 5, reversed: true } },
      'invalid-argument',
      /ratingScale is an object .*; expected one on which high answers are good/,
    ],
    [{ ratingScale: { min: 5, max: 1 } }, 'invalid-argument', /ratingScale is 5 to 1 by 1/],
    [
      { overallScale: { min: 1, max: 5, step: 3 } },
      'invalid-argument',
      /overallScale is 1 to 5 by 3/,
    ],
    [{ overallScale: { min: 0, max: 1, step: 0 } }, 'invalid-argument', /by 0/],
    [{ overallScale: { min: 0, max: 1e6 } }, 'invalid-argument', /up to 1,000 answers/],
    [{ overallScale: { min: Number.NaN, max: 1 } }, 'invalid-argument', /is NaN to 1/],
  ])('refuses %j', (options, code, message) => {
    const attempt = (): unknown => tallyOf([], options);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ name: 'ServiceCycleError', code }));
    expect(attempt).toThrow(ServiceCycleError);
  });
});
