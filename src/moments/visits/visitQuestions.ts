import { checkScale } from '../../model/checkScale.ts';
import type { Problem } from '../../model/observations.ts';
import type { Rated, RatedQuestion, SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { quote, quoteList } from '../../shared/quote.ts';
import { refuse } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { ratedQuestions } from '../../survey/answers/ratedQuestions.ts';

/** Under which keys a response tells what became of a problem: `true` or 1 for yes, `false` or 0 for no. */
export type ProblemKeys = {
  /** The key of the answer that tells this part of a problem. */
  readonly [Part in keyof Problem]?: string;
};

/** The questions that tell of one moment. */
export interface MomentQuestions {
  /** The moment. */
  readonly moment: string;
  /** The questions that rate it. */
  readonly ratings: readonly RatedQuestion[];
  /** The questions whether something went wrong there. */
  readonly incidents: readonly RatedQuestion[];
}

/** How ratings of moments are told, whatever question asked for them. */
export interface RatingLayout {
  /** The answers that ratings take. */
  readonly scale: Scale;
  /** The highest low rating, where it is not the usual one. */
  readonly lowUpTo?: number;
  /** The lowest high rating, where it is not the usual one. */
  readonly highFrom?: number;
  /** Whether ratings are told as low, in between or high, since the questions take different answers. */
  readonly isBanded: boolean;
}

/** The questions of a survey that tell of visits. */
export interface VisitQuestions {
  /** The moments asked about, in the order of the survey. */
  readonly moments: readonly MomentQuestions[];
  /** The questions whether anything went wrong in the whole cycle. */
  readonly problems: readonly RatedQuestion[];
  /** How ratings are told; absent where no moment is rated. */
  readonly rating?: RatingLayout;
  /** The question about the whole cycle. */
  readonly overall?: RatedQuestion;
}

/**
 * Chooses the questions of a survey that tell of visits.
 *
 * @param survey - the survey
 * @param chosen - the questions to take; where absent, those that ask for satisfaction, recommendation,
 * effort or incidents
 * @throws ServiceCycleError `unknown-id` for a chosen question that the survey does not have;
 * `invalid-argument` when two questions ask about the whole cycle or a chosen one cannot be read as part of
 * a visit
 */
export function visitQuestions(
  survey: SatisfactionSurvey,
  chosen: readonly string[] | undefined,
): VisitQuestions {
  const questions = chosenQuestions(survey, chosen);
  for (const { scale } of questions) checkScale(scale);
  const moments = new Map<string, { ratings: RatedQuestion[]; incidents: RatedQuestion[] }>();
  const problems: RatedQuestion[] = [];
  const overalls: RatedQuestion[] = [];
  for (const question of questions) {
    const { asks, about } = question;
    if (about === undefined) (asks === 'incident' ? problems : overalls).push(question);
    else if ('moment' in about) {
      const own = moments.get(about.moment) ?? { ratings: [], incidents: [] };
      moments.set(about.moment, own);
      (asks === 'incident' ? own.incidents : own.ratings).push(question);
    }
  }
  const found = [...moments].map(([moment, own]) => ({ moment, ...own }));
  return {
    moments: found,
    problems,
    ...optional('rating', ratingLayout(found.flatMap(({ ratings }) => ratings))),
    ...optional('overall', overallOf(overalls)),
  };
}

/** Whether a question is the net promoter question, whose detractors answer 0 to 6. */
export function isRecommendation({ asks, scale }: RatedQuestion): boolean {
  return (
    asks === 'recommendation' && scale.min === 0 && scale.max === 10 && (scale.step ?? 1) === 1
  );
}

/** The answers that count as low, in between and high where questions take different answers. */
const BANDS: Scale = { min: 1, max: 3, step: 1 };

function ratingLayout(ratings: readonly RatedQuestion[]): RatingLayout | undefined {
  const [first] = ratings;
  if (first === undefined) return undefined;
  const { min, max, step = 1 } = first.scale;
  const isAlike = ratings.every(
    ({ scale, ...rest }) =>
      scale.min === min &&
      scale.max === max &&
      (scale.step ?? 1) === step &&
      isRecommendation({ ...rest, scale }) === isRecommendation(first),
  );
  if (!isAlike) return { scale: BANDS, isBanded: true };
  return {
    scale: { min, max, step },
    ...(isRecommendation(first) && { lowUpTo: 6, highFrom: 9 }),
    isBanded: false,
  };
}

function chosenQuestions(
  survey: SatisfactionSurvey,
  chosen: readonly string[] | undefined,
): readonly RatedQuestion[] {
  const rated = ratedQuestions(survey);
  if (chosen === undefined) {
    return rated.filter((question) => {
      if (question.about === undefined) return OVERALL.includes(question.asks);
      return 'moment' in question.about && OF_A_MOMENT.includes(question.asks);
    });
  }
  const byId = new Map<string, RatedQuestion>(rated.map((question) => [question.id, question]));
  return chosen.map((id) => {
    const question = byId.get(id);
    if (question === undefined) {
      const ids = quoteList(rated.map((each) => each.id));
      throw new ServiceCycleError(
        'unknown-id',
        `a question is ${quote(id)}; expected ${ids}, the rated ones of the survey`,
      );
    }
    const isAboutArea = question.about !== undefined && 'area' in question.about;
    const isReadable = !isAboutArea && !NO_EXPERIENCE.includes(question.asks);
    if (isReadable) return question;
    return refuse('a question', id, 'one on how a moment or the whole cycle was');
  });
}

/** What is asked by default about the whole cycle; of how it was, the better choice first. */
const OVERALL: readonly Rated[] = ['satisfaction', 'recommendation', 'incident'];
/** What is asked by default about a moment. */
const OF_A_MOMENT: readonly Rated[] = ['satisfaction', 'recommendation', 'effort', 'incident'];
/** What says nothing about what happened. */
const NO_EXPERIENCE: readonly Rated[] = ['expectation', 'importance'];

function overallOf(questions: readonly RatedQuestion[]): RatedQuestion | undefined {
  const satisfaction = questions.filter(({ asks }) => asks === 'satisfaction');
  const [first, second] = satisfaction.length > 0 ? satisfaction : questions;
  if (first !== undefined && second !== undefined) throw twice(first, second);
  return first;
}

function twice(one: RatedQuestion, other: RatedQuestion): ServiceCycleError {
  return new ServiceCycleError(
    'invalid-argument',
    `found ${quote(one.id)} and ${quote(other.id)}, both about the whole cycle; expected one, chosen by \`questions\``,
  );
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [key in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in Key]?: Value };
}
