import type { PriorityChange } from '../../areas/comparePriorities.ts';
import type { RankingRefusal } from '../../areas/importance/types.ts';
import type { AreaReason } from '../../areas/reasonTypes.ts';
import type { AreaPriority, AreaWarning } from '../../areas/types.ts';
import type { CycleFinding } from '../../model/checkCycle.ts';
import type { CriticalReason, Reason } from '../../moments/reasonTypes.ts';
import type { MomentStrength } from '../../moments/strengths/strengthTypes.ts';
import type { Disagreement, MomentVerdict } from '../../moments/types.ts';
import type { ExpectedBenefit } from '../../plans/benefitTypes.ts';
import type { ChosenPlan, ChosenReason, LeftPlan, LeftReason } from '../../plans/reasonTypes.ts';
import type { NextAction } from '../../plans/tracking/types.ts';
import type { SelectionDemand } from '../../plans/types.ts';
import type { Consistency } from '../../quality/types.ts';
import type { RequirementFinding } from '../../requirements/findings/findingTypes.ts';
import type { MomentChange, PlanChange, StandardChange } from '../../review/compareReviews.ts';
import type { StakeFinding } from '../../review/stakes/stakeTypes.ts';
import type { NextStep } from '../../review/types.ts';
import { checkList, checkObject, checkOptions, checkText, refuse } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { QuestionComparison } from '../../survey/compare/types.ts';
import type { ScoreWarning } from '../../survey/score/surveyScores.ts';
import { changeInWords, comparisonInWords } from './changeInWords.ts';
import { consistencyInWords } from './consistencyInWords.ts';
import { estimateInWords, type ToldEstimate, type ToldGap, writer } from './estimateInWords.ts';
import { findingInWords, isFinding } from './findingInWords.ts';
import { benefitInWords, demandInWords, planReasonInWords } from './planInWords.ts';
import { type AnyReason, joined, reasonInWords } from './reasonInWords.ts';
import {
  about,
  own,
  type ReportMoney,
  type Speech,
  speechOf,
  type WordsOptions,
} from './speech.ts';
import { standardInWords, type ToldStandard } from './standardInWords.ts';
import { actionInWords, stepInWords } from './stepInWords.ts';
import type { IssueWord, MoreWords, Term, Words } from './words.ts';

/** What is said of a fault: its code, and where there are such, its place and what was found. */
export interface ToldIssue {
  /** The code. */
  readonly code: IssueWord;
  /** The keys and positions that lead to it. */
  readonly path?: readonly (string | number)[];
  /** What was found there. */
  readonly found?: string;
  /** How often it occurs. */
  readonly count?: number;
}

/** What {@link inWords} puts into words. */
export type Sayable =
  | Term
  | ScoreWarning
  | ToldEstimate
  | ToldGap
  | ExpectedBenefit
  | CriticalReason
  | AreaReason
  | ChosenReason
  | LeftReason
  | Reason
  | MomentVerdict
  | MomentStrength
  | AreaPriority
  | ChosenPlan
  | LeftPlan
  | ToldStandard
  | Disagreement
  | CycleFinding
  | RequirementFinding
  | StakeFinding
  | AreaWarning
  | RankingRefusal
  | NextStep
  | NextAction
  | SelectionDemand
  | Consistency
  | QuestionComparison
  | MomentChange
  | StandardChange
  | PlanChange
  | PriorityChange
  | ToldIssue;

/**
 * Says a result, or a part of one, in a sentence of a language: a level, a reason, a finding, a verdict
 * with its interval, a next step, a fault in data, or why something is not known and what would help.
 *
 * Shares are percentages, and differences of shares are percentage points; times of standards are in the
 * unit in which they are read. Texts of the cycle stand in quotes, on one line and at most 160 characters
 * long, with a sign in place of what a terminal would obey. They are not escaped for HTML or Markdown:
 * `reportHtml` and `reportMarkdown` do that.
 *
 * A reason of a rule of one's own is said by its code, in quotes. What no report says has words of its own, in `more`: faults
 * that doors and importers find, and results of rooms that no review takes in, such as `service-cycle/quality` and `/loyalty`.
 *
 * @param thing - the result or the part of it
 * @param options - the words of a language, the cycle for names, and the words of what no report says
 * @returns the sentence, without a full stop unless there are several
 * @throws ServiceCycleError `invalid-argument` when it is no such thing, or an option is none
 * @example
 * const nobody = customerSatisfaction({ scale: { min: 1, max: 5 }, perAnswer: [0, 0, 0, 0, 0] });
 * inWords(nobody, { words: english }); // => 'not known: nobody answered; ask more customers'
 * const some = customerSatisfaction({ scale: { min: 1, max: 5 }, perAnswer: [2, 3, 10, 40, 25] });
 * inWords(some, { words: english }); // => '81% (71% to 88%, at 95%)'
 * inWords({ code: 'too-few-answers', n: 22, minimumAnswers: 30 }, { words: polish });
 * // => '22 odpowiedzi, a do oceny potrzeba 30'
 */
export function inWords(
  thing: Sayable,
  options: WordsOptions & {
    /** The words of what no report says, such as `englishMore`; see `MoreWords`. */
    readonly more?: MoreWords;
  },
): string {
  checkObject('options', options);
  const { more = {}, ...asked } = options;
  checkObject('more', more);
  const speech = readSpeech(asked, WORDS_OPTIONS, more);
  if (typeof thing !== 'string') checkObject('thing', thing);
  try {
    const said = say(speech, thing, more);
    if (said !== undefined) return said;
  } catch (error) {
    // A part that is not what its code promises: each of some hundred shapes is not looked at in advance.
    if (error instanceof ServiceCycleError) throw error;
  }
  return refuse(
    'thing',
    thing,
    'a result of this package, or a part of one; what no report says takes `more`',
  );
}

/** The options that words take. */
export const WORDS_OPTIONS: readonly string[] = [
  'words',
  'cycle',
  'servicePlan',
  'supporting',
  'locale',
  'money',
];

/** The words and names to speak with, looked at. */
export function readSpeech(
  options: WordsOptions,
  allowed: readonly string[],
  more: object = {},
): Speech {
  checkOptions(options, allowed);
  const { words, cycle, servicePlan, supporting, locale, money } = options;
  checkObject('words', words);
  checkText('words.language', words.language);
  checkList('words.plurals', words.plurals);
  for (const group of GROUPS) checkObject(`words.${group}`, words[group]);
  if (cycle !== undefined) checkObject('cycle', cycle);
  if (servicePlan !== undefined) checkObject('servicePlan', servicePlan);
  if (supporting !== undefined) checkList('supporting', supporting);
  if (locale !== undefined) checkText('locale', locale);
  if (money !== undefined) checkMoney(money);
  try {
    return speechOf({
      ...options,
      words: {
        ...words,
        // What words say themselves comes first: a code may be among both.
        terms: { ...more, ...words.terms },
        notKnown: { ...more, ...words.notKnown },
      },
    });
  } catch (error) {
    if (error instanceof ServiceCycleError) throw error;
    if (error instanceof RangeError)
      return refuse('locale', locale ?? words.language, 'a language tag, such as "en-GB"');
    return refuse('cycle', cycle, 'a cycle, as defineCycle or parseCycle gives it');
  }
}

function checkMoney(money: ReportMoney): void {
  checkObject('money', money);
  const { currency, resources } = money;
  if (!/^[A-Za-z]{3}$/.test(currency))
    refuse('money.currency', currency, 'a currency by its ISO 4217 code, such as "EUR"');
  if (resources !== undefined) checkList('money.resources', resources);
}

const GROUPS: readonly Exclude<keyof Words, 'language' | 'plurals'>[] = [
  'terms',
  'reasons',
  'notKnown',
  'findings',
  'issues',
  'steps',
  'demands',
  'changes',
  'phrases',
  'report',
];

function say(speech: Speech, thing: Sayable, more: object): string | undefined {
  const { words } = speech;
  if (typeof thing === 'string') return own(words.terms, thing) ?? own(words.findings, thing);
  if ('kind' in thing) return sayKind(speech, thing, more);
  if ('verdict' in thing) return changeInWords(speech, thing);
  if ('standard' in thing && 'conformingShare' in thing)
    return about(speech, speech.quoted('standard', thing.standard), standardInWords(speech, thing));
  if ('level' in thing && 'moment' in thing) return momentInWords(speech, thing);
  if ('level' in thing && 'area' in thing) return areaInWords(speech, thing);
  if ('plan' in thing && 'reasons' in thing) {
    const reasons = thing.reasons.map((reason) => planReasonInWords(speech, reason));
    return about(speech, speech.quoted('plan', thing.plan), joined(speech, reasons));
  }
  if ('code' in thing) return sayCode(speech, thing, more);
  return undefined;
}

function sayKind(
  speech: Speech,
  thing: Extract<Sayable, { kind: string }>,
  more: object,
): string | undefined {
  switch (thing.kind) {
    case 'estimate': {
      if ('isStrength' in thing) return strengthInWords(speech, thing);
      const { interval, value, unit } = thing;
      const isDifference = unit === 'net-share' && thing.definition === undefined;
      if (interval === undefined || isDifference) return estimateInWords(speech, thing);
      const write = writer(speech, thing);
      return speech.phrase('estimateAt', {
        value: write(value),
        range: speech.range(interval, write),
        level: speech.percent(interval.level),
      });
    }
    case 'expected-benefit':
      return benefitInWords(speech, thing);
    case 'not-estimable':
      return estimateInWords(speech, thing);
    case 'consistency':
      return own(more, thing.verdict) === undefined
        ? undefined
        : consistencyInWords(speech, thing, more as MoreWords);
    case 'comparison':
    case 'not-comparable':
      return comparisonInWords(speech, thing);
    case 'must-do':
    case 'needs':
    case 'excludes':
    case 'status':
    case 'capacity':
    case 'at-most-in-area':
    case 'at-least-one-for':
      return demandInWords(speech, thing);
    default:
      return undefined;
  }
}

function sayCode(
  speech: Speech,
  thing: Extract<Sayable, { code: string }>,
  more: object,
): string | undefined {
  const { words } = speech;
  if ('ids' in thing && own(words.steps, thing.code) !== undefined) {
    return stepInWords(speech, thing as NextStep);
  }
  if ('state' in thing && 'plan' in thing) {
    const action = own(more, thing.code);
    return action && actionInWords(speech, thing, action);
  }
  if (isFinding(speech, thing)) return findingInWords(speech, thing);
  if (own(words.reasons, thing.code) !== undefined) {
    return reasonInWords(speech, thing as AnyReason);
  }
  const issue = own(words.issues, thing.code) ?? own(more, thing.code);
  if (issue !== undefined) return issueInWords(speech, thing as ToldIssue, issue);
  return 'basis' in thing ? speech.quote(thing.code) : undefined;
}

/** A reason of a moment; one of a rule of one's own by its code. */
export function momentReasonInWords(speech: Speech, reason: Reason): string {
  return own(speech.words.reasons, reason.code) === undefined
    ? speech.quote(reason.code)
    : reasonInWords(speech, reason as CriticalReason);
}

function momentInWords(
  speech: Speech,
  { moment, level, reasons }: Pick<MomentVerdict, 'moment' | 'level' | 'reasons'>,
): string {
  const text = speech.phrase('isLevel', {
    name: speech.quoted('moment', moment),
    level: speech.term(level),
  });
  const why = joined(
    speech,
    reasons.map((reason) => momentReasonInWords(speech, reason)),
  );
  return why === '' ? text : about(speech, text, why);
}

function areaInWords(speech: Speech, { area, level, performance, reasons }: AreaPriority): string {
  const name = about(speech, speech.quoted('area', area), speech.term(level));
  const why = reasons.map((reason) => reasonInWords(speech, reason));
  return joined(speech, [name, estimateInWords(speech, performance), ...why]);
}

function strengthInWords(speech: Speech, { moment, isStrength, effect }: MomentStrength): string {
  const text = speech.phrase('delight', speech.difference(effect.value, effect.interval));
  const said = isStrength ? speech.phrase('strength', { text }) : text;
  return about(speech, speech.quoted('moment', moment), said);
}

function issueInWords(speech: Speech, issue: ToldIssue, text: string): string {
  const { path = [], found, count } = issue;
  const place = path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
  const more = [
    ...(count === undefined ? [] : [speech.number(count)]),
    ...(found === undefined ? [] : [speech.quote(found)]),
  ];
  const said = speech.aside(text, more.join(', '));
  return place === '' ? said : about(speech, speech.quote(place), said);
}
