/**
 * Puts a review into words: the five steps in order, then what to do next.
 *
 * @typedef {import('service-cycle').Cycle} Cycle
 * @typedef {import('service-cycle').Review} Review
 * @typedef {import('service-cycle').Score} Score
 * @typedef {import('service-cycle').Estimated} Estimated
 * @typedef {import('service-cycle').CriticalReason} CriticalReason
 * @typedef {import('service-cycle').AreaReason} AreaReason
 * @typedef {import('service-cycle').LocalizedText} LocalizedText
 * @typedef {import('./render.js').Report} Report
 * @typedef {import('./render.js').Section} Section
 * @typedef {{ source: string, placeOf?: ((position: number, question: string) => string) | undefined }} Origin
 */

/**
 * @param {Cycle} cycle
 * @param {Review} review
 * @param {Origin} origin
 * @returns {Report}
 */
export function reportOf(cycle, review, origin) {
  const nameOf = namesOf(cycle);
  return {
    title: `Review: ${inWords(cycle.name)}`,
    subtitle: `From ${origin.source}.`,
    sections: [
      momentsSection(cycle, review),
      requirementsSection(cycle, review),
      plansSection(cycle, review, nameOf),
      areasSection(review, nameOf),
      scoresSection(review, origin),
      nextSection(review, nameOf),
    ],
  };
}

/**
 * @param {Cycle} cycle
 * @param {Review} review
 * @returns {Section}
 */
function momentsSection({ moments }, { criticalMoments }) {
  const verdicts = new Map(criticalMoments.moments.map((verdict) => [verdict.moment, verdict]));
  return {
    title: '1. Moments of truth (critical ones marked *)',
    parts: [
      {
        kind: 'table',
        head: ['', 'moment', 'level', 'why'],
        rows: moments.map(({ id, name }, place) => {
          const { level = 'not-assessed', reasons = [] } = verdicts.get(id) ?? {};
          const why = level === 'ordinary' ? [] : reasons.map(reasonInWords);
          const mark = level === 'critical' ? '*' : ' ';
          return [
            `${mark} ${String(place + 1)}`,
            shorten(inWords(name), 44),
            level,
            why.join('; '),
          ];
        }),
      },
    ],
  };
}

/** @param {CriticalReason} reason */
function reasonInWords(reason) {
  switch (reason.code) {
    case 'declared':
      return `declared by ${reason.by ?? 'a person'}: ${inWords(reason.because)}`;
    case 'action-priority': {
      const { priority, severity, occurrence, detection } = reason;
      return `judged ${priority} (severity ${String(severity)}, occurrence ${String(occurrence)}, detection ${String(detection)})`;
    }
    case 'grave-trait':
      return reason.trait === 'safety' ? 'safety is at stake' : 'the law is at stake';
    case 'first-direct-contact':
      return 'first direct contact with staff (assumed)';
  }
}

/**
 * @param {Cycle} cycle
 * @param {Review} review
 * @returns {Section}
 */
function requirementsSection(cycle, { requirements }) {
  const standards = new Map(
    (cycle.requirements ?? []).flatMap(({ standards: list = [] }) =>
      list.map((one) => [one.id, one]),
    ),
  );
  const rows = requirements.requirements.flatMap(({ standards: verdicts }) =>
    verdicts.map((verdict) => {
      const { measure = verdict.standard, unit = '' } = standards.get(verdict.standard) ?? {};
      const { operator, threshold, requiredShare, status, measurementsToSettle } = verdict;
      const more =
        measurementsToSettle === undefined
          ? ''
          : `, about ${String(measurementsToSettle)} cases would tell`;
      return [
        shorten(inWords(measure), 42),
        `${operator} ${String(threshold)} ${unit}`,
        requiredShare === 1 ? 'every case' : percent(requiredShare),
        `${estimateInWords(verdict.conformingShare)} of ${String(verdict.measured)}`,
        `${status}${more}`,
      ];
    }),
  );
  return {
    title: '2. Requirements: are the standards met',
    parts:
      rows.length === 0
        ? [{ kind: 'lines', lines: ['The cycle has no standards.'] }]
        : [
            {
              kind: 'table',
              head: ['standard', 'limit', 'required in', 'conforming', 'verdict'],
              rows,
            },
          ],
  };
}

/**
 * @param {Review} review
 * @param {(id: string) => string} nameOf
 * @returns {Section}
 */
function areasSection({ areas }, nameOf) {
  const rows = areas.areas.map(({ area, level, performance, reasons }, place) => [
    String(place + 1),
    nameOf(area),
    level,
    estimateInWords(performance),
    [...new Set(reasons.map((reason) => areaReasonInWords(reason, nameOf)))].join('; '),
  ]);
  const { performance, importance } = areas.thresholds;
  const lines = [
    performance === undefined
      ? ''
      : `Weak is below the mean favourable share, ${percent(performance)}.`,
    importance === undefined
      ? 'Nobody has stated how important the areas are.'
      : `Important is from the mean importance, ${number(importance)}.`,
  ].filter((line) => line !== '');
  return {
    title: '4. Areas in order of need',
    parts:
      rows.length === 0
        ? [{ kind: 'lines', lines: ['The cycle has no areas.'] }]
        : [
            { kind: 'table', head: ['', 'area', 'what to do', 'favourable answers', 'why'], rows },
            { kind: 'lines', lines },
          ],
  };
}

/**
 * @param {AreaReason} reason
 * @param {(id: string) => string} nameOf
 */
function areaReasonInWords(reason, nameOf) {
  switch (reason.code) {
    case 'important-and-weak':
      return 'important and weak';
    case 'level-deteriorated':
      return reason.question === undefined
        ? `below the floor of ${percent(reason.floor)}`
        : `question ${reason.question} is below the floor of ${percent(reason.floor)}`;
    case 'trend-deteriorated':
      return `fallen by ${percent(-reason.change.value)}`;
    case 'standard-not-met':
      return `standards not met: ${reason.standards.join(', ')}`;
    case 'holds-critical-moment':
      return `${String(reason.moments.length)} critical: ${reason.moments.map((id) => shorten(nameOf(id), 30)).join(', ')}`;
    case 'weak':
      return 'weak';
    case 'too-few-answers':
      return `${String(reason.n)} answers, fewer than ${String(reason.minimumAnswers)}`;
  }
}

/**
 * @param {Review} review
 * @param {Origin} origin
 * @returns {Section}
 */
function scoresSection({ scores }, { placeOf }) {
  const rows = scores.questions.map(({ question, scores: [score], warnings }) => {
    const { answered, notApplicable, skipped, invalid } = score.counts;
    return [
      question,
      metricInWords(score),
      estimateInWords(score),
      ...[answered, notApplicable, skipped, invalid].map(String),
      warnings.join(', '),
    ];
  });
  const { firstInvalid } = scores;
  const place = placeOf ?? ((position) => `response ${String(position + 1)}`);
  const scaleOf = new Map(
    scores.questions.map(({ question, scores: [{ definition }] }) => [question, definition.scale]),
  );
  const faults = firstInvalid.map(({ position, question, found }) => {
    const { min, max } = scaleOf.get(question) ?? { min: 0, max: 0 };
    return `${place(position, question)}: found ${found}, expected ${String(min)} to ${String(max)} (${question})`;
  });
  const head = ['question', 'metric', 'score', 'answered', 'n/a', 'skipped', 'invalid', ''];
  return {
    title: `5. What customers say (${String(scores.responses)} responses, intervals at 95%)`,
    parts: [
      rows.length === 0
        ? { kind: 'lines', lines: ['The cycle has no survey.'] }
        : { kind: 'table', head, rows },
      ...(faults.length === 0
        ? []
        : [
            {
              kind: /** @type {const} */ ('lines'),
              lines: [
                'Answers that are not on their scale, the first ones:',
                ...faults.map((fault) => `  ${fault}`),
              ],
            },
          ]),
    ],
  };
}

/** @param {Score} score */
function metricInWords({ definition }) {
  switch (definition.metric) {
    case 'net-promoter-score':
      return 'NPS';
    case 'customer-satisfaction':
      return `satisfied (${definition.satisfied.join(', ')} of ${String(definition.scale.max)})`;
    case 'customer-effort':
      return `ease, mean of ${String(definition.scale.min)}-${String(definition.scale.max)}`;
    case 'mean-rating':
      return `mean of ${String(definition.scale.min)}-${String(definition.scale.max)}`;
    case 'incident-share':
      return 'report an incident';
  }
}

/**
 * @param {Review} review
 * @param {(id: string) => string} nameOf
 * @returns {Section}
 */
function nextSection({ nextSteps }, nameOf) {
  const lines = nextSteps.map(({ code, ids, message }, place) => {
    const named = ids.reduce(
      (text, id) => text.replaceAll(JSON.stringify(id), nameOf(id)),
      message,
    );
    return `${String(place + 1).padStart(2)}. ${code}: ${named}`;
  });
  return {
    title: 'What to do next',
    parts: [{ kind: 'lines', lines: lines.length === 0 ? ['Nothing is open.'] : lines }],
  };
}

/**
 * The name of anything in the cycle, by its id.
 *
 * @param {Cycle} cycle
 * @returns {(id: string) => string}
 */
function namesOf(cycle) {
  /** @type {Map<string, string>} */
  const names = new Map();
  const named = [
    ...(cycle.stages ?? []),
    ...(cycle.areas ?? []),
    ...(cycle.actionPlans ?? []),
    ...cycle.moments,
  ];
  for (const { id, name } of named) names.set(id, inWords(name));
  for (const { standards = [] } of cycle.requirements ?? []) {
    for (const { id, measure } of standards) names.set(id, inWords(measure));
  }
  return (id) => names.get(id) ?? id;
}

/** @param {Estimated} estimate */
function estimateInWords(estimate) {
  if (estimate.kind === 'not-estimable') return `no score: ${estimate.reason}`;
  const { value, unit, interval } = estimate;
  const show = unit === 'share' ? percent : number;
  return `${show(value)} [${show(interval.low)}, ${show(interval.high)}]`;
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(0)}%`;
}

/** @param {number} value */
function number(value) {
  return value.toFixed(2).replace(/\.?0+$/, '');
}

/** @param {LocalizedText} text */
function inWords(text) {
  return typeof text === 'string' ? text : (text['en'] ?? Object.values(text)[0] ?? '');
}

/**
 * @param {string} text
 * @param {number} longest
 */
function shorten(text, longest) {
  return text.length <= longest ? text : `${text.slice(0, longest - 3).trimEnd()}...`;
}
