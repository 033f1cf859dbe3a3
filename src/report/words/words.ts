import type { PriorityChange } from '../../areas/comparePriorities.ts';
import type { RankingRefusal } from '../../areas/importance/types.ts';
import type { Quadrant } from '../../areas/matrix/types.ts';
import type { AreaReason } from '../../areas/reasonTypes.ts';
import type { AreaLevel, AreaWarning } from '../../areas/types.ts';
import type { ImportIssueCode } from '../../interop/reading/importTypes.ts';
import type { InvalidTenureReason } from '../../loyalty/tallyTypes.ts';
import type { ActionPlanStatus } from '../../model/actionPlan.ts';
import type { CycleFindingCode } from '../../model/checkCycle.ts';
import type { Contact, Trait } from '../../model/momentOfTruth.ts';
import type { RequirementSource, Stakeholder } from '../../model/requirement.ts';
import type {
  ActionPriority,
  CriticalReason,
  EvidenceGap,
  EvidenceGapReason,
  MomentLevel,
  RiskRatings,
} from '../../moments/reasonTypes.ts';
import type { Disagreement } from '../../moments/types.ts';
import type { VisitIssueCode } from '../../moments/visits/types.ts';
import type { Assumption } from '../../plans/benefitTypes.ts';
import type { ChosenReason, LeftReason } from '../../plans/reasonTypes.ts';
import type { StakeBasis } from '../../plans/stakes.ts';
import type { Movement, NextActionCode, TrackedState } from '../../plans/tracking/types.ts';
import type { SelectionDemand } from '../../plans/types.ts';
import type {
  Consistency,
  ConsistencyReason,
  FunnelPlace,
  MysteryFinding,
} from '../../quality/types.ts';
import type { ChainFindingCode } from '../../requirements/chain/serviceChain.ts';
import type { EventFaultCode } from '../../requirements/events/eventTypes.ts';
import type { RequirementFinding } from '../../requirements/findings/findingTypes.ts';
import type { InvalidMeasurementReason } from '../../requirements/measurements/tallyTypes.ts';
import type { RequirementStatus } from '../../requirements/types.ts';
import type { MomentChange, PlanChange, StandardChange } from '../../review/compareReviews.ts';
import type { StakeFindingCode } from '../../review/stakes/stakeTypes.ts';
import type { NextStepCode } from '../../review/types.ts';
import type { ServicePlanFindingCode } from '../../service-plan/checkServicePlan.ts';
import type { IssueCode } from '../../shared/issue.ts';
import type { ServiceCycleErrorCode } from '../../shared/serviceCycleError.ts';
import type {
  AskedOnce,
  DefinitionMismatch,
  NothingToCompare,
  ScoreComparison,
} from '../../survey/compare/types.ts';
import type { SuppressionReason } from '../../survey/disclosure/suppress.ts';
import type { ScoreWarning } from '../../survey/score/surveyScores.ts';
import type { ScoreDefinition } from '../../survey/types.ts';
import type { NotKnownReason, UnreportedReason } from './notKnownReason.ts';

/**
 * One language: a sentence for every code that a result can hold. `service-cycle/report/en` has
 * English, and there are `es`, `el`, `pl` and `lv`; another language is an object of this type, of which
 * the compiler names what is missing.
 *
 * A sentence may hold `{name}`, which a value takes the place of, and `{name:# visit|# visits}`, of
 * which the form that goes with the number is taken, in the order of {@link Words.plurals}; `#` is the
 * number. All sentences of a code in `service-cycle/report/en` show which values it is given.
 */
export interface Words {
  /** The language, as `Intl` knows it, such as `en`. */
  readonly language: string;
  /** The plural categories of the language that forms are given for, in their order. */
  readonly plurals: readonly ('zero' | 'one' | 'two' | 'few' | 'many' | 'other')[];
  /** Levels, verdicts, states and other words that stand alone. */
  readonly terms: Readonly<Record<Term, string>>;
  /** Why a moment, an area or a plan is judged as it is. */
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  /** Why something is not known, and what would help. */
  readonly notKnown: Readonly<
    Record<Exclude<NotKnownReason, UnreportedReason> | EvidenceGap, string>
  >;
  /** What a cycle, its stakes, its survey or the order of areas lack, and where people and data differ. */
  readonly findings: Readonly<Record<FindingCode, string>>;
  /** What is wrong with visits and measurements, which reports tell. */
  readonly issues: Readonly<Record<ReportIssue, string>>;
  /** What to do next. */
  readonly steps: Readonly<Record<NextStepCode, string>>;
  /** Demands on plans. */
  readonly demands: Readonly<Record<SelectionDemand['kind'], string>>;
  /** What changed, and why something cannot be compared. */
  readonly changes: Readonly<Record<ChangeCode, string>>;
  /** What joins the parts of sentences. */
  readonly phrases: Readonly<Record<Phrase, string>>;
  /** What only reports say: headings, columns and verdicts on the whole. */
  readonly report: Readonly<Record<ReportPhrase, string>>;
}

/** A code that is said by one word, or a few. */
export type Term =
  | MomentLevel
  | AreaLevel
  | RequirementStatus
  | ActionPlanStatus
  | StakeBasis
  | ActionPriority
  | Assumption
  | keyof RiskRatings
  | Trait
  | SuppressionReason
  | ScoreDefinition['metric']
  | EvidenceGapReason['of']
  | 'suppressed';

/** One that no report says. */
export type UnreportedTerm = Exclude<
  | TrackedState
  | Movement
  | Contact
  | RequirementSource['kind']
  | Stakeholder
  | FunnelPlace['reason']
  | MysteryFinding
  | Quadrant,
  Term
>;

/** The code of a reason. */
export type ReasonCode =
  | CriticalReason['code']
  | AreaReason['code']
  | ChosenReason['code']
  | LeftReason['code'];

/** The code of a finding. */
export type FindingCode =
  | CycleFindingCode
  | ChainFindingCode
  | ServicePlanFindingCode
  | RequirementFinding['code']
  | StakeFindingCode
  | Disagreement['code']
  | AreaWarning['code']
  | RankingRefusal['code']
  | ScoreWarning;

/** The code of a fault in visits or measurements. */
export type ReportIssue = VisitIssueCode | InvalidMeasurementReason;

/** The code of a fault in data, or of a broken contract. */
export type IssueWord =
  | ReportIssue
  | IssueCode
  | ImportIssueCode
  | EventFaultCode
  | InvalidTenureReason
  | ServiceCycleErrorCode;

/**
 * What no report says, in one language, so that it is a bundle's own choice: what is wrong with cycles, files and other data
 * that doors and importers read, why a figure that no review has is not known, whether the service is the same everywhere,
 * what to do next with a plan that is tracked, and words such as those for stakeholders and for places in a funnel. `service-cycle/report/en` has `englishMore`.
 */
export type MoreWords = Readonly<
  Record<
    | Exclude<IssueWord, ReportIssue>
    | UnreportedReason
    | UnreportedTerm
    | ConsistencyWord
    | NextActionCode,
    string
  >
>;

/** What is said of consistency. */
export type ConsistencyWord =
  | Exclude<ConsistencyReason['code'], 'places-differ' | 'not-comparable'>
  | Consistency['verdict']
  | NonNullable<Consistency['mostlyVaries']>
  | 'share-of-places'
  | 'more-alike-than-chance';

/** The code of a change, or of why there is none to tell. */
export type ChangeCode =
  | MomentChange['verdict']
  | StandardChange['verdict']
  | PlanChange['verdict']
  | PriorityChange['verdict']
  | NonNullable<PriorityChange['performance']>['verdict']
  | ScoreComparison['verdict']
  | (DefinitionMismatch | NothingToCompare | AskedOnce)['reason'];

/** What joins the parts of sentences. */
export type Phrase =
  | 'quoted'
  | 'estimate'
  | 'estimateAt'
  | 'range'
  | 'rangeAcross'
  | 'more'
  | 'fewer'
  | 'notKnown'
  | 'then'
  | 'clause'
  | 'sentence'
  | 'othersHeldFixed'
  | 'heldBack'
  | 'unstable'
  | 'questionBelowFloor'
  | 'weakAgainstTarget'
  | 'weakAgainstOthers'
  | 'failedStandard'
  | 'material'
  | 'worth'
  | 'delight'
  | 'strength'
  | 'isLevel'
  | 'conforms'
  | 'everyCase'
  | 'shareOfCases'
  | 'toSettle'
  | 'corrected'
  | 'provenShare'
  | 'undecidedCases'
  | 'foundExpected'
  | 'adds'
  | 'perThousand'
  | 'ofThousand'
  | 'benefit';

/** What only reports say. */
export type ReportPhrase =
  | 'title'
  | 'source'
  | 'date'
  | 'inShort'
  | 'howToRead'
  | 'moments'
  | 'requirements'
  | 'plans'
  | 'areas'
  | 'scores'
  | 'groups'
  | 'changed'
  | 'leftOut'
  | 'next'
  | 'critical'
  | 'noneCritical'
  | 'notAssessed'
  | 'gravest'
  | 'strengths'
  | 'standards'
  | 'noStandards'
  | 'noPlans'
  | 'noResources'
  | 'infeasible'
  | 'undecided'
  | 'choose'
  | 'chooseNone'
  | 'dissatisfied'
  | 'proved'
  | 'notProved'
  | 'mood'
  | 'greedy'
  | 'greedyAsGood'
  | 'marginal'
  | 'noMarginal'
  | 'robust'
  | 'notRobust'
  | 'used'
  | 'usedOf'
  | 'intervene'
  | 'interveneNone'
  | 'mattersLess'
  | 'noAreas'
  | 'weakIs'
  | 'weakIsTarget'
  | 'importanceFrom'
  | 'importanceUnknown'
  | 'importanceAlike'
  | 'asked'
  | 'noSurvey'
  | 'invalidAnswers'
  | 'response'
  | 'groupsHidden'
  | 'withoutGroup'
  | 'adjusted'
  | 'timeBefore'
  | 'noneOpen'
  | 'nothingLeftOut'
  | 'unknownMoments'
  | 'unknownStandard'
  | 'unreadableVisits'
  | 'counted'
  | 'hiddenQuestions'
  | 'weightsLeftOut'
  | 'notGuarded'
  | 'servicePlan'
  | 'reviewDue'
  | 'reviewOverdue'
  | 'reviewCalledFor'
  | 'reviewNever'
  | 'covered'
  | 'gap'
  | 'colCovered'
  | 'colUncovered'
  | 'colTraining'
  | 'colTrained'
  | 'colExpiring'
  | 'chain'
  | 'colPromised'
  | 'colWeakest'
  | 'chainKept'
  | 'chainDepends'
  | 'chainBroken'
  | 'chainTooLong'
  | 'colMoment'
  | 'colWhy'
  | 'colStandard'
  | 'colLimit'
  | 'colRequired'
  | 'colConforming'
  | 'colVerdict'
  | 'colPlan'
  | 'colDecision'
  | 'colTakes'
  | 'colDue'
  | 'colArea'
  | 'colToDo'
  | 'colFavourable'
  | 'colPlace'
  | 'placeRange'
  | 'everyCase'
  | 'colQuestion'
  | 'colMetric'
  | 'colScore'
  | 'colAnswered'
  | 'colNotApplicable'
  | 'colSkipped'
  | 'colInvalid'
  | 'colNote'
  | 'colResponses'
  | 'colBefore'
  | 'colAfter'
  | 'colDifference'
  | 'colP'
  | 'carryOut'
  | 'leave'
  | 'satisfiedFrom'
  | 'meanOf'
  | 'none';
