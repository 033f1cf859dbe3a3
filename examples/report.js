/**
 * Puts a review into words: the five steps in order, then what to do next.
 *
 * @typedef {import('service-cycle').Cycle} Cycle
 * @typedef {import('service-cycle').Review} Review
 * @typedef {import('service-cycle').Score} Score
 * @typedef {import('service-cycle').Estimated} Estimated
 * @typedef {import('service-cycle').CriticalReason} CriticalReason
 * @typedef {import('service-cycle').AreaReason} AreaReason
 * @typedef {import('service-cycle/areas').Weakness} Weakness
 * @typedef {import('service-cycle/plans').ChosenReason} ChosenReason
 * @typedef {import('service-cycle/plans').LeftReason} LeftReason
 * @typedef {import('service-cycle').LocalizedText} LocalizedText
 * @typedef {import('./render.js').Report} Report
 * @typedef {import('./render.js').Section} Section
 * @typedef {'moment' | 'area' | 'plan'} Kind
 * @typedef {{ [kind in Kind]: (id: string) => string }} Names
 * @typedef {import('service-cycle').SurveyScores} SurveyScores
 * @typedef {import('service-cycle').ScoreComparisons} ScoreComparisons
 * @typedef {object} Origin
 * @property {string} source where the answers come from
 * @property {((position: number, question: string) => string) | undefined} [placeOf]
 * @property {readonly string[]} [notes] what was left out of the answers, and what was not understood
 * @property {SurveyScores} [groups] the scores group by group
 * @property {ScoreComparisons} [changes] what changed since the survey before
 * @property {string} [earlierSource] where the answers before come from
 */
import { groupScore } from 'service-cycle/survey';

/**
 * @param {Cycle} cycle
 * @param {Review} review
 * @param {Origin} origin
 * @returns {Report}
 */
export function reportOf(cycle, review, origin) {
  const names = namesOf(cycle);
  return {
    title: `Review: ${inWords(cycle.name)}`,
    subtitle: `From ${origin.source}.`,
    sections: [
      momentsSection(cycle, review),
      requirementsSection(cycle, review),
      plansSection(cycle, review, names),
      areasSection(review, names),
      scoresSection(review, origin),
      ...notesSection(origin),
      ...groupsSection(origin),
      ...changesSection(origin),
      nextSection(review),
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
  const most = gravest(criticalMoments);
  const named = moments.find(({ id }) => id === most?.moment);
  return {
    title: '1. Moments of truth (critical ones marked *)',
    parts: [
      {
        kind: 'table',
        head: ['', 'moment', 'level', 'why'],
        rows: moments.map(({ id, name }, place) => {
          const { level = 'not-assessed', reasons = [] } = verdicts.get(id) ?? {};
          const telling = reasons.filter(({ code }) => code !== 'evidence-gap');
          const why = level === 'ordinary' ? [] : telling.map(reasonInWords);
          const mark = level === 'critical' ? '*' : ' ';
          return [
            `${mark} ${String(place + 1)}`,
            shorten(inWords(name), 44),
            level,
            why.join('; '),
          ];
        }),
      },
      ...(named === undefined
        ? []
        : [
            {
              kind: /** @type {const} */ ('lines'),
              lines: [
                `The gravest: ${inWords(named.name)}.${most?.effect === undefined ? '' : ` An incident there leaves ${points(most.effect)} more of its customers dissatisfied, the other moments held fixed.`}`,
              ],
            },
          ]),
    ],
  };
}

/**
 * The moment where one bad incident does the most harm, of those that are critical; the first of them
 * where no visits tell.
 *
 * @param {Review['criticalMoments']} found
 * @returns {{ moment: string, effect?: number } | undefined}
 */
function gravest({ moments }) {
  const critical = moments.filter(({ level }) => level === 'critical');
  const measured = critical.flatMap(({ moment, reasons }) =>
    reasons.flatMap((reason) =>
      reason.code === 'incident-effect' && reason.jointEffect.kind === 'estimate'
        ? [{ moment, effect: reason.jointEffect.value }]
        : [],
    ),
  );
  const [first] = measured.sort((one, other) => other.effect - one.effect);
  return first ?? critical[0];
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
    case 'unreadable-judgement':
      return `the ${reason.rating} judged by ${reason.by} cannot be read`;
    case 'delicate-trait':
      return reason.trait === 'payment'
        ? 'value changes hands (assumed)'
        : 'the customer is passed on (assumed)';
    case 'first-direct-contact':
      return 'first direct contact with staff (assumed)';
    case 'last-contact':
      return 'last contact (assumed)';
    case 'incident-effect': {
      const { n, incidents, riskDifference, jointEffect, heldBack } = reason;
      const found = `incidents in ${String(incidents)} of ${String(n)} visits: ${points(riskDifference.value)} more end dissatisfied`;
      const alone =
        jointEffect.kind === 'estimate'
          ? `, ${points(jointEffect.value)} with the other moments held fixed`
          : '';
      return `${found}${alone}${heldBack === undefined ? '' : ` (${heldBack}: too few visits)`}`;
    }
    case 'impact-asymmetry':
      return 'a low rating costs more than a high one gains';
    case 'wait-beyond-standard':
      return `waits are within ${String(reason.limitSeconds)} s in ${percent(reason.withinShare.value)}, required ${percent(reason.requiredShare)}`;
    case 'weakest-link':
      return `the weakest link: ${percent(reason.perVisit)} of visits without an incident`;
    case 'seldom-recovered':
      return `what goes wrong is made good in ${percent(reason.recovered.value)} of ${String(reason.n)} incidents`;
    case 'evidence-gap':
      return `${reason.of} cannot be told: ${reason.because}`;
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
      const { shortfall, correction } = verdict;
      const more = [
        ...(shortfall?.material ? [', by more than can be borne'] : []),
        ...(measurementsToSettle === undefined
          ? []
          : [`, about ${String(measurementsToSettle)} cases would tell`]),
        ...(correction?.message === undefined ? [] : [` (${correction.message})`]),
      ].join('');
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
 * @param {Cycle} cycle
 * @param {Review} review
 * @param {Names} names
 * @returns {Section}
 */
function plansSection(cycle, { plans, stakes }, { plan: nameOf, moment: nameOfMoment }) {
  const title = '3. Action plans within the resources';
  /** @type {(...lines: string[]) => Section} */
  const saying = (...lines) => ({ title, parts: [{ kind: 'lines', lines }] });
  if (plans === undefined) {
    return saying(
      (cycle.actionPlans ?? []).length === 0
        ? 'The cycle has no action plans.'
        : 'No resources are given (--resources), so no plan is chosen.',
    );
  }
  if (plans.status === 'infeasible') {
    return saying(
      'What must be done cannot be; give up one of these:',
      ...plans.conflict.map((demand) => `  ${JSON.stringify(demand)}`),
    );
  }
  if (plans.status === 'undecided')
    return saying('No set that meets all demands was found in time.');
  const { benefit, greedy, robustness } = plans;
  const steady = robustness.plans.filter(({ chosenShare }) => chosenShare === 1);
  const more = Object.entries(plans.marginal).flatMap(([resource, value]) =>
    value !== undefined && value.adds > 0
      ? [`${number(value.more)} more ${resource}: ${number(value.adds)} more`]
      : [],
  );
  const costs = new Map((cycle.actionPlans ?? []).map(({ id, cost }) => [id, costInWords(cost)]));
  const used = Object.entries(plans.resources).map(
    ([resource, use]) => `${resource} ${String(use.used)} of ${String(use.capacity)}`,
  );
  const proof =
    plans.status === 'optimal'
      ? 'no set that fits keeps more'
      : `the search ended early; no set keeps more than ${number(plans.bound)}`;
  const kept =
    benefit.kind === 'expected-benefit'
      ? `Of ${number(stakes.visits)} visits ${number(stakes.dissatisfied)} end dissatisfied; the chosen plans keep about ${number(benefit.base)} of them (${number(benefit.low)} to ${number(benefit.high)}, ${benefit.basis}); ${proof}.`
      : 'Nothing is known about what they bring.';
  const isMood = stakes.moments.some(({ harm }) => harm.basis === 'common-source');
  return {
    title,
    parts: [
      {
        kind: 'table',
        head: ['', 'plan', 'takes', 'why'],
        rows: [
          ...plans.chosen.map(({ plan, reasons }) => [
            '+',
            shorten(nameOf(plan), 44),
            costs.get(plan) ?? '',
            reasons.map((reason) => chosenInWords(reason, nameOf)).join('; '),
          ]),
          ...plans.left.map(({ plan, reasons }) => [
            '-',
            shorten(nameOf(plan), 44),
            costs.get(plan) ?? '',
            leftInWords(reasons[0], nameOf),
          ]),
        ],
      },
      {
        kind: 'lines',
        lines: [
          `Used: ${used.join(', ')}.`,
          kept,
          ...(isMood
            ? [
                'Incidents are told by the same answers as the verdict, so a mood may stand behind both: nothing of it counts in the lower figure.',
              ]
            : []),
          ...stakes.findings.map(({ moment, message }) => {
            const named = moment === undefined ? '' : shorten(nameOfMoment(moment), 44);
            return `Mind that ${message.replace(`"${moment ?? ''}"`, `"${named}"`)}.`;
          }),
          greedy.shortfall > 0
            ? `Taking the best plan first would keep ${number(greedy.shortfall)} fewer.`
            : 'Taking the best plan first would have done as well.',
          more.length > 0
            ? `A little more to spend would keep: ${more.join('; ')}.`
            : 'A little more to spend would keep nobody more.',
          `Chosen in each of ${String(robustness.cases)} cases of other assumptions: ${steady.length > 0 ? steady.map(({ plan }) => shorten(nameOf(plan), 40)).join(', ') : 'no plan is chosen in all'}.`,
        ],
      },
    ],
  };
}

/** @param {{ readonly [resource: string]: number | undefined }} cost */
function costInWords(cost) {
  return Object.entries(cost)
    .map(([resource, amount]) => `${resource} ${String(amount)}`)
    .join(', ');
}

/**
 * @param {ChosenReason} reason
 * @param {(id: string) => string} nameOf
 */
function chosenInWords(reason, nameOf) {
  switch (reason.code) {
    case 'brings':
      return `brings ${number(reason.customers)} customers`;
    case 'must-do':
      return 'must be done';
    case 'needed-by':
      return `needed by ${reason.plans.map((id) => shorten(nameOf(id), 30)).join(', ')}`;
    case 'only-one-for':
      return 'the only one for a moment that needs a plan';
  }
}

/**
 * @param {LeftReason} reason
 * @param {(id: string) => string} nameOf
 */
function leftInWords(reason, nameOf) {
  /** @param {readonly string[]} ids */
  const named = (ids) => ids.map((id) => `"${shorten(nameOf(id), 40)}"`).join(', ');
  switch (reason.code) {
    case 'under-way':
      return `under way: ${reason.status}`;
    case 'dropped':
      return 'dropped';
    case 'no-known-benefit':
      return 'no known benefit';
    case 'excluded-by':
      return `cannot go beside ${named(reason.plans)}`;
    case 'needs-not-chosen':
      return `needs ${named(reason.plans)}`;
    case 'needs-what-it-excludes':
      return `needs what it excludes: ${named(reason.plans)}`;
    case 'does-not-fit':
    case 'never-fits':
      return `does not fit: ${number(reason.short)} ${reason.resource} short`;
    case 'area-full':
      return `its area has ${String(reason.atMost)} plans, as many as may be`;
    case 'leaves-without-plan':
      return 'would leave a moment that needs a plan without one';
    case 'less-benefit':
      return reason.insteadOf.length === 0
        ? 'adds nothing'
        : `brings less than ${named(reason.insteadOf)}`;
  }
}

/**
 * @param {Review} review
 * @param {Names} names
 * @returns {Section}
 */
function areasSection({ areas }, names) {
  const rows = areas.areas.map(({ area, level, performance, reasons }, place) => [
    String(place + 1),
    names.area(area),
    level,
    estimateInWords(performance),
    [...new Set(reasons.map((reason) => areaReasonInWords(reason, names.moment)))].join('; '),
  ]);
  const { target, relevantGap, importance } = areas.thresholds;
  const isAlike = (areas.warnings ?? []).some(
    ({ code }) => code === 'importance-does-not-discriminate',
  );
  const lines = [
    target === undefined
      ? `Weak is proven to lag behind the other areas, by ${points(relevantGap)} or more.`
      : `Weak is proven to miss the target of ${percent(target)}.`,
    importance !== undefined
      ? `Important is from the mean importance, ${number(importance)}.`
      : isAlike
        ? 'All areas are said to matter about equally, so importance decides nothing.'
        : 'Nobody has stated how important the areas are.',
  ];
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
      return `important and weak: ${weaknessInWords(reason.weakness)}`;
    case 'level-deteriorated':
      return reason.question === undefined
        ? `below the floor of ${percent(reason.floor)}`
        : `question ${reason.question} is below the floor of ${percent(reason.floor)}`;
    case 'trend-deteriorated':
      return `fallen by ${points(-reason.change.value)}`;
    case 'special-cause':
      return `out of control in ${reason.period}: ${percent(reason.charted)}, limit ${percent(reason.limit)}`;
    case 'value-at-risk':
      return `${number(reason.dissatisfiedPerThousand.value)} of 1,000 visits end dissatisfied with incidents at "${shorten(nameOf(reason.moment), 30)}"`;
    case 'standard-not-met':
      return reason.standards
        .map(
          ({ standard, failed, measured }) =>
            `standard ${standard} failed in ${String(failed)} of ${String(measured)}`,
        )
        .join(', ');
    case 'holds-critical-moment':
      return `holds ${reason.moments.map((id) => `"${shorten(nameOf(id), 30)}"`).join(', ')}, critical`;
    case 'weak':
      return `weak: ${weaknessInWords(reason.weakness)}`;
    case 'weak-not-proven':
      return `perhaps weak, not proven: ${weaknessInWords(reason.weakness)}`;
    case 'too-few-answers':
      return `${String(reason.n)} answers, fewer than ${String(reason.minimumAnswers)}`;
  }
}

/** @param {Weakness} weakness */
function weaknessInWords(weakness) {
  return weakness.against === 'target'
    ? `at most ${percent(weakness.upperLimit)}, target ${percent(weakness.target)}`
    : `${points(-weakness.difference.value)} behind the others`;
}

/**
 * @param {Origin} origin
 * @returns {Section[]}
 */
function notesSection({ notes = [] }) {
  if (notes.length === 0) return [];
  return [{ title: 'What was not understood', parts: [{ kind: 'lines', lines: [...notes] }] }];
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

/**
 * The scores of the questions about the whole cycle, group by group.
 *
 * @param {Origin} origin
 * @returns {Section[]}
 */
function groupsSection({ groups }) {
  if (groups?.groups === undefined) return [];
  const { keys, responses } = groups.groups;
  const whole = groups.questions.filter(({ about }) => about === undefined);
  const rows = responses.map((count, place) => {
    const group = Object.fromEntries(
      keys.map(({ name, values, codes }) => [name, values[codes[place] ?? 0] ?? null]),
    );
    return [
      Object.values(group)
        .map((value) => value ?? '(none)')
        .join(', '),
      String(count ?? 'suppressed'),
      ...whole.map(({ question }) => estimateInWords(groupScore(groups, group, question))),
    ];
  });
  const head = [
    keys.map(({ name }) => name).join(', '),
    'responses',
    ...whole.map(({ question, scores: [score] }) => `${question}: ${metricInWords(score)}`),
  ];
  const note = `Groups of fewer than ${String(groups.minimumGroupSize)} are suppressed, with those that would give them away.`;
  return [
    {
      title: 'The same by group',
      parts: [
        { kind: 'table', head, rows },
        { kind: 'lines', lines: [note] },
      ],
    },
  ];
}

/**
 * @param {Origin} origin
 * @returns {Section[]}
 */
function changesSection({ changes, earlierSource = '' }) {
  if (changes === undefined) return [];
  const rows = changes.questions.flatMap((one) =>
    one.kind === 'comparison'
      ? [
          [
            one.question,
            estimateInWords(one.before),
            estimateInWords(one.after),
            estimateInWords(one.difference),
            one.test.adjustedPValue < 0.001 ? '< 0.001' : one.test.adjustedPValue.toFixed(3),
            one.verdict,
          ],
        ]
      : [],
  );
  const refused = changes.questions.flatMap((one) =>
    one.kind === 'not-comparable' ? [`Not compared: ${one.question} (${one.reason})`] : [],
  );
  return [
    {
      title: 'What changed',
      parts: [
        { kind: 'lines', lines: [`Against ${earlierSource}; p adjusted for all comparisons.`] },
        {
          kind: 'table',
          head: ['question', 'before', 'after', 'difference', 'p', 'verdict'],
          rows,
        },
        ...(refused.length === 0 ? [] : [{ kind: /** @type {const} */ ('lines'), lines: refused }]),
      ],
    },
  ];
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
 * @returns {Section}
 */
function nextSection({ nextSteps }) {
  const lines = nextSteps.map(
    ({ message }, place) => `${String(place + 1).padStart(2)}. ${message}`,
  );
  return {
    title: 'What to do next',
    parts: [{ kind: 'lines', lines: lines.length === 0 ? ['Nothing is open.'] : lines }],
  };
}

/**
 * The names of the things in a cycle, by kind and id: a moment and an area may share an id.
 *
 * @param {Cycle} cycle
 * @returns {{ [kind in Kind]: (id: string) => string }}
 */
function namesOf(cycle) {
  /** @param {readonly { id: string, name: LocalizedText }[]} [things] */
  const named = (things = []) => {
    const names = new Map(things.map(({ id, name }) => [id, inWords(name)]));
    return (/** @type {string} */ id) => names.get(id) ?? id;
  };
  return {
    moment: named(cycle.moments),
    area: named(cycle.areas),
    plan: named(cycle.actionPlans),
  };
}

/** @param {Estimated} estimate */
function estimateInWords(estimate) {
  if (estimate.kind === 'not-estimable') return `no score: ${estimate.reason}`;
  const { value, unit, interval } = estimate;
  const show = unit === 'share' ? percent : number;
  return `${show(value)} [${show(interval.low)}, ${show(interval.high)}]`;
}

/**
 * Nearly all is not all: 99.7% is not rounded to 100%, nor 0.3% to 0%.
 *
 * @param {number} share
 */
function percent(share) {
  const rounded = (100 * share).toFixed(0);
  const exact = !['100', '0', '-0'].includes(rounded) || share === 1 || share === 0;
  return `${exact ? rounded : (100 * share).toFixed(1)}%`;
}

/**
 * A difference of shares in percentage points: 20% less may be read as a fifth of them.
 *
 * @param {number} difference
 */
function points(difference) {
  return `${number(Number((100 * difference).toPrecision(2)))} points`;
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
