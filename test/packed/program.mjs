/**
 * One small program, the same on every runtime: a survey is scored with intervals, answers are
 * tallied by columns, critical moments are detected, plans are selected, a broken cycle is read.
 * It takes the package as an argument, so that it does not matter how that was loaded.
 */
const satisfaction = (id, moment) => ({
  id,
  text: `How satisfied were you with the ${moment}?`,
  asks: 'satisfaction',
  about: { moment },
  scale: { min: 1, max: 5 },
});

const CYCLE = {
  id: 'bank',
  name: 'A visit to the bank',
  moments: [
    { id: 'queue', name: 'Waits', contact: 'none', traits: ['waiting'] },
    {
      id: 'desk',
      name: 'Is served',
      contact: 'staff',
      judgements: [{ by: 'analyst', severity: 9, occurrence: 3, detection: 8 }],
    },
  ],
  requirements: [
    {
      id: 'short-wait',
      statement: 'Nobody waits long',
      moments: ['queue'],
      source: { kind: 'expectation' },
    },
  ],
  actionPlans: ['app', 'signs', 'second-desk'].map((id, position) => ({
    id,
    name: id,
    requirements: ['short-wait'],
    status: 'proposed',
    cost: { euro: 600 - 100 * position },
    effects: [
      {
        moment: 'queue',
        incidentReduction: { low: 0, base: 0.5 - position / 10, high: 1 },
        basis: 'assumed',
      },
    ],
  })),
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: [
      {
        id: 'recommend',
        text: 'How likely are you to recommend us?',
        asks: 'recommendation',
        scale: { min: 0, max: 10 },
      },
      satisfaction('queue-rating', 'queue'),
      satisfaction('desk-rating', 'desk'),
    ],
  },
};

const BRANCHES = ['north', 'south', 'west'];

/** Answers in columns, for the responses from `first` to before `end`; some lie off their scale. */
export function columnsOf(first, end) {
  const positions = Array.from({ length: end - first }, (_, index) => first + index);
  return {
    kind: 'columns',
    length: positions.length,
    answers: {
      recommend: Uint8Array.from(positions, (at) => (at * 7919) % 12),
      'queue-rating': Float64Array.from(positions, (at) => 1 + ((at * 31) % 5)),
      'desk-rating': positions.map((at) => (at % 9 === 0 ? null : 1 + ((at * at) % 5))),
    },
    groups: {
      branch: { codes: Uint8Array.from(positions, (at) => (at * 13) % 4), values: BRANCHES },
    },
  };
}

/** How many responses are tallied. */
export const RESPONSES = 3000;

/** What a part of the responses comes to. */
export function tallyPart(library, first, end) {
  return library.tallyResponses(CYCLE.survey, columnsOf(first, end), { by: ['branch'] });
}

/** Everything at once, as JSON. */
export function runProgram(library) {
  const cycle = library.defineCycle(CYCLE);
  const tally = tallyPart(library, 0, RESPONSES);
  const rows = Array.from({ length: 200 }, (_, at) => ({
    recommend: (at * 17) % 11,
    'queue-rating': at % 13 === 0 ? 'not-applicable' : 1 + (at % 5),
    'desk-rating': 5 - (at % 3),
  }));
  const visits = Array.from({ length: 400 }, (_, at) => ({
    moments: { queue: { incident: at % 4 === 0 }, desk: { rating: 1 + (at % 5) } },
    overall: at % 4 === 0 ? 1 + (at % 3) : 3 + (at % 3),
  }));
  const selection = library.selectActionPlans(cycle, {
    resources: { euro: 1000 },
    stakes: [
      {
        moment: 'queue',
        visits: 1000,
        incidentShare: { value: 0.2, basis: 'measured' },
        harm: { value: 0.5, basis: 'judged' },
      },
    ],
  });
  const broken = structuredClone(CYCLE);
  broken.moments[0].contact = 'phone';
  broken.requirements[0].moments = ['qeue'];
  return JSON.stringify({
    parsed: library.parseCycle(JSON.parse(JSON.stringify(CYCLE))).ok,
    broken: library.parseCycle(broken),
    scores: library.scoreSurvey(CYCLE.survey, rows, { level: 0.9 }),
    grouped: library.scoreTally(CYCLE.survey, library.rollUp(tally, ['branch'])),
    tally,
    critical: library.detectCriticalMoments(cycle, {
      evidence: library.visitEvidence(library.tallyVisits(cycle, visits)),
    }),
    selection,
  });
}
