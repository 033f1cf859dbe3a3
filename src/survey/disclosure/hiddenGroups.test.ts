import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { groupsOf } from '../../../test/support/groupsOf.ts';
import { scoreTally } from '../score/scoreTally.ts';
import { rollUp } from '../tally/rollUp.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';

const survey: SatisfactionSurvey<'q'> = {
  id: 's',
  title: 'S',
  questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 5 } }],
};

/** So many responses in each group, all but one of them answered. */
function responses(sizes: { readonly [group: string]: number }, blank = 0) {
  return Object.entries(sizes).flatMap(([group, size]) => {
    const [branch = '', month = ''] = group.split(' ');
    return Array.from({ length: size }, (_, place) => ({
      branch,
      month,
      q: place < blank ? null : 1 + (place % 5),
    }));
  });
}

/** What is shown of each group: its responses, or nothing. */
function shown(sizes: { readonly [group: string]: number }, by: readonly ('branch' | 'month')[]) {
  const tally = tallyResponses(survey, responses(sizes), { by });
  return Object.fromEntries(
    groupsOf(scoreTally(survey, tally).groups).map(({ group, responses: count }) => [
      Object.values(group).join(' '),
      count,
    ]),
  );
}

describe('a group below the minimum size', () => {
  it('is hidden, and so is the next smallest, which the total would else give away', () => {
    expect(shown({ north: 3, south: 20, east: 8, west: 30 }, ['branch'])).toEqual({
      north: 'suppressed',
      east: 'suppressed',
      south: 20,
      west: 30,
    });
  });

  it('takes no other with it when there is none, or when enough are hidden together', () => {
    expect(shown({ north: 5, south: 6 }, ['branch'])).toEqual({ north: 5, south: 6 });
    expect(shown({ north: 3, south: 4, east: 9 }, ['branch'])).toEqual({
      north: 'suppressed',
      south: 'suppressed',
      east: 9,
    });
  });

  it('takes one more when those hidden are together still too few', () => {
    expect(shown({ north: 1, south: 2, east: 9, west: 12 }, ['branch'])).toEqual({
      north: 'suppressed',
      south: 'suppressed',
      east: 'suppressed',
      west: 12,
    });
  });

  it('hides four corners of a crossed table, so that neither rows nor columns give it away', () => {
    const sizes = {
      'north May': 3,
      'north June': 20,
      'north July': 30,
      'south May': 9,
      'south June': 25,
      'south July': 35,
      'east May': 40,
      'east June': 41,
      'east July': 42,
    };
    expect(shown(sizes, ['branch', 'month'])).toEqual({
      ...sizes,
      'north May': 'suppressed',
      'north June': 'suppressed',
      'south May': 'suppressed',
      'south June': 'suppressed',
    });
  });

  it('is hidden in every finer cut too, where not even its being there is shown', () => {
    const sizes = {
      'north May': 2,
      'south May': 9,
      'south June': 9,
      'east May': 8,
      'east June': 8,
    };
    expect(
      Object.keys(shown(sizes, ['branch', 'month'])).some((group) => group.startsWith('north')),
    ).toBe(false);
  });

  it('is told by the option, and 1 hides nothing', () => {
    const tally = tallyResponses(survey, responses({ north: 1, south: 7 }), { by: ['branch'] });
    const counts = (minimumGroupSize: number): unknown =>
      groupsOf(scoreTally(survey, tally, { minimumGroupSize }).groups).map(
        (group) => group.responses,
      );
    expect(counts(1)).toEqual([1, 7]);
    expect(counts(7)).toEqual(['suppressed', 'suppressed']);
    expect(() => scoreTally(survey, tally, { minimumGroupSize: 0 })).toThrow(
      'minimumGroupSize is 0',
    );
  });

  it('is hidden too when few of its many responses answered a question', () => {
    const rows = responses({ north: 9, south: 12, east: 15 }).map((row, place) =>
      place < 6 ? { ...row, q: null } : row,
    );
    const { groups } = scoreTally(survey, tallyResponses(survey, rows, { by: ['branch'] }));
    expect(groupsOf(groups).map(({ group, responses: count }) => [group.branch, count])).toEqual([
      ['east', 15],
      ['north', 'suppressed'],
      ['south', 'suppressed'],
    ]);
  });

  it('leaves the groups and hides the question, where few answered it in many of them', () => {
    const rows = responses({ north: 9, south: 9, east: 9 }, 6);
    const { groups } = scoreTally(survey, tallyResponses(survey, rows, { by: ['branch'] }));
    expect(groups?.responses).toEqual([9, 9, 9]);
    for (const { outcomes } of groupsOf(groups)) {
      expect(outcomes[0]).toEqual({ status: 'suppressed', because: 'below-minimum' });
    }
  });

  it('is hidden in a roll-up that is shown by itself just as in the whole', () => {
    const sizes = {
      'north May': 2,
      'north June': 2,
      'south May': 30,
      'south June': 9,
      'east May': 31,
      'east June': 32,
    };
    const tally = tallyResponses(survey, responses(sizes), { by: ['branch', 'month'] });
    const byBranch = scoreTally(survey, rollUp(tally, ['branch'])).groups;
    expect(byBranch?.responses).toEqual([63, null, null]);
  });
});
