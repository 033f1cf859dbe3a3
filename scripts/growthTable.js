import {
  columns,
  counts,
  cycle,
  cycleOfAreas,
  cycleOfPlans,
  effect,
  list,
  measurements,
  moment,
  plan,
  question,
  requirement,
  responses,
  scatter,
  stakes,
  standard,
  survey,
  surveyOf,
  visits,
} from './growthInputs.js';

/**
 * Every public function, and what its work can grow with. A dimension makes the arguments for a size.
 *
 * `why` says why it may grow faster than n log n; `refusal` is the code of the error that stands before
 * memory runs out, and with it the run has to end in that error.
 *
 * @typedef {Record<keyof typeof import('../test/support/everyEntry.ts'), (...args: unknown[]) => unknown>} Library
 * @typedef {(n: number, L: Library) => readonly unknown[]} Make
 * @typedef {{ make: Make, why?: string, limit?: number }} Dimension
 * @typedef {{ [dimension: string]: Make | Dimension }} Dimensions
 */

/** A scale has up to 10,001 answers. */
const MOST_POINTS = 10_002;
const PAIRS_HELD = 'the tally holds a sum for each pair of questions';
const PAIRS_OF_DIMENSIONS = 'the tally holds a sum for each pair of dimensions';
const PAIRS_OF_DRIVERS = 'the tally holds a sum for each pair of drivers';
const PAIRS_OF_MOMENTS = 'a visit adds to each pair of moments with incidents';
const SCALE = { min: 1, max: 5 };
const WEEK = { from: '2026-03-02', to: '2026-03-08' };
const TRAINING = { id: 't', audience: 'staff', topic: 'T', required: 3 };
const week = (/** @type {number} */ n) =>
  list(n, (at) => ({ day: (at % 7) + 1, from: '09:00', to: '17:00' }));
const holidays = (/** @type {number} */ n) =>
  list(n, (at) => ({
    date: new Date(at * 86_400_000).toISOString().slice(0, 10),
    open: [],
  }));
const sharesOf = (/** @type {number} */ n) =>
  Object.fromEntries(list(n, (at) => [`c${String(at)}`, 1 / n]));
const planOf = (/** @type {number} */ n, /** @type {object} */ fields = {}) => ({
  id: 'p',
  name: 'P',
  profile: [{ id: 't', name: 'T', shares: { c0: 0.5, c1: 0.5 } }],
  channels: list(n, (at) => ({
    id: `c${String(at)}`,
    name: 'C',
    kind: 'web',
    answer: 'live',
    open: { weekly: week(7) },
    ...fields,
  })),
  review: { everyMonths: 12 },
});
const PAIRS_OF_EVENTS = [{ standard: 't0', from: { activity: 'in' }, to: { activity: 'out' } }];
const key =
  (/** @type {string} */ name, /** @type {number} */ values) => (/** @type {number} */ at) => ({
    [name]: `${name}${String(at % values)}`,
  });
const ids = (/** @type {string} */ start, /** @type {number} */ n) =>
  list(n, (at) => `${start}${String(at)}`);
const all = (/** @type {number} */ n) => ids('q', n);

/** @type {(n: number, L: Library, groups?: number) => [object, unknown]} */
const tallied = (n, L, groups = 1) => {
  const asked = survey(3);
  return [
    asked,
    L.tallyResponses(asked, responses(n, 3, key('branch', groups)), { by: ['branch'] }),
  ];
};
/** @type {(questions: number, L: Library) => [object, unknown]} */
const talliedQuestions = (questions, L) => {
  const asked = survey(questions);
  return [asked, L.tallyResponses(asked, responses(20, questions))];
};
const dimensional = (
  /** @type {number} */ n,
  /** @type {string} */ asks,
  /** @type {number} */ each,
) => survey(n, (at) => ({ asks, dimension: `d${String(Math.floor(at / each))}` }));
const paired = (/** @type {number} */ n) =>
  surveyOf(
    list(n * 2, (at) =>
      question(at, {
        asks: at % 2 === 0 ? 'perception' : 'expectation',
        dimension: `d${String(Math.floor(at / 8))}`,
      }),
    ),
  );
const pairsOf = (/** @type {number} */ n) =>
  list(n, (at) => ({ perception: `q${String(at * 2)}`, expectation: `q${String(at * 2 + 1)}` }));
const gaps = (/** @type {number} */ n, /** @type {number} */ rows, /** @type {Library} */ L) =>
  L.tallyGaps(paired(n), responses(rows, n * 2), { pairs: pairsOf(n) });
const joint = (/** @type {number} */ n, /** @type {Library} */ L) =>
  L.tallyJointly(survey(n), responses(20, n));
const items = (/** @type {number} */ n, /** @type {Library} */ L) =>
  L.tallyItems(survey(n), responses(20, n), { items: all(n) });
const drivers = (/** @type {number} */ n, /** @type {Library} */ L) =>
  L.tallyDrivers(survey(n + 1), responses(n * 4 + 40, n + 1), {
    outcome: 'q0',
    drivers: all(n + 1).slice(1),
  });
const dimensions = (
  /** @type {number} */ n,
  /** @type {string} */ asks,
  /** @type {Library} */ L,
) => L.tallyDimensions(dimensional(n, asks, 4), responses(20, n), { asks });
const visited = (
  /** @type {number} */ moments,
  /** @type {number} */ n,
  /** @type {Library} */ L,
) => L.tallyVisits(cycle({ moments: list(moments, (at) => moment(at)) }), visits(n, moments));
const momentsOf = (/** @type {number} */ n, fields = {}) =>
  cycle({ moments: list(n, (at) => moment(at, fields)) });
const judged = (/** @type {number} */ moments, /** @type {number} */ judges) =>
  list(moments, (m) =>
    moment(m, {
      judgements: list(judges, (at) => ({
        by: `judge ${String(at)}`,
        severity: scatter(at, m, 10) + 1,
        occurrence: scatter(at, m + 99, 10) + 1,
        detection: 5,
      })),
    }),
  );
const measured = (/** @type {number} */ n, /** @type {Library} */ L, more = {}) =>
  L.tallyMeasurements(standard(0), measurements(n), more);
const events = (/** @type {number} */ n, /** @type {number} */ each = 2) =>
  list(n, (at) => ({
    case: `c${String(Math.floor(at / each))}`,
    activity: at % 2 === 0 ? 'in' : 'out',
    time: 1_700_000_000_000 + at * 61_000,
  }));
const EVENT_COLUMNS = { case: 'case', activity: 'activity', time: 'time' };
const normal = (/** @type {number} */ n, /** @type {number} */ rows) => ({
  columns: list(n, (c) => list(rows, (at) => scatter(at, c, 1000))),
  outcome: list(rows, (at) => scatter(at, n, 1000)),
});
const weighted = (/** @type {number} */ points) => ({
  scale: { min: 1, max: points },
  n: points * 2,
  weights: list(points, () => 2),
  squaredWeights: list(points, () => 2),
});
const table = (/** @type {number} */ n) =>
  list(2, (row) => list(n, (at) => scatter(at, row, 20) + 5));
const square = (/** @type {number} */ n) =>
  list(n, (row) => list(n, (at) => scatter(at, row, 20) + (at === row ? 50 : 0)));
const asked = survey(3);
const scored = (
  /** @type {number} */ questions,
  /** @type {number} */ groups,
  /** @type {Library} */ L,
) =>
  L.scoreByGroup(survey(questions), responses(groups * 8, questions, key('branch', groups)), {
    by: ['branch'],
  });
/** @type {(n: number, L: Library) => [object, object]} */
const scoredAreas = (n, L) => {
  const whole = cycleOfAreas(n);
  return [whole, { scores: L.scoreSurvey(whole.survey, responses(60, n)) }];
};
const areas = (/** @type {number} */ n, /** @type {Library} */ L, more = {}) => [
  ...scoredAreas(n, L),
  more,
];
const requirementsOf = (/** @type {number} */ n, /** @type {(at: number) => object} */ fields) =>
  cycle({ requirements: list(n, (at) => requirement(at, fields(at))) });
const standardsOf = (/** @type {number} */ n) =>
  cycle({ requirements: [requirement(0, { standards: list(n, (at) => standard(at)) })] });
const reviewed = (
  /** @type {object} */ whole,
  /** @type {object} */ observed,
  /** @type {Library} */ L,
) => L.reviewCycle(whole, observed, {});
const answerRows = (/** @type {number} */ n, /** @type {number} */ questions) =>
  responses(n, questions, (at) => ({ id: String(at), branch: `b${String(at % 7)}` }));
const columnsOf = (/** @type {number} */ n) => Object.fromEntries(all(n).map((id) => [id, id]));
const mermaid = (/** @type {number} */ n) =>
  [
    'journey',
    '  title Stay',
    '  section In',
    ...list(n, (at) => `    Step ${String(at)}: 4: Guest, Desk`),
  ].join('\n');
const qsf = (/** @type {number} */ n) => ({
  SurveyEntry: { SurveyID: 'SV_1', SurveyName: 'Leaving' },
  SurveyElements: list(n, (at) => ({
    Element: 'SQ',
    PrimaryAttribute: `QID${String(at)}`,
    Payload: {
      QuestionType: 'Matrix',
      Selector: 'Likert',
      SubSelector: 'SingleAnswer',
      DataExportTag: `Q${String(at)}`,
      QuestionText: 'How was <b>it</b>?',
      Choices: { 1: { Display: 'The wait' } },
      ChoiceOrder: [1],
      Answers: { 1: { Display: 'Bad' }, 2: { Display: 'Good' } },
      AnswerOrder: [1, 2],
    },
  })),
});
const surveyJs = (/** @type {number} */ n) => ({
  title: 'Leaving',
  elements: list(n, (at) => ({
    type: 'rating',
    name: `q${String(at)}`,
    title: 'How was it?',
    rateMin: 1,
    rateMax: 5,
  })),
});
const xes = (/** @type {number} */ traces, /** @type {number} */ each) => ({
  log: {
    trace: list(traces, (at) => ({
      string: { '@_key': 'concept:name', '@_value': String(at) },
      event: list(each, (one) => ({
        string: { '@_key': 'concept:name', '@_value': `step ${String(one)}` },
        date: { '@_key': 'time:timestamp', '@_value': '2011-01-06T09:18:00.000+01:00' },
      })),
    })),
  },
});
const ocel = (/** @type {number} */ n) => ({
  objectTypes: [{ name: 'Order', attributes: [] }],
  eventTypes: [{ name: 'Place', attributes: [] }],
  objects: list(n, (at) => ({ id: `o${String(at)}`, type: 'Order' })),
  events: list(n, (at) => ({
    id: `e${String(at)}`,
    type: 'Place',
    time: '2024-03-04T08:30:00Z',
    attributes: [{ name: 'by', value: 'Ann' }],
    relationships: [{ objectId: `o${String(at)}`, qualifier: 'places' }],
  })),
});
const bodyOfTally = (
  /** @type {object} */ whole,
  /** @type {unknown} */ tally,
  /** @type {string} */ kind,
) => [whole, JSON.parse(JSON.stringify(tally)), { kind }];
const merged = (/** @type {unknown} */ tally) => [tally, tally];
const jsonOf = (/** @type {unknown} */ value) => JSON.parse(JSON.stringify(value));

const COMPLAINTS = {
  complaint: { activity: 'in' },
  answer: { activity: 'out' },
  recovered: { activity: 'out' },
};
/** Supports of so many moments for those of another cycle. */
const supportsOf = (/** @type {number} */ n, /** @type {number} */ cycle) => ({
  customer: 'internal',
  supports: list(n, (at) => {
    const id = `m${String(at)}`;
    return { moment: id, cycle: `c${String(cycle)}`, of: id };
  }),
});
const kanoPairs = (/** @type {number} */ n) =>
  ids('r', n).map((requirement) => ({
    requirement,
    functional: `f${requirement}`,
    dysfunctional: `d${requirement}`,
  }));
const kanoRows = (/** @type {number} */ rows, /** @type {number} */ n) =>
  list(rows, (at) =>
    Object.fromEntries(
      ids('r', n).flatMap((id, r) => [
        [`f${id}`, scatter(at, r, 5) + 1],
        [`d${id}`, scatter(at, r + 999, 5) + 1],
      ]),
    ),
  );
const places = (/** @type {number} */ n) =>
  list(n, (at) => {
    const count = 20 + scatter(at, 1, 20);
    return {
      place: `p${String(at)}`,
      n: 40,
      count,
      mean: 1 + count / 40,
      variance: 0.24,
      perAnswer: [40 - count, count],
    };
  });
const answersOf = (/** @type {number} */ n) => ({
  kind: 'answers-by-place',
  question: 'q0',
  scale: { min: 1, max: 2 },
  places: places(n),
  notShown: [],
});
const tenures = (/** @type {number} */ n, /** @type {number} */ cohorts) =>
  list(n, (at) => ({
    cohort: `c${String(at % cohorts)}`,
    periods: scatter(at, 1, 24),
    left: at % 3 === 0,
  }));
const visitColumns = (/** @type {number} */ n) => ({
  moments: Object.fromEntries(ids('m', n).map((id) => [id, { rating: `r_${id}` }])),
  overall: 'overall',
});

/** @type {{ [name: string]: Dimensions }} */
export const GROWTH = {
  // The doors
  parseCycle: {
    moments: (n) => [jsonOf(momentsOf(n))],
    stages: (n) => [
      jsonOf(cycle({ stages: list(n, (at) => ({ id: `s${String(at)}`, name: 'S' })) })),
    ],
    areas: (n) => [jsonOf(cycleOfAreas(n))],
    requirements: (n) => [jsonOf(requirementsOf(n, () => ({})))],
    'moments of a requirement': (n) => [
      jsonOf({ ...momentsOf(n), requirements: [requirement(0, { moments: ids('m', n) })] }),
    ],
    standards: (n) => [jsonOf(standardsOf(n))],
    plans: (n) => [jsonOf(cycleOfPlans(1, n))],
    'needs in a chain': (n) => [
      jsonOf({
        ...cycleOfPlans(1, 0),
        actionPlans: list(n, (at) => plan(at, at > 0 ? { needs: [`p${String(at - 1)}`] } : {})),
      }),
    ],
    'needs of a plan': (n) => [
      jsonOf({
        ...cycleOfPlans(1, 0),
        actionPlans: list(n + 1, (at) => plan(at, at === n ? { needs: ids('p', n) } : {})),
      }),
    ],
    'needs in a ring': (n) => [
      jsonOf({
        ...cycleOfPlans(1, 0),
        actionPlans: list(n, (at) => plan(at, { needs: [`p${String((at + 1) % n)}`] })),
      }),
    ],
    'plans that exclude and need': (n) => [
      jsonOf({
        ...cycleOfPlans(1, 0),
        actionPlans: list(n, (at) =>
          plan(at, {
            ...(at > 0 && { needs: [`p${String(at - 1)}`] }),
            excludes: [`p${String((at + 1) % n)}`],
          }),
        ),
      }),
    ],
    'effects of a plan': (n) => [
      jsonOf({
        ...momentsOf(n),
        requirements: [requirement(0)],
        actionPlans: [plan(0, { effects: ids('m', n).map(effect) })],
      }),
    ],
    'costs of a plan': (n) => [
      jsonOf({
        ...cycleOfPlans(1, 0),
        actionPlans: [
          plan(0, { cost: Object.fromEntries(ids('resource', n).map((id) => [id, 1])) }),
        ],
      }),
    ],
    judgements: (n) => [jsonOf(cycle({ moments: judged(1, n) }))],
    questions: (n) => [jsonOf(cycle({ survey: survey(n) }))],
    languages: (n) => [
      jsonOf(
        cycle({
          name: Object.fromEntries(
            list(n, (at) => [`en-x${at.toString(36).padStart(5, '0')}`, 'A visit']),
          ),
        }),
      ),
    ],
    'length of a text': (n) => [cycle({ name: 'x'.repeat(n) })],
    'length of an id': (n) => [
      cycle({ moments: [moment(0, { id: 'x'.repeat(n) })], requirements: [requirement(0)] }),
    ],
    'unknown references': (n) => [
      jsonOf(cycle({ requirements: [requirement(0, { moments: ids('x', n) })] })),
    ],
    'unknown references to as many': (n) => [
      jsonOf({ ...momentsOf(n), requirements: [requirement(0, { moments: ids('x', n) })] }),
    ],
    'one id': (n) => [jsonOf(cycle({ moments: list(n, () => moment(0)) }))],
    'wrong moments': (n) => [jsonOf(cycle({ moments: list(n, () => ({})) }))],
    'unknown fields': (n) => [cycle(Object.fromEntries(ids('field', n).map((id) => [id, 1])))],
    depth: (n) => [JSON.parse(`${'['.repeat(n)}${']'.repeat(n)}`)],
  },
  defineCycle: { areas: (n) => [cycleOfAreas(n)], plans: (n) => [cycleOfPlans(1, n)] },
  parseSurvey: {
    questions: (n) => [jsonOf(survey(n))],
    choices: (n) => [
      surveyOf([
        {
          id: 'q',
          text: 'Where?',
          asks: 'profile',
          choices: Object.fromEntries(list(n, (at) => [`c${String(at)}`, 'C'])),
        },
      ]),
    ],
    'labels of a scale': (n) => [
      surveyOf([
        question(0, {
          scale: { min: 1, max: n, labels: Object.fromEntries(list(n, (at) => [at + 1, 'L'])) },
        }),
      ]),
    ],
    'one id': (n) => [survey(n, () => ({ id: 'q' }))],
    'wrong questions': (n) => [surveyOf(list(n, () => ({ id: '', asks: 'satisfacton' })))],
    'length of a text': (n) => [survey(1, () => ({ text: 'x'.repeat(n) }))],
  },
  defineSurvey: { questions: (n) => [survey(n)] },
  parseDimensionTally: {
    items: (n, L) => bodyOfTally(survey(n), items(n, L), 'item-tally'),
    'joint questions': {
      make: (n, L) => bodyOfTally(survey(n), joint(n, L), 'joint-tally'),
      why: PAIRS_HELD,
    },
    'pairs of gaps': {
      make: (n, L) => bodyOfTally(paired(n), gaps(n, 20, L), 'gap-tally'),
      why: PAIRS_OF_DIMENSIONS,
    },
    'dimensions of a tally': {
      make: (n, L) =>
        bodyOfTally(
          dimensional(n, 'satisfaction', 4),
          dimensions(n, 'satisfaction', L),
          'dimension-tally',
        ),
      why: PAIRS_OF_DIMENSIONS,
    },
  },
  parseTally: {
    questions: (n, L) => {
      const [whole, tally] = talliedQuestions(n, L);
      return bodyOfTally(whole, tally, 'tally');
    },
    groups: (n, L) => {
      const [whole, tally] = tallied(n * 5, L, n);
      return bodyOfTally(whole, tally, 'tally');
    },
    durations: (n, L) =>
      bodyOfTally(
        asked,
        L.tallyDurations(
          list(n, (at) => ({ seconds: at })),
          { duration: 'seconds' },
        ),
        'duration-tally',
      ),
    'wrong cells': (n) => [
      asked,
      {
        kind: 'tally',
        survey: 's',
        questions: [],
        by: [],
        groups: [],
        width: 1,
        cells: list(n, () => -1),
        firstInvalid: [],
      },
    ],
  },
  checkCycle: {
    moments: (n) => [momentsOf(n)],
    areas: (n) => [cycleOfAreas(n)],
    requirements: (n) => [requirementsOf(n, () => ({}))],
    standards: (n) => [standardsOf(n)],
    plans: (n) => [cycleOfPlans(1, n)],
    'needs in a chain': (n) => [
      {
        ...cycleOfPlans(1, 0),
        actionPlans: list(n, (at) => plan(at, at > 0 ? { needs: [`p${String(at - 1)}`] } : {})),
      },
    ],
    'plans that need all others': {
      make: (n) => [
        {
          ...cycleOfPlans(1, 0),
          actionPlans: list(n, (at) =>
            plan(at, { needs: ids('p', n).filter((_, other) => other !== at) }),
          ),
        },
      ],
      why: 'needs are n squared here',
    },
    'plans that exclude all others': {
      make: (n) => [
        {
          ...cycleOfPlans(1, 0),
          actionPlans: list(n, (at) =>
            plan(at, { excludes: ids('p', n).filter((_, other) => other !== at) }),
          ),
        },
      ],
      why: 'exclusions are n squared here',
    },
    questions: (n) => [cycle({ survey: survey(n) })],
  },

  // Moments
  tallyVisits: {
    visits: (n) => [momentsOf(4), visits(n, 4)],
    'moments of one visit': {
      make: (n) => [momentsOf(n), visits(1, n)],
      why: PAIRS_OF_MOMENTS,
      limit: 2001,
    },
    'moments without visits': {
      make: (n) => [momentsOf(n), []],
      why: 'the tally holds counts for each pair of moments',
      limit: 2001,
    },
  },
  mergeVisitTallies: {
    moments: {
      make: (n, L) => merged(visited(n, 20, L)),
      why: 'the tally holds counts for each pair of moments',
      limit: 2001,
    },
  },
  visitsFromResponses: {
    responses: (n) => [cycleOfAreas(3).survey, responses(n, 3)],
    questions: (n) => [
      survey(n, (at) => ({ about: { moment: `m${String(at)}` } })),
      responses(1, n),
    ],
  },
  visitEvidence: {
    moments: {
      make: (n, L) => [visited(n, n * 2 + 100, L)],
      why: 'the tally holds counts for each pair of moments',
    },
  },
  detectCriticalMoments: {
    moments: (n) => [momentsOf(n)],
    'measured moments': {
      make: (n, L) => [momentsOf(n), { evidence: L.visitEvidence(visited(n, n * 2 + 100, L)) }],
      why: 'joint effects solve as many equations as there are moments',
    },
    judges: {
      make: (n) => [cycle({ moments: judged(3, n) })],
      why: 'how sure a level is gets counted exactly up to 100 judges, with n cubed steps, and is not told beyond',
    },
    'judged moments': (n) => [cycle({ moments: judged(n, 3) })],
    requirements: (n) => [requirementsOf(n, (at) => ({ standards: [standard(at)] }))],
  },
  judgementAgreement: { moments: (n) => [judged(n, 3)], judges: (n) => [judged(3, n)] },
  incidentEffect: {
    strata: (n) => [
      list(n, () => ({
        incident: { dissatisfied: 6, satisfied: 14 },
        noIncident: { dissatisfied: 4, satisfied: 76 },
      })),
    ],
    counts: (n) => [
      {
        incident: { dissatisfied: n, satisfied: 2 * n },
        noIncident: { dissatisfied: n, satisfied: 9 * n },
      },
    ],
  },
  incidentProfile: {
    groups: (n) => [ids('g', n).map((group) => ({ group, positive: 20, negative: 10 }))],
  },
  incidentCauses: {
    causes: (n, L) => [
      /** @type {{ moments: unknown[] }} */ (
        L.tallyVisits(
          momentsOf(1),
          list(n, (at) => ({
            moments: { m0: { incident: { cause: `c${String(at)}` } } },
            overall: 2,
          })),
        )
      ).moments[0],
    ],
  },
  impactAsymmetry: {
    moments: {
      make: (n, L) => [/** @type {{ joint?: unknown }} */ (visited(n, n * 4 + 60, L)).joint],
      why: 'a regression on two bands of each moment: a product for each pair',
    },
  },
  jointEffect: {
    moments: {
      make: (n, L) => [visited(n, n * 2 + 60, L)],
      why: 'a regression on as many moments, which inverts a matrix of them',
    },
  },
  momentStrengths: {
    moments: {
      make: (n, L) => [visited(n, n * 2 + 60, L)],
      why: 'the tally holds counts for each pair of moments',
    },
  },
  flawlessCycle: { moments: { make: (n, L) => [visited(n, 60, L)], limit: 2001 } },
  momentStakes: {
    moments: (n, L) => [momentsOf(n), L.scoreSurvey(asked, responses(60, 3))],
    'measured moments': {
      make: (n, L) => [
        momentsOf(n),
        L.scoreSurvey(asked, responses(60, 3)),
        { tally: visited(n, n * 2 + 60, L) },
      ],
      why: 'a regression on as many moments, which inverts a matrix of them',
    },
  },
  firstDirectContact: { moments: (n) => [moment(0), { cycle: momentsOf(n, { contact: 'none' }) }] },
  lastContact: { moments: (n) => [moment(0), { cycle: momentsOf(n, { contact: 'none' }) }] },
  declaredCritical: {
    'length of a text': (n) => [moment(0, { declaredCritical: { because: 'x'.repeat(n) } })],
  },
  delicateTrait: { traits: (n) => [moment(0, { traits: list(n, () => 'waiting') })] },
  graveTrait: { traits: (n) => [moment(0, { traits: list(n, () => 'safety') })] },
  judgedPriority: {
    judges: (n, L) => {
      const moments = judged(1, n);
      return [moments[0], { agreement: () => L.judgementAgreement(moments) }];
    },
  },

  // Requirements
  assessRequirements: {
    requirements: (n) => [requirementsOf(n, () => ({})), []],
    'requirements of one standard each': (n) => [
      requirementsOf(n, (at) => ({ standards: [standard(at)] })),
      [],
    ],
    standards: (n) => [standardsOf(n), []],
    'standards of one measure': (n) => [
      cycle({
        requirements: [
          requirement(0, {
            standards: list(n, (at) => standard(at, { measure: 'Wait', threshold: 60 })),
          }),
        ],
      }),
      [],
    ],
    'standards that contradict': {
      make: (n) => [
        cycle({
          requirements: [
            requirement(0, {
              standards: list(n, (at) =>
                standard(at, { measure: 'Wait', operator: '=', threshold: at, requiredShare: 1 }),
              ),
            }),
          ],
        }),
        [],
      ],
      why: 'each pair that contradicts is told, up to a limit',
    },
    measurements: (n) => [standardsOf(1), measurements(n)],
    'measured standards': (n) => [standardsOf(n), measurements(n * 10, n)],
    'standards nobody set': {
      make: (n) => [standardsOf(1), ids('x', n).map((id) => ({ standard: id, value: 1 }))],
      why: 'each name goes into a Map of texts beyond the caches, and has an object in the list that is made of it',
    },
  },
  assessStandard: {
    measurements: (n) => [standard(0), measurements(n)],
    groups: (n) => [
      standard(0),
      list(n * 10, (at) => ({
        standard: 't0',
        value: scatter(at, 1, 900),
        branch: `b${String(at % n)}`,
      })),
      { by: ['branch'] },
    ],
  },
  tallyMeasurements: {
    measurements: (n) => [standard(0), measurements(n)],
    'sketched measurements': (n) => [standard(0), measurements(n), { values: 'sketch' }],
    groups: {
      make: (n) => [
        standard(0),
        list(n * 10, (at) => ({ standard: 't0', value: 1, branch: `b${String(at % n)}` })),
        { by: ['branch'] },
      ],
      why: 'ten rows a group, each with a text of its own, outgrow the caches from 8,000 to 16,000 groups, by 1.7 to 2; before and after they grow by 1 to 1.4',
    },
  },
  mergeMeasurementTallies: {
    values: (n, L) => merged(measured(n, L)),
    groups: (n, L) =>
      merged(
        L.tallyMeasurements(
          standard(0),
          list(n, (at) => ({ standard: 't0', value: 1, branch: `b${String(at)}` })),
          { by: ['branch'] },
        ),
      ),
  },
  answerTimes: {
    visits: (n) => [
      list(n, (at) => ({ moments: {}, problem: { complained: true, answeredAfterHours: at } })),
    ],
    moments: (n) => [
      [{ moments: Object.fromEntries(ids('m', n).map((id) => [id, { incident: { times: 1 } }])) }],
    ],
  },
  complaintsFromEvents: {
    events: (n) => [events(n), { ...EVENT_COLUMNS, ...COMPLAINTS }],
    'events of one case': (n) => [events(n, n), { ...EVENT_COLUMNS, ...COMPLAINTS }],
  },
  chainStandard: {
    'internal standards': (n) => [standard(0), list(n, (at) => ({ standard: standard(at + 1) }))],
  },
  serviceChain: {
    cycles: (n) => [
      list(n, (at) => ({ ...standardsOf(1), id: `c${String(at)}`, ...supportsOf(1, at + 1) })),
    ],
    'moments and supports': (n) => [
      [
        { ...momentsOf(n), id: 'c1' },
        { ...momentsOf(n), id: 'c0', ...supportsOf(n, 1) },
      ],
    ],
    'moments in a circle': (n) => [
      [
        {
          ...momentsOf(n),
          id: 'c0',
          supports: list(n, (at) => ({
            moment: `m${String(at)}`,
            cycle: 'c0',
            of: `m${String((at + 1) % n)}`,
          })),
        },
      ],
    ],
    standards: (n) => [
      [
        { ...standardsOf(n), id: 'c1' },
        {
          ...standardsOf(n),
          id: 'c0',
          customer: 'internal',
          supports: list(n, (at) => ({
            moment: 'm0',
            cycle: 'c1',
            of: 'm0',
            standard: `t${String(at)}`,
            ofStandard: `t${String(at)}`,
          })),
        },
      ],
    ],
  },
  measurementsFromEvents: {
    events: (n) => [events(n), { ...EVENT_COLUMNS, pairs: PAIRS_OF_EVENTS }],
    'events of one case': (n) => [events(n, n), { ...EVENT_COLUMNS, pairs: PAIRS_OF_EVENTS }],
    'starts without end': (n) => [
      list(n, (at) => ({ case: 'c', activity: 'in', time: 1.7e12 + at })),
      { ...EVENT_COLUMNS, pairs: PAIRS_OF_EVENTS },
    ],
    'events backwards': (n) => [
      events(n, n).reverse(),
      { ...EVENT_COLUMNS, pairs: PAIRS_OF_EVENTS },
    ],
    pairs: (n) => [
      events(100),
      {
        ...EVENT_COLUMNS,
        pairs: list(n, (at) => ({ ...PAIRS_OF_EVENTS[0], standard: `t${String(at)}` })),
      },
    ],
  },
  serviceLevel: {
    calls: (n) => [
      list(n, (at) => ({
        waitSeconds: scatter(at, 1, 90),
        outcome: at % 9 === 0 ? 'abandoned' : 'answered',
      })),
      { variant: 'offered', withinSeconds: 20 },
    ],
  },
  lintRequirements: {
    requirements: (n) => [requirementsOf(n, () => ({}))],
    'length of a statement': (n) => [
      { requirements: [requirement(0, { statement: 'Answer fast and friendly. '.repeat(n) })] },
    ],
  },
  agentsNeeded: {
    calls: (n) => [
      standard(0, { threshold: 15, requiredShare: 0.8 }),
      { arrivalsPerHour: n, handlingSeconds: 240 },
    ],
  },
  erlangC: {
    agents: (n) => [
      { arrivalsPerHour: n * 14, handlingSeconds: 240, agents: n, withinSeconds: 15 },
    ],
  },

  // Plans
  selectActionPlans: {
    plans: {
      make: (n) => [cycleOfPlans(1, n), { resources: { euro: n * 100 }, stakes: stakes(3) }],
      why: 'the best set is searched for, until `nodeLimit`',
    },
    'plans in a chain of needs': {
      make: (n) => [
        {
          ...cycleOfPlans(1, 0),
          actionPlans: list(n, (at) => plan(at, at > 0 ? { needs: [`p${String(at - 1)}`] } : {})),
        },
        { resources: { euro: n * 100 }, stakes: stakes(3) },
      ],
      why: 'the best set is searched for, until `nodeLimit`',
    },
    resources: (n) => [
      {
        ...cycleOfPlans(1, 0),
        actionPlans: list(8, (at) =>
          plan(at, { cost: Object.fromEntries(ids('e', n).map((id) => [id, 1])) }),
        ),
      },
      { resources: Object.fromEntries(ids('e', n).map((id) => [id, 5])), stakes: stakes(3) },
    ],
    moments: (n) => [
      {
        ...momentsOf(n),
        requirements: [requirement(0)],
        actionPlans: list(8, (at) => plan(at, { effects: ids('m', n).map(effect) })),
      },
      { resources: { euro: 2000 }, stakes: stakes(n) },
    ],
  },
  expectedBenefit: {
    plans: (n) => [list(n, (at) => plan(at)), stakes(1)],
    moments: (n) => [plan(0, { effects: ids('m', n).map(effect) }), stakes(n)],
  },
  trackActionPlans: {
    plans: (n) => [cycleOfPlans(1, n), { asOf: '2025-01-01' }],
    requirements: (n) => [
      { ...cycleOfPlans(n, 0), actionPlans: [plan(0, { requirements: ids('r', n) })] },
      { asOf: '2025-01-01' },
    ],
    'plans and requirements': (n) => [
      {
        ...cycleOfPlans(n, 0),
        actionPlans: list(n, (at) => plan(at, { requirements: [`r${String(at)}`] })),
      },
      { asOf: '2025-01-01' },
    ],
    measurements: (n) => [
      cycleOfPlans(1, 1),
      { asOf: '2025-01-01', measurements: { before: measurements(n), after: measurements(n) } },
    ],
    'chain of needs': (n) => [
      {
        ...cycleOfPlans(1, 0),
        actionPlans: list(n, (at) => plan(at, at > 0 ? { needs: [`p${String(at - 1)}`] } : {})),
      },
      { asOf: '2025-01-01' },
    ],
  },

  // Areas
  prioritizeAreas: {
    areas: (n, L) => areas(n, L),
    'resampled areas': (n, L) => areas(n, L, { seed: 1, resamples: 100 }),
  },
  chartAreas: {
    areas: (n, L) => {
      const whole = cycleOfAreas(n);
      const rows = responses(120, n, (at) => ({
        month: `2024-${String((at % 12) + 1).padStart(2, '0')}`,
      }));
      return [whole, L.tallyResponses(whole.survey, rows, { by: ['month'] }), { period: 'month' }];
    },
    periods: (n, L) => {
      const whole = cycleOfAreas(3);
      const rows = responses(n * 8, 3, (at) => ({ month: `p${String(at % n).padStart(7, '0')}` }));
      return [whole, L.tallyResponses(whole.survey, rows, { by: ['month'] }), { period: 'month' }];
    },
  },
  comparePriorities: {
    areas: (n, L) => {
      const [whole, evidence] = areas(n, L);
      return merged(L.prioritizeAreas(whole, evidence));
    },
  },
  areaDrivers: {
    areas: (n) => [cycleOfAreas(n)],
    'questions of one area': (n) => [
      { ...cycleOfAreas(1), survey: survey(n, () => ({ about: { area: 'a0' } })) },
    ],
  },
  tallyDrivers: {
    responses: (n) => [survey(4), responses(n, 4), { outcome: 'q0', drivers: ['q1', 'q2', 'q3'] }],
    drivers: {
      make: (n) => [
        survey(n + 1),
        responses(20, n + 1),
        { outcome: 'q0', drivers: all(n + 1).slice(1) },
      ],
      why: PAIRS_OF_DRIVERS,
      limit: 2001,
    },
  },
  mergeDriverTallies: {
    drivers: { make: (n, L) => merged(drivers(n, L)), why: PAIRS_OF_DRIVERS, limit: 2001 },
  },
  deriveImportance: {
    drivers: {
      make: (n, L) => [drivers(n, L)],
      why: 'shares of variance go through subsets of drivers, or decompose a matrix of them',
      limit: 2001,
    },
  },
  importancePerformance: {
    items: (n) => [
      list(n, (at) => ({
        id: `i${String(at)}`,
        importance: counts(5, (at % 7) + 5),
        performance: counts(5, (at % 5) + 5),
      })),
    ],
    points: {
      make: (n) => [
        list(3, (at) => ({ id: `i${String(at)}`, importance: counts(n), performance: counts(n) })),
      ],
      limit: MOST_POINTS,
    },
  },
  opportunityScore: {
    points: {
      make: (n) => [{ importance: counts(n), satisfaction: counts(n) }],
      limit: MOST_POINTS,
    },
  },
  paretoLayers: {
    items: {
      make: (n) => [
        list(n, (at) => ({
          id: `i${String(at)}`,
          figures: [scatter(at, 0, 1e6), scatter(at, 1, 1e6)],
        })),
      ],
      why: 'an item is held against the layers before it, found by halving',
    },
    'items in one layer': (n) => [list(n, (at) => ({ id: `i${String(at)}`, figures: [at, -at] }))],
    'items in as many layers': {
      make: (n) => [list(n, (at) => ({ id: `i${String(at)}`, figures: [at, at] }))],
      why: 'an item is held against the layers before it, found by halving',
    },
    figures: (n) => [
      list(4, (at) => ({ id: `i${String(at)}`, figures: list(n, (one) => scatter(at, one, 99)) })),
    ],
  },
  weightedSum: {
    alternatives: (n) => [
      list(n, (at) => ({ id: `i${String(at)}`, figures: { a: scatter(at, 1, 10) } })),
      [{ id: 'a', weight: 1, anchors: { worst: 0, best: 10 } }],
    ],
    criteria: (n) => [
      list(3, (at) => ({
        id: `i${String(at)}`,
        figures: Object.fromEntries(ids('c', n).map((id) => [id, at])),
      })),
      ids('c', n).map((id) => ({ id, weight: 1, anchors: { worst: 0, best: 10 } })),
    ],
  },
  pChart: {
    points: (n) => [
      list(n, (at) => ({ label: String(at), count: 30 + scatter(at, 1, 15), n: 50 })),
    ],
  },
  ewmaChart: {
    points: (n) => [
      list(n, (at) => ({
        label: String(at),
        value: 4 + scatter(at, 1, 100) / 500,
        standardDeviation: 0.1,
      })),
      { centre: 4.1 },
    ],
  },

  // Survey
  lintSurvey: {
    questions: (n) => [survey(n)],
    'length of a text': (n) => [
      survey(1, () => ({
        text: 'How satisfied are you with the fast and friendly staff? '.repeat(n),
      })),
    ],
    'length of a word': (n) => [survey(1, () => ({ text: 'a'.repeat(n) }))],
    'labels of a scale': (n) => [
      surveyOf([
        question(0, {
          scale: { min: 1, max: n, labels: Object.fromEntries(list(n, (at) => [at + 1, 'Good'])) },
        }),
      ]),
    ],
  },
  lix: {
    texts: (n) => [list(n, () => 'How satisfied are you with your stay?')],
    'length of a text': (n) => [['Was it good? '.repeat(n)]],
  },
  tallyResponses: {
    responses: (n) => [asked, responses(n, 3)],
    questions: (n) => [survey(n), responses(3, n)],
    'columns of responses': (n) => [asked, columns(n, 3)],
    groups: (n) => [asked, responses(n, 3, key('branch', n)), { by: ['branch'] }],
    'coded groups': (n) => [
      asked,
      columns(n, 3, { groups: { branch: { codes: list(n, (at) => at), values: ids('b', n) } } }),
      { by: ['branch'] },
    ],
    'groups of two keys': (n) => [
      asked,
      responses(n, 3, (at) => ({ a: `a${String(at)}`, b: `b${String(at)}` })),
      { by: ['a', 'b'] },
    ],
    keys: {
      make: (n) => [
        asked,
        responses(40, 3, (at) => Object.fromEntries(ids('k', n).map((id) => [id, at % 2]))),
        { by: ids('k', n) },
      ],
      limit: 27,
    },
    'points of a scale': {
      make: (n) => [
        surveyOf([question(0, { scale: { min: 1, max: n } })]),
        list(40, (at) => ({ q0: at + 1 })),
      ],
      limit: MOST_POINTS,
    },
    'invalid answers': (n) => [asked, list(n, () => ({ q0: 'x' }))],
    'responses of one id': (n) => [
      asked,
      responses(n, 3, () => ({ id: 'one' })),
      { unique: { id: 'id' } },
    ],
  },
  mergeTallies: {
    questions: (n, L) => merged(talliedQuestions(n, L)[1]),
    groups: (n, L) => merged(tallied(n, L, n)[1]),
  },
  rollUp: {
    groups: (n, L) => [tallied(n, L, n)[1], []],
    questions: (n, L) => [talliedQuestions(n, L)[1], []],
  },
  countAnswers: { answers: (n) => [list(n, (at) => (at % 5) + 1), SCALE] },
  scoreTally: {
    questions: (n, L) => talliedQuestions(n, L),
    groups: (n, L) => tallied(n * 8, L, n),
    'small groups': (n, L) => tallied(n * 3, L, n),
    'groups of two keys': (n, L) => {
      const side = Math.ceil(Math.sqrt(n));
      const by = { by: ['a', 'b'] };
      return [
        asked,
        L.tallyResponses(
          asked,
          list(n * 6, (at) => ({
            q0: (at % 5) + 1,
            a: `a${String(scatter(at, 1, side))}`,
            b: `b${String(scatter(at, 2, side))}`,
          })),
          by,
        ),
      ];
    },
    'responses by six keys': {
      make: (n, L) => [
        asked,
        L.tallyResponses(
          asked,
          responses(n, 3, (at) =>
            Object.fromEntries(list(6, (k) => [`k${String(k)}`, scatter(at, k, 5)])),
          ),
          { by: ids('k', 6) },
        ),
      ],
      why: 'what protects small groups is looked for in 64 roll-ups, for a second at most',
    },
  },
  scoreSurvey: {
    responses: (n) => [asked, responses(n, 3)],
    questions: (n) => [survey(n), responses(3, n)],
  },
  scoreByGroup: {
    groups: (n) => [asked, responses(n * 8, 3, key('branch', n)), { by: ['branch'] }],
  },
  scoreRows: { groups: (n, L) => [scored(2, n, L)], questions: (n, L) => [scored(n, 1, L)] },
  groupScore: { groups: (n, L) => [scored(2, n, L), { branch: 'branch0' }, 'q0'] },
  discloses: {
    groups: (n, L) => {
      const [whole, tally] = tallied(n * 8, L, n);
      return [[L.scoreTally(whole, tally)], { tally }];
    },
  },
  bothSides: { questions: (n, L) => merged(scored(n, 1, L)) },
  clusteredScore: { places: (n, L) => [scored(1, n, L), { question: 'q0' }] },
  compareScores: {
    questions: (n, L) => merged(scored(n, 1, L)),
    groups: (n, L) => merged(scored(2, n, L)),
  },
  compareTwoScores: {
    points: { make: (n, L) => merged(L.meanRating(counts(n))), limit: MOST_POINTS },
    answers: (n, L) => merged(L.meanRating(counts(5, n))),
  },
  comparePairedAnswers: {
    points: {
      make: (n) => [
        {
          kind: 'paired-answers',
          scale: { min: 1, max: n },
          perPair: list(n, (row) => list(n, (at) => scatter(row, at, 3))),
          onlyBefore: 0,
          onlyAfter: 0,
          neither: 0,
          invalid: 0,
        },
        { metric: 'mean-rating' },
      ],
      why: 'the table is n squared',
    },
    answers: (n) => [
      {
        kind: 'paired-answers',
        scale: SCALE,
        perPair: list(5, () => list(5, () => n)),
        onlyBefore: 0,
        onlyAfter: 0,
        neither: 0,
        invalid: 0,
      },
      { metric: 'mean-rating' },
    ],
  },
  pairAnswers: {
    answers: (n) => [SCALE, list(n, (at) => (at % 5) + 1), list(n, (at) => ((at * 3) % 5) + 1)],
    points: {
      make: (n) => [{ min: 1, max: n }, [1, 2], [2, 1]],
      why: 'the table has a cell for each pair of answers',
      limit: 1002,
    },
  },
  customerSatisfaction: { points: { make: (n) => [counts(n)], limit: MOST_POINTS } },
  customerEffort: { points: { make: (n) => [counts(n)], limit: MOST_POINTS } },
  meanRating: {
    points: { make: (n) => [counts(n)], limit: MOST_POINTS },
    answers: (n) => [counts(5, n)],
  },
  hundredPointMean: { points: { make: (n) => [counts(n)], limit: MOST_POINTS } },
  weightedScore: {
    points: { make: (n) => [weighted(n), { metric: 'mean-rating' }], limit: MOST_POINTS },
  },
  tallyGaps: {
    responses: (n) => [paired(3), responses(n, 6), { pairs: pairsOf(3) }],
    pairs: {
      make: (n) => [paired(n), responses(3, n * 2), { pairs: pairsOf(n) }],
      why: PAIRS_OF_DIMENSIONS,
    },
    'pairs found': (n) => [
      survey(n * 2, (at) => ({
        asks: at % 2 === 0 ? 'perception' : 'expectation',
        about: { moment: `m${String(at >> 1)}` },
      })),
      responses(3, n * 2),
    ],
  },
  mergeGapTallies: {
    pairs: { make: (n, L) => merged(gaps(n, 10, L)), why: PAIRS_OF_DIMENSIONS, limit: 1001 },
  },
  perceptionGap: {
    pairs: { make: (n, L) => [gaps(n, 20, L)], why: PAIRS_OF_DIMENSIONS, limit: 1001 },
  },
  tallyDimensions: {
    responses: (n) => [
      dimensional(6, 'satisfaction', 3),
      responses(n, 6),
      { asks: 'satisfaction' },
    ],
    'questions of a dimension': {
      make: (n) => [dimensional(n, 'satisfaction', n), responses(3, n), { asks: 'satisfaction' }],
      why: 'the tally holds a sum for each number of questions answered, of both of two dimensions',
    },
    dimensions: {
      make: (n) => [dimensional(n, 'satisfaction', 1), responses(3, n), { asks: 'satisfaction' }],
      why: PAIRS_OF_DIMENSIONS,
    },
  },
  mergeDimensionTallies: {
    dimensions: {
      make: (n, L) => merged(dimensions(n, 'satisfaction', L)),
      why: PAIRS_OF_DIMENSIONS,
      limit: 2001,
    },
  },
  dimensionScores: {
    dimensions: {
      make: (n, L) => [dimensions(n, 'satisfaction', L)],
      why: PAIRS_OF_DIMENSIONS,
      limit: 2001,
    },
  },
  servperf: {
    dimensions: {
      make: (n, L) => [dimensions(n, 'perception', L)],
      why: PAIRS_OF_DIMENSIONS,
      limit: 2001,
    },
  },
  tallyJointly: {
    responses: (n) => [asked, responses(n, 3)],
    questions: { make: (n) => [survey(n), responses(3, n)], why: PAIRS_HELD, limit: 2001 },
  },
  mergeJointTallies: {
    questions: { make: (n, L) => merged(joint(n, L)), why: PAIRS_HELD, limit: 2001 },
  },
  acsiForm: {
    questions: {
      make: (n, L) => [
        L.tallyJointly(
          survey(n + 3, () => ({ scale: { min: 1, max: 10 } })),
          responses(20, n + 3),
        ),
        { questions: ['q0', 'q1', 'q2'] },
      ],
      why: PAIRS_HELD,
      limit: 1998,
    },
  },
  importanceWeightedIndex: {
    questions: {
      make: (n, L) => [joint(n, L), { items: all(n).map((score) => ({ score, weight: 1 })) }],
      why: 'the variance of a sum takes each pair of its questions',
      limit: 2001,
    },
  },
  itemNonResponse: { counts: (n) => [{ answered: n, notApplicable: 1, skipped: n, invalid: 0 }] },
  responseRate: { counts: (n) => [{ invited: n * 2, responded: n }] },
  findStraightLiners: {
    rows: (n) => [survey(10), responses(n, 10)],
    questions: (n) => [survey(n), responses(3, n)],
    'flagged rows': (n) => [
      survey(10),
      list(n, () => Object.fromEntries(all(10).map((id) => [id, 3]))),
    ],
    blocks: (n) => [
      survey(n * 2),
      responses(3, n * 2),
      { minimum: 2, blocks: list(n, (at) => [`q${String(at * 2)}`, `q${String(at * 2 + 1)}`]) },
    ],
  },
  findSpeeders: {
    rows: (n) => [
      list(n, (at) => ({ seconds: 100 + scatter(at, 1, 1e6) })),
      { duration: 'seconds' },
    ],
  },
  tallyDurations: {
    rows: (n) => [
      list(n, (at) => ({ seconds: 100 + scatter(at, 1, 1e6) })),
      { duration: 'seconds' },
    ],
  },
  mergeDurationTallies: {
    durations: (n, L) =>
      merged(
        L.tallyDurations(
          list(n, (at) => ({ seconds: at })),
          { duration: 'seconds' },
        ),
      ),
  },
  mergeFlags: {
    flags: (n, L) => {
      const flags = L.findStraightLiners(
        survey(8),
        list(n, () => Object.fromEntries(all(8).map((id) => [id, 3]))),
      );
      return merged(flags);
    },
  },
  flaggedShare: {
    flags: (n, L) => [
      L.findStraightLiners(
        survey(8),
        list(n, () => Object.fromEntries(all(8).map((id) => [id, 3]))),
      ),
    ],
  },
  tallyItems: {
    responses: (n) => [survey(4), responses(n, 4), { items: all(4) }],
    items: (n) => [survey(n), responses(3, n), { items: all(n) }],
  },
  mergeItemTallies: { items: (n, L) => merged(items(n, L)) },
  cronbachAlpha: { items: (n, L) => [items(n, L)] },
  rakeWeights: {
    rows: (n) => [
      list(n, (at) => ({ age: at % 3 ? 'old' : 'young', channel: at % 5 ? 'app' : 'desk' })),
      { age: { young: 0.5, old: 0.5 }, channel: { app: 0.5, desk: 0.5 } },
    ],
    categories: (n) => [
      list(n * 2, (at) => ({ age: `g${String(at % n)}`, channel: at % 3 ? 'app' : 'desk' })),
      {
        age: Object.fromEntries(ids('g', n).map((id) => [id, 1])),
        channel: { app: n / 2, desk: n / 2 },
      },
    ],
  },
  kishEffectiveSize: { weights: (n) => [list(n, (at) => 1 + (at % 5))] },
  sampleSize: { population: (n) => [{ kind: 'share', marginOfError: 0.05, population: n }] },

  // Statistics
  adjustForMultipleTests: {
    'p values': (n) => [list(n, (at) => scatter(at, 1, 1e6) / 1e6)],
    'p values, Benjamini-Hochberg': (n) => [
      list(n, (at) => scatter(at, 1, 1e6) / 1e6),
      { adjustment: 'benjamini-hochberg' },
    ],
  },
  chiSquareTest: { columns: (n) => [table(n)] },
  cohensKappa: { categories: { make: (n) => [square(n)], why: 'the table is n squared' } },
  fisherExactTest: {
    counts: (n) => [
      [
        [n, n + 3],
        [n + 5, n],
      ],
    ],
  },
  mannWhitney: {
    points: (n) => [list(n, (at) => scatter(at, 1, 9)), list(n, (at) => scatter(at, 2, 9))],
    answers: (n) => [
      [n, n, n],
      [n, 2 * n, n],
    ],
  },
  superiorityInterval: {
    points: (n) => [list(n, (at) => scatter(at, 1, 9)), list(n, (at) => scatter(at, 2, 9))],
    answers: (n) => [
      [n, n, n],
      [n, 2 * n, n],
    ],
  },
  wilcoxonSignedRank: {
    points: (n) => [list(2 * n + 1, (at) => scatter(at, 1, 9))],
    answers: (n) => [[n, n, 0, n + 1, n]],
  },
  mcnemarTest: { counts: (n) => [{ onlyFirst: n, onlySecond: n + 3 }] },
  kendallW: {
    raters: (n) => [list(n, (at) => list(5, (one) => scatter(at, one, 9)))],
    items: (n) => [list(3, (at) => list(n, (one) => scatter(at, one, 9)))],
  },
  mantelHaenszelOddsRatio: { strata: (n) => [list(n, () => ({ a: 16, b: 11, c: 5, d: 20 }))] },
  crossProducts: {
    rows: (n) => [normal(3, n)],
    columns: { make: (n) => [normal(n, 4)], why: 'a sum for each pair of columns' },
  },
  mergeCrossProducts: {
    parts: (n, L) => [list(n, () => L.crossProducts(normal(2, 5)))],
    columns: {
      make: (n, L) => [list(2, () => L.crossProducts(normal(n, 4)))],
      why: 'a sum for each pair of columns',
    },
  },
  leastSquares: {
    columns: {
      make: (n, L) => [L.crossProducts(normal(n, n * 2 + 10))],
      why: 'inverts a matrix of the columns: n cubed',
    },
  },
  johnsonWeights: {
    columns: {
      make: (n, L) => [L.crossProducts(normal(n, n * 2 + 10))],
      why: 'decomposes a matrix of the columns: n cubed',
    },
  },
  lmgShares: {
    columns: {
      make: (n, L) => [L.crossProducts(normal(n, n * 2 + 10))],
      why: 'goes through all subsets of columns',
      limit: 21,
    },
  },
  kaplanMeier: {
    times: (n) => [
      { values: list(n, (at) => at + 1), counts: list(n, () => 2) },
      { values: list(n, (at) => at + 1.5), counts: list(n, () => 1) },
    ],
  },
  quantileOf: {
    buckets: (n) => [
      {
        kind: 'quantile-sketch',
        accuracy: 0.01,
        n,
        zeros: 0,
        buckets: list(n, (at) => [at - 300, 1]),
        smallest: 1,
        largest: 9,
      },
      0.5,
    ],
  },

  // Data in
  readResponses: {
    rows: (n) => [
      asked,
      answerRows(n, 3),
      { id: 'id', columns: columnsOf(3), keys: { branch: 'branch' } },
    ],
    questions: (n) => [survey(n), answerRows(3, n), { columns: columnsOf(n) }],
    'rows of wrong answers': (n) => [
      asked,
      list(n, (at) => ({ q0: `no ${String(at)}` })),
      { columns: { q0: 'q0' } },
    ],
    'rows of one id': (n) => [
      asked,
      list(n, () => ({ id: '1', q0: 3 })),
      { id: 'id', columns: { q0: 'q0' }, duplicates: 'last' },
    ],
  },
  readVisits: {
    rows: (n) => [
      cycle(),
      list(n, (at) => ({ id: String(at), r: '4' })),
      { id: 'id', columns: { r: { moment: 'm0', as: 'rating' } }, ratingScale: SCALE },
    ],
    'long rows': (n) => [
      cycle(),
      list(n, (at) => ({ id: String(at >> 1), where: `m${String(at % 2)}`, r: '4' })),
      {
        layout: 'long',
        id: 'id',
        item: 'where',
        columns: { r: { as: 'rating' } },
        ratingScale: SCALE,
      },
    ],
  },
  readMeasurements: {
    rows: (n) => [
      standardsOf(1),
      list(n, (at) => ({ value: String(at % 90) })),
      { standard: 't0', value: 'value', unit: 'seconds' },
    ],
  },
  readEvents: {
    rows: (n) => [
      list(n, (at) => ({ case: String(at >> 1), activity: 'in', time: '2024-03-01T09:00:00Z' })),
      EVENT_COLUMNS,
    ],
  },
  caseDurations: {
    events: (n) => [events(n), { pairs: [{ standard: 't0', from: 'in', to: 'out' }] }],
    'events of one case': (n) => [
      events(n, n),
      { pairs: [{ standard: 't0', from: 'in', to: 'out' }] },
    ],
    'days of open hours': (n) => [
      [
        { case: 'c', activity: 'in', time: 1e12 - n * 86_400_000 },
        { case: 'c', activity: 'out', time: 1e12 },
      ],
      {
        pairs: [{ standard: 't0', from: 'in', to: 'out' }],
        openHours: { weekly: [{ day: 1, from: '09:00', to: '17:00' }] },
      },
    ],
    exceptions: (n) => [
      events(40),
      {
        pairs: [{ standard: 't0', from: 'in', to: 'out' }],
        openHours: {
          weekly: [],
          exceptions: list(n, (at) => ({
            date: new Date(at * 86_400_000).toISOString().slice(0, 10),
            open: [],
          })),
        },
      },
    ],
  },
  rowsFromXes: { traces: (n) => [xes(n, 2)], 'events of a trace': (n) => [xes(1, n)] },
  rowsFromOcel: { events: (n) => [ocel(n), 'Order'] },
  suggestColumns: {
    headers: (n) => [asked, list(n, (at) => `Column ${String(at)}`), []],
    questions: (n) => [survey(n), ['How satisfied are you with part 1?'], []],
    'headers and questions': {
      make: (n) => [survey(n), list(n, (at) => `Column ${String(at)}`), []],
      why: 'every header is held against every question: what is asked for',
    },
    rows: (n) => [asked, ['a', 'b'], list(n, (at) => ({ a: String(at % 5), b: 'x' }))],
  },
  googleFormsRows: {
    rows: (n) => [[['Timestamp', 'Why?'], ...list(n, () => ['3/4/2024 8:28:09', 'a'])]],
    columns: (n) => [[list(n, () => 'Why?'), list(n, () => 'a')]],
  },
  limeSurveyRows: {
    rows: (n) => [
      [['id', 'submitdate', 'Q'], ...list(n, (at) => [String(at), '2020-09-28 12:21:05', 'A5'])],
      { codes: { A5: 5 } },
    ],
  },
  qualtricsRows: {
    rows: (n) => [
      [
        ['Status', 'Finished', 'Q1'],
        ['Response Type', 'Finished', 'Recommend?'],
        ['{"ImportId":"status"}', '{"ImportId":"finished"}', '{"ImportId":"QID1"}'],
        ...list(n, () => ['0', '1', '9']),
      ],
    ],
  },
  surveyMonkeyRows: {
    rows: (n) => [
      [['Respondent ID', 'Recommend us?'], ['', 'Response'], ...list(n, (at) => [String(at), '9'])],
    ],
    columns: (n) => [
      [list(n, () => 'Q'), list(n, (at) => `part ${String(at)}`), list(n, () => '1')],
    ],
  },
  surveyFromQsf: {
    questions: (n) => [qsf(n)],
    'length of a text': (n) => {
      const file = qsf(1);
      const [first] = file.SurveyElements;
      if (first) first.Payload.QuestionText = '<'.repeat(n);
      return [file];
    },
  },
  surveyFromSurveyJs: { questions: (n) => [surveyJs(n)] },
  surveyToSurveyJs: { questions: (n) => [survey(n)] },
  flattenSurveyJs: {
    answers: (n) => [Object.fromEntries(ids('q', n).map((id) => [id, 3]))],
    'rows of a matrix': (n) => [{ q: Object.fromEntries(ids('r', n).map((id) => [id, 3])) }],
  },
  responseFromFormbricks: {
    answers: (n) => [
      { surveyId: 's', finished: true, data: Object.fromEntries(ids('q', n).map((id) => [id, 3])) },
    ],
  },
  responseFromTypeform: {
    answers: (n) => [
      {
        form_response: {
          token: 'a',
          submitted_at: '2024-03-04T08:30:00Z',
          answers: ids('q', n).map((id) => ({
            type: 'number',
            number: 9,
            field: { id, ref: id, type: 'opinion_scale' },
          })),
        },
      },
    ],
  },
  cycleFromMermaid: {
    steps: (n) => [mermaid(n)],
    'steps of one name': (n) => [`journey\n  section In\n${'    Waits: 4: Guest\n'.repeat(n)}`],
    'length of a line': (n) => [
      `journey\n  title ${'x'.repeat(n)}\n  section In\n    Waits: 4: Guest`,
    ],
  },
  cycleToMermaid: { moments: (n) => [momentsOf(n)] },
  cycleFromBlueprint: {
    phases: (n) => [
      {
        name: 'Stay',
        phases: list(n, () => ({ name: 'Arrival', customer: [{ action: 'Checks in' }] })),
      },
    ],
    steps: (n) => [
      {
        name: 'Stay',
        phases: [{ name: 'Arrival', customer: list(n, () => ({ action: 'Checks in' })) }],
      },
    ],
  },
  cycleToBlueprint: { moments: (n) => [momentsOf(n)] },

  // The loop
  defineServicePlan: { channels: (n) => [planOf(n)] },
  parseServicePlan: {
    channels: (n) => [planOf(n)],
    'moments of a channel': (n) => [
      planOf(1, { moments: list(n, (at) => `m${String(at)}`) }),
      [momentsOf(n)],
    ],
    'hours of a channel': (n) => [planOf(1, { open: { weekly: week(n) } })],
    'exceptions of a channel': (n) => [
      planOf(1, { open: { weekly: [], exceptions: holidays(n) } }),
    ],
  },
  checkServicePlan: {
    channels: (n) => [planOf(n), [momentsOf(3)]],
    moments: (n) => [planOf(1), [momentsOf(n)]],
    sample: (n) => [
      planOf(1),
      [momentsOf(1)],
      { sample: list(n, (at) => ({ t: `c${String(at % 3)}` })) },
    ],
  },
  channelCoverage: {
    channels: (n) => [planOf(n), [{ weekly: week(7) }], WEEK],
    'hours of a channel': (n) => [
      planOf(1, { open: { weekly: week(n) } }),
      [{ weekly: week(7) }],
      WEEK,
    ],
    'hours asked for': (n) => [planOf(1), [{ weekly: week(n) }], WEEK],
    'weights of hours asked for': {
      make: (n) => [planOf(1), list(n, (at) => ({ weekly: week(7), weight: at + 1 })), WEEK],
      why: 'hours of each weight are laid over those of greater ones',
    },
    exceptions: (n) => [
      planOf(1, { open: { weekly: [], exceptions: holidays(n) } }),
      [{ weekly: week(7) }],
      WEEK,
    ],
  },
  compareProfile: {
    sample: (n) => [planOf(1), list(n, (at) => ({ t: `c${String(at % 3)}` }))],
    categories: (n) => [
      { ...planOf(1), profile: [{ id: 't', name: 'T', shares: sharesOf(n) }] },
      list(n, (at) => ({ t: `c${String(at)}` })),
    ],
  },
  profileTargets: {
    categories: (n) => [{ ...planOf(1), profile: [{ id: 't', name: 'T', shares: sharesOf(n) }] }],
  },
  trainingCoverage: {
    records: (n) => [
      [TRAINING],
      list(n, (at) => ({ training: 't', on: '2026-01-01', person: String(at) })),
      { asOf: '2026-02-01' },
    ],
    training: (n) => [
      list(n, (at) => ({ ...TRAINING, id: `t${String(at)}` })),
      list(n, (at) => ({ training: `t${String(at)}`, on: '2026-01-01' })),
      { asOf: '2026-02-01' },
    ],
  },
  reviewCycle: {
    moments: (n) => [momentsOf(n), {}],
    areas: (n, L) => areas(n, L),
    measurements: (n) => [standardsOf(1), { measurements: measurements(n) }],
    requirements: (n) => [requirementsOf(n, (at) => ({ standards: [standard(at)] })), {}],
    plans: (n) => [cycleOfPlans(1, n), {}],
  },
  compareReviews: {
    moments: (n, L) => merged(reviewed(momentsOf(n), {}, L)),
    areas: (n, L) => merged(reviewed(...scoredAreas(n, L), L)),
    requirements: (n, L) =>
      merged(
        reviewed(
          requirementsOf(n, (at) => ({ standards: [standard(at)] })),
          {},
          L,
        ),
      ),
    plans: (n, L) => merged(reviewed(cycleOfPlans(1, n), {}, L)),
  },

  // Words and reports
  inWords: { moments: (n, L) => ['critical', { words: L.english, cycle: momentsOf(n) }] },
  reportMarkdown: reports(),
  reportHtml: reports(),

  // Pictures and charts
  reviewPictures: {
    moments: (n, L) => {
      const whole = momentsOf(n);
      return [reviewed(whole, {}, L), { words: L.englishPictures, cycle: whole }];
    },
  },
  cycleWheel: { moments: (n, L) => [momentsOf(n), { words: L.englishPictures }] },
  cycleBlueprint: { moments: (n, L) => [momentsOf(n), { words: L.englishPictures }] },
  journeyChart: {
    questions: (n, L) => [momentsOf(1), scored(n, 1, L), { words: L.englishPictures }],
    moments: (n, L) => [momentsOf(n), scored(1, 1, L), { words: L.englishPictures }],
  },
  groupScoresChart: { groups: (n, L) => [scored(1, n, L), { words: L.englishPictures }] },
  beforeAfterChart: {
    questions: (n, L) => [
      L.compareScores(scored(n, 1, L), scored(n, 1, L)),
      { words: L.englishPictures },
    ],
  },
  areaOrderChart: {
    areas: (n, L) => [
      cycleOfAreas(n),
      L.prioritizeAreas(...areas(n, L)),
      { words: L.englishPictures },
    ],
  },
  importancePerformanceChart: {
    items: (n, L) => [
      L.importancePerformance(
        list(n, (at) => ({
          id: `i${String(at)}`,
          importance: counts(5, (at % 7) + 5),
          performance: counts(5, (at % 5) + 5),
        })),
      ),
      { words: L.englishPictures },
    ],
  },
  plansChart: {
    plans: (n, L) => {
      const whole = cycleOfPlans(1, n);
      // What fits is plain, so that only the drawing grows.
      const options = { resources: { euro: 0 }, stakes: stakes(3) };
      const selection = L.selectActionPlans(whole, options);
      return [whole, { selection, stakes: stakes(3) }, { words: L.englishPictures }];
    },
  },
  controlChart: {
    points: (n, L) => [
      L.individualsChart(list(n, (at) => ({ label: String(at), value: scatter(at, 1, 100) }))),
      { words: L.englishPictures },
    ],
  },
  funnelChart: {
    places: (n, L) => [L.funnelOfPlaces(places(n)), { words: L.englishPictures }],
  },

  // The doors of tallies in the rooms above survey
  parseVisitTally: {
    moments: {
      make: (n, L) => {
        const whole = cycle({ moments: list(n, (at) => moment(at)) });
        return [whole, jsonOf(L.tallyVisits(whole, visits(20, n)))];
      },
      why: 'the tally holds counts for each pair of moments',
      limit: 2001,
    },
  },
  parseMeasurementTally: {
    values: (n, L) => [standard(0), jsonOf(measured(n, L))],
    groups: (n, L) => [
      standard(0),
      jsonOf(
        L.tallyMeasurements(
          standard(0),
          list(n, (at) => ({ standard: 't0', value: 1, branch: `b${String(at)}` })),
          { by: ['branch'] },
        ),
      ),
    ],
  },
  parseDriverTally: {
    drivers: {
      make: (n, L) => [survey(n + 1), jsonOf(drivers(n, L))],
      why: PAIRS_OF_DRIVERS,
      limit: 2001,
    },
  },
  parseKanoTally: {
    requirements: (n, L) => [ids('r', n), jsonOf(L.tallyKano(kanoPairs(n), kanoRows(20, n)))],
  },
  parseRetentionTally: { cohorts: (n, L) => [jsonOf(L.tallyRetention(tenures(n * 4, n)))] },

  // Kano
  tallyKano: {
    responses: (n) => [kanoPairs(4), kanoRows(n, 4)],
    requirements: (n) => [kanoPairs(n), kanoRows(20, n)],
  },
  mergeKanoTallies: {
    requirements: (n, L) => merged(L.tallyKano(kanoPairs(n), kanoRows(20, n))),
  },
  kano: { requirements: (n, L) => [L.tallyKano(kanoPairs(n), kanoRows(20, n))] },
  mustBeRule: { requirements: (n, L) => [L.kano(L.tallyKano(kanoPairs(n), kanoRows(20, n)))] },
  attractivePlans: {
    requirements: (n, L) => [
      requirementsOf(n, () => ({})),
      L.kano(L.tallyKano(kanoPairs(n), kanoRows(20, n))),
    ],
  },

  // Quality
  answersByPlace: {
    places: (n, L) => [scored(1, n, L), { question: 'q0' }],
    questions: (n, L) => [scored(n, 5, L), { question: 'q0' }],
  },
  intraclassCorrelation: { places: (n) => [places(n)] },
  funnelOfPlaces: { places: (n) => [places(n)] },
  judgeConsistency: { places: (n) => [answersOf(n)] },
  besideMysteryVisits: { places: (n) => [answersOf(n), places(n)] },
  individualsChart: {
    points: (n) => [list(n, (at) => ({ label: String(at), value: scatter(at, 1, 100) }))],
  },

  // Loyalty
  tallyRetention: {
    customers: (n) => [tenures(n, 12)],
    cohorts: (n) => [tenures(n * 4, n)],
    'periods of a cohort': (n) => [[{ remaining: list(n, (at) => n - at) }]],
  },
  mergeRetentionTallies: { cohorts: (n, L) => merged(L.tallyRetention(tenures(n * 4, n))) },
  retention: {
    cohorts: (n, L) => [L.tallyRetention(tenures(n * 4, n))],
    periods: (n, L) => [L.tallyRetention([{ remaining: list(n, (at) => n - at) }])],
  },

  // Counting where the data is
  tallySql: { questions: (n) => [survey(n), { dialect: 'duckdb', from: 'responses' }] },
  tallyFromCounts: {
    'rows of groups': (n) => [
      survey(1),
      { by: ['branch'] },
      list(n, (at) => [
        { key1: `b${String(at)}`, cell: 0, responses: 2 },
        { key1: `b${String(at)}`, cell: 5, responses: 2 },
      ]).flat(),
    ],
    questions: (n) => [
      survey(n),
      {},
      [{ cell: 0, responses: 1 }, ...list(n, (at) => ({ cell: 8 * at + 1, responses: 1 }))],
    ],
  },
  measurementSql: {
    keys: {
      make: (n) => [
        { dialect: 'postgres', from: 'calls', by: ids('k', n), columns: { value: 's' } },
      ],
    },
  },
  measurementTallyFromCounts: {
    rows: (n) => [standard(0), {}, list(n, (at) => ({ value: at, occurs: 2 }))],
    groups: (n) => [
      standard(0),
      { by: ['branch'] },
      list(n, (at) => ({ value: 1, key1: `b${String(at)}`, occurs: 2 })),
    ],
  },
  visitSql: {
    moments: {
      make: (n) => [momentsOf(n), { dialect: 'duckdb', from: 'visits', ...visitColumns(n) }],
      limit: 2001,
    },
  },
  visitTallyFromCounts: {
    rows: (n) => [
      momentsOf(1),
      visitColumns(1),
      list(n, (at) => ({ value1: (at % 5) + 1, value2: (at % 3) + 1, occurs: 2 })),
    ],
    moments: {
      make: (n) => [
        momentsOf(n),
        visitColumns(n),
        [
          Object.fromEntries([
            ...list(n + 1, (at) => [`value${String(at + 1)}`, 2]),
            ['occurs', 3],
          ]),
        ],
      ],
      why: 'the tally holds counts for each pair of moments',
      limit: 2001,
    },
  },
};

/** What both reports grow with. */
function reports() {
  const told = (
    /** @type {object} */ whole,
    /** @type {object} */ observed,
    /** @type {Library} */ L,
  ) => [reviewed(whole, observed, L), { words: L.english, cycle: whole }];
  /** @type {{ [dimension: string]: (n: number, L: Library) => unknown[] }} */
  const dimensions = {
    moments: (n, L) => told(momentsOf(n), {}, L),
    areas: (n, L) => told(...scoredAreas(n, L), L),
    requirements: (n, L) =>
      told(
        requirementsOf(n, (at) => ({ standards: [standard(at)] })),
        {},
        L,
      ),
    plans: (n, L) => told(cycleOfPlans(1, n), {}, L),
  };
  return dimensions;
}

/** Public functions whose work grows with nothing that is given, and why. */
export const NO_DIMENSION = {
  reviewStatus: 'two days',
  actionPlanStep: 'makes a step, which a review takes',
  serviceChainStep: 'makes a step, which a review takes',
  servicePlanStep: 'makes a step, which a review takes',
  actionPriority: 'three ratings',
  arbitraryCounts: 'makes a generator, of which fast-check bounds the sizes',
  arbitraryCycle: 'makes a generator, of which fast-check bounds the sizes',
  arbitraryResponses: 'makes a generator, of which fast-check bounds the sizes',
  arbitraryServicePlan: 'makes a generator, of which fast-check bounds the sizes',
  arbitrarySurvey: 'makes a generator, of which fast-check bounds the sizes',
  arbitraryVisits: 'makes a generator, of which fast-check bounds the sizes',
  casesWithoutFailure: 'one share, in closed form',
  clusterDesignEffect: 'two numbers, in closed form',
  cohortLifetimeValue: 'two limits, in closed form',
  customersInMoney: 'one figure, in closed form',
  customerLifetimeValue: 'six numbers, in closed form',
  incidentCost: 'one effect, in closed form',
  dissatisfactionLoss: 'two shares, in closed form',
  impactAsymmetryRule:
    'looks at one moment; what it takes of all is measured in detectCriticalMoments',
  incidentEffectRule:
    'looks at one moment; what it takes of all is measured in detectCriticalMoments',
  incidentShare: 'two counts, in closed form',
  isServiceCycleError: 'looks at one value',
  netPromoterDifference: 'six counts, in closed form',
  netPromoterScore: 'eleven counts, in closed form',
  netPromoterTango: 'three counts, and a bounded search',
  netPromoterWald: 'three counts, in closed form',
  newcombeDifference: 'four counts, in closed form',
  newcombePairedDifference: 'four counts, in closed form',
  pairedTTest: 'three numbers, in closed form',
  perreaultLeigh: 'three numbers, in closed form',
  recoveryReview: 'seven groups of a tally',
  retentionAgainstAcquisition: 'ten numbers, in closed form',
  riskPriorityNumber: 'three ratings',
  seldomRecovered: 'two counts of one moment',
  textIn: 'one text in a few languages',
  waitBeyondStandard:
    'looks at one moment; what it takes of all is measured in detectCriticalMoments',
  weakestLink: 'looks at one moment; what it takes of all is measured in detectCriticalMoments',
  welchTest: 'six numbers, in closed form',
  wilsonInterval: 'two counts, in closed form',
};
