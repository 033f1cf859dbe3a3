import type { Scale } from '../../model/survey.ts';
import { dataText } from '../../shared/dataText.ts';
import type { ScoreDefinition } from '../types.ts';
import type { DefinitionMismatch, DefinitionPart, QuestionMeaning } from './types.ts';

/** What two questions ask for and are about. */
export interface QuestionMeanings {
  /** Of the earlier question. */
  readonly before: QuestionMeaning;
  /** Of the later question. */
  readonly after: QuestionMeaning;
}

/**
 * In what two scores are unlike each other, or nothing where they can be compared.
 *
 * Metric, scale (lowest and highest answer, step, direction) and every other part of the definition
 * must agree. Labels, and the codes for "does not apply", may differ: they change no score. The
 * questions must ask for the same; where both say what they are about, for the same thing.
 *
 * @param before - how the earlier score is made
 * @param after - how the later score is made
 * @param meanings - what the questions ask for, where that is known
 * @example
 * const ten = netPromoterScore({ scale: { min: 0, max: 10 }, perAnswer: Array(11).fill(1) });
 * const five = meanRating({ scale: { min: 1, max: 5 }, perAnswer: Array(5).fill(1) });
 * definitionMismatch(ten.definition, five.definition)?.reason // => 'different-metric'
 * definitionMismatch(five.definition, five.definition) // => undefined
 */
export function definitionMismatch(
  before: ScoreDefinition,
  after: ScoreDefinition,
  meanings?: QuestionMeanings,
): DefinitionMismatch | undefined {
  if (before.metric !== after.metric) {
    return {
      kind: 'not-comparable',
      reason: 'different-metric',
      details: { before: before.metric, after: after.metric },
    };
  }
  if (scaleText(before.scale) !== scaleText(after.scale)) {
    return {
      kind: 'not-comparable',
      reason: 'different-scale',
      details: { before: before.scale, after: after.scale },
    };
  }
  const parts = meanings
    ? [...meaningParts(meanings), ...definitionParts(before, after)]
    : definitionParts(before, after);
  for (const [part, one, other] of parts) {
    if (one !== other) {
      return {
        kind: 'not-comparable',
        reason: 'different-definition',
        details: { part, before: one, after: other },
      };
    }
  }
  return undefined;
}

type Part = readonly [part: DefinitionPart, before: string, after: string];

function scaleText({ min, max, step = 1, reversed = false }: Scale): string {
  return JSON.stringify([min, max, step, reversed]);
}

function meaningParts({ before, after }: QuestionMeanings): readonly Part[] {
  const asks = ['asks', before.asks, after.asks] as const;
  if (before.about === undefined || after.about === undefined) return [asks];
  return [asks, ['about', dataText('about', before.about), dataText('about', after.about)]];
}

/** What each metric is made of besides its scale. */
const PARTS: {
  readonly [Metric in ScoreDefinition['metric']]: readonly DefinitionPart[];
} = {
  'net-promoter-score': ['promoters', 'detractors'],
  'customer-satisfaction': ['box', 'satisfied', 'dissatisfied'],
  'customer-effort': ['version', 'direction'],
  'mean-rating': ['direction'],
  'incident-share': ['incidents'],
};

function definitionParts(before: ScoreDefinition, after: ScoreDefinition): readonly Part[] {
  const textOf = (definition: ScoreDefinition, part: DefinitionPart): string => {
    const value: unknown = (definition as { readonly [Part in DefinitionPart]?: unknown })[part];
    return typeof value === 'string' ? value : JSON.stringify(value ?? null);
  };
  return PARTS[before.metric].map((part) => [part, textOf(before, part), textOf(after, part)]);
}
