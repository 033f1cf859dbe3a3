import { checkScale } from '../../model/checkScale.ts';
import { checkNoCycle, checkSurveyShape } from '../../model/checkShapes.ts';
import type { Scale } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import {
  checkLevel,
  checkList,
  checkObject,
  checkOptions,
  isFields,
  refuse,
} from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';

/** Refuses options that are neither the level nor one of these names, and a level that is none. */
export function checkScoreOptions(
  options: { readonly level?: unknown },
  ...names: readonly string[]
): void {
  checkOptions(options, ['level', ...names]);
  if (options.level !== undefined) checkLevel(options.level);
}

/** Refuses what are no counts of answers on a scale. */
export function checkAnswerCounts(counts: unknown): void {
  checkObject('counts', counts);
  const scale: unknown = Reflect.get(counts, 'scale');
  checkObject('the scale of counts', scale);
  checkScale(scale as Scale);
  checkList('perAnswer of counts', Reflect.get(counts, 'perAnswer'));
}

/** Refuses what is no survey, one whose questions are no objects too. */
export function checkSurvey(survey: unknown): void {
  checkNoCycle(survey);
  checkSurveyShape(survey);
}

/** Refuses what is no tally of a kind, or one that does not look like it. */
export function checkKind(name: string, tally: unknown, kind: string, shape: Shape = {}): void {
  const found = isFields(tally) && 'kind' in tally ? tally.kind : tally;
  if (found !== kind) refuse(name, found, `one of the kind ${quote(kind)}`);
  checkShape(name, tally, shape);
}

/** Refuses one of two tallies that is none of the kind. */
export function checkBoth(one: unknown, other: unknown, kind: string, shape: Shape): void {
  checkKind('one', one, kind, shape);
  checkKind('other', other, kind, shape);
}
