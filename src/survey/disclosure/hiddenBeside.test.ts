import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { mergeTallies } from '../tally/mergeTallies.ts';
import { rollUp } from '../tally/rollUp.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';
import { walkOf } from '../tally/walkOf.ts';
import type { Tally } from '../types.ts';
import { hiddenBeside } from './hiddenBeside.ts';

const survey: SatisfactionSurvey<'q'> = {
  id: 's',
  title: 'S',
  questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 5 } }],
};

type Sizes = Readonly<Record<string, number>>;

/** A tally with so many responses in each group; the first of each group leave the question blank. */
function tallyOf(sizes: Sizes, blank: Sizes = {}): Tally<'q', 'branch' | 'month'> {
  const rows = Object.entries(sizes).flatMap(([group, size]) => {
    const [branch = '', month = ''] = group.split(' ');
    const answer = (place: number): number | null =>
      place < (blank[group] ?? 0) ? null : 1 + (place % 5);
    return Array.from({ length: size }, (_, place) => ({ branch, month, q: answer(place) }));
  });
  return tallyResponses(survey, rows, { by: ['branch', 'month'] });
}

function byBranch(sizes: Sizes, blank: Sizes = {}): Tally<'q', 'branch'> {
  return rollUp(tallyOf(sizes, blank), ['branch']);
}

/** The groups that are shown, by name; nothing where not even the total is. */
function shown(tally: Tally, ...published: readonly Tally[]): readonly string[] | 'nothing' {
  const hidden = hiddenBeside(tally, 5, published);
  if (hidden.isTotalHidden) return 'nothing';
  const walk = tally.by.map(() => 0);
  return tally.groups.flatMap((code) => {
    walkOf(tally.by, code, walk);
    const name = walk.map((place, level) => String(tally.by[level]?.values[place])).join(' ');
    return hidden.isListed(walk) && !hidden.isHidden(walk) ? [name] : [];
  });
}

const march = { north: 9, south: 20, east: 30, west: 40 };

describe('a tally beside one that is part of it', () => {
  it('hides the group that has grown by fewer than the minimum, and another to hide it', () => {
    const april = { north: 11, south: 27, east: 41, west: 52 };
    expect(shown(byBranch(april))).toEqual(['east', 'north', 'south', 'west']);
    expect(shown(byBranch(april), byBranch(march))).toEqual(['east', 'west']);
  });

  it('shows every group that has grown by the minimum, or not at all', () => {
    const april = { north: 14, south: 20, east: 41, west: 52 };
    expect(shown(byBranch(april), byBranch(march))).toEqual(['east', 'north', 'south', 'west']);
  });

  it('hides more where those hidden have together grown by fewer than the minimum', () => {
    const april = { north: 10, south: 22, east: 36, west: 52 };
    expect(shown(byBranch(april), byBranch(march))).toEqual(['west']);
  });

  it('shows nothing at all where all responses together have grown by fewer than the minimum', () => {
    const april = byBranch({ ...march, west: 43 });
    expect(shown(april, byBranch(march))).toBe('nothing');
    expect(shown(rollUp(april, []), byBranch(march))).toBe('nothing');
  });

  it('hides a group where few of its many new responses answered the question', () => {
    const april = byBranch({ ...march, north: 19, south: 30, east: 40 }, { north: 7 });
    expect(shown(april, byBranch(march))).toEqual(['east', 'west']);
  });

  it('shows nothing of a question that few new responses answered, not even in all', () => {
    const april = byBranch({ ...march, north: 19, south: 30 }, { north: 9, south: 9 });
    const hidden = hiddenBeside(april, 5, [byBranch(march)]);
    expect(hidden.isTotalHidden).toBe(false);
    expect([hidden.isUnseenQuestion(0), hidden.isHiddenQuestion(0)]).toEqual([true, true]);
    expect(shown(april, byBranch(march))).toEqual(['east', 'north', 'south', 'west']);
  });

  it('hides a new small group with another new one, since the old ones are known', () => {
    const april = { ...march, harbour: 3, airport: 50 };
    expect(shown(byBranch(april), byBranch(march))).toEqual(['east', 'north', 'south', 'west']);
  });

  it('is held against the roll-up of a tally that was published by more keys', () => {
    const published = tallyOf({ 'north May': 9, 'south May': 20, 'east June': 30 });
    const april = byBranch({ north: 11, south: 27, east: 41 });
    expect(shown(april, published)).toEqual(['east']);
  });

  it('hides in the crossed groups what it hides in their roll-ups', () => {
    const before = { 'north May': 9, 'south May': 20, 'east May': 30, 'east June': 30 };
    const after = { ...before, 'north June': 2, 'south June': 20, 'east June': 50 };
    const tally = tallyOf(after);
    expect(shown(rollUp(tally, ['branch']), tallyOf(before))).toEqual(['east']);
    expect(shown(tally, tallyOf(before))).toEqual(['east June', 'east May']);
  });
});

describe('a tally beside one that it is part of', () => {
  it('hides again what was hidden of the groups that a filter left as they were', () => {
    const all = { north: 3, south: 8, east: 30, west: 40 };
    const rest = { north: 3, south: 8, east: 30 };
    expect(shown(byBranch(all))).toEqual(['east', 'west']);
    expect(shown(byBranch(rest), byBranch(all))).toEqual(['east']);
  });

  it('shows nothing at all where the filter left out one of two groups that hide each other', () => {
    const all = { north: 3, south: 8, east: 30, west: 40 };
    const rest = { north: 3, east: 30, west: 40 };
    expect(shown(byBranch(rest), byBranch(all))).toBe('nothing');
  });

  it('shows nothing at all where the filter left out fewer responses than the minimum', () => {
    const rest = { south: 20, east: 30, west: 40 };
    expect(shown(byBranch(rest), byBranch({ ...rest, north: 4 }))).toBe('nothing');
    expect(shown(byBranch(rest), byBranch(march))).toEqual(['east', 'south', 'west']);
  });
});

describe('a tally beside others', () => {
  it('takes no notice of one that it cannot be a part of, nor that of it', () => {
    const other = byBranch({ ...march, north: 10, south: 19 });
    expect(shown(byBranch(march), other)).toEqual(['east', 'north', 'south', 'west']);
  });

  it('takes no notice of one of which nothing could be shown', () => {
    const first = byBranch(march);
    const second = byBranch({ ...march, west: 43 });
    const third = byBranch({ ...march, west: 47 });
    expect(shown(second, first)).toBe('nothing');
    expect(shown(third, second)).toBe('nothing');
    expect(shown(third, first, second)).toEqual(['east', 'north', 'south', 'west']);
  });

  it('is held against the sum of several only where that is given too', () => {
    const one = byBranch({ north: 8, south: 14, east: 14, west: 14 });
    const other = byBranch({ north: 6, south: 6, east: 16, west: 26 });
    const both = mergeTallies(one, other);
    const whole = mergeTallies(both, byBranch({ north: 2, west: 10 }));
    expect(shown(whole, one, other)).toContain('north');
    expect(shown(whole, one, other, both)).not.toContain('north');
  });

  it('refuses one of other questions, and one that lacks a key, and names it', () => {
    const tally = byBranch(march);
    const other = tallyResponses(
      { ...survey, questions: [{ ...survey.questions[0], scale: { min: 1, max: 3 } } as never] },
      [{ q: 1, branch: 'north' }],
      { by: ['branch'] },
    );
    expect(() => hiddenBeside(tally, 5, [tally, other])).toThrow(
      'published[1], a tally of "s", has other questions or scales than the tally of "s"',
    );
    expect(() => hiddenBeside(tally, 5, [rollUp(tally, [])])).toThrow('not all grouping keys');
  });
});
