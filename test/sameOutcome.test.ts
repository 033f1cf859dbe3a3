import { describe, expect, it } from 'vitest';
import {
  countAnswers,
  defineCycle,
  findStraightLiners,
  itemNonResponse,
  type OutcomeCounts,
  pairAnswers,
  type SatisfactionSurvey,
  scoreTally,
  tallyDimensions,
  tallyDrivers,
  tallyGaps,
  tallyItems,
  tallyJointly,
  tallyResponses,
  tallyVisits,
  visitsFromResponses,
} from './support/everyEntry.ts';

type Outcome = keyof OutcomeCounts;

/** What became of an answer, as far as a tally tells: some count all that is no answer together. */
type Told = readonly Outcome[];

/** What one tally makes of responses of which only the question `id` holds something unusual. */
type Tally = (id: string, responses: readonly object[]) => Told;

const NO_ANSWER: Told = ['notApplicable', 'skipped', 'invalid'];
const NOT_GIVEN: Told = ['notApplicable', 'skipped'];

/** A scale with codes of its own for what does not apply, one of them between two answers. */
const SCALE = { min: 0, max: 1, notApplicable: [9, 0.5, 'keine Angabe', ''] } as const;

type Asks = 'satisfaction' | 'perception' | 'incident';

/** The question `id`, and one that every response answers with 1. */
function surveyOf(id: string, asks: Asks): SatisfactionSurvey {
  const other = asks === 'perception' ? 'expectation' : 'satisfaction';
  const about = { moment: 'desk' };
  return {
    id: 's',
    title: 'S',
    questions: [
      { id, text: 'A', asks, scale: SCALE, about, dimension: 'd' },
      { id: 'other', text: 'B', asks: other, scale: { min: 0, max: 1 } },
    ],
  };
}

function told({ answered, notApplicable, skipped, invalid }: OutcomeCounts): Told {
  const counts = { answered, notApplicable, skipped, invalid };
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  return found.map(([outcome]) => outcome as Outcome);
}

function toldByPair(counts: { answered: number; invalid: number }): Told {
  if (counts.answered > 0) return ['answered'];
  return counts.invalid > 0 ? ['invalid'] : NOT_GIVEN;
}

function outcomeOfTally(tally: Parameters<typeof scoreTally>[1], id: string): OutcomeCounts {
  return scoreTally(surveyOf(id, 'satisfaction'), tally).questions[0]!.scores[0].counts;
}

/** The answers to the question, each response in a place of its column. */
function columnsOf(id: string, responses: readonly object[]): object {
  const own = responses.map((row) => Object.getOwnPropertyDescriptor(row, id)?.value as unknown);
  const isNeverGiven = responses.every((row) => !Object.hasOwn(row, id));
  const other = new Array<number>(responses.length).fill(1);
  const answers = isNeverGiven ? { other } : { other, [id]: own };
  return { kind: 'columns', length: responses.length, answers };
}

const bank = defineCycle({
  id: 'bank',
  name: 'Bank',
  moments: [{ id: 'desk', name: 'Desk', contact: 'staff' }],
});

function visitTally(id: string, asks: Asks, responses: readonly object[]) {
  const { visits, scales } = visitsFromResponses(surveyOf(id, asks), responses as never[]);
  return tallyVisits(bank, visits, { ...scales, ratingScale: SCALE });
}

const TALLIES: { readonly [name: string]: Tally } = {
  'tallyResponses of rows': (id, responses) =>
    told(outcomeOfTally(tallyResponses(surveyOf(id, 'satisfaction'), responses as never[]), id)),
  'tallyResponses of weighted rows': (id, responses) => {
    const rows = responses.map((row) => ({ ...row, weight: 2 }));
    const tally = tallyResponses(surveyOf(id, 'satisfaction'), rows, { weight: 'weight' });
    return told(outcomeOfTally(tally, id));
  },
  'tallyResponses of columns': (id, responses) => {
    const columns = columnsOf(id, responses);
    return told(outcomeOfTally(tallyResponses(surveyOf(id, 'satisfaction'), columns as never), id));
  },
  itemNonResponse: (id, responses) => {
    const tally = tallyResponses(surveyOf(id, 'satisfaction'), responses as never[]);
    const shares = itemNonResponse(outcomeOfTally(tally, id));
    const outcomes = (['notApplicable', 'skipped', 'invalid'] as const).filter((outcome) => {
      const share = shares[outcome];
      return share.kind === 'estimate' && share.value > 0;
    });
    return outcomes.length === 0 ? ['answered'] : outcomes;
  },
  tallyJointly: (id, responses) =>
    told(tallyJointly(surveyOf(id, 'satisfaction'), responses as never[]).outcomes[0]!),
  'tallyItems of rows': (id, responses) => {
    const items = { items: [id, 'other'] };
    const tally = tallyItems(surveyOf(id, 'satisfaction'), responses as never[], items);
    return toldByPair({ answered: tally.complete, invalid: tally.invalid });
  },
  'tallyItems of columns': (id, responses) => {
    const items = { items: [id, 'other'] };
    const columns = columnsOf(id, responses) as never;
    const tally = tallyItems(surveyOf(id, 'satisfaction'), columns, items);
    return toldByPair({ answered: tally.complete, invalid: tally.invalid });
  },
  tallyDrivers: (id, responses) => {
    const selection = { outcome: 'other', drivers: [id] };
    const tally = tallyDrivers(surveyOf(id, 'satisfaction'), responses as never[], selection);
    return told(tally.drivers[0]!.outcomes[0]!);
  },
  tallyGaps: (id, responses) => {
    const pairs = [{ perception: id, expectation: 'other' }];
    const tally = tallyGaps(surveyOf(id, 'perception'), responses as never[], { pairs });
    return toldByPair({ answered: tally.items[0]!.both, invalid: tally.items[0]!.invalid });
  },
  tallyDimensions: (id, responses) => {
    const options = { asks: 'perception' } as const;
    const tally = tallyDimensions(surveyOf(id, 'perception'), responses as never[], options);
    return tally.dimensions[0]!.scored > 0 ? ['answered'] : NO_ANSWER;
  },
  findStraightLiners: (id, responses) => {
    const options = { minimum: 2, blocks: [[id, 'other']] };
    const found = findStraightLiners(surveyOf(id, 'satisfaction'), responses as never[], options);
    return found.assessed > 0 ? ['answered'] : NO_ANSWER;
  },
  'visitsFromResponses of ratings': (id, responses) => {
    const { notApplicable, blank, invalid, rated } = visitTally(id, 'satisfaction', responses)
      .moments[0]!.ratings;
    return told({ answered: rated, notApplicable, skipped: blank, invalid });
  },
  'visitsFromResponses of incidents': (id, responses) => {
    const tally = visitTally(id, 'incident', responses);
    const [moment] = tally.moments;
    return toldByPair({
      answered: moment!.sources.reported + moment!.sources.reportedNone,
      invalid: tally.issues.find(({ code }) => code === 'invalid-incident')?.count ?? 0,
    });
  },
};

/** Answers as they come in, and what each of them is. */
const ANSWERS: readonly (readonly [answer: unknown, outcome: Outcome])[] = [
  [0, 'answered'],
  [1, 'answered'],
  [-0, 'answered'],
  [1 + 1e-12, 'answered'],
  ['not-applicable', 'notApplicable'],
  [9, 'notApplicable'],
  [0.5, 'notApplicable'],
  ['keine Angabe', 'notApplicable'],
  ['', 'notApplicable'],
  [null, 'skipped'],
  [undefined, 'skipped'],
  [Number.NaN, 'invalid'],
  [Number.POSITIVE_INFINITY, 'invalid'],
  [2, 'invalid'],
  [-1, 'invalid'],
  [0.25, 'invalid'],
  ['1', 'invalid'],
  ['9', 'invalid'],
  [' ', 'invalid'],
  ['valueOf', 'invalid'],
  [true, 'invalid'],
  [false, 'invalid'],
  [1n, 'invalid'],
  [[1], 'invalid'],
  [{ valueOf: () => 1 }, 'invalid'],
  [{ cause: 'late' }, 'invalid'],
  [new Date(1), 'invalid'],
  [Symbol('1'), 'invalid'],
  [() => 1, 'invalid'],
];

const IDS = ['plain', 'valueOf', 'toString', 'constructor', '__proto__', 'hasOwnProperty'];

const CASES = ANSWERS.map(([answer, outcome]) => ({
  answer,
  outcome,
  shown: typeof answer === 'symbol' ? 'a symbol' : answer,
}));

describe.each(Object.entries(TALLIES))('%s', (_, tally) => {
  it.each(CASES)('makes of $shown what every tally makes of it', ({ answer, outcome }) => {
    for (const id of IDS) {
      expect(tally(id, [{ other: 1, [id]: answer }]), id).toContain(outcome);
    }
  });

  it('takes a question that a response leaves out as skipped, whatever its id', () => {
    for (const id of IDS) expect(tally(id, [{ other: 1 }]), id).toContain('skipped');
  });
});

describe('what is no response', () => {
  const NONE = [null, undefined, 5, 'text', () => 1] as const;
  const ofRows = Object.entries(TALLIES).filter(
    ([name]) => !name.startsWith('visits') && !/columns|weighted/.test(name),
  );

  it.each(ofRows)('holds an invalid answer to every question for %s', (_, tally) => {
    for (const none of NONE) expect(tally('length', [none as never])).toContain('invalid');
  });

  it('is no visit', () => {
    for (const none of NONE) {
      expect(visitTally('length', 'satisfaction', [none as never])).toMatchObject({
        visits: 0,
        unreadable: 1,
      });
    }
  });
});

describe.each(['before', 'after'] as const)('pairAnswers, %s', (time) => {
  it.each(CASES)('makes of $shown what every tally makes of it', ({ answer, outcome }) => {
    const lists = time === 'before' ? [[answer], [1]] : [[1], [answer]];
    const pairs = pairAnswers(SCALE, ...(lists as [never, never]));
    const answered = pairs.perPair.flat().reduce((sum, count) => sum + count, 0);
    expect(toldByPair({ answered, invalid: pairs.invalid })).toContain(outcome);
  });
});

it.each(CASES)('countAnswers makes of $shown what every tally makes of it', (given) => {
  const {
    perAnswer,
    notApplicable = 0,
    skipped = 0,
    invalid = 0,
  } = countAnswers([given.answer as never], SCALE);
  const answered = perAnswer.reduce((sum, count) => sum + count, 0);
  expect(told({ answered, notApplicable, skipped, invalid })).toEqual([given.outcome]);
});

it('takes a number of the scale as an answer, even where a code for no answer is the same', () => {
  const scale = { min: 1, max: 5, notApplicable: [5] };
  const survey = {
    id: 's',
    title: 'S',
    questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale }],
  } as const;
  const row = { q: 5, w: 1 };
  const column = { kind: 'columns', length: 1, answers: { q: [5] } } as const;
  const tallies = [
    tallyResponses(survey, [row]),
    tallyResponses(survey, [row], { weight: 'w' }),
    tallyResponses(survey, column),
  ];
  for (const tally of tallies) expect(tally.cells).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0]);
  expect(tallyJointly(survey, [row]).outcomes[0]?.answered).toBe(1);
  expect(tallyItems(survey, [row], { items: ['q'] }).complete).toBe(1);
  expect(pairAnswers(scale, [5], [5]).perPair[4]?.[4]).toBe(1);
});
