import type { Question } from '../../../model/survey.ts';
import { quote } from '../../../shared/quote.ts';
import { occurs } from '../text/wordPattern.ts';
import type { CompiledWords } from '../words/compileWords.ts';
import { type Band, readBand } from './readBand.ts';
import type { LabelSet, ReadLabel, ScaleFind } from './scaleRule.ts';

interface LabelledBand extends Band {
  readonly label: ReadLabel;
}

/** Bands of numbers that overlap, leave a hole, or end without anything for more. */
export function choiceBands(
  question: Question,
  labelSets: readonly LabelSet[],
): readonly ScaleFind[] {
  if (question.asks !== 'profile') return [];
  for (const { labels, words } of labelSets) {
    const bands = bandsOf(labels, words);
    if (bands !== undefined) return [...seams(bands), ...openEnd(bands, labels)];
  }
  return [];
}

/**
 * The bands of a list of choices, the lowest first, or nothing when one of them is neither a band nor
 * a choice for the rest, or when they count different things.
 */
export function bandsOf(
  labels: readonly ReadLabel[],
  words: CompiledWords,
): readonly LabelledBand[] | undefined {
  const bands = labels.flatMap((label) => {
    const band = readBand(label.text.folded, words);
    return band === undefined ? [] : [{ ...band, label }];
  });
  const rest = labels.filter((label) => !bands.some((band) => band.label === label));
  const units = new Set(bands.map(({ unit }) => unit.slice(0, 3)).filter((unit) => unit !== ''));
  const isComplete = rest.every(({ text }) => occurs(text.folded, words.otherChoice));
  const isBanded = bands.some(({ low, high }) => low < high);
  if (bands.length < 2 || !isComplete || !isBanded || units.size > 1) return undefined;
  return bands.toSorted((a, b) => a.low - b.low || a.high - b.high);
}

function seams(bands: readonly LabelledBand[]): readonly ScaleFind[] {
  const step = 10 ** -Math.max(...bands.map(({ decimals }) => decimals));
  return bands.slice(1).flatMap((next, place): ScaleFind[] => {
    const before = bands[place];
    if (before === undefined) return [];
    const end = before.high - (before.withoutHigh ? step : 0);
    const start = next.low + (next.withoutLow ? step : 0);
    const distance = start - end;
    const texts = [before, next].map(({ label }) => label.text.original);
    const facts = {
      rule: 'choice-bands',
      labels: [before.label.key, next.label.key],
      text: texts.join(', '),
    } as const;
    const [first = '', second = ''] = texts.map((text) => quote(text));
    if (!(distance > step / 2)) {
      const message = `${first} and ${second} overlap`;
      return [{ ...facts, message, suggestion: 'Let each band begin above the end of the last.' }];
    }
    if (distance > 1.5 * step) {
      const message = `nothing stands between ${first} and ${second}`;
      const suggestion = 'Let each band begin where the last one ends.';
      return [{ ...facts, severity: 'warning', message, suggestion }];
    }
    return [];
  });
}

/** Bands that end below infinity with no choice for the rest; 100 is taken for the whole. */
function openEnd(
  bands: readonly LabelledBand[],
  labels: readonly ReadLabel[],
): readonly ScaleFind[] {
  const last = bands.toSorted((a, b) => a.high - b.high).at(-1);
  if (last === undefined || last.high >= Number.MAX_VALUE || last.high === 100) return [];
  if (bands.length < labels.length) return [];
  return [
    {
      rule: 'no-other-choice',
      labels: [last.label.key],
      text: last.label.text.original,
      message: `nothing is offered for more than ${quote(last.label.text.original)}`,
      suggestion: 'Leave the last band open, as in "65 or more".',
    },
  ];
}
