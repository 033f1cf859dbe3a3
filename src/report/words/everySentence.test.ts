import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { SelectionDemand } from '../../plans/types.ts';
import type { ConsistencyReason } from '../../quality/types.ts';
import { greek, greekMore } from '../languages/el.ts';
import { english, englishMore } from '../languages/en.ts';
import { spanish, spanishMore } from '../languages/es.ts';
import { latvian, latvianMore } from '../languages/lv.ts';
import { polish, polishMore } from '../languages/pl.ts';
import type { Finding } from './findingInWords.ts';
import { inWords, type Sayable } from './inWords.ts';
import type { AnyReason } from './reasonInWords.ts';

const cycle: Cycle = {
  id: 'bank',
  name: 'Bank',
  areas: [{ id: 'hall', name: 'Hall' }],
  stages: [{ id: 'in', name: 'Arrival' }],
  moments: [
    { id: 'wait', name: 'Waits', contact: 'none', area: 'hall', stage: 'in' },
    { id: 'greet', name: 'Is greeted', contact: 'staff', area: 'hall', stage: 'in' },
  ],
  requirements: [
    {
      id: 'quick',
      statement: 'Nobody waits long',
      moments: ['wait'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'ten',
          measure: 'Time in the queue',
          unit: 'minutes',
          operator: '<=',
          threshold: 10,
          requiredShare: 0.9,
        },
      ],
    },
  ],
  actionPlans: [
    { id: 'desk', name: 'A second desk', effects: [] },
    { id: 'train', name: 'Training', effects: [] },
  ] as never,
  survey: {
    id: 's',
    title: 'S',
    questions: [
      { id: 'csat', text: 'Satisfied?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
    ],
  },
};

const LANGUAGES = {
  spanish: { words: spanish, more: spanishMore },
  greek: { words: greek, more: greekMore },
  polish: { words: polish, more: polishMore },
  latvian: { words: latvian, more: latvianMore },
};

const limits = (low: number, high: number) =>
  ({ low, high, level: 0.95, method: 'wilson' }) as const;
const part = (value: number, low: number, high: number) =>
  ({ kind: 'estimate', value, unit: 'share', interval: limits(low, high) }) as never;
const difference = (value: number, low: number, high: number) =>
  ({ kind: 'estimate', value, unit: 'net-share', interval: limits(low, high) }) as never;

/** Of each code what its sentence needs, and the sentence; a code without one does not compile. */
type Table<Thing extends { readonly code: string }> = {
  readonly [Code in Thing['code']]: readonly [
    parts: Partial<Omit<Extract<Thing, { readonly code: Code }>, 'code'>>,
    english: string,
  ];
};

const REASONS: Table<AnyReason> = {
  declared: [
    { because: 'the law says so', by: 'the board' },
    'declared critical: the law says so (the board)',
  ],
  'grave-trait': [{ trait: 'safety' }, 'at stake: safety'],
  'delicate-trait': [{ trait: 'payment' }, 'payment, a delicate matter (assumed)'],
  'action-priority': [
    { severity: 9, occurrence: 4, detection: 3, priority: 'high' },
    'judged of high priority (severity 9, occurrence 4, detection 3, of 10)',
  ],
  'unreadable-judgement': [
    { rating: 'severity', by: 'Ann', found: 'eleven' } as never,
    'the severity judged by “Ann” cannot be read: “eleven”',
  ],
  'first-direct-contact': [{}, 'the first direct contact with staff (assumed to weigh more)'],
  'last-contact': [{}, 'the last contact (assumed to be remembered)'],
  'incident-effect': [
    {
      incidents: 40,
      n: 400,
      riskDifference: difference(0.3, 0.2, 0.4),
      jointEffect: difference(0.25, 0.1, 0.4),
      heldBack: 'common-source',
      minimumCommonSource: 1000,
    } as never,
    'incidents in 40 of 400 visits; with one, 30 points more end dissatisfied (20 to 40); 25 points more with the other moments held fixed (10 to 40); visits alone do not make it critical yet: the same answers tell of incidents and of the visit, so that it takes 1,000 visits',
  ],
  'impact-asymmetry': [
    { penalty: { size: 0.75 }, reward: { size: 0.25 } } as never,
    'a low rating costs 0.75 of the overall answer, a high one gains 0.25',
  ],
  'wait-beyond-standard': [
    { withinShare: part(0.8, 0.7, 0.88), limitSeconds: 600, requiredShare: 0.9 },
    '80% of waits (70% to 88%) are within 10 minutes; 90% are required',
  ],
  'weakest-link': [
    { flawlessShare: part(0.6, 0.5, 0.7) },
    'the weakest link: 60% of visits pass it without an incident (50% to 70%)',
  ],
  'seldom-recovered': [
    { recovered: part(0.2, 0.1, 0.3) },
    '20% of what goes wrong is made good (10% to 30%)',
  ],
  'evidence-gap': [
    { of: 'incident-effect', because: 'collinear', duplicates: ['greet'] } as never,
    'effect of incidents: it cannot be told from other moments or questions; leave one of them out (“Is greeted”)',
  ],
  'important-and-weak': [
    { weakness: { against: 'target', upperLimit: 0.7, target: 0.8 } } as never,
    'important and weak: at most 70%, below the target of 80%',
  ],
  weak: [
    {
      weakness: { against: 'other-areas', difference: difference(-0.1, -0.15, -0.05), others: 0.8 },
    } as never,
    'weak: 10 points fewer than the 80% of the other areas (5 to 15)',
  ],
  'weak-not-proven': [
    { weakness: { against: 'target', upperLimit: 0.83, target: 0.8 } } as never,
    'perhaps weak, by chance or not: at most 83%, below the target of 80%',
  ],
  'level-deteriorated': [
    { upperLimit: 0.45, floor: 0.5, question: 'csat' },
    'question “Satisfied?”: at most 45% favourable, below the floor of 50%',
  ],
  'trend-deteriorated': [
    { change: difference(-0.12, -0.2, -0.04) },
    '12 points fewer than in the survey before (4 to 20)',
  ],
  'special-cause': [
    { period: '2026-03', charted: 0.6, limit: 0.7 },
    'worse in “2026-03” than chance has it: 60%, and the limit is 70%',
  ],
  'standard-not-met': [
    {
      standards: [
        { standard: 'ten', failed: 30, measured: 100, isMaterial: true },
        { standard: 'other', failed: 1, measured: 1, isMaterial: false },
      ],
    } as never,
    '“Time in the queue” failed in 30 of 100 cases, more than can be borne; “other” failed in 1 of 1 case',
  ],
  'holds-critical-moment': [
    { moments: ['wait', 'greet'] },
    'critical moments: “Waits” and “Is greeted”',
  ],
  'value-at-risk': [
    {
      moment: 'wait',
      dissatisfiedPerThousand: { value: 24, interval: limits(12, 40) },
      valuePerThousand: { value: 2400 },
    } as never,
    '24 of 1,000 visits end dissatisfied with an incident at “Waits” (12 to 40); worth 2,400',
  ],
  'too-few-answers': [{ n: 1, minimumAnswers: 30 }, '1 answer, and it takes 30 to judge'],
  brings: [{ customers: 12 }, 'keeps about 12 customers per period'],
  'must-do': [{}, 'has to be done'],
  'needed-by': [{ plans: ['train'] }, 'needed by “Training”'],
  'only-one-for': [{ moments: ['wait'] }, 'the only one for “Waits”'],
  'under-way': [{ status: 'in-progress' }, 'under way: in progress'],
  dropped: [{}, 'was dropped'],
  'no-known-benefit': [{ unknownMoments: ['greet'] }, 'no benefit is known (“Is greeted”)'],
  'excluded-by': [{ plans: ['desk'] }, 'cannot go beside “A second desk”'],
  'needs-not-chosen': [{ plans: ['desk'] }, 'needs “A second desk”'],
  'needs-what-it-excludes': [
    { plans: ['desk', 'train'] } as never,
    'needs two plans that exclude each other: “A second desk” and “Training”',
  ],
  'does-not-fit': [{ resource: 'money', short: 1500 }, 'does not fit: money 1,500 short'],
  'never-fits': [
    { resource: 'staffHours', short: 3 },
    'does not fit beside what has to be done: staff hours 3 short',
  ],
  'area-full': [{ area: 'hall', atMost: 2 }, '“Hall” has 2 plans already, as many as may be'],
  'leaves-without-plan': [{ moments: ['wait'] }, 'would leave “Waits” without a plan'],
  'less-benefit': [{ insteadOf: ['desk'] }, 'brings less than “A second desk”'],
};

const byIds = (id: string) => ({ ids: [id], message: '' }) as never;

const FINDINGS: Table<Finding> = {
  'critical-moment-without-requirement': [
    byIds('wait'),
    '“Waits” is critical and has no requirement',
  ],
  'requirement-without-standard': [
    byIds('quick'),
    '“Nobody waits long” has no standard to check it by',
  ],
  'moment-without-question': [byIds('greet'), 'no question asks about “Is greeted” or its area'],
  'plan-without-effect': [byIds('desk'), '“A second desk” moves no moment'],
  'circular-needs': [byIds('train'), 'these plans need each other in a circle: “Training”'],
  'plan-needs-excluded': [
    byIds('desk'),
    '“A second desk” needs what cannot be carried out beside it',
  ],
  'stage-without-moment': [byIds('in'), 'no moment belongs to the stage “Arrival”'],
  'area-without-moment': [byIds('hall'), 'no moment belongs to the area “Hall”'],
  'external-cycle-supports': [byIds('lab'), 'a cycle of external customers supports others: “lab”'],
  'supports-itself': [byIds('lab'), 'the cycle supports itself: “lab”'],
  'unknown-cycle': [byIds('lab'), 'no such cycle: “lab”'],
  'unknown-moment': [byIds('lab'), 'no such moment: “lab”'],
  'unknown-standard': [byIds('lab'), 'no such standard: “lab”'],
  circle: [byIds('lab'), 'support in a circle: “lab”'],
  'critical-moment-without-support': [
    byIds('wait'),
    '“Waits” is critical, and nothing internal stands behind it',
  ],
  'standard-serves-nobody': [
    byIds('tube'),
    'an internal standard is part of none that customers meet: “tube”',
  ],
  'cycle-serves-nobody': [byIds('lab'), 'an internal cycle supports nothing: “lab”'],
  'unknown-id': [byIds('x'), 'the service plan names what there is not: “x”'],
  'need-without-requirement': [
    byIds('n'),
    'no requirement says what has to be true for the need “n”',
  ],
  'requirement-without-need': [
    byIds('quick'),
    'the requirement “Nobody waits long” answers no need of the plan',
  ],
  'no-help-when-it-fails': [byIds('p'), 'no need says what help customers want when it fails'],
  'policy-without-procedure': [byIds('p'), 'no procedure says how the policy “p” is carried out'],
  'channel-without-hours': [byIds('phone'), 'the channel “phone” never opens'],
  'channel-without-standard': [byIds('phone'), 'nothing says how soon the channel “phone” answers'],
  'hours-overlap': [byIds('phone'), 'times of “phone” overlap, and count once'],
  'hours-with-faults': [byIds('phone'), 'the hours of “phone” cannot be read'],
  'critical-moment-without-training': [
    byIds('greet'),
    '“Is greeted” is critical, and no staff are trained for it',
  ],
  'profile-differs': [
    byIds('age'),
    'those who answered are other customers than the plan is for: “age”',
  ],
  'contradicting-standards': [
    { standards: ['ten', 'other'] } as never,
    'these standards cannot both be met: “Time in the queue” and “other”',
  ],
  'missing-source': [
    { requirement: 'quick' },
    'nobody can look up where “Nobody waits long” comes from',
  ],
  'usage-contradicted': [
    { moment: 'wait', stated: 0.5, counted: { value: 0.3, interval: limits(0.25, 0.36) } } as never,
    'the cycle says that 50% of visits pass “Waits”; the visits tell 30% (25% to 36%)',
  ],
  'harm-not-measured': [
    { moment: 'wait', reason: 'no-incidents' } as never,
    'what incidents at “Waits” do is assumed, for no visit had an incident here; check that incidents are reported',
  ],
  'nobody-dissatisfied': [{}, 'no visit ended dissatisfied, so that nothing is at stake'],
  'everybody-dissatisfied': [
    {},
    'every visit ended dissatisfied, so that no harm can be told from another',
  ],
  'unknown-outcome': [{}, 'nothing tells how many customers end dissatisfied; all visits stand in'],
  'effect-not-seen': [{ visits: 1 } as never, 'people say critical, and 1 visit shows no effect'],
  'effect-not-judged': [
    { visits: 900 } as never,
    'people say that it is not critical, and 900 visits tell that it is',
  ],
  'importance-does-not-discriminate': [
    {},
    'all areas matter about equally, so that importance decides nothing',
  ],
  'importance-not-derived': [
    { reason: 'no-answers' },
    'importance could not be derived: nobody answered; ask more customers',
  ],
  'importance-not-ranked': [
    {
      refusals: [
        { code: 'few-responses', message: '' },
        { code: 'explains-little', adjustedRSquared: 0.05, minimumRSquared: 0.1, message: '' },
      ],
    } as never,
    'derived importance is not used: too few responses are complete; the answers explain too little (5%, and it takes 10%)',
  ],
  'pairs-left-out': [
    { areas: 200, most: 100 },
    'of 200 areas no pairs are compared; that ends at 100',
  ],
  'unknown-areas': [{ areas: ['roof'] }, 'left aside, since the cycle has no such areas: “roof”'],
  'explains-little': [
    { adjustedRSquared: 0.05, minimumRSquared: 0.1 },
    'the answers explain too little (5%, and it takes 10%)',
  ],
  'few-responses': [{}, 'too few responses are complete'],
};

const DEMANDS: {
  readonly [Kind in SelectionDemand['kind']]: readonly [
    Omit<Extract<SelectionDemand, { readonly kind: Kind }>, 'kind'>,
    string,
  ];
} = {
  'must-do': [{ plan: 'desk' }, '“A second desk” has to be carried out'],
  needs: [{ plan: 'desk', needs: 'train' }, '“A second desk” needs “Training”'],
  excludes: [{ plan: 'desk', excludes: 'train' }, '“A second desk” cannot go beside “Training”'],
  status: [{ plan: 'desk', status: 'dropped' }, '“A second desk”: dropped'],
  capacity: [{ resource: 'money', capacity: 500 }, 'there is money 500'],
  'at-most-in-area': [{ area: 'hall', atMost: 1 } as never, 'at most 1 plan in “Hall”'],
  'at-least-one-for': [{ moment: 'wait' }, 'at least one plan for “Waits”'],
};

const CONSISTENT: {
  readonly [Code in ConsistencyReason['code']]: readonly [object, string];
} = {
  'places-differ': [
    { share: 0.2, low: 0.1, high: 0.4 },
    'Places account for 20% of what varies (10% to 40%).',
  ],
  'differences-negligible': [
    { share: 0.01, low: 0, high: 0.04 },
    'Places account for 4% of what varies at most; up to 5% is taken to be negligible.',
  ],
  'not-settled': [
    { share: 0.02, low: 0, high: 0.3 },
    'Places may account for anything from nothing to 30% of what varies.',
  ],
  'place-stands-out': [
    { place: 'Patras', direction: 'below', value: 0.4, target: 0.7 },
    '“Patras” stands out: 40% are content there, as against 70%.',
  ],
  'each-place-constant': [
    { fewest: 12 },
    'At each place every answer is the same, of 12 or more, and places differ.',
  ],
  'all-constant': [{ fewest: 12 }, 'Every answer is the same, of 12 or more at each place.'],
  'not-comparable': [{ because: 'no-answers' }, 'not known: nobody answered; ask more customers.'],
  'places-hidden': [{ places: 2 }, '2 places are not shown, and may differ.'],
};

const CHANGES: readonly (readonly [object, string])[] = [
  [
    { moment: 'wait', verdict: 'became-critical', before: 'watch', after: 'critical' },
    '“Waits”: became critical (to be watched → critical)',
  ],
  [
    { standard: 'ten', verdict: 'lost', before: 'met', after: 'not-met' },
    '“Time in the queue”: is met no more (met → not met)',
  ],
  [{ plan: 'desk', verdict: 'not-verified' }, '“A second desk”: is not verified'],
  [{ area: 'hall', verdict: 'new' }, '“Hall”: new'],
  [
    {
      area: 'hall',
      verdict: 'rose',
      performance: { verdict: 'worse', change: difference(-0.1, -0.2, -0.02) },
    },
    '“Hall”: rose; worse (10 points fewer (2 to 20))',
  ],
  [
    {
      kind: 'comparison',
      question: 'csat',
      verdict: 'better',
      difference: { ...(part(0.1, 0.02, 0.2) as object), kind: 'estimate' },
    },
    '“Satisfied?”: better; 10 points more (2 to 20)',
  ],
  [
    { kind: 'not-comparable', question: 'csat', reason: 'different-scale' },
    '“Satisfied?”: cannot be compared (another scale)',
  ],
];

const STEPS: readonly (readonly [object, string])[] = [
  [{ code: 'plan-for-area', ids: ['hall'] }, 'Plan for “Hall”'],
  [{ code: 'carry-out-plan', ids: ['desk'] }, 'Carry out “A second desk”'],
  [{ code: 'mend-standard', ids: ['ten'] }, 'Mend “Time in the queue”'],
  [
    { code: 'judge-moment', ids: ['wait'] },
    'Have people who know the work judge what an incident does at “Waits”',
  ],
  [
    { code: 'mend-survey-data', ids: ['csat'] },
    'Find out why some answers are not on the scale of “Satisfied?”',
  ],
  [{ code: 'review-service-plan', ids: ['sp'] }, 'Review the service plan “sp”'],
  [
    { code: 'train-people', ids: ['Ann'] },
    'Train for “Ann”: it does not hold for all, or soon will not',
  ],
  [{ code: 'start', plan: 'train', state: 'late' }, 'Start “Training”'],
];

const QUALIFIED: readonly (readonly [object, string])[] = [
  [
    { shortfall: { material: true }, failuresPerThousand: { value: 30, interval: limits(20, 45) } },
    '“Time in the queue”: not met, more than can be borne; 30 of 1,000 cases fail (20 to 45); every case has to conform',
  ],
  [
    { provenShare: 0.8, undecided: { abandoned: 1, stillWaiting: 2 } },
    '“Time in the queue”: not met; at least 80% is proven; 3 cases are not over; every case has to conform',
  ],
  [
    { correction: { uncorrected: 'met', comparisons: 4 } },
    '“Time in the queue”: not met; met if it were the only one of 4 standards; every case has to conform',
  ],
];

const verdict = {
  standard: 'ten',
  status: 'not-met',
  measured: 0,
  requiredShare: 1,
  undecided: { abandoned: 0, stillWaiting: 0 },
  conformingShare: { kind: 'not-estimable', reason: 'no-data', n: 0 },
};

const consistency = {
  kind: 'consistency',
  verdict: 'not-proven',
  mostlyVaries: 'within-places',
  negligible: 0.05,
};

const entries = <Thing extends { readonly code: string }>(table: Table<Thing>) =>
  Object.entries<readonly [object, string]>(table).map(
    ([code, [parts, said]]) => [{ code, ...parts }, said] as const,
  );

const SAID: readonly (readonly [thing: object, said: string])[] = [
  ...entries(REASONS),
  ...entries(FINDINGS),
  ...Object.entries(DEMANDS).map(([kind, [parts, said]]) => [{ kind, ...parts }, said] as const),
  ...Object.entries(CONSISTENT).map(
    ([code, [parts, said]]) =>
      [
        { ...consistency, reasons: [{ code, ...parts }] },
        `${englishMore['not-proven']} ${said} ${englishMore['within-places']}`,
      ] as const,
  ),
  ...CHANGES,
  ...STEPS,
  ...QUALIFIED.map(([parts, said]) => [{ ...verdict, ...parts }, said] as const),
  [{ code: 'less-benefit', insteadOf: [] }, 'adds nothing to the plans chosen'],
  [
    { kind: 'not-estimable', reason: 'no-known-stake' },
    `not known: ${english.notKnown['no-known-stake']}`,
  ],
  [
    { kind: 'expected-benefit', low: 4, base: 12, high: 20, basis: 'assumed' },
    'keeps about 12 customers per period (4 to 20; assumed)',
  ],
  [{ kind: 'estimate', value: 2.5, unit: 'scale', interval: limits(2, 3) }, '2.5 (2 to 3, at 95%)'],
  [
    { kind: 'estimate', value: 12, unit: 'per-thousand', interval: limits(8, 18) },
    '12 of 1,000 (8 of 1,000 to 18 of 1,000, at 95%)',
  ],
  [{ kind: 'estimate', value: 0.1234, unit: 'odds-ratio' }, '0.123'],
  [{ kind: 'estimate', value: 0.05, unit: 'net-share' }, '5 points more'],
  [
    {
      moment: 'wait',
      level: 'critical',
      reasons: [{ code: 'last-contact' }, { code: 'own-rule' }],
    },
    '“Waits” is critical: the last contact (assumed to be remembered); “own-rule”',
  ],
  [{ moment: 'greet', level: 'ordinary', reasons: [] }, '“Is greeted” is ordinary'],
  [
    {
      area: 'hall',
      level: 'watch',
      performance: part(0.7, 0.6, 0.8),
      reasons: [{ code: 'too-few-answers', n: 5, minimumAnswers: 30 }],
    },
    '“Hall”: to be watched; 70% (60% to 80%); 5 answers, and it takes 30 to judge',
  ],
  [
    { kind: 'estimate', moment: 'greet', isStrength: true, effect: difference(0.2, 0.1, 0.3) },
    '“Is greeted”: a strength: 20 points more are pleased with the whole where something delights them (10 to 30)',
  ],
  [
    { kind: 'estimate', moment: 'greet', isStrength: false, effect: difference(0.02, -0.1, 0.14) },
    '“Is greeted”: 2 points more are pleased with the whole where something delights them (10 fewer to 14 more)',
  ],
  [
    { plan: 'desk', reasons: [{ code: 'must-do' }, { code: 'needed-by', plans: ['train'] }] },
    '“A second desk”: has to be done; needed by “Training”',
  ],
  [
    { kind: 'not-estimable', reason: 'no-known-stake', unknownMoments: [] },
    `not known: ${english.notKnown['no-known-stake']}`,
  ],
];

/** Languages part a figure and its sign by blanks that do not break. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('inWords', () => {
  const sentences = SAID.map(([thing, said]) => ({ thing, said }));

  it.each(sentences)('says: $said', ({ thing, said }) => {
    expect(plain(inWords(thing as Sayable, { words: english, cycle, more: englishMore }))).toBe(
      said,
    );
  });

  it.each(Object.entries(LANGUAGES))(
    'says all of it in %s, with no place left open',
    (_, words) => {
      for (const [thing, said] of SAID) {
        const sentence = inWords(thing as Sayable, { ...words, cycle });
        expect(sentence, said).not.toMatch(/undefined|NaN|\[object|[{}]/);
        // Names and figures are those of the English sentence.
        for (const [, name = ''] of said.matchAll(/“([^”]*)”/g)) expect(sentence).toContain(name);
      }
    },
  );
});
