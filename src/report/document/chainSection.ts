import type { ChainStandard, ChainVerdict } from '../../requirements/chain/chainTypes.ts';
import type { Review } from '../../review/types.ts';
import { findingInWords } from '../words/findingInWords.ts';
import type { Speech } from '../words/speech.ts';
import type { ReportPhrase } from '../words/words.ts';
import { type Cell, cell, list, type Section, type Tone, table } from './reportDocument.ts';

const VERDICTS: Readonly<Record<ChainVerdict, readonly [ReportPhrase, Tone]>> = {
  certain: ['chainCertain', 'good'],
  depends: ['chainDepends', 'open'],
  'cannot-be-met': ['chainCannot', 'bad'],
};

/** What colleagues promise for the standards of customers, whether their times fit, and what is amiss. */
export function chainSection(speech: Speech, review: Review): readonly Section[] {
  const { chain } = review;
  if (chain === undefined) return [];
  const { report } = speech.words;
  const rows = chain.standards
    .filter(({ cycle }) => cycle === review.cycle)
    .map((one) => [
      cell(speech.name('standard', one.standard)),
      verdictCell(speech, one.promised.verdict),
      one.kept === undefined ? cell([]) : verdictCell(speech, one.kept.verdict),
      timeCell(speech, one),
    ]);
  return [
    {
      title: report.chain,
      parts: [
        ...table({
          caption: report.chain,
          head: [report.colStandard, report.colPromised, report.colKept, report.colTime],
          rowHeader: 0,
          figures: [],
          rows,
        }),
        ...list(chain.findings.map((finding) => findingInWords(speech, finding))),
      ],
    },
  ];
}

function verdictCell(speech: Speech, verdict: ChainVerdict): Cell {
  const [phrase, tone] = VERDICTS[verdict];
  return cell(speech.words.report[phrase], tone);
}

function timeCell(speech: Speech, { budget }: ChainStandard): Cell {
  if (budget.status === 'not-comparable') return cell([]);
  const [used, capacity] = [budget.total, budget.threshold].map((time) =>
    speech.quantity(time, budget.unit),
  );
  const text = speech.fill(speech.words.report.usedOf, {
    used: used ?? '',
    capacity: capacity ?? '',
  });
  return cell(text, budget.status === 'kept' ? 'good' : 'bad');
}
