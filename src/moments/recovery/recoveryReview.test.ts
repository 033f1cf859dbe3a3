import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { Incident, Problem, Visit } from '../../model/observations.ts';
import { mergeVisitTallies } from '../visits/mergeVisitTallies.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { recoveryReview } from './recoveryReview.ts';
import type { RecoveryDifference, RecoveryGroupName, RecoveryReview } from './recoveryTypes.ts';

const cycle: Cycle = {
  id: 'stay',
  name: 'Stay',
  moments: [
    { id: 'room', name: 'Enters the room', contact: 'none' },
    { id: 'pay', name: 'Pays', contact: 'staff' },
  ],
};

function visitsOf(n: number, satisfied: number, problem: boolean | Problem | null): Visit[] {
  return Array.from({ length: n }, (_, i) => ({
    moments: {},
    problem,
    overall: i < satisfied ? 5 : 1,
  }));
}

const THOUSAND = [
  ...visitsOf(800, 680, false),
  ...visitsOf(60, 54, { complained: true, recovered: true }),
  ...visitsOf(40, 6, { complained: true, recovered: false }),
  ...visitsOf(100, 45, { complained: false }),
];

function reviewOf(visits: readonly Visit[], minimumGroupSize = 5): RecoveryReview {
  return recoveryReview(tallyVisits(cycle, visits), { minimumGroupSize });
}

function groupOf(review: RecoveryReview, name: RecoveryGroupName) {
  const group = review.groups.find((each) => each.group === name);
  if (group === undefined) throw new Error(`no group ${name}`);
  return group;
}

function figures(
  found: RecoveryReview['problems'] | RecoveryDifference,
): readonly (number | string)[] {
  if (found.kind !== 'estimate') return [found.reason];
  return [found.value, found.interval.low, found.interval.high];
}

function expectFigures(
  found: RecoveryReview['problems'] | RecoveryDifference,
  expected: readonly number[],
): void {
  const got = figures(found);
  for (const [at, value] of expected.entries()) {
    expect(got[at]).toBeCloseTo(value, 4);
  }
}

describe('recoveryReview', () => {
  it('gives the figures that R does for a thousand visits', () => {
    const review = reviewOf(THOUSAND);
    expect([review.visits, review.untold, review.complaints]).toEqual([1000, 0, 100]);
    expectFigures(review.problems, [0.2, 0.1764, 0.2259]);
    expectFigures(review.complained, [0.5, 0.4314, 0.5686]);
    expectFigures(review.recovered, [0.6, 0.502, 0.6906]);
    expectFigures(groupOf(review, 'none').satisfied, [0.85, 0.8236, 0.8731]);
    expectFigures(groupOf(review, 'recovered').satisfied, [0.9, 0.7985, 0.9534]);
    expectFigures(groupOf(review, 'failed').satisfied, [0.15, 0.0706, 0.2907]);
    expectFigures(groupOf(review, 'silent').satisfied, [0.45, 0.3561, 0.547554]);
    expectFigures(review.recoveryGain, [0.75, 0.5765, 0.8457]);
    expectFigures(review.doubleDeviation, [-0.3, -0.4258, -0.1309]);
    expectFigures(review.paradox, [0.05, -0.0541, 0.1095]);
    expect(review.paradox.verdict).toBe('not-shown');
    expect(review.paradox.caution).toMatch(/^No reason to cause failures/);
  });

  it('shows a paradox only where its whole interval is above 0', () => {
    const made = (satisfied: number): RecoveryReview =>
      reviewOf([
        ...visitsOf(800, 640, false),
        ...visitsOf(200, satisfied, { complained: true, recovered: true }),
      ]);
    expect(made(190).paradox.verdict).toBe('shown');
    const close = made(170).paradox;
    expect(close.kind === 'estimate' && close.value).toBeGreaterThan(0);
    expect(close.verdict).toBe('not-shown');
    expect(made(20).paradox.verdict).toBe('not-shown');
  });

  it('gives those of whom nobody said whether they complained a row of their own, never silence', () => {
    const review = reviewOf([
      ...THOUSAND,
      ...visitsOf(10, 9, true),
      ...visitsOf(10, 9, { recovered: false }),
      ...visitsOf(8, 8, { complained: true }),
      ...visitsOf(7, 7, { complained: false, recovered: true }),
      ...visitsOf(30, 30, null),
    ]);
    expect(groupOf(review, 'complaint-unknown').visits).toBe(20);
    expect(groupOf(review, 'recovery-unknown').visits).toBe(8);
    expect(groupOf(review, 'unasked').visits).toBe(7);
    expect(groupOf(review, 'silent').visits).toBe(100);
    expect(review.untold).toBe(30);
    const { problems, complained, recovered } = review;
    expect([problems, complained, recovered].map((share) => [share.n])).toEqual([
      [1035],
      [215],
      [100],
    ]);
    expect(figures(complained)[0]).toBe(108 / 215);
  });

  it('takes two complaints about one problem for one problem', () => {
    const twice = reviewOf(visitsOf(20, 5, { times: 2, recovered: false }));
    expect([groupOf(twice, 'failed').visits, twice.complaints]).toEqual([20, 40]);
    const denied = reviewOf(visitsOf(20, 5, { times: 0 }));
    expect([groupOf(denied, 'silent').visits, denied.complaints]).toEqual([20, 0]);
    const answered = reviewOf(visitsOf(20, 5, { answeredAfterHours: 0 }));
    expect([groupOf(answered, 'recovery-unknown').visits, answered.complaints]).toEqual([20, 20]);
  });

  it('tells how long complaints waited for an answer, a problem at a time, and of few nothing', () => {
    const hours = (count: number, answeredAfterHours: number) =>
      visitsOf(count, 0, { complained: true, answeredAfterHours });
    const found = reviewOf([
      ...hours(6, 1.5),
      ...hours(3, 20),
      ...hours(1, 90),
      ...visitsOf(4, 0, { times: 2 }),
      ...visitsOf(50, 0, { complained: false }),
    ]);
    expect(found.answers).toMatchObject({ kind: 'complaint-answers', n: 10, withoutTime: 4 });
    const told = found.answers.kind === 'complaint-answers' ? found.answers : undefined;
    expect(Math.abs((told?.p50 ?? 0) / 1.5 - 1)).toBeLessThan(0.0101);
    expect(Math.abs((told?.p90 ?? 0) / 20 - 1)).toBeLessThan(0.0101);
    expect(reviewOf(hours(4, 3)).answers).toEqual({ kind: 'not-estimable', reason: 'suppressed' });
    expect(reviewOf([]).answers).toEqual({ kind: 'not-estimable', reason: 'no-answers', n: 0 });
  });

  it('takes what went wrong at moments for problems too, and of several the worst', () => {
    const grouped = (
      ...incidents: (boolean | Incident | null)[]
    ): RecoveryGroupName | undefined => {
      const [room = null, pay = null] = incidents;
      const { groups } = reviewOf([
        { moments: { room: { incident: room }, pay: { incident: pay } } },
      ]);
      return groups.find(({ visits }) => visits === 1)?.group;
    };
    expect(grouped(null, null)).toBeUndefined();
    expect(grouped(false, null)).toBe('none');
    expect(grouped(false, true)).toBe('complaint-unknown');
    const good = { complained: true, recovered: true };
    const bad = { complained: true, recovered: false };
    expect(grouped(good, bad)).toBe('failed');
    expect(grouped(good, { complained: true })).toBe('recovery-unknown');
    expect(grouped(good, { complained: false })).toBe('recovered');
    expect(grouped(true, { complained: false, recovered: true })).toBe('complaint-unknown');
    expect(grouped({ complained: false, recovered: true }, { complained: false })).toBe('silent');
  });

  it('takes a low rating for no problem, since nobody reported one', () => {
    const review = reviewOf([{ moments: { room: { rating: 1 } }, overall: 1 }]);
    expect([review.untold, figures(review.problems)]).toEqual([1, ['no-answers']]);
  });

  it('shows nothing of how satisfied a small group is, nor of one that it could be worked out from', () => {
    const review = reviewOf([
      ...visitsOf(800, 680, false),
      ...visitsOf(4, 1, { complained: true, recovered: true }),
      ...visitsOf(40, 6, { complained: true, recovered: false }),
    ]);
    const recovered = groupOf(review, 'recovered');
    expect(recovered).toEqual({
      group: 'recovered',
      visits: 4,
      outcomeUnknown: 'suppressed',
      satisfied: { kind: 'not-estimable', reason: 'suppressed' },
      because: 'below-minimum',
    });
    const hidden = review.groups.filter(({ because }) => because === 'protects-another');
    expect(hidden.map(({ group }) => group)).toEqual(['failed']);
    expect(review.recoveryGain).toEqual({ kind: 'not-estimable', reason: 'suppressed' });
    expect(review.paradox).toMatchObject({ reason: 'suppressed', verdict: 'not-shown' });
    expect(groupOf(reviewOf(THOUSAND), 'recovered').because).toBeUndefined();
  });

  it('hides no group that is large enough, whatever the counts of the next one', () => {
    const review = reviewOf([
      ...visitsOf(20, 9, false),
      ...visitsOf(20, 19, { complained: true, recovered: true }),
      ...visitsOf(20, 18, { complained: true, recovered: false }),
      ...visitsOf(20, 17, { complained: false }),
    ]);
    expect(review.groups.flatMap(({ because }) => because ?? [])).toEqual([]);
  });

  it('counts apart those of whom it is not known how they ended', () => {
    const open = Array.from({ length: 9 }, () => ({
      moments: {},
      problem: { complained: true, recovered: true },
    }));
    const group = groupOf(reviewOf([...THOUSAND, ...open]), 'recovered');
    expect([group.visits, group.outcomeUnknown, group.satisfied.n]).toEqual([69, 9, 60]);
    const nobody = reviewOf(open);
    expect(figures(groupOf(nobody, 'recovered').satisfied)).toEqual(['no-answers']);
    expect(figures(nobody.recovered)[0]).toBe(1);
    expect(nobody.paradox).toMatchObject({ kind: 'not-estimable', verdict: 'not-shown' });
  });

  it('adds up: two parts merged are the whole', () => {
    const half = (from: number, to: number) => tallyVisits(cycle, THOUSAND.slice(from, to));
    const merged = mergeVisitTallies(half(0, 830), half(830, 1000));
    expect(recoveryReview(merged)).toEqual(reviewOf(THOUSAND));
  });

  it('says so where there are no visits at all', () => {
    const review = reviewOf([]);
    const { problems, complained, recovered, recoveryGain, doubleDeviation } = review;
    for (const each of [problems, complained, recovered, recoveryGain, doubleDeviation]) {
      expect(figures(each)).toEqual(['no-answers']);
    }
  });

  it('passes over fields that are no counts, whatever they hold', () => {
    const tally = tallyVisits(cycle, []);
    const odd = { ...tally.problems.silent.notRecovered, '-1': { valueOf: null, then: 'x' } };
    const silent = { ...tally.problems.silent, notRecovered: odd };
    const more = { ...tally, problems: { ...tally.problems, silent } };
    expect(recoveryReview(more)).toEqual(recoveryReview(tally));
    expect(() => mergeVisitTallies(more, more)).not.toThrow();
  });

  it('refuses what is no tally, and options it does not have', () => {
    expect(() => recoveryReview({} as never)).toThrow(/visits/);
    const tally = tallyVisits(cycle, []);
    expect(() => recoveryReview(tally, { level: 95 })).toThrow(/level is 95/);
    expect(() => recoveryReview(tally, { minimumGroupSize: 0 })).toThrow(/minimumGroupSize is 0/);
    expect(() => recoveryReview(tally, { minimum: 5 } as never)).toThrow(/minimum/);
  });
});
