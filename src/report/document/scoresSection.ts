import type { Review } from '../../review/types.ts';
import type { GroupScores, QuestionScores, SurveyScores } from '../../survey/score/surveyScores.ts';
import type { Score } from '../../survey/types.ts';
import { estimateInWords, gapInWords } from '../words/estimateInWords.ts';
import { joined } from '../words/reasonInWords.ts';
import { about, type Speech } from '../words/speech.ts';
import { visible } from '../words/visible.ts';
import { cell, paragraph, type Section, table } from './reportDocument.ts';

/** What customers say of the whole. */
export function scoresVerdict(speech: Speech, { scores }: Review): string {
  const { report } = speech.words;
  if (scores.questions.length === 0) return report.noSurvey;
  const overall = scores.questions
    .filter((question) => question.about === undefined && question.asks !== 'importance')
    .map(({ scores: [score] }) => score);
  // What is not known stands in the table, unless nothing is.
  const known = overall.filter(({ kind }) => kind === 'estimate');
  const n = scores.responses;
  const said =
    n === 0
      ? [speech.words.notKnown['no-answers']]
      : (known.length > 0 ? known : overall).map(
          (score) => `${metric(speech, score)} ${estimateInWords(speech, score)}`,
        );
  return speech.fill(report.asked, {
    n: n === 'suppressed' ? speech.term(n) : n,
    scores: joined(speech, said),
  });
}

/** Step 5: the score of every question. */
export function scoresSection(speech: Speech, review: Review): Section {
  const { report } = speech.words;
  const rows = review.scores.questions.map(({ question, scores: [score], warnings }) => {
    const { answered, notApplicable, skipped, invalid } = score.counts;
    return [
      cell(speech.name('question', question)),
      cell(metric(speech, score)),
      cell(estimateInWords(speech, score)),
      ...[answered, notApplicable, skipped, invalid].map((n) => cell(speech.number(n))),
      cell(warnings.map((code) => speech.words.findings[code])),
    ];
  });
  return {
    title: report.scores,
    parts: [
      paragraph(scoresVerdict(speech, review)),
      { kind: 'pictures', place: 'scores' },
      ...table({
        caption: report.scores,
        head: [
          report.colQuestion,
          report.colMetric,
          report.colScore,
          report.colAnswered,
          report.colNotApplicable,
          report.colSkipped,
          report.colInvalid,
          report.colNote,
        ],
        rowHeader: 0,
        figures: [3, 4, 5, 6],
        rows,
      }),
    ],
  };
}

/** The scores of the questions about the whole cycle, group by group. */
export function groupsSection(
  speech: Speech,
  groups: SurveyScores | undefined,
): readonly Section[] {
  if (groups?.groups === undefined) return [];
  const { report } = speech.words;
  const { keys, responses, withoutGroup } = groups.groups;
  const whole = groups.questions.filter((question) => question.about === undefined);
  const rows = responses.map((count, place) => {
    const group = Object.fromEntries(
      keys.map(({ name, values, codes }) => [name, values[codes[place] ?? 0] ?? null]),
    );
    const named = Object.values(group).map((value) =>
      value === null ? report.none : visible(value),
    );
    return [
      cell(named.join(', ')),
      cell(count === null ? speech.term('suppressed') : speech.number(count)),
      ...whole.map(({ question }) =>
        cell(groupScoreInWords(speech, groups.groups, question, place)),
      ),
    ];
  });
  return [
    {
      title: report.groups,
      parts: [
        paragraph(speech.fill(report.groupsHidden, { minimum: groups.minimumGroupSize })),
        ...(typeof withoutGroup === 'number' && withoutGroup > 0
          ? [paragraph(speech.fill(report.withoutGroup, { n: withoutGroup }))]
          : []),
        { kind: 'pictures', place: 'groups' },
        ...table({
          caption: report.groups,
          head: [
            keys.map(({ name }) => visible(name)).join(', '),
            report.colResponses,
            ...whole.map((one) => headOf(speech, one)),
          ],
          rowHeader: 0,
          figures: [1],
          rows,
        }),
      ],
    },
  ];
}

/** The first score of a question in one group, read off the columns. */
function groupScoreInWords(
  speech: Speech,
  groups: GroupScores | undefined,
  question: string,
  place: number,
): string {
  const column = groups?.columns.find((one) => one.question === question);
  if (groups === undefined || column === undefined) return '';
  const value = column.value[place] ?? null;
  const low = column.low[place] ?? null;
  const high = column.high[place] ?? null;
  if (value === null || low === null || high === null) {
    const { status, because } = groups.outcomes[column.outcome[place] ?? 0] ?? {};
    return status === 'suppressed'
      ? speech.aside(
          speech.term(status),
          because === null || because === undefined ? '' : speech.term(because),
        )
      : gapInWords(speech, because ?? 'no-answers');
  }
  const { unit, definition, level } = column;
  return estimateInWords(speech, {
    kind: 'estimate',
    value,
    unit,
    definition,
    interval: { low, high, level },
  });
}

function headOf(speech: Speech, { question, scores: [score] }: QuestionScores): string {
  return about(speech, speech.name('question', question), metric(speech, score));
}

/** How a score is made. */
function metric(speech: Speech, { definition }: Score): string {
  const { report } = speech.words;
  const name = speech.term(definition.metric);
  const { min, max } = definition.scale;
  switch (definition.metric) {
    case 'net-promoter-score':
    case 'incident-share':
      return name;
    case 'customer-satisfaction':
      return speech.fill(report.satisfiedFrom, {
        answers: speech.list(definition.satisfied.map((answer) => speech.number(answer))),
        max,
      });
    case 'customer-effort':
      return speech.aside(name, speech.fill(report.meanOf, { min, max }));
    case 'mean-rating':
      return speech.fill(report.meanOf, { min, max });
  }
}
