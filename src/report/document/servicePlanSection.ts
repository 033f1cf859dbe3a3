import type { ServicePlanReview } from '../../review/servicePlanReview.ts';
import type { Review } from '../../review/types.ts';
import { estimateInWords } from '../words/estimateInWords.ts';
import { findingInWords } from '../words/findingInWords.ts';
import type { Speech } from '../words/speech.ts';
import { visible } from '../words/visible.ts';
import type { ReportPhrase } from '../words/words.ts';
import {
  cell,
  list,
  type Part,
  paragraph,
  type Section,
  type Tone,
  table,
} from './reportDocument.ts';

const STATUS: Readonly<Record<ServicePlanReview['status']['status'], ReportPhrase>> = {
  ok: 'planOk',
  'due-soon': 'planDueSoon',
  'called-for': 'planCalledFor',
  overdue: 'planOverdue',
  never: 'planNever',
};

/** The service plan: when it is looked through, which hours its channels cover, who is trained, and what it lacks. */
export function servicePlanSection(speech: Speech, { servicePlan }: Review): readonly Section[] {
  if (servicePlan === undefined) return [];
  const { report } = speech.words;
  const { status, findings } = servicePlan;
  const day = status.next === undefined ? '' : speech.day(status.next);
  return [
    {
      title: report.servicePlan,
      parts: [
        paragraph(speech.fill(report[STATUS[status.status]], { day })),
        ...hoursPart(speech, servicePlan),
        ...trainingPart(speech, servicePlan),
        ...list(findings.map((finding) => findingInWords(speech, finding))),
      ],
    },
  ];
}

function hoursPart(speech: Speech, { coverage }: ServicePlanReview): readonly Part[] {
  if (coverage?.kind !== 'channel-coverage') return [];
  const { report } = speech.words;
  const row = (name: string, share: number) => [
    cell(name),
    cell(speech.percent(share), toneOf(share >= 1, share > 0)),
  ];
  return table({
    caption: report.colHours,
    head: [report.colChannel, report.colHours],
    rowHeader: 0,
    figures: [1],
    rows: [
      ...coverage.channels.map(({ channel, share }) => row(visible(channel), share)),
      row(report.allChannels, coverage.any.share),
    ],
  });
}

function trainingPart(speech: Speech, { training }: ServicePlanReview): readonly Part[] {
  const { report } = speech.words;
  return table({
    caption: report.colTrained,
    head: [report.colTraining, report.colTrained],
    rowHeader: 0,
    figures: [],
    rows: (training?.trainings ?? []).map(({ training: id, share, valid, expiring, required }) => [
      cell(visible(id)),
      cell(estimateInWords(speech, share), toneOf(valid - expiring >= required, valid > 0)),
    ]),
  });
}

function toneOf(isAll: boolean, isSome: boolean): Tone {
  return isAll ? 'good' : isSome ? 'open' : 'bad';
}
