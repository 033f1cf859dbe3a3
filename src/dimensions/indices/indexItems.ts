import type { Scale } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { checkAtLeast } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { commonScale } from '../../survey/answers/commonScale.ts';
import type { JointQuestion, JointTally } from '../joint/types.ts';
import { pairQuestions } from '../pairQuestions.ts';

/** A question and the one that asks how important it is. */
export interface AskedImportance<QuestionId extends string = string> {
  /** The question that is scored. */
  readonly score: QuestionId;
  /** The question that asks how important it is. */
  readonly importance: QuestionId;
}

/** A question and a weight that the caller gives it. */
export interface GivenImportance<QuestionId extends string = string> {
  /** The question that is scored. */
  readonly score: QuestionId;
  /** Its weight, 0 or more. */
  readonly weight: number;
}

/** The questions of an index: either each with the question of its importance, or each with a weight. */
export type IndexItems<QuestionId extends string = string> =
  | readonly AskedImportance<QuestionId>[]
  | readonly GivenImportance<QuestionId>[];

/** One question of an index, found in its tally. */
export interface PlacedItem {
  /** The place of the scored question. */
  readonly score: number;
  /** The place of the question that asks how important it is; absent where the weight is given. */
  readonly importance?: number;
  /** The weight given; 0 where it is asked. */
  readonly weight: number;
}

/** The questions of an index, and the scales they are asked on. */
export interface PlacedItems {
  /** The questions, at least one. */
  readonly items: readonly PlacedItem[];
  /** The answers that the scored questions take. */
  readonly scale: Scale;
  /** The answers that the importance questions take; absent where the weights are given. */
  readonly importanceScale?: Scale;
}

/** Finds the questions of an index in a tally, and refuses those that no index can be made of. */
export function placeItems<QuestionId extends string>(
  tally: JointTally<QuestionId>,
  items: IndexItems<QuestionId> = pairedItems(tally),
): PlacedItems {
  const places = new Map(tally.questions.map(({ id }, place) => [id, place]));
  const placed = items.map((item): PlacedItem => {
    const score = placeOf(places, item.score);
    if ('weight' in item) {
      checkAtLeast(`the weight of ${quote(item.score)}`, item.weight, 0);
      return { score, weight: item.weight };
    }
    return { score, importance: placeOf(places, item.importance), weight: 0 };
  });
  const scale = scaleAt(
    tally,
    placed.map(({ score }) => score),
  );
  const importances = placed.flatMap(({ importance }) => importance ?? []);
  if (importances.length === 0) return { items: placed, scale };
  const importanceScale = scaleAt(tally, importances);
  if (!(importanceScale.min >= 0)) {
    throw new ServiceCycleError(
      'wrong-scale',
      `importance is asked from ${importanceScale.min}; expected a scale from 0 or more, since nothing weighs less than nothing`,
    );
  }
  return { items: placed, scale, importanceScale };
}

/** Scored questions, each with the importance question about the same. */
function pairedItems<QuestionId extends string>({
  questions,
}: JointTally<QuestionId>): readonly AskedImportance<QuestionId>[] {
  const { pairs } = pairQuestions(
    questions.filter(({ asks }) => asks === 'satisfaction' || asks === 'perception'),
    questions.filter(({ asks }) => asks === 'importance'),
  );
  return pairs.map(([score, importance]) => ({ score: score.id, importance: importance.id }));
}

/** The place of a question in a tally. */
function placeOf<QuestionId extends string>(
  places: ReadonlyMap<QuestionId, number>,
  wanted: QuestionId,
): number {
  const place = places.get(wanted);
  if (place !== undefined) return place;
  throw new ServiceCycleError('unknown-id', `the tally has no question ${quote(wanted)}`);
}

function scaleAt({ questions }: JointTally, places: readonly number[]): Scale {
  const [first, ...others] = places.flatMap((place): readonly JointQuestion[] =>
    questions.slice(place, place + 1),
  );
  if (first !== undefined) return commonScale(first, others);
  throw new ServiceCycleError(
    'invalid-argument',
    'no question has one that asks how important the same is; expected at least one, or items',
  );
}
