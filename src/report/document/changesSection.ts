import type { ReviewComparison } from '../../review/compareReviews.ts';
import type { ScoreComparisons } from '../../survey/compare/types.ts';
import { changeInWords, comparisonInWords } from '../words/changeInWords.ts';
import { differenceInWords, estimateInWords } from '../words/estimateInWords.ts';
import type { Speech } from '../words/speech.ts';
import { visible } from '../words/visible.ts';
import {
  cell,
  list,
  type Part,
  paragraph,
  type Section,
  type Tone,
  table,
} from './reportDocument.ts';

const TONES: Readonly<Record<'better' | 'worse', Tone>> = { better: 'good', worse: 'bad' };

/** What changed since the time before. */
export function changesSection(
  speech: Speech,
  changes: ReviewComparison | ScoreComparisons | undefined,
  earlierSource: string | undefined,
): readonly Section[] {
  if (changes === undefined) return [];
  const { report } = speech.words;
  const isReview = changes.kind === 'review-comparison';
  const scores = isReview ? changes.scores : changes;
  const parts = isReview
    ? [
        ...changes.moments,
        ...changes.standards,
        ...changes.plans,
        ...changes.areas.changes.filter(
          ({ verdict, performance }) =>
            verdict !== 'noise' || (performance?.verdict ?? 'noise') !== 'noise',
        ),
      ].map((change) => changeInWords(speech, change))
    : [];
  const source = earlierSource === undefined ? report.timeBefore : visible(earlierSource);
  return [
    {
      title: report.changed,
      parts: [
        ...list(parts),
        paragraph(speech.fill(report.adjusted, { source })),
        { kind: 'pictures', place: 'changes' },
        ...scoreTable(speech, scores),
        ...list(
          scores.questions.flatMap((one) =>
            one.kind === 'not-comparable' ? [comparisonInWords(speech, one)] : [],
          ),
        ),
      ],
    },
  ];
}

function scoreTable(speech: Speech, scores: ScoreComparisons): readonly Part[] {
  const { report, changes } = speech.words;
  return table({
    caption: report.changed,
    head: [
      report.colQuestion,
      report.colBefore,
      report.colAfter,
      report.colDifference,
      report.colP,
      report.colVerdict,
    ],
    rowHeader: 0,
    figures: [4],
    rows: scores.questions.flatMap((one) => {
      if (one.kind !== 'comparison') return [];
      const p = one.test.adjustedPValue;
      const better = one.forCustomers;
      return [
        [
          cell(speech.name('question', one.question)),
          cell(estimateInWords(speech, one.before)),
          cell(estimateInWords(speech, one.after)),
          cell(differenceInWords(speech, one.difference)),
          cell(p < 0.001 ? `< ${speech.number(0.001, 3)}` : speech.number(p, 3)),
          cell(
            speech.aside(changes[one.verdict], better === undefined ? '' : changes[better]),
            better === undefined ? undefined : TONES[better],
          ),
        ],
      ];
    }),
  });
}
