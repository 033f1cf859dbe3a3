import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SURVEY_OF_METRICS as survey } from '../../../test/support/surveyOfMetrics.ts';
import type { ScoreOptions } from '../types.ts';
import { groupScore } from './groupScore.ts';
import { scoreByGroup } from './scoreByGroup.ts';
import { scoreRows } from './scoreRows.ts';
import { scoreSurvey } from './scoreSurvey.ts';
import type { GroupScores } from './surveyScores.ts';

type Question = (typeof survey)['questions'][number]['id'];

const answer = (max: number): fc.Arbitrary<number | null> =>
  fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max }) }, fc.constant(null));
const response = fc.record({
  nps: answer(10),
  csat: answer(5),
  ces: answer(7),
  problem: answer(1),
  branch: fc.constantFrom('north', 'south', null),
  month: fc.constantFrom(1, 2, 3),
  w: fc.constantFrom(0, 0.3, 1, 2.5),
});
const responses = fc.array(response, { minLength: 1, maxLength: 80 });
const options = fc.record({
  level: fc.constantFrom(0.8, 0.95),
  minimumGroupSize: fc.constantFrom(1, 5),
});
const by = ['branch', 'month'] as const;

function groupAt(groups: GroupScores<Question, 'branch' | 'month'>, place: number) {
  const value = (at: number): string | null => {
    const { values, codes } = groups.keys[at]!;
    return values[codes[place]!] ?? null;
  };
  return { branch: value(0), month: value(1) };
}

describe('the columns of groups', () => {
  it.each([
    ['without weights', {}],
    ['with weights', { weight: 'w' }],
  ] as const)('are what scoring each group alone gives, to the last bit, %s', (_, weighting) => {
    fc.assert(
      fc.property(responses, fc.constantFrom(0.8, 0.95), (rows, level) => {
        const settings = { level, ...weighting };
        const scores = scoreByGroup(survey, rows, { by, minimumGroupSize: 1, ...settings });
        const groups = scores.groups!;
        for (const place of groups.responses.keys()) {
          const group = groupAt(groups, place);
          const own = rows.filter(
            (row) => row.branch === group.branch && String(row.month) === group.month,
          );
          const alone = scoreSurvey(survey, own, settings);
          expect(groups.responses[place]).toBe(alone.responses);
          for (const { question, definition } of groups.columns) {
            const expected = alone.questions
              .find((each) => each.question === question)
              ?.scores.find((score) => score.definition.metric === definition.metric);
            expect(groupScore(scores, group, question, definition.metric)).toEqual(expected);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('hold what the rows and the single scores say, group by group and in their order', () => {
    fc.assert(
      fc.property(responses, options, (rows, given: ScoreOptions) => {
        const scores = scoreByGroup(survey, rows, { by, ...given });
        const groups = scores.groups!;
        const { columns, outcomes } = groups;
        const all = Array.from(scoreRows(scores));
        expect(all).toHaveLength(groups.responses.length * columns.length);
        for (const [at, row] of all.entries()) {
          const place = Math.floor(at / columns.length);
          const column = columns[at % columns.length]!;
          const { status, because } = outcomes[column.outcome[place]!]!;
          expect(row).toEqual({
            ...groupAt(groups, place),
            question: column.question,
            metric: column.definition.metric,
            value: column.value[place],
            low: column.low[place],
            high: column.high[place],
            n: column.n[place],
            level: given.level,
            status,
            because,
          });
          const score = groupScore(scores, row, row.question, row.metric);
          if (score.kind === 'estimate') {
            expect([score.value, score.interval.low, score.interval.high, score.n]).toEqual([
              row.value,
              row.low,
              row.high,
              row.n,
            ]);
          } else {
            expect([row.value, row.low, row.high]).toEqual([null, null, null]);
            expect(row.status).toBe(score.reason === 'suppressed' ? 'suppressed' : score.kind);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('come back the same from JSON, and hold no number that is none', () => {
    fc.assert(
      fc.property(responses, options, (rows, given) => {
        const scores = scoreByGroup(survey, rows, { by, weight: 'w', ...given });
        expect(JSON.parse(JSON.stringify(scores))).toEqual(scores);
      }),
      { numRuns: 30 },
    );
  });

  it('hold no count of a group that is not shown', () => {
    fc.assert(
      fc.property(responses, (rows) => {
        const {
          columns,
          outcomes,
          counts,
          responses: shown,
        } = scoreByGroup(survey, rows, { by }).groups!;
        for (const [at, { firstCell }] of counts.questions.entries()) {
          const end = counts.questions[at + 1]?.firstCell ?? counts.width;
          const column = columns.find(({ question }) => question === counts.questions[at]?.id)!;
          for (const place of shown.keys()) {
            if (outcomes[column.outcome[place]!]?.status !== 'suppressed') continue;
            const own = counts.cells.slice(
              place * counts.width + firstCell,
              place * counts.width + end,
            );
            expect(own.every((count) => count === 0)).toBe(true);
            expect(column.n[place]).toBe(null);
          }
        }
      }),
    );
  });
});

describe('the keys of groups', () => {
  it('name hidden groups too, and no value that no group has', () => {
    const rows = [
      ...Array.from({ length: 2 }, () => ({ csat: 3, branch: 'harbour', month: 1 })),
      ...Array.from({ length: 9 }, () => ({ csat: 3, branch: 'south', month: 1 })),
      ...Array.from({ length: 9 }, () => ({ csat: 4, branch: 'south', month: 2 })),
      ...Array.from({ length: 8 }, () => ({ csat: 4, branch: 'east', month: 1 })),
      ...Array.from({ length: 8 }, () => ({ csat: 4, branch: 'east', month: 2 })),
      ...Array.from({ length: 7 }, () => ({ csat: 4, branch: 'west', month: 1 })),
      ...Array.from({ length: 7 }, () => ({ csat: 4, branch: 'west', month: 2 })),
    ];
    const { groups } = scoreByGroup(survey, rows, { by });
    expect(groups?.keys[0]?.values).toContain('harbour');
    expect(groups?.keys[0]?.values).toEqual(
      [...new Set(groups?.keys[0]?.codes)].map((code) => groups?.keys[0]?.values[code]),
    );
    for (const { values, codes } of groups?.keys ?? []) {
      expect(Math.max(...codes)).toBe(values.length - 1);
    }
  });
});
