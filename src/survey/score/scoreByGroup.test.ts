import { describe, expect, it } from 'vitest';
import { tallyResponses } from '../tally/tallyResponses.ts';
import { scoreByGroup } from './scoreByGroup.ts';
import { scoreSurvey } from './scoreSurvey.ts';
import { scoreTally } from './scoreTally.ts';

const survey = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'q', text: 'How satisfied were you?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
  ],
} as const;
const rows = Array.from({ length: 63 }, (_, i) => ({
  q: i % 9 === 0 ? 'x' : 1 + (i % 5),
  branch: i < 3 ? 'A' : i < 30 ? 'B' : 'C',
  w: 1 + (i % 3),
})) as { q: number; branch: string; w: number }[];

describe('scoreByGroup', () => {
  it.each([
    { by: ['branch'] },
    { by: { branch: ['B', 'C'] } },
    { by: ['branch'], weight: 'w', level: 0.9 },
    { by: ['branch'], minimumGroupSize: 1, unique: { key: 'w', duplicates: 'last' } },
    { by: [] },
  ] as const)('is to tally and to score: %o', (options) => {
    const { level, minimumGroupSize, ...counting } = {
      level: 0.95,
      minimumGroupSize: 5,
      ...options,
    };
    expect(scoreByGroup(survey, rows, options)).toEqual(
      scoreTally(survey, tallyResponses(survey, rows, counting), { level, minimumGroupSize }),
    );
  });

  it('scores all together as scoreSurvey does, which has no groups and hides nobody', () => {
    const { groups, ...all } = scoreByGroup(survey, rows, { by: ['branch'], minimumGroupSize: 1 });
    expect(groups?.responses).toEqual([3, 27, 33]);
    expect(all).toEqual({ ...scoreSurvey(survey, rows), minimumGroupSize: 1 });
    expect(scoreSurvey(survey, rows.slice(0, 2)).responses).toBe(2);
  });

  it('is what groups: scoreSurvey refuses keys and sizes of groups', () => {
    expect(() => scoreSurvey(survey, rows, { by: ['branch'] } as never)).toThrow(
      'by is a list of 1; expected nothing: scoreByGroup scores group by group',
    );
    for (const options of [{ minimumGroupSize: 1 }, { minimumTotal: 1 }]) {
      expect(() => scoreSurvey(survey, rows, options as never)).toThrow(
        `a key of options is "${Object.keys(options).join()}"`,
      );
    }
    expect(() => scoreByGroup(survey, rows, { by: 'branch' } as never)).toThrow('by is "branch"');
    expect(() => scoreByGroup(survey, rows, { by: ['branch'], published: [] } as never)).toThrow(
      'a key of options is "published"',
    );
  });
});
