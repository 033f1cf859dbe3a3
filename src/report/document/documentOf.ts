import type { Review } from '../../review/types.ts';
import {
  checkList,
  checkObject,
  checkOptions,
  checkText,
  isFields,
  refuse,
} from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { readSpeech, WORDS_OPTIONS } from '../words/inWords.ts';
import type { Speech } from '../words/speech.ts';
import { visible } from '../words/visible.ts';
import { areasSection, areasVerdict } from './areasSection.ts';
import { changesSection } from './changesSection.ts';
import { leftOutSection } from './leftOutSection.ts';
import { momentsSection, momentsVerdict } from './momentsSection.ts';
import { nextStepsSection } from './nextStepsSection.ts';
import { plansSection, plansVerdict } from './plansSection.ts';
import { list, paragraph, type ReportDocument } from './reportDocument.ts';
import type { ReportOptions } from './reportOptions.ts';
import { requirementsSection, requirementsVerdict } from './requirementsSection.ts';
import { groupsSection, scoresSection, scoresVerdict } from './scoresSection.ts';
import { chainSection, servicePlanSection } from './servicePlanSection.ts';

/**
 * Reads a review and its options, and puts it together.
 *
 * @param review - the review
 * @param options - what to say of it, and how
 * @param allowed - the options that may be given beside those of every report
 */
export function readDocument(
  review: Review,
  options: ReportOptions,
  allowed: readonly string[] = [],
): ReportDocument {
  checkKindOf('review', review, 'review');
  checkOptions(options, [...WORDS_OPTIONS, ...OPTIONS, ...allowed]);
  const { cycle, source, date, notes, placeOf, earlierSource, groups, changes } = options;
  checkObject('cycle', cycle);
  const { words, servicePlan, supporting, locale, money } = options;
  const speech = readSpeech(
    {
      words,
      cycle,
      ...(servicePlan !== undefined && { servicePlan }),
      ...(supporting !== undefined && { supporting }),
      ...(locale !== undefined && { locale }),
      ...(money !== undefined && { money }),
    },
    WORDS_OPTIONS,
  );
  if (source !== undefined) checkText('source', source);
  if (earlierSource !== undefined) checkText('earlierSource', earlierSource);
  if (notes !== undefined) {
    checkList('notes', notes);
    for (const note of notes) checkText('a note', note);
  }
  if (placeOf !== undefined && typeof placeOf !== 'function')
    refuse('placeOf', placeOf, 'a function');
  if (groups !== undefined) checkKindOf('groups', groups, 'survey-scores');
  if (changes !== undefined) checkObject('changes', changes);
  if (date !== undefined && !isDay(date)) refuse('date', date, 'a day as YYYY-MM-DD');
  try {
    const document = documentOf(speech, review, options);
    if (hasHole(document.sections)) refuse('words', words, 'a sentence for each code');
    return document;
  } catch (error) {
    // A part that is not what its kind promises: a review has some hundred shapes.
    if (error instanceof ServiceCycleError) throw error;
    return refuse('review', review, 'a whole review of the cycle, as reviewCycle gives it');
  }
}

/** Whether a list within has a place where nothing stands, as where a catalogue lacks a sentence. */
function hasHole(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => one === undefined || hasHole(one));
  return isFields(value) && Object.values(value).some(hasHole);
}

function checkKindOf(name: string, value: object, kind: string): void {
  checkObject(name, value);
  const found: unknown = Reflect.get(value, 'kind');
  if (found !== kind) refuse(`the kind of ${name}`, found, `"${kind}"`);
}

const OPTIONS: readonly string[] = [
  'source',
  'date',
  'notes',
  'placeOf',
  'groups',
  'changes',
  'earlierSource',
];

function isDay(date: unknown): boolean {
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  return !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
}

/** A review as a report: the verdict, then the five steps, then what was left out and what to do next. */
function documentOf(speech: Speech, review: Review, options: ReportOptions): ReportDocument {
  const { report, language } = speech.words;
  const { cycle, source, date, groups, changes, earlierSource } = options;
  return {
    language,
    title: speech.fill(report.title, { name: speech.text(cycle.name) || visible(cycle.id) }),
    lead: [
      ...(source === undefined ? [] : [speech.fill(report.source, { source: visible(source) })]),
      ...(date === undefined ? [] : [speech.fill(report.date, { date: speech.day(date) })]),
    ],
    sections: [
      {
        title: report.inShort,
        parts: [
          ...list([
            momentsVerdict(speech, review),
            requirementsVerdict(speech, review),
            plansVerdict(speech, cycle, review),
            areasVerdict(speech, review),
            scoresVerdict(speech, review),
          ]),
          { kind: 'pictures', place: 'cycle' },
          paragraph(speech.fill(report.howToRead, { level: speech.percent(review.scores.level) })),
        ],
      },
      momentsSection(speech, cycle, review),
      requirementsSection(speech, review),
      plansSection(speech, cycle, review),
      areasSection(speech, review),
      scoresSection(speech, review),
      ...servicePlanSection(speech, review),
      ...chainSection(speech, review),
      ...groupsSection(speech, groups),
      ...changesSection(speech, changes, earlierSource),
      leftOutSection(speech, review, options),
      nextStepsSection(speech, review),
    ],
  };
}
