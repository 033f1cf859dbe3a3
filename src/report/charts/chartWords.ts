/** The words that charts have of their own. What stands in braces is put in. */
export interface ChartWords {
  /** The heading of `journeyChart`. */
  readonly journey: string;
  /** The heading of `groupScoresChart`, where none is given. */
  readonly groups: string;
  /** The heading of `importancePerformanceChart`. */
  readonly matrix: string;
  /** The heading of `areaOrderChart`. */
  readonly areas: string;
  /** The heading of `plansChart`. */
  readonly plans: string;
  /** The heading of `controlChart`. */
  readonly control: string;
  /** The heading of `funnelChart`. */
  readonly funnel: string;
  /** The heading of `beforeAfterChart`. */
  readonly beforeAfter: string;
  /** The axis of a net promoter score. */
  readonly netPromoterScore: string;
  /** The axis of a share of satisfied customers. */
  readonly satisfiedShare: string;
  /** The axis of satisfied less dissatisfied customers. */
  readonly netSatisfaction: string;
  /** The axis of a mean, with `{scale}`, such as `1 to 5`. */
  readonly mean: string;
  /** A scale, from `{min}` to `{max}`. */
  readonly scale: string;
  /** Behind the axis of what is better where it is lower. */
  readonly lowerIsBetter: string;
  /** The axis of a share of incidents. */
  readonly incidentShare: string;
  /** What intervals are, with the `{level}`. */
  readonly intervals: string;
  /** All groups together, and responses without one. */
  readonly all: string;
  /** What the dashed line of a chart of groups is. */
  readonly together: string;
  /** A moment that no question is about. */
  readonly notAsked: string;
  /** Nobody answered. */
  readonly noAnswers: string;
  /** One person answered, and a mean of one has no interval. */
  readonly oneAnswer: string;
  /** So few answered that it could reveal a person. */
  readonly belowMinimum: string;
  /** What is shown would give away another group. */
  readonly protectsAnother: string;
  /** Not drawn, and other questions are: another metric or scale. */
  readonly otherMetric: string;
  /** Before how many are not drawn. */
  readonly notDrawn: string;
  /** That nothing can be drawn. */
  readonly nothing: string;
  /** A critical moment. */
  readonly critical: string;
  /** A moment to watch. */
  readonly watch: string;
  /** An ordinary moment. */
  readonly ordinary: string;
  /** A moment that is not assessed. */
  readonly notAssessed: string;
  /** The axis of how much items matter, as they are rated. */
  readonly importance: string;
  /** The axis of how much items matter, as derived from answers. */
  readonly derivedImportance: string;
  /** The axis of how well items do. */
  readonly performance: string;
  /** It matters and does badly. */
  readonly concentrateHere: string;
  /** It matters and does well. */
  readonly keepUp: string;
  /** It matters less and does badly. */
  readonly lowPriority: string;
  /** It matters less and does well. */
  readonly possibleOverkill: string;
  /** The quadrant of an item hardly hangs on chance. */
  readonly holds: string;
  /** The quadrant of an item might well be another. */
  readonly fragile: string;
  /** That nobody says how an item does, or how much it matters. */
  readonly unplaced: string;
  /** The axis of places in an order. */
  readonly place: string;
  /** What the bars of an order are. */
  readonly ranks: string;
  /** That nothing was redrawn, so that it is not known how sure the order is. */
  readonly noRanks: string;
  /** To be intervened in now. */
  readonly interveneNow: string;
  /** To be planned for. */
  readonly plan: string;
  /** Maybe weak. */
  readonly maybeWeak: string;
  /** To be measured first. */
  readonly measureFirst: string;
  /** Does well. */
  readonly keep: string;
  /** The axis of costs, with the `{resource}`. */
  readonly cost: string;
  /** The axis of benefits. */
  readonly benefit: string;
  /** What the bars of benefits are. */
  readonly benefitRange: string;
  /** A plan that is chosen. */
  readonly chosen: string;
  /** A plan that is not. */
  readonly left: string;
  /** A plan that is under way, carried out or dropped. */
  readonly underWay: string;
  /** Before the plans whose benefit nobody knows. */
  readonly unknownBenefit: string;
  /** The axis of shares. */
  readonly share: string;
  /** The axis of other values. */
  readonly value: string;
  /** The axis of periods or visits, in their order. */
  readonly period: string;
  /** The axis of how many there are. */
  readonly count: string;
  /** The axis of ranges from one value to the next. */
  readonly range: string;
  /** A point within the limits. */
  readonly within: string;
  /** A point that is a signal. */
  readonly signal: string;
  /** What the lines of a control chart are. */
  readonly controlLines: string;
  /** That limits rest on few points. */
  readonly provisional: string;
  /** Beyond the limits of 95 %. */
  readonly warning: string;
  /** Beyond the limits of 99.8 %. */
  readonly alarm: string;
  /** What the lines of a funnel are, with the `{target}`. */
  readonly funnelLines: string;
  /** Before places that are not shown. */
  readonly hidden: string;
  /** Before periods or places without anything to count. */
  readonly empty: string;
  /** The earlier survey. */
  readonly before: string;
  /** The later survey. */
  readonly after: string;
  /** A score that rose. */
  readonly rose: string;
  /** A score that fell. */
  readonly fell: string;
  /** No change is proven. */
  readonly noProvenChange: string;
  /** Before questions that cannot be compared. */
  readonly notComparable: string;
}

/** The words of charts where no others are given. */
export const CHART_WORDS: ChartWords = {
  journey: 'How customers fare from moment to moment',
  groups: 'Scores by group',
  matrix: 'Importance and performance',
  areas: 'Areas in order of need, and how sure the order is',
  plans: 'Action plans by cost and benefit',
  control: 'Control chart',
  funnel: 'Places beside each other',
  beforeAfter: 'Before and after',
  netPromoterScore: 'Net promoter score (points, −100 to 100)',
  satisfiedShare: 'Satisfied customers (% of answers)',
  netSatisfaction: 'Satisfied less dissatisfied customers (% of answers)',
  mean: 'Mean answer (scale {scale})',
  scale: '{min} to {max}',
  lowerIsBetter: 'lower is better',
  incidentShare: 'Customers with an incident (% of answers)',
  intervals: 'Bars: {level} confidence intervals.',
  all: 'all together',
  together: 'Dashed line: all together.',
  notAsked: 'not asked',
  noAnswers: 'no answers',
  oneAnswer: 'one answer',
  belowMinimum: 'hidden (too few)',
  protectsAnother: 'hidden (protects another)',
  otherMetric: 'asked in another way',
  notDrawn: 'Not drawn',
  nothing: 'There is nothing to draw',
  critical: 'critical',
  watch: 'to watch',
  ordinary: 'ordinary',
  notAssessed: 'not assessed',
  importance: 'Importance (as rated)',
  derivedImportance: 'Importance (derived from answers)',
  performance: 'Performance (as rated)',
  concentrateHere: 'concentrate here',
  keepUp: 'keep up',
  lowPriority: 'low priority',
  possibleOverkill: 'possible overkill',
  holds: 'place holds',
  fragile: 'might be elsewhere',
  unplaced: 'Not placed',
  place: 'Place in the order (1 is the neediest)',
  ranks: 'Bars: the places of 90 in 100 resamples.',
  noRanks: 'Nothing was redrawn: how sure the order is, is not known.',
  interveneNow: 'intervene now',
  plan: 'plan',
  maybeWeak: 'watch',
  measureFirst: 'measure first',
  keep: 'keep',
  cost: 'Cost ({resource})',
  benefit: 'Customers kept, each plan alone (per period)',
  benefitRange: 'Bars: from the cautious to the hopeful figure.',
  chosen: 'chosen',
  left: 'not chosen',
  underWay: 'under way or dropped',
  unknownBenefit: 'Benefit unknown',
  share: 'Share (%)',
  value: 'Value',
  period: 'In order',
  count: 'Answers (number)',
  range: 'Range to the one before',
  within: 'as chance has it',
  signal: 'signal',
  controlLines: 'Lines: centre, and limits that chance keeps to.',
  provisional: 'Provisional: the limits rest on fewer than 20 points.',
  warning: 'beyond 95 %',
  alarm: 'beyond 99.8 %',
  funnelLines: 'Lines: {target}, and the limits of 95 % and 99.8 % at each size.',
  hidden: 'Not shown, too few answered',
  empty: 'Nothing to count',
  before: 'before',
  after: 'after',
  rose: 'rose',
  fell: 'fell',
  noProvenChange: 'no proven change',
  notComparable: 'Not comparable',
};
