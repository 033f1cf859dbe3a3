import type { Review } from '../../review/types.ts';
import { findingInWords } from '../words/findingInWords.ts';
import type { Speech } from '../words/speech.ts';
import { visible } from '../words/visible.ts';
import { list, paragraph, type Section } from './reportDocument.ts';
import type { ReportOptions } from './reportOptions.ts';

/** What was left out of the figures or could not be told, and why. */
export function leftOutSection(speech: Speech, review: Review, options: ReportOptions): Section {
  const { report } = speech.words;
  const notes = (options.notes ?? []).map((note) => visible(note, LONGEST_NOTE));
  const items = [
    ...notes,
    ...ofSurvey(speech, review),
    ...ofVisits(speech, review),
    ...ofMeasurements(speech, review),
    ...review.stakes.findings.map((finding) => findingInWords(speech, finding)),
    ...(review.areas.warnings ?? []).map((warning) => findingInWords(speech, warning)),
  ];
  const invalid = invalidAnswers(speech, review, options);
  return {
    title: report.leftOut,
    parts: [
      ...(items.length + invalid.length === 0 ? [paragraph(report.nothingLeftOut)] : []),
      ...list(items),
      ...(invalid.length === 0 ? [] : [paragraph(report.invalidAnswers), ...list(invalid)]),
    ],
  };
}

const LONGEST_NOTE = 400;

function ofSurvey(speech: Speech, { scores }: Review): readonly string[] {
  const { report } = speech.words;
  const { suppressedQuestions, weights, notGuarded } = scores;
  const unweighted = weights === undefined ? 0 : weights.invalid + weights.zero;
  return [
    ...(suppressedQuestions.length === 0
      ? []
      : [
          speech.fill(report.hiddenQuestions, {
            names: speech.names('question', suppressedQuestions),
          }),
        ]),
    ...(unweighted === 0 ? [] : [speech.fill(report.weightsLeftOut, { n: unweighted })]),
    ...(notGuarded.length === 0 ? [] : [report.notGuarded]),
  ];
}

function ofVisits(speech: Speech, { criticalMoments }: Review): readonly string[] {
  const { report, issues } = speech.words;
  const { visits } = criticalMoments;
  if (visits === undefined) return [];
  return [
    ...(visits.unreadable === 0
      ? []
      : [speech.fill(report.unreadableVisits, { n: visits.unreadable })]),
    ...visits.issues.map(({ code, count }) =>
      speech.fill(report.counted, { what: issues[code], n: count }),
    ),
    ...(visits.unknownMoments.length === 0
      ? []
      : [
          speech.fill(report.unknownMoments, {
            names: speech.names('moment', visits.unknownMoments),
          }),
        ]),
  ];
}

function ofMeasurements(speech: Speech, { requirements }: Review): readonly string[] {
  const { report, issues } = speech.words;
  const standards = requirements.requirements.flatMap((requirement) => requirement.standards);
  return [
    ...standards.flatMap(({ standard, invalid, firstInvalid }) =>
      invalid === 0
        ? []
        : [
            speech.fill(report.counted, {
              what: speech.aside(
                speech.quoted('standard', standard),
                speech.list(
                  [...new Set(firstInvalid.map(({ because }) => because))].map(
                    (because) => issues[because],
                  ),
                ),
              ),
              n: invalid,
            }),
          ],
    ),
    ...requirements.unknownStandards.map(({ standard, count }) =>
      speech.fill(report.unknownStandard, { n: count, name: speech.quote(standard) }),
    ),
  ];
}

function invalidAnswers(
  speech: Speech,
  { scores }: Review,
  { placeOf }: ReportOptions,
): readonly string[] {
  const scaleOf = new Map(
    scores.questions.map(({ question, scores: [{ definition }] }) => [question, definition.scale]),
  );
  return scores.firstInvalid.map(({ position, question, found }) => {
    const { min, max } = scaleOf.get(question) ?? { min: 0, max: 0 };
    const place =
      placeOf === undefined
        ? speech.fill(speech.words.report.response, { n: position + 1 })
        : visible(placeOf(position, question));
    const text = speech.phrase('foundExpected', {
      found: visible(found),
      expected: speech.range({ low: min, high: max }, speech.number),
    });
    return speech.phrase('sentence', {
      about: place,
      text: speech.aside(text, speech.name('question', question)),
    });
  });
}
