import { describe, expect, it } from 'vitest';
import * as library from './support/everyEntry.ts';
import { findMeaningless } from './support/findMeaningless.ts';

/**
 * What once hung, swelled, ended in an error of the engine or gave a number without meaning, and has no
 * test of its own beside the function. Each stands for a kind: `test/fuzz` looks for its neighbours,
 * `npm run growth` for work that grows too fast.
 */

const times = <Item>(n: number, make: (at: number) => Item): Item[] =>
  Array.from({ length: n }, (_, at) => make(at));
const scale = { min: 1, max: 5 };
const rated = (id: string, more: object = {}) =>
  ({ id, text: 'How was it?', asks: 'satisfaction', scale, ...more }) as const;
const surveyOf = (...questions: readonly object[]) =>
  ({ id: 's', title: 'S', questions }) as unknown as library.SatisfactionSurvey;
const survey = surveyOf(rated('q'));

/** The code of what is thrown; the engine's own errors have none. */
function codeOf(work: () => unknown): string {
  try {
    work();
    return 'nothing thrown';
  } catch (error) {
    return library.isServiceCycleError(error) ? error.code : `not ours: ${String(error)}`;
  }
}

describe('work and memory grow no faster than the input', () => {
  it('unknown references list a few of the declared ids, and no more than a thousand faults', () => {
    const longId = 'x'.repeat(50_000);
    const cycle = {
      id: 'c',
      name: 'C',
      moments: [{ id: longId, name: 'M', contact: 'staff' }],
      requirements: [
        { id: 'r', statement: 's', moments: times(8000, String), source: { kind: 'expectation' } },
      ],
    };
    const result = library.parseCycle(cycle);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.issues.length).toBeLessThanOrEqual(1001);
    expect(Math.max(...result.issues.map(({ expected }) => expected.length))).toBeLessThan(500);
    expect(JSON.stringify(result.issues).length).toBeLessThan(1_000_000);
  });

  it('thousands of small groups, by six keys too, with and without what was published', () => {
    const rows: library.SurveyResponse[] = times(4000, (at) => ({
      q: (at % 5) + 1,
      branch: `b${String(at % 2000)}`,
      ...Object.fromEntries(times(6, (key) => [`k${String(key)}`, (at * (key + 3)) % 6])),
    }));
    const one = library.tallyResponses(survey, rows, { by: ['branch'] });
    const first = library.scoreTally(survey, one);
    expect(first.groups?.outcomes.length).toBeGreaterThan(0);
    const published = [library.tallyResponses(survey, rows.slice(1), { by: ['branch'] })];
    expect(library.scoreTally(survey, one, { published }).kind).toBe('survey-scores');
    const by = times(6, (key) => `k${String(key)}`);
    const six = library.tallyResponses(survey, rows, { by });
    expect(library.scoreTally(survey, six).kind).toBe('survey-scores');
  });

  it('hundreds of areas and items, and a thousand judges', () => {
    const areas = times(200, (at) => ({ id: `a${String(at)}`, name: 'A' }));
    const cycle = {
      id: 'c',
      name: 'C',
      areas,
      moments: areas.map(({ id }) => ({ id, name: 'M', contact: 'staff', area: id }) as const),
      survey: surveyOf(...areas.map(({ id }) => rated(id, { about: { area: id } }))),
    };
    const answered = (at: number) =>
      Object.fromEntries(areas.map(({ id }, area) => [id, ((at * (area + 7)) % 5) + 1]));
    const scores = library.scoreSurvey(cycle.survey, times(20, answered));
    expect(library.prioritizeAreas(cycle, { scores }).areas).toHaveLength(200);
    const counts = { scale, perAnswer: [3, 4, 5, 6, 7] };
    const items = areas.map(({ id }) => ({ id, importance: counts, performance: counts }));
    expect(library.importancePerformance(items).items).toHaveLength(200);
    const judgements = times(1000, (at) => ({
      by: `j${String(at)}`,
      severity: (at % 10) + 1,
      occurrence: ((at * 3) % 10) + 1,
      detection: 5,
    }));
    const moments = [{ id: 'm', name: 'M', contact: 'staff', judgements } as const];
    expect(library.judgementAgreement(moments).moments).toHaveLength(1);
  });

  it('forty drivers, and sixteen hundred requirements of one moment', () => {
    const drivers = times(40, (at) => `d${String(at)}`);
    const asked = surveyOf(rated('all'), ...drivers.map((id) => rated(id)));
    const rows = times(200, (at) =>
      Object.fromEntries(
        ['all', ...drivers].map((id, place) => [id, ((at * (place + 3) + place * place) % 5) + 1]),
      ),
    );
    const tally = library.tallyDrivers(asked, rows, { outcome: 'all', drivers });
    expect(library.deriveImportance(tally).kind).toBe('estimate');
    const requirements = times(1600, (at) => ({
      id: `r${String(at)}`,
      statement: 'Is served',
      moments: ['m'],
      source: { kind: 'expectation' as const },
      standards: [
        {
          id: `s${String(at)}`,
          measure: 'Wait',
          unit: 'seconds',
          operator: '<=' as const,
          threshold: 60 + at,
          requiredShare: 0.9,
        },
      ],
    }));
    const cycle = {
      id: 'c',
      name: 'C',
      moments: [{ id: 'm', name: 'M', contact: 'staff' as const }],
      requirements,
    };
    expect(library.assessRequirements(cycle, []).requirements).toHaveLength(1600);
  });

  it('groups by days that are objects are a fault, and not one group of all', () => {
    const rows = times(3, (at) => ({ q: 5, day: new Date(at) })) as never;
    expect(codeOf(() => library.tallyResponses(survey, rows, { by: ['day'] as never }))).toBe(
      'invalid-argument',
    );
  });

  it('moments of which each pair would be kept are refused before memory runs out', () => {
    const moments = times(8000, (at) => ({
      id: `m${String(at)}`,
      name: 'M',
      contact: 'staff' as const,
    }));
    const cycle = { id: 'c', name: 'C', moments };
    expect(codeOf(() => library.tallyVisits(cycle, []))).toBe('invalid-argument');
  });

  it('columns forge no length that no column has', () => {
    const forged = JSON.parse('{"kind":"columns","length":4294967295,"answers":{}}') as never;
    expect(codeOf(() => library.scoreSurvey(survey, forged))).toBe('invalid-argument');
    expect(codeOf(() => library.tallyResponses(survey, forged))).toBe('invalid-argument');
    const visits = JSON.parse('{"kind":"columns","length":4294967295,"moments":{}}') as never;
    const cycle = { id: 'c', name: 'C', moments: [] };
    expect(codeOf(() => library.tallyVisits(cycle, visits))).toBe('invalid-argument');
  });
});

describe('every loop has an end', () => {
  it('of the importance of drivers with weights of almost nothing', () => {
    const both = surveyOf(rated('q'), rated('all'));
    const rows = times(30, (at) => ({ q: (at % 5) + 1, all: ((at * 3) % 5) + 1, w: 1e-9 }));
    const tally = library.tallyDrivers(both, rows, { outcome: 'all', drivers: ['q'], weight: 'w' });
    expect(findMeaningless(library.deriveImportance(tally))).toBeUndefined();
  });

  it('of margins that contradict each other, however often they may be gone through', () => {
    const rows = [{ age: 'old' }, { age: 'young' }];
    const targets = { age: { old: 0.5, young: 0.5 } };
    const maximumIterations = Number.MAX_SAFE_INTEGER;
    expect(codeOf(() => library.rakeWeights(rows, targets, { maximumIterations }))).toBe(
      'invalid-argument',
    );
  });

  it('of alpha, for a number of respondents that nobody counted', () => {
    const tally = library.tallyItems(surveyOf(rated('a'), rated('b')), [{ a: 1, b: 2 }], {
      items: ['a', 'b'],
    });
    expect(codeOf(() => library.cronbachAlpha({ ...tally, complete: 1e25 }))).toBe(
      'invalid-argument',
    );
    const read = library.parseDimensionTally(
      surveyOf(rated('a'), rated('b')),
      { ...tally, complete: 1e25 },
      {
        kind: 'item-tally',
      },
    );
    expect(read.ok).toBe(false);
  });
});

describe('no number is without meaning', () => {
  const standard = {
    id: 'x',
    measure: 'Wait',
    unit: 'seconds',
    operator: '<=',
    threshold: 30,
    requiredShare: 0.9,
  } as const;

  it.each([1.7e308, 1e300, 5e-324])('of measurements of %d', (value) => {
    const rows = [
      { standard: 'x', value },
      { standard: 'x', value },
    ];
    expect(findMeaningless(library.assessStandard(standard, rows))).toBeUndefined();
    const sketch = library.tallyMeasurements(standard, rows, { values: 'sketch' });
    expect(findMeaningless(library.assessStandard(standard, sketch))).toBeUndefined();
  });

  it('of an effect of parts of visits, which are none', () => {
    const parts = { dissatisfied: 1e-9, satisfied: 1e-9 };
    expect(codeOf(() => library.incidentEffect({ incident: parts, noIncident: parts }))).toBe(
      'invalid-argument',
    );
  });

  it('of a scale of one answer, wherever it comes in', () => {
    const narrow = { min: 0, max: 1, step: 1e10 };
    const odd = surveyOf(rated('q', { scale: narrow }), rated('all'));
    expect(library.parseSurvey(odd).ok).toBe(false);
    const selection = { outcome: 'all', drivers: ['q'] };
    for (const work of [
      () => library.tallyDrivers(odd, [{ q: 0, all: 1 }], selection),
      () => library.tallyResponses(odd, [{ q: 0 }]),
      () => library.meanRating({ scale: narrow, perAnswer: [3] }),
      () =>
        library.weightedScore(
          { scale: narrow, n: 1, weights: [1], squaredWeights: [1] },
          { metric: 'mean-rating' },
        ),
    ]) {
      expect(codeOf(work)).toBe('wrong-scale');
    }
  });
});

describe('nothing but our own error is thrown', () => {
  it('for columns without weights, and for what is left out', () => {
    const columns = { kind: 'columns', length: 1, answers: { q: [1] }, weights: null } as never;
    expect(codeOf(() => library.tallyResponses(survey, columns))).toBe('invalid-argument');
    expect(codeOf(() => library.perceptionGap(undefined as never))).toBe('invalid-argument');
  });

  it('a stream is taken or refused at once, and one that is refused is left unread', async () => {
    let isRead = false;
    const stream = {
      async *[Symbol.asyncIterator]() {
        isRead = true;
        yield await Promise.resolve({ q: 1 });
        throw new Error('the line is cut');
      },
    } as never;
    const cycle = { id: 'c', name: 'C', moments: [], survey };
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    expect(codeOf(() => library.scoreSurvey(survey, stream))).toBe('invalid-argument');
    expect(codeOf(() => library.reviewCycle(cycle, { measurements: stream }, {}))).toBe(
      'invalid-argument',
    );
    expect(isRead).toBe(false);
    await expect(library.tallyResponses(survey, stream)).rejects.toThrow('the line is cut');
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('names that every object inherits are names like any other', () => {
  const names = ['toString', 'valueOf', 'constructor', '__proto__'];
  const own = surveyOf(...names.map((id) => rated(id)));
  const visited = surveyOf(...names.map((id) => rated(id, { about: { moment: id } })));
  const gaps = surveyOf(
    ...names.flatMap((dimension) => [
      rated(dimension, { asks: 'perception', dimension }),
      rated(`${dimension}2`, { asks: 'expectation', dimension }),
    ]),
  );

  it('what is left blank is skipped, and not invalid', () => {
    const scored = library.tallyResponses(own, [{}]);
    // One response, then for each question five answers, not applicable, skipped and invalid.
    expect(scored.cells).toEqual([1, ...names.flatMap(() => [0, 0, 0, 0, 0, 0, 1, 0])]);
    expect(library.tallyItems(own, [{}], { items: names })).toMatchObject({ invalid: 0 });
    const [outcome = '', ...drivers] = names;
    expect(library.tallyDrivers(own, [{}], { outcome, drivers })).toMatchObject({ invalid: 0 });
    expect(library.tallyJointly(own, [{}]).outcomes.map(({ invalid }) => invalid)).toEqual([
      0, 0, 0, 0,
    ]);
    expect(library.tallyGaps(gaps, [{}]).items.map(({ invalid }) => invalid)).toEqual([0, 0, 0, 0]);
    const cycle = {
      id: 'c',
      name: 'C',
      moments: names.map((id) => ({ id, name: id, contact: 'none' as const })),
    };
    const visits = library.visitsFromResponses(visited, [{}]);
    expect(
      library.tallyVisits(cycle, visits.visits, visits.scales).issues.map(({ code }) => code),
    ).not.toContain('invalid-rating');
  });

  it('columns need not hold a question that nobody answered', () => {
    const columns = { kind: 'columns', length: 2, answers: { toString: [1, 5] } } as never;
    const tally = library.tallyResponses(own, columns);
    expect(tally.cells.slice(0, 9)).toEqual([2, 1, 0, 0, 0, 1, 0, 0, 0]);
    expect(tally.cells.slice(9, 17)).toEqual([0, 0, 0, 0, 0, 0, 2, 0]);
  });

  it('a header of a file is such a name', () => {
    const rows = [
      ['__proto__', 'toString'],
      ['4', '5'],
    ];
    const columns = Object.fromEntries(
      ['__proto__', 'toString'].map((name) => [name, name]),
    ) as never;
    const read = library.readResponses(own, rows, { columns });
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    const tally = library.tallyResponses(own, read.value);
    expect(tally.cells.reduce((sum, count) => sum + count, 0)).toBe(1 + names.length);
  });
});

describe('hidden groups', () => {
  const cells: readonly (readonly [shift: string, branch: string, n: number, yes: number])[] = [
    ['night', 'north', 1, 1],
    ['night', 'south', 8, 0],
    ['day', 'north', 9, 0],
    ['day', 'south', 9, 0],
    ['night', 'east', 40, 3],
    ['day', 'east', 40, 2],
    ['eve', 'north', 40, 4],
    ['eve', 'south', 40, 1],
    ['eve', 'east', 40, 5],
  ];
  const incident = surveyOf({
    id: 'q',
    text: 'Did anything go wrong?',
    asks: 'incident',
    scale: { min: 0, max: 1 },
  });
  const rows = cells.flatMap(([shift, branch, n, yes]) =>
    times(n, (at) => ({ shift, branch, q: at < yes ? 1 : 0 })),
  );
  const table = library.tallyResponses(incident, rows, { by: ['shift', 'branch'] });

  /** The yes of the groups that are shown. */
  function shown(keep: ('shift' | 'branch')[]): ReadonlyMap<string, number> {
    const { groups } = library.scoreTally(incident, library.rollUp(table, keep));
    const all = new Map<string, number>();
    if (groups === undefined) return all;
    const [column] = groups.columns;
    for (const place of groups.keys[0]?.codes.keys() ?? []) {
      const outcome = groups.outcomes[column?.outcome[place] ?? 0];
      if (outcome?.status === 'suppressed') continue;
      const name = groups.keys.map((key) => key.values[key.codes[place] ?? 0]).join(' ');
      const { width, questions } = groups.counts;
      all.set(name, groups.counts.cells[place * width + (questions[0]?.firstCell ?? 0) + 1] ?? 0);
    }
    return all;
  }

  it('give no answer away because counts are never below 0', () => {
    const [fine, byShift, byBranch] = [
      shown(['shift', 'branch']),
      shown(['shift']),
      shown(['branch']),
    ];
    // The one person of night/north said yes, if the day's hidden yes and the north's hidden yes are exact.
    const dayHidden = (byShift.get('day') ?? NaN) - (fine.get('day east') ?? NaN);
    const northHidden = (byBranch.get('north') ?? NaN) - (fine.get('eve north') ?? NaN);
    expect(fine.has('night north')).toBe(false);
    expect(Number.isNaN(dayHidden) || Number.isNaN(northHidden)).toBe(true);
  });

  it('leave out extremes, mean excess and what one person typed', () => {
    const standard = {
      id: 'wait',
      measure: 'Wait',
      unit: 'seconds',
      operator: '<=',
      threshold: 60,
      requiredShare: 0.9,
    } as const;
    const measured = [
      ...times(60, (at) => ({ value: at, branch: 'north' })),
      ...times(60, (at) => ({ value: at, branch: 'south' })),
      { value: 437, branch: 'hidden' },
      { value: 'my name is Ann' as never, branch: 'hidden' },
    ];
    const verdict = library.assessStandard(standard, measured, { by: ['branch'] });
    expect(JSON.stringify(verdict)).not.toContain('437');
    expect(JSON.stringify(verdict)).not.toContain('Ann');
    const answers = [...rows, { shift: 'noon', branch: 'north', q: 'my name is Ann' as never }];
    const scores = library.scoreByGroup(incident, answers, { by: ['shift'] });
    expect(JSON.stringify({ ...scores, groups: undefined })).not.toContain('Ann');
  });

  it('give no answers away on a chart of areas, by the period left out', () => {
    const cycle = {
      id: 'c',
      name: 'C',
      areas: [{ id: 'a', name: 'A' }],
      moments: [],
      survey: surveyOf(rated('q', { about: { area: 'a' } })),
    };
    const months = [60, 60, 2, 60].flatMap((n, month) =>
      times(n, (at) => ({ q: (at % 5) + 1, month: `2024-0${String(month + 1)}` })),
    );
    const tally = library.tallyResponses(cycle.survey, months, { by: ['month'] });
    const chart = JSON.stringify(library.chartAreas(cycle, tally, { period: 'month' }));
    expect(chart).toContain('2024-01');
    // Neither their number, nor limits from which it follows.
    expect(chart).not.toContain('"n":2,');
    expect(chart).not.toContain('182');
  });
});

describe('text reaches a screen as signs', () => {
  it('in messages, where it would rule a terminal or forge a line', () => {
    const rude = `x\u001b]0;owned\u0007\r\n# Forged\u0085\u202e`;
    const asked = { ...rated(rude), asks: rude };
    const results = [
      library.parseSurvey(surveyOf(asked)),
      library.parseCycle({ id: rude, name: 5, [rude]: 1 }),
    ];
    const messages = results
      .flatMap((result) => (result.ok ? [] : result.issues))
      .map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(0);
    // These signs are what is looked for.
    expect(
      messages.filter((message) => /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(message)),
    ).toEqual([]);
  });

  it('in a name with the signs of a replacement, as they are', () => {
    const moments = [{ id: 'm', name: 'M', contact: 'staff' }];
    const journey = library.cycleToMermaid({ id: 'c', name: 'A $& B $1 $$', moments } as never);
    expect(journey.ok && journey.value).toContain('A $& B $1 $$');
  });
});
