/**
 * The words of pictures and charts in one language. `service-cycle/report/en` has English, and there are `es`,
 * `el`, `pl` and `lv`; another language is an object of this type, of which the compiler names what is missing.
 * What stands in braces is put in.
 */
export interface PictureWords {
  /** The language, as `Intl` knows it, such as `en`: names and numbers are written as in it. */
  readonly language: string;
  /** What the wheel is called, behind the name of the cycle. */
  readonly wheel: string;
  /** What the blueprint is called, behind the name of the cycle. */
  readonly blueprint: string;
  /** Before how many moments there are. */
  readonly moments: string;
  /** A moment where one bad incident can undo the service. */
  readonly critical: string;
  /** A moment with a sign that it might be. */
  readonly watch: string;
  /** A moment that is not. */
  readonly ordinary: string;
  /** A moment that nobody has said anything about, and no data tell of. */
  readonly notAssessed: string;
  /** A moment that delights. */
  readonly strength: string;
  /** Over moments without a stage, where others have one. */
  readonly noStage: string;
  /** Before the stages that have no moments. */
  readonly emptyStages: string;
  /** Before how many moments are left out, by level. */
  readonly leftOut: string;
  /** That names which end with `…` are shortened. */
  readonly shortened: string;
  /** The lane of what the customer lives through. */
  readonly customer: string;
  /** The lane of where it happens. */
  readonly channel: string;
  /** The lane of whom the customer meets. */
  readonly frontStage: string;
  /** The lane of who stands behind it. */
  readonly backStage: string;
  /** The lane of waits and standards. */
  readonly standards: string;
  /** What parts the customer from the organization. */
  readonly lineOfInteraction: string;
  /** What parts what the customer sees from what is behind. */
  readonly lineOfVisibility: string;
  /** The customer meets a person, face to face. */
  readonly staff: string;
  /** The customer meets a person, by telephone or in writing. */
  readonly remote: string;
  /** The customer meets a machine, a page or an app. */
  readonly selfService: string;
  /** The customer meets nobody. */
  readonly nobody: string;
  /** The customer waits. */
  readonly waits: string;
  /** The share of cases that a standard requires, with `{share}` where it stands. */
  readonly ofCases: string;
  /** That a standard holds in every case. */
  readonly everyCase: string;
  /** Before how many standards of a moment are left out. */
  readonly moreStandards: string;
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
  /** The axis of a mean, with the `{range}` of its scale, such as `1 to 5`. */
  readonly mean: string;
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
  /** What the bars of an order are, with the `{level}`. */
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
  /** That points are moved aside. */
  readonly moved: string;
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
  /** A point within the limits. */
  readonly within: string;
  /** A point that is a signal. */
  readonly signal: string;
  /** What the lines of a control chart are. */
  readonly controlLines: string;
  /** That limits rest on few points. */
  readonly provisional: string;
  /** What the lines of a funnel are, with the `{target}`, and the levels `{warning}` and `{alarm}` of its limits. */
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
  /** A range, from `{low}` to `{high}`. */
  readonly range: string;
  /** The axis of ranges from one value to the next. */
  readonly step: string;
  /** A place beyond the limits of `{level}`. */
  readonly beyond: string;
  /** That nothing can be charted or compared, since no period or place has anything to count. */
  readonly noPoints: string;
  /** That one period, or one place, has nothing to be held against. */
  readonly onePoint: string;
  /** That all or none of the cases count, or all values are the same. */
  readonly noSpread: string;
}
