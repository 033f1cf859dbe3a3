import type { SatisfactionSurvey } from '../../model/survey.ts';
import { quoteList } from '../../shared/quote.ts';
import { checkOneOf, checkOptions, refuse } from '../../shared/refuse.ts';
import type { Result } from '../../shared/result.ts';
import { checkSurvey } from '../../survey/answers/guards.ts';
import { readThrough, type TallyDoor } from '../../survey/doors/tallyDoor.ts';
import type { GapTally } from '../gaps/types.ts';
import type { JointTally } from '../joint/types.ts';
import type { ItemTally } from '../reliability/types.ts';
import type { DimensionTally } from '../scores/types.ts';
import { dimensionDoor, gapDoor } from './dimensionDoors.ts';
import { itemDoor } from './itemDoor.ts';
import { jointDoor } from './jointDoor.ts';

/** The tallies of several questions together, by their kinds. */
export interface DimensionTallies<QuestionId extends string = string> {
  /** Scores in dimensions, from `tallyDimensions`. */
  readonly 'dimension-tally': DimensionTally<QuestionId>;
  /** Perceptions against expectations, from `tallyGaps`. */
  readonly 'gap-tally': GapTally<QuestionId>;
  /** Answers to the items of a scale, from `tallyItems`. */
  readonly 'item-tally': ItemTally<QuestionId>;
  /** Answers to several questions and their products, from `tallyJointly`. */
  readonly 'joint-tally': JointTally<QuestionId>;
}

/** What {@link parseDimensionTally} takes besides the survey and the input. */
export interface ParseDimensionTallyOptions<
  Kind extends keyof DimensionTallies = keyof DimensionTallies,
> {
  /** Which kind of tally is expected; `dimension-tally`, one of scores in dimensions, when absent. */
  readonly kind?: Kind;
}

/**
 * Reads a tally of several questions together out of anything, such as parsed JSON from a file or another machine,
 * and reports every fault at once, as `parseTally` does with tallies of responses. Which kind of tally it is to be
 * says `kind`; it is one of dimensions where that is left out.
 *
 * What is accepted is what `tallyDimensions`, `tallyGaps`, `tallyItems` or `tallyJointly` makes, so that it can be
 * merged and scored: the layout is the one that the survey has with the same questions and options; every respondent
 * is counted once; sums and squares are those that so many answers on the scale can have. Labels and codes for "not
 * applicable" may differ: they are taken from the survey.
 *
 * What is read shares nothing with the input. Of one kind of fault in one place the first 20 are listed.
 *
 * Issue codes: `wrong-type`, `missing`, `unknown-key`, `out-of-range`, `not-allowed` (another kind),
 * `unknown-reference` (a question the survey does not have or does not rate), `contradiction` (another survey or
 * scale, another order, sums that do not add up).
 *
 * @throws ServiceCycleError `invalid-argument` for what is no survey, or a kind that is not read here
 *
 * @param survey - the survey that was answered
 * @param input - anything
 * @param options - which kind of tally is expected
 * @returns the tally, or all issues with path, finding and expectation
 * @example
 * const scale = { min: 1, max: 7 };
 * const survey = {
 *   id: 'ward',
 *   title: 'The ward',
 *   questions: [
 *     { id: 'polite', text: 'Staff were polite', asks: 'perception', scale, dimension: 'empathy' },
 *     { id: 'heard', text: 'Staff listened', asks: 'perception', scale, dimension: 'empathy' },
 *   ],
 * } as const;
 * const responses = [{ polite: 7, heard: 5 }, { polite: 4, heard: 4 }];
 *
 * const tally = tallyDimensions(survey, responses, { asks: 'perception' });
 * const result = parseDimensionTally(survey, JSON.parse(JSON.stringify(tally)));
 * result.ok && result.value.dimensions; // => [{ scored: 2, tooFew: 0, unanswered: 0 }]
 *
 * const items = tallyItems(survey, responses, { items: ['polite', 'heard'] });
 * const forged = parseDimensionTally(survey, { ...items, sums: [90, 7] }, { kind: 'item-tally' });
 * forged.ok || forged.issues[0].message; // => 'sums[0]: found 90, expected a whole number from 0 to 12'
 */
export function parseDimensionTally<
  QuestionId extends string,
  Kind extends keyof DimensionTallies = 'dimension-tally',
>(
  survey: SatisfactionSurvey<QuestionId>,
  input: unknown,
  options: ParseDimensionTallyOptions<Kind> = {},
): Result<DimensionTallies<QuestionId>[Kind]> {
  checkSurvey(survey);
  checkOptions(options, ['kind']);
  const kind: string = options.kind ?? 'dimension-tally';
  const kinds = Object.keys(DOORS);
  if (kind === 'tally' || kind === 'duration-tally') {
    refuse('kind', kind, `${quoteList(kinds)}: parseTally of service-cycle/survey reads that kind`);
  }
  checkOneOf('kind', kind, kinds);
  const door = Reflect.get(DOORS, kind) as () => TallyDoor<unknown, SatisfactionSurvey>;
  return readThrough(door(), survey, input) as never;
}

const DOORS = {
  'dimension-tally': dimensionDoor,
  'gap-tally': gapDoor,
  'item-tally': itemDoor,
  'joint-tally': jointDoor,
};
