import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { scoreByGroup } from '../score/scoreByGroup.ts';
import { scoreTally } from '../score/scoreTally.ts';
import { tallyResponses } from './tallyResponses.ts';

const survey: SatisfactionSurvey<'q'> = {
  id: 's',
  title: 'S',
  questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 5 } }],
};
const rows = [{ q: 5, branch: 'north', month: new Date(0), w: 1 }];

describe('options that are none', () => {
  it.each<[object, string]>([
    [{ by: 'branch' }, 'by is "branch"; expected a list of keys'],
    [
      { by: Object.setPrototypeOf(['branch'], null) as object },
      'by is a list of 1; expected a list',
    ],
    [
      { by: { branch: Object.setPrototypeOf(['north'], null) as object } },
      'by.branch is a list of 1; expected a list of texts or numbers',
    ],
    [{ weigth: 'w' }, 'did you mean "weight"?'],
    [{ weight: 3 }, 'weight is 3; expected the key of the weights'],
    [{ unique: 'id' }, 'unique is "id"; expected an object with a key'],
  ])('are refused with what was meant: %o', (options, message) => {
    const verbs: readonly ((...args: readonly never[]) => unknown)[] = [
      tallyResponses,
      scoreByGroup,
    ];
    for (const use of verbs) {
      expect(() => use(survey as never, rows as never, options as never)).toThrow(message);
      expect(() => use(survey as never, rows as never, options as never)).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      );
    }
  });

  it('are refused with the options of both when scores are asked for', () => {
    expect(() => scoreByGroup(survey, rows, { minimumGroupSise: 1 } as never)).toThrow(
      'did you mean "minimumGroupSize"?',
    );
    const tally = tallyResponses(survey, rows);
    expect(() => scoreTally(survey, tally, { levle: 0.9 } as never)).toThrow(
      'did you mean "level"?',
    );
  });
});

describe('values to group by', () => {
  it.each([new Date(0), ['north'], { name: 'north' }])(
    'are refused where they are no text or number, since all would be one group: %o',
    (branch) => {
      expect(() => tallyResponses(survey, [{ q: 5, branch }], { by: ['branch'] })).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      );
    },
  );

  it('are one group of those without one, be they blank, empty or absent', () => {
    const blank = [{ q: 5, branch: '' }, { q: 4, branch: '  ' }, { q: 3, branch: null }, { q: 2 }];
    const tally = tallyResponses(survey, blank, { by: ['branch'] });
    expect(tally.by).toEqual([{ name: 'branch', values: [null] }]);
    const columns = {
      kind: 'columns',
      length: 4,
      answers: { q: [5, 4, 3, 2] },
      groups: { branch: { codes: [0, 1, 2, 9], values: ['', '  ', null] } },
    } as const;
    expect(tallyResponses(survey, columns, { by: ['branch'] })).toEqual(tally);
  });
});

describe('ids that tell responses apart', () => {
  it('are the same as number, as text and with spaces around, as spreadsheets give them', () => {
    const mixed = [
      { id: 1, q: 5 },
      { id: '1', q: 4 },
      { id: '1 ', q: 3 },
    ];
    const unique = { key: 'id', duplicates: 'first' } as const;
    expect(tallyResponses(survey, mixed, { unique }).cells[0]).toBe(1);
  });
});
