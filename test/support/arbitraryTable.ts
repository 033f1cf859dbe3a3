import fc from 'fast-check';
import { scaleAnswers } from '../../src/model/scaleAnswers.ts';
import type { SatisfactionSurvey } from '../../src/model/survey.ts';
import type { SqlAnswerColumn } from '../../src/sql/index.ts';
import { arbitrarySurvey } from '../../src/testing/index.ts';
import { anyScale, usualScale } from '../../src/testing/scales.ts';
import type { Column, Value } from './databases.ts';

/** A table of responses, and the same responses as rows. */
export interface ResponseTable {
  /** The survey that was answered. */
  readonly survey: SatisfactionSurvey;
  /** The columns of the table. */
  readonly columns: readonly Column[];
  /** The cells of the table. */
  readonly cells: readonly (readonly Value[])[];
  /** Where the answers to each question stand. */
  readonly mapping: { readonly [question: string]: SqlAnswerColumn };
  /** What to group by. */
  readonly by: Readonly<Record<string, 'any' | readonly (string | number)[]>>;
  /** The key of the weights, if there are any. */
  readonly weight?: 'w';
}

/** How a database holds values: each column those of one type, or each value its own. */
type Holding = 'typed-columns' | 'typed-values';

/** Answers that are off every scale, or just beside an answer of some. */
const ODD = [
  11,
  12,
  -3,
  7.5,
  0.1 + 0.2,
  1e-10,
  -1e-10,
  2 + 9e-10,
  2 + 2e-9,
  99,
  -7,
  1e308,
  -1e308,
  5e-324,
  2 ** 53,
];

const TEXTS = [
  '5',
  'not-applicable',
  'none',
  'NONE',
  'none ',
  '',
  ' ',
  "it's",
  'Very good',
  '\\',
  'é',
];

const branches = fc.constantFrom<(string | null)[]>(
  'North',
  'north',
  'north ',
  'South',
  '',
  '  ',
  null,
  '7',
  "o'x",
  'é',
);

const months = fc.constantFrom<(number | null)[]>(1, 2, 3.5, -0, 0, null, 1e21);

const weights = fc.oneof(
  fc.double({ min: 0, max: 1e3, noNaN: true }),
  fc.constantFrom<(number | null)[]>(
    0,
    -0,
    1,
    0.1,
    1e-12,
    9e-13,
    1e7,
    1.1e7,
    1 / 3,
    -1,
    null,
    5e-324,
    1e300,
  ),
);

/** Tables of responses to any survey: good answers, odd ones, texts, blanks and codes, weights and groups. */
export function responseTable(holding: Holding): fc.Arbitrary<ResponseTable> {
  const surveys = fc.oneof(
    arbitrarySurvey(fc),
    fc
      .tuple(arbitrarySurvey(fc), fc.oneof(anyScale(fc), usualScale(fc)))
      .map(([survey, scale]) => ({
        ...survey,
        questions: survey.questions.map((question) => ({ ...question, scale })),
      })),
  ) as fc.Arbitrary<SatisfactionSurvey>;
  return surveys.chain((survey) =>
    fc
      .record({
        types: fc.array(fc.constantFrom('number' as const, 'number' as const, 'text' as const), {
          minLength: survey.questions.length,
          maxLength: survey.questions.length,
        }),
        grouped: fc.constantFrom<ResponseTable['by'][]>(
          {},
          { branch: 'any' },
          { branch: ['North', 'South', 7] },
          { branch: 'any', month: 'any' },
          { month: [1, 2], branch: ['north'] },
        ),
        weighted: fc.boolean(),
      })
      .chain(({ types, grouped, weighted }) => {
        const answers = survey.questions.map((question, at) =>
          answersTo(
            question as { readonly scale: Scale },
            holding === 'typed-values' ? 'any' : types[at],
          ),
        );
        const oddNumbers = holding === 'typed-columns' ? [Number.NaN, Infinity, -Infinity] : [];
        const weight =
          holding === 'typed-values'
            ? fc.oneof(
                { weight: 9, arbitrary: weights },
                { weight: 1, arbitrary: fc.constantFrom<Value[]>('1', 'x') },
              )
            : fc.oneof(
                { weight: 9, arbitrary: weights },
                { weight: 1, arbitrary: fc.constantFrom<Value[]>(...oddNumbers) },
              );
        return fc.array(fc.tuple(branches, months, weight, ...answers), { maxLength: 40 }).map(
          (cells): ResponseTable => ({
            survey,
            columns: [
              ['branch', 'text'],
              ['month', 'number'],
              ['w', 'number'],
              ...survey.questions.map(({ id }, at): Column => [`col ${id}`, types[at] ?? 'number']),
            ],
            cells,
            mapping: Object.fromEntries(
              survey.questions.map(({ id }, at) => [
                id,
                { column: `col ${id}`, type: types[at] ?? 'number' },
              ]),
            ),
            by: grouped,
            ...(weighted && { weight: 'w' as const }),
          }),
        );
      }),
  );
}

type Scale = Parameters<typeof scaleAnswers>[0];

function answersTo(
  { scale }: { readonly scale: Scale },
  type: string | undefined,
): fc.Arbitrary<Value> {
  const codes = scale.notApplicable ?? [];
  const numbers = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<Value[]>(...scaleAnswers(scale)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Value[]>(
        null,
        ...codes.filter((code) => typeof code === 'number'),
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom<Value[]>(...ODD) },
    { weight: 1, arbitrary: fc.double({ noNaN: true }) },
  );
  const texts = fc.oneof(
    fc.constantFrom<Value[]>(null, ...TEXTS),
    fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  );
  if (type === 'any')
    return fc.oneof({ weight: 4, arbitrary: numbers }, { weight: 1, arbitrary: texts });
  return type === 'text' ? texts : numbers;
}

/** The responses of a table as rows, for `tallyResponses`. */
export function rowsOf({ columns, cells, survey }: ResponseTable): Record<string, Value>[] {
  const names = columns.map(([name], at) =>
    at < 3 ? name : (survey.questions[at - 3]?.id ?? name),
  );
  return cells.map((row) => Object.fromEntries(row.map((value, at) => [names[at] ?? '', value])));
}
