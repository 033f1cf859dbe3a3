import type { RequirementStatus } from '../../requirements/types.ts';
import type { Review } from '../../review/types.ts';
import { estimateInWords } from '../words/estimateInWords.ts';
import type { Speech } from '../words/speech.ts';
import { statusInWords } from '../words/standardInWords.ts';
import { cell, paragraph, type Section, type Tone, table } from './reportDocument.ts';

const TONES: Readonly<Partial<Record<RequirementStatus, Tone>>> = {
  met: 'good',
  'met-so-far': 'good',
  'not-met': 'bad',
  'not-proven': 'open',
  'not-measured': 'open',
  'no-standard': 'open',
};

const SIGNS: Readonly<Record<'<=' | '>=' | '=', string>> = { '<=': '≤', '>=': '≥', '=': '=' };

/** How many standards are met. */
export function requirementsVerdict(speech: Speech, { requirements }: Review): string {
  const { report } = speech.words;
  const standards = requirements.requirements.flatMap((requirement) => requirement.standards);
  if (standards.length === 0) return report.noStandards;
  const met = standards.filter(({ status }) => status === 'met' || status === 'met-so-far').length;
  const failed = standards.filter(({ status }) => status === 'not-met').length;
  return speech.fill(report.standards, {
    all: standards.length,
    met,
    failed,
    open: standards.length - met - failed,
  });
}

/** Step 2: every standard, with the share that conforms. */
export function requirementsSection(speech: Speech, review: Review): Section {
  const { report } = speech.words;
  const rows = review.requirements.requirements.flatMap(({ requirement, standards, status }) => {
    const statement = speech.name('requirement', requirement);
    if (standards.length === 0) {
      const verdict = cell(speech.term(status), TONES[status]);
      return [[cell(statement), cell([]), cell([]), cell([]), verdict]];
    }
    return standards.map((verdict) => {
      const { standard, operator, threshold, unit, requiredShare, measured, conformingShare } =
        verdict;
      const conforming =
        conformingShare.kind === 'estimate'
          ? speech.phrase('conforms', { share: estimateInWords(speech, conformingShare), measured })
          : estimateInWords(speech, conformingShare);
      return [
        cell([speech.name('standard', standard), statement]),
        cell(`${SIGNS[operator]} ${speech.quantity(threshold, unit)}`),
        cell(requiredShare === 1 ? report.everyCase : speech.percent(requiredShare)),
        cell(conforming),
        cell(statusInWords(speech, verdict), TONES[verdict.status]),
      ];
    });
  });
  return {
    title: report.requirements,
    parts: [
      paragraph(requirementsVerdict(speech, review)),
      { kind: 'pictures', place: 'requirements' },
      ...table({
        caption: report.requirements,
        head: [
          report.colStandard,
          report.colLimit,
          report.colRequired,
          report.colConforming,
          report.colVerdict,
        ],
        rowHeader: 0,
        figures: [],
        rows,
      }),
    ],
  };
}
