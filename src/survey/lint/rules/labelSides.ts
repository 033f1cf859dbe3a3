import type { Question } from '../../../model/survey.ts';
import { occurs } from '../text/wordPattern.ts';
import type { CompiledWords } from '../words/compileWords.ts';
import type { LabelSet, ScaleFind } from './scaleRule.ts';
import { ratingScale } from './scaleShape.ts';

/** Which side of a scale a label stands on; `absent` is the lack of the good ("not likely"). */
type Side = 'good' | 'bad' | 'middle' | 'absent' | 'unknown';

/**
 * More labels on one side than on the other, in one language. Judged only when the side of every
 * label is known. A scale from "not at all" upwards has one side, and so has importance.
 */
export function unbalancedLabels(
  question: Question,
  labelSets: readonly LabelSet[],
): readonly ScaleFind[] {
  if (ratingScale(question) === undefined || question.asks === 'importance') return [];
  return labelSets.flatMap(({ language, words, labels }): ScaleFind[] => {
    const sides = labels.map(({ text }) => sideOf(text.folded, words));
    const count = (...wanted: Side[]): number =>
      sides.filter((side) => wanted.includes(side)).length;
    const hasOneSide = count('bad') === 0 && count('absent') > 0;
    if (sides.length < 2 || sides.includes('unknown') || hasOneSide) return [];
    const [good, bad] = [count('good'), count('bad', 'absent')];
    if (good === bad) return [];
    return [
      {
        rule: 'unbalanced-labels',
        language,
        labels: labels.map(({ key }) => key),
        text: labels.map(({ text }) => text.original).join(', '),
        message: `${good} labels are on the good side and ${bad} on the bad one`,
        suggestion: 'Give both sides the same number of labels.',
      },
    ];
  });
}

/** A lowest answer in words of one side and a highest in words of the other, against `reversed`. */
export function labelDirection(
  question: Question,
  labelSets: readonly LabelSet[],
): readonly ScaleFind[] {
  const scale = ratingScale(question);
  if (scale === undefined) return [];
  const ends = [String(scale.min), String(scale.max)];
  return labelSets.flatMap(({ language, words, labels }): ScaleFind[] => {
    const [low, high] = ends.map((end) => labels.find(({ key }) => key === end)?.text);
    if (low === undefined || high === undefined) return [];
    const [lowest, highest] = [sideOf(low.folded, words), sideOf(high.folded, words)];
    const isBad = (side: Side): boolean => side === 'bad' || side === 'absent';
    const isRising = isBad(lowest) && highest === 'good';
    const isFalling = lowest === 'good' && isBad(highest);
    const isAgainst = scale.reversed === true ? isRising : isFalling;
    if (!isAgainst) return [];
    return [
      {
        rule: 'label-direction',
        language,
        labels: ends,
        text: `${low.original}, ${high.original}`,
        message: `the labels say that ${isRising ? 'high' : 'low'} is good, and the scale says that ${isRising ? 'low' : 'high'} is`,
        suggestion: isRising ? 'Leave out reversed.' : 'Set reversed to true.',
      },
    ];
  });
}

function sideOf(label: string, words: CompiledWords): Side {
  const has = (list: RegExp): boolean => occurs(label, list);
  if (has(words.middle)) return 'middle';
  const [good, bad] = [has(words.good), has(words.bad)];
  if (good === bad || has(words.excess)) return 'unknown';
  if (!has(words.absence)) return good ? 'good' : 'bad';
  return good ? 'absent' : 'unknown';
}
