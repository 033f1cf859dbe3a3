import { describe, expect, it } from 'vitest';
import { scoresOf } from '../../test/support/areaSketch.ts';
import type { Cycle } from '../model/cycle.ts';
import type { About, Question, Rated, Scale } from '../model/survey.ts';
import type { MomentStake } from '../plans/stakes.ts';
import { momentStakes } from './momentStakes.ts';

const five = { min: 1, max: 5 } as const;
const yesNo = { min: 0, max: 1 } as const;

function asked(
  id: string,
  asks: Rated,
  scale: Scale = five,
  about: About = { moment: 'pay' },
): Question {
  return { id, text: id, asks, scale, about };
}

/** What is at stake at the moments "pay" and "leave", from counted answers. */
function stakesOf(
  questions: readonly Question[],
  counts: { readonly [question: string]: readonly number[] },
  { usage, visits }: { usage?: number; visits?: number } = {},
): readonly MomentStake[] {
  const cycle: Cycle = {
    id: 'bank',
    name: 'Bank',
    areas: [{ id: 'desk', name: 'Desk' }],
    moments: [
      {
        id: 'pay',
        name: 'Is paid',
        contact: 'staff',
        area: 'desk',
        ...(usage !== undefined && { usage }),
      },
      { id: 'leave', name: 'Leaves', contact: 'none' },
    ],
    survey: { id: 's', title: 'S', questions },
  };
  return momentStakes(cycle, scoresOf(cycle, counts), { visits }).moments;
}

function shareOf(
  questions: readonly Question[],
  counts: { readonly [id: string]: readonly number[] },
) {
  return stakesOf(questions, counts)[0]?.incidentShare;
}

describe('momentStakes', () => {
  it('takes the share of customers who report an incident, and assumes the same harm everywhere', () => {
    expect(stakesOf([asked('wrong', 'incident', yesNo)], { wrong: [180, 20] })).toEqual([
      {
        moment: 'pay',
        visits: 200,
        incidentShare: { value: 0.1, basis: 'measured' },
        harm: { value: 0.5, low: 0, high: 1, basis: 'assumed' },
      },
    ]);
  });

  it('believes a question about incidents before one about satisfaction, wherever it stands', () => {
    const questions = [asked('liked', 'satisfaction'), asked('wrong', 'incident', yesNo)];
    const counts = { liked: [50, 0, 0, 0, 50], wrong: [90, 10] };
    expect(shareOf(questions, counts)).toEqual({ value: 0.1, basis: 'measured' });
    expect(shareOf(questions.toReversed(), counts)).toEqual({ value: 0.1, basis: 'measured' });
  });

  it('takes the first of two questions about incidents', () => {
    const questions = [asked('first', 'incident', yesNo), asked('second', 'incident', yesNo)];
    expect(shareOf(questions, { first: [90, 10], second: [50, 50] })?.value).toBe(0.1);
  });

  it('goes by the answers where nobody answered about incidents', () => {
    const questions = [asked('wrong', 'incident', yesNo), asked('liked', 'satisfaction')];
    expect(shareOf(questions, { liked: [10, 15, 25, 25, 25] })?.value).toBe(0.25);
  });

  it.each<[string, Question, readonly number[], number]>([
    ['satisfaction: 1 and 2 of 5', asked('q', 'satisfaction'), [10, 20, 30, 20, 20], 0.3],
    [
      'effort, low is good: 4 and 5 of 5',
      asked('q', 'effort', { ...five, reversed: true }),
      [10, 20, 30, 20, 20],
      0.4,
    ],
    ['nobody unfavourable', asked('q', 'satisfaction'), [0, 0, 50, 25, 25], 0],
  ])(
    'counts the unfavourable answers as visits that go wrong: %s',
    (_, question, counts, share) => {
      expect(shareOf([question], { q: counts })).toEqual({ value: share, basis: 'measured' });
    },
  );

  it.each<Rated>(['recommendation', 'perception', 'expectation', 'importance'])(
    'does not guess from a question that asks for %s',
    (asks) => {
      expect(stakesOf([asked('q', asks)], { q: [50, 0, 0, 0, 50] })).toEqual([]);
    },
  );

  it.each([NaN, -1, Infinity])('refuses %d visits', (visits) => {
    expect(() => stakesOf([], {}, { visits })).toThrow(
      `visits is ${String(visits)}; expected a number from 0 to 1e+150`,
    );
  });

  it('counts only the visits that pass the moment', () => {
    const questions = [asked('wrong', 'incident', yesNo)];
    const counts = { wrong: [90, 10] };
    expect(stakesOf(questions, counts, { usage: 0.25 })[0]?.visits).toBe(25);
    expect(stakesOf(questions, counts, { usage: 0.25, visits: 8000 })[0]?.visits).toBe(2000);
    expect(stakesOf(questions, counts, { visits: 8000 })[0]?.visits).toBe(8000);
  });

  it('leaves out a moment that nobody was asked about: what is at stake there is unknown, not nothing', () => {
    expect(stakesOf([], {})).toEqual([]);
    const aboutArea = asked('q', 'satisfaction', five, { area: 'desk' });
    const aboutAll: Question = { id: 'all', text: 'A', asks: 'satisfaction', scale: five };
    expect(
      stakesOf([aboutArea, aboutAll], { q: [50, 0, 0, 0, 50], all: [50, 0, 0, 0, 50] }),
    ).toEqual([]);
  });

  it('leaves out a moment whose questions nobody answered', () => {
    expect(
      stakesOf([asked('wrong', 'incident', yesNo), asked('liked', 'satisfaction')], {}),
    ).toEqual([]);
  });

  it('lists the moments in the order of the cycle and not of the survey', () => {
    const questions = [
      asked('left well', 'satisfaction', five, { moment: 'leave' }),
      asked('paid well', 'satisfaction'),
    ];
    const counts = { 'left well': [1, 0, 0, 0, 1], 'paid well': [1, 0, 0, 0, 3] };
    expect(stakesOf(questions, counts).map(({ moment }) => moment)).toEqual(['pay', 'leave']);
  });
});
