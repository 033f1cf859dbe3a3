import { refuse } from '../../shared/refuse.ts';
import type { Rated, RatedQuestion, SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { quote, quoteList } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { commonScale } from '../../survey/answers/commonScale.ts';
import { ratedQuestions } from '../../survey/answers/ratedQuestions.ts';

/** The questions that tell of one moment. */
export interface MomentQuestions {
  /** The moment. */
  readonly moment: string;
  /** The question that rates it. */
  readonly rating?: RatedQuestion;
  /** The question whether something went wrong there. */
  readonly incident?: RatedQuestion;
}

/** The questions of a survey that tell of visits. */
export interface VisitQuestions {
  /** The moments asked about, in the order of the survey. */
  readonly moments: readonly MomentQuestions[];
  /** The answers that all ratings take; absent where no moment is rated. */
  readonly ratingScale?: Scale;
  /** The question about the whole cycle. */
  readonly overall?: RatedQuestion;
}

/**
 * Chooses the questions of a survey that tell of visits.
 *
 * @param survey - the survey
 * @param chosen - the questions to take; where absent, those that ask for satisfaction, recommendation
 * or incidents
 * @throws ServiceCycleError `unknown-id` for a chosen question that the survey does not have;
 * `invalid-argument` when two questions ask for the same thing or a chosen one cannot be read as part of
 * a visit; `wrong-scale` when ratings of moments are asked on different scales
 */
export function visitQuestions(
  survey: SatisfactionSurvey,
  chosen: readonly string[] | undefined,
): VisitQuestions {
  const questions = chosenQuestions(survey, chosen);
  const ratings = new Map<string, RatedQuestion>();
  const incidents = new Map<string, RatedQuestion>();
  const overalls: RatedQuestion[] = [];
  for (const question of questions) {
    const { asks, about } = question;
    if (about === undefined) overalls.push(question);
    else if ('moment' in about)
      put(asks === 'incident' ? incidents : ratings, about.moment, question);
  }
  const [first, ...others] = ratings.values();
  const overall = overallOf(overalls);
  return {
    moments: [...new Set([...ratings.keys(), ...incidents.keys()])].map((moment) => ({
      moment,
      ...optional('rating', ratings.get(moment)),
      ...optional('incident', incidents.get(moment)),
    })),
    ...(first !== undefined && { ratingScale: commonScale(first, others) }),
    ...optional('overall', overall),
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
  return chosen.map((id) => {
    const question = rated.find((each) => each.id === id);
    if (question === undefined) {
      const ids = quoteList(rated.map((each) => each.id));
      throw new ServiceCycleError(
        'unknown-id',
        `a question is ${quote(id)}; expected ${ids}, the rated ones of the survey`,
      );
    }
    const isAboutArea = question.about !== undefined && 'area' in question.about;
    const isWholeIncident = question.about === undefined && question.asks === 'incident';
    const isReadable = !isAboutArea && !isWholeIncident && !NO_EXPERIENCE.includes(question.asks);
    if (isReadable) return question;
    return refuse('a question', id, 'one on how a moment or the whole cycle was');
  });
}

/** What is asked by default about the whole cycle, the better choice first. */
const OVERALL: readonly Rated[] = ['satisfaction', 'recommendation'];
/** What is asked by default about a moment. */
const OF_A_MOMENT: readonly Rated[] = ['satisfaction', 'incident'];
/** What says nothing about what happened. */
const NO_EXPERIENCE: readonly Rated[] = ['expectation', 'importance'];

function overallOf(questions: readonly RatedQuestion[]): RatedQuestion | undefined {
  const satisfaction = questions.filter(({ asks }) => asks === 'satisfaction');
  const [first, second] = satisfaction.length > 0 ? satisfaction : questions;
  if (first !== undefined && second !== undefined) throw twice(first, second, 'the whole cycle');
  return first;
}

function put(questions: Map<string, RatedQuestion>, moment: string, question: RatedQuestion): void {
  const other = questions.get(moment);
  if (other !== undefined) throw twice(other, question, `moment ${quote(moment)}`);
  questions.set(moment, question);
}

function twice(one: RatedQuestion, other: RatedQuestion, about: string): ServiceCycleError {
  return new ServiceCycleError(
    'invalid-argument',
    `found ${quote(one.id)} and ${quote(other.id)}, both about ${about}; expected one, chosen by \`questions\``,
  );
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [key in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in Key]?: Value };
}
