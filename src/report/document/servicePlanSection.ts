import type { Review } from '../../review/types.ts';
import type { UncoveredHours } from '../../service-plan/coverageTypes.ts';
import type { ReviewStatus } from '../../service-plan/reviewStatus.ts';
import { estimateInWords } from '../words/estimateInWords.ts';
import { findingInWords } from '../words/findingInWords.ts';
import type { Speech } from '../words/speech.ts';
import { cell, list, type Part, paragraph, type Section, table } from './reportDocument.ts';

/** So many days a week has. */
const DAILY = 7;

/** So many gaps of hours are told of one moment. */
const GAPS = 6;

/** How the service plan stands: its review, the hours it covers, and its training. */
export function servicePlanSection(speech: Speech, { servicePlan }: Review): readonly Section[] {
  if (servicePlan === undefined) return [];
  const { report } = speech.words;
  const { status, coverage, criticalMoments, training, findings } = servicePlan;
  return [
    {
      title: report.servicePlan,
      parts: [
        paragraph(reviewInWords(speech, status)),
        ...(coverage?.kind === 'channel-coverage'
          ? [
              paragraph(
                speech.fill(report.covered, {
                  share: speech.percent(coverage.any.share),
                  from: speech.day(coverage.from),
                  to: speech.day(coverage.to),
                }),
              ),
              ...list(coverage.any.uncovered.slice(0, GAPS).map((gap) => gapInWords(speech, gap))),
            ]
          : []),
        ...table({
          caption: report.colCovered,
          head: [report.colMoment, report.colCovered, report.colUncovered],
          rowHeader: 0,
          figures: [],
          rows: criticalMoments.map(({ moment, share, uncovered }) => [
            cell(speech.name('moment', moment)),
            cell(speech.percent(share), share < 1 ? 'bad' : 'good'),
            cell(uncovered.slice(0, GAPS).map((gap) => gapInWords(speech, gap))),
          ]),
        }),
        ...trainingTable(speech, training?.trainings ?? []),
        ...list(findings.map((finding) => findingInWords(speech, finding))),
      ],
    },
  ];
}

function reviewInWords(speech: Speech, { status, next }: ReviewStatus): string {
  const { report } = speech.words;
  if (next === undefined) return report.reviewNever;
  const sentence = status === 'overdue' ? report.reviewOverdue : report.reviewDue;
  return speech.fill(sentence, { date: speech.day(next) });
}

/** Hours that nobody covers, on the days of the week that have them. */
function gapInWords(speech: Speech, { weekdays, from, to, days }: UncoveredHours): string {
  const said = speech.fill(speech.words.report.gap, { from, to, n: days });
  if (weekdays.length === DAILY) return said;
  return `${speech.list(weekdays.map((weekday) => speech.weekday(weekday)))}, ${said}`;
}

function trainingTable(
  speech: Speech,
  trainings: NonNullable<NonNullable<Review['servicePlan']>['training']>['trainings'],
): readonly Part[] {
  const { report } = speech.words;
  return table({
    caption: report.colTraining,
    head: [report.colTraining, report.colTrained, report.colExpiring],
    rowHeader: 0,
    figures: [],
    rows: trainings.map(({ training, required, valid, expiring, share }) => [
      cell(speech.name('training', training)),
      cell(
        [
          speech.fill(report.usedOf, {
            used: speech.number(valid),
            capacity: speech.number(required),
          }),
          estimateInWords(speech, share),
        ],
        valid - expiring < required ? 'bad' : 'good',
      ),
      cell(speech.number(expiring)),
    ]),
  });
}

/** What internal cycles promise for the standards that customers meet, and which of them is the weakest. */
export function chainSection(speech: Speech, { chain }: Review): readonly Section[] {
  if (chain === undefined) return [];
  const { report } = speech.words;
  return [
    {
      title: report.chain,
      parts: [
        ...table({
          caption: report.chain,
          head: [
            report.colStandard,
            report.colRequired,
            report.colPromised,
            report.colWeakest,
            report.colVerdict,
          ],
          rowHeader: 0,
          figures: [],
          rows: chain.standards.map(({ standard, requiredShare, promised, budget }) => [
            cell(speech.name('standard', standard)),
            cell(requiredShare === 1 ? report.everyCase : speech.percent(requiredShare)),
            cell(speech.range(promised.bounds, speech.percent)),
            cell(
              promised.weakest === undefined
                ? []
                : speech.aside(
                    speech.name('link', promised.weakest.standard),
                    speech.percent(promised.weakest.share),
                  ),
            ),
            cell(
              [
                {
                  certain: report.chainKept,
                  depends: report.chainDepends,
                  'cannot-be-met': report.chainBroken,
                }[promised.verdict],
                budget.status === 'exceeded'
                  ? speech.fill(report.chainTooLong, {
                      total: speech.quantity(budget.total, budget.unit),
                      limit: speech.quantity(budget.threshold, budget.unit),
                    })
                  : '',
              ],
              promised.verdict === 'cannot-be-met' || budget.status === 'exceeded' ? 'bad' : 'open',
            ),
          ]),
        }),
        ...list(chain.findings.map((finding) => findingInWords(speech, finding))),
      ],
    },
  ];
}
