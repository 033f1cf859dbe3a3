import type { StandardVerdict } from '../../requirements/types.ts';
import { estimateInWords } from './estimateInWords.ts';
import { joined } from './reasonInWords.ts';
import type { Speech } from './speech.ts';

/** What of a verdict on a standard is put into words. */
export type ToldStandard = Pick<
  StandardVerdict,
  | 'standard'
  | 'status'
  | 'conformingShare'
  | 'measured'
  | 'requiredShare'
  | 'measurementsToSettle'
  | 'shortfall'
  | 'correction'
  | 'provenShare'
  | 'failuresPerThousand'
  | 'undecided'
>;

/** Whether a standard is met, and the figures that say so. */
export function standardInWords(speech: Speech, verdict: ToldStandard): string {
  const { conformingShare, measured, requiredShare } = verdict;
  const figures =
    conformingShare.kind === 'estimate'
      ? speech.phrase('conforms', { share: estimateInWords(speech, conformingShare), measured })
      : '';
  return joined(speech, [
    ...statusInWords(speech, verdict),
    figures,
    requiredInWords(speech, requiredShare),
  ]);
}

/** The share of cases that a standard asks for. */
function requiredInWords(speech: Speech, requiredShare: number): string {
  return requiredShare === 1
    ? speech.phrase('everyCase', {})
    : speech.phrase('shareOfCases', { share: speech.percent(requiredShare) });
}

/** The status of a standard, then what qualifies it. */
export function statusInWords(speech: Speech, verdict: ToldStandard): readonly string[] {
  const { status, shortfall, measurementsToSettle, correction, provenShare } = verdict;
  const { failuresPerThousand, undecided } = verdict;
  const word = speech.term(status);
  const open = undecided.abandoned + undecided.stillWaiting;
  return [
    shortfall?.material === true ? speech.phrase('material', { text: word }) : word,
    failuresPerThousand === undefined
      ? ''
      : speech.phrase('perThousand', {
          n: speech.amount(failuresPerThousand.value),
          range: speech.range(failuresPerThousand.interval, speech.amount),
        }),
    measurementsToSettle === undefined
      ? ''
      : speech.phrase('toSettle', { n: measurementsToSettle }),
    provenShare === undefined
      ? ''
      : speech.phrase('provenShare', { share: speech.percent(provenShare) }),
    correction === undefined || correction.uncorrected === status
      ? ''
      : speech.phrase('corrected', {
          status: speech.term(correction.uncorrected),
          n: correction.comparisons,
        }),
    open === 0 ? '' : speech.phrase('undecidedCases', { n: open }),
  ].filter((part) => part !== '');
}
