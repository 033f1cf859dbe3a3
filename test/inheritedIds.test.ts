import { describe, expect, it } from 'vitest';
import { tallyDrivers } from '../src/areas/importance/tallyDrivers.ts';
import type { SatisfactionSurvey } from '../src/model/survey.ts';
import { visitsFromResponses } from '../src/moments/visits/visitsFromResponses.ts';
import { tallyJointly } from '../src/survey/joint/tallyJointly.ts';
import { tallyGaps } from '../src/survey/dimensions/tallyGaps.ts';
import { tallyItems } from '../src/survey/reliability/tallyItems.ts';
import { tallyResponses } from '../src/survey/tally/tallyResponses.ts';

const scale = { min: 1, max: 5 };

function surveyWith(
  id: string,
  asks: 'satisfaction' | 'perception' = 'satisfaction',
): SatisfactionSurvey {
  return {
    id: 's',
    title: 'S',
    questions: [
      { id, text: 'A', asks, about: { moment: 'm' }, scale },
      {
        id: 'other',
        text: 'B',
        asks: asks === 'perception' ? 'expectation' : 'satisfaction',
        scale,
      },
    ],
  };
}

/** Responses that leave the question out, skip it, answer it, and answer it off its scale. */
function responsesWith(id: string): readonly Record<string, number | null>[] {
  return [{ other: 5 }, { other: 3, [id]: null }, { other: 2, [id]: 4 }, { other: 1, [id]: 9 }];
}

type Reader = (id: string) => unknown;

const READERS: { readonly [name: string]: Reader } = {
  'tallyResponses of rows': (id) => tallyResponses(surveyWith(id), responsesWith(id)),
  'tallyResponses of weighted rows': (id) =>
    tallyResponses(
      surveyWith(id),
      responsesWith(id).map((row) => ({ ...row, w: 2 })),
      { weight: 'w' },
    ),
  'tallyResponses of columns without it': (id) =>
    tallyResponses(surveyWith(id), { kind: 'columns', length: 2, answers: { other: [1, 2] } }),
  'tallyItems of columns without it': (id) =>
    tallyItems(
      surveyWith(id),
      { kind: 'columns', length: 2, answers: { other: [1, 2] } },
      { items: [id, 'other'] },
    ),
  'tallyItems of rows': (id) =>
    tallyItems(surveyWith(id), responsesWith(id), { items: [id, 'other'] }),
  tallyJointly: (id) => tallyJointly(surveyWith(id), responsesWith(id)),
  tallyDrivers: (id) =>
    tallyDrivers(surveyWith(id), responsesWith(id), { outcome: 'other', drivers: [id] }),
  tallyGaps: (id) =>
    tallyGaps(surveyWith(id, 'perception'), responsesWith(id), {
      pairs: [{ perception: id, expectation: 'other' }],
    }),
  visitsFromResponses: (id) => [...visitsFromResponses(surveyWith(id), responsesWith(id)).visits],
};

const INHERITED = ['valueOf', 'toString', 'constructor', '__proto__', 'hasOwnProperty'];

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it.each(INHERITED)('reads a question with the id %s as it reads any other', (id) => {
    const withPlainId = (result: unknown): string =>
      JSON.stringify(result, (_, value: unknown) =>
        typeof value === 'function' ? 'a function' : value,
      ).replaceAll(`"${id}"`, '"plain"');
    expect(withPlainId(read(id))).toBe(withPlainId(read('plain')));
  });
});
