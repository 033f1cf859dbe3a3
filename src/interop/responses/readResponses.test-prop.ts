import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredSurvey } from '../../../test/support/arbitrarySurvey.ts';
import { NOT_APPLICABLE, type SurveyResponse } from '../../model/observations.ts';
import { ratedQuestions } from '../../survey/answers/ratedQuestions.ts';
import { tallyResponses } from '../../survey/tally/tallyResponses.ts';
import type { DataRow } from '../reading/importTypes.ts';
import { readResponses } from './readResponses.ts';
import type { ResponseMapping } from './responseTypes.ts';

const cell = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    '',
    ' ',
    '9',
    ' 5 ',
    '4.0',
    'good',
    '__proto__',
    '\0',
    11,
    2.5,
    true,
  ),
  fc.string(),
  fc.anything(),
);
const header = fc.constantFrom('q0', 'q1', 'id', '__proto__', 'toString', 'x');
const row = fc.oneof(
  fc.array(fc.tuple(header, cell), { maxLength: 6 }).map((cells) => Object.fromEntries(cells)),
  fc.array(cell, { maxLength: 5 }),
  fc.anything(),
);

/** An answer as a CSV file has it: numbers as text, what does not apply as the code 77. */
function written(answer: unknown): string {
  if (answer === NOT_APPLICABLE) return '77';
  return typeof answer === 'number' ? ` ${answer}` : '';
}

describe('readResponses', () => {
  it('reads back what was written: the tally of the file is the tally of the answers', () => {
    fc.assert(
      fc.property(answeredSurvey, ({ survey, responses }) => {
        const ids = ratedQuestions(survey).map(({ id }) => id);
        const own = (response: SurveyResponse, id: string): unknown => {
          const answer = Object.hasOwn(response, id) ? response[id] : null;
          return typeof answer === 'number' || answer === NOT_APPLICABLE ? answer : null;
        };
        const finite = responses.map((response) =>
          Object.fromEntries(
            ids.map((id) => {
              const answer = own(response, id);
              return [
                id,
                typeof answer === 'number' && !/^-?\d+(\.\d+)?$/.test(String(answer))
                  ? null
                  : answer,
              ];
            }),
          ),
        ) as SurveyResponse[];
        const rows = [
          [...ids, 'n'],
          ...finite.map((one, at) => [...ids.map((id) => written(one[id])), String(at)]),
        ];
        const read = readResponses(survey, rows, {
          defaults: { notApplicable: [77] },
          columns: Object.fromEntries(ids.map((id) => [id, id])),
        });
        if (!read.ok) throw new Error(read.issues[0].message);
        expect(read.value).toHaveLength(finite.length);
        expect(tallyResponses(survey, read.value)).toEqual(tallyResponses(survey, finite));
      }),
    );
  });

  it('accounts for every row and every cell, whatever comes in', () => {
    const survey = {
      id: 's',
      title: 'S',
      questions: [
        { id: 'a', text: 'A', asks: 'satisfaction', scale: { min: 1, max: 5 } },
        { id: 'b', text: 'B', asks: 'profile', choices: { x: 'X' } },
      ],
    } as const;
    const mapping: ResponseMapping<'a' | 'b'> = {
      columns: { q0: 'a', q1: 'b' },
      keys: { group: 'x' },
      id: 'id',
    };
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom('first', 'last'),
        (rows, duplicates) => {
          const { report, issues, ok } = readResponses(survey, rows as DataRow[], {
            ...mapping,
            duplicates,
          });
          const dropped = Object.values(report.dropped).reduce((sum, count) => sum + count, 0);
          if (ok) {
            expect(report.read).toBe(report.kept + dropped);
            for (const { answered, notApplicable, blank, unread } of report.columns) {
              expect(answered + notApplicable + blank + unread).toBe(report.kept);
            }
            expect(report.positions).toHaveLength(report.kept);
          } else expect(issues.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('refuses what is no mapping, and throws for none', () => {
    const survey = {
      id: 's',
      title: 'S',
      questions: [{ id: 'a', text: 'A', asks: 'satisfaction', scale: { min: 1, max: 5 } }],
    } as const;
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (columns, keys, keep) => {
        const mapping = { columns, keys, keep } as unknown as ResponseMapping<'a'>;
        const read = readResponses(survey, [{ a: 1 }], mapping);
        expect(typeof read.ok).toBe('boolean');
      }),
    );
  });
});
