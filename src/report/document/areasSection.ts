import type { AreaLevel } from '../../areas/types.ts';
import type { Review } from '../../review/types.ts';
import { estimateInWords } from '../words/estimateInWords.ts';
import { reasonInWords } from '../words/reasonInWords.ts';
import type { Speech } from '../words/speech.ts';
import { cell, list, paragraph, type Section, type Tone, table } from './reportDocument.ts';

const TONES: Readonly<Record<AreaLevel, Tone>> = {
  'intervene-now': 'bad',
  plan: 'open',
  watch: 'open',
  'measure-first': 'open',
  keep: 'good',
  'possible-overkill': 'good',
};

/** Which areas need intervention now. */
export function areasVerdict(speech: Speech, { areas }: Review): string {
  const { report } = speech.words;
  if (areas.areas.length === 0) return report.noAreas;
  const now = areas.areas.filter(({ level }) => level === 'intervene-now').map(({ area }) => area);
  return now.length === 0
    ? report.interveneNone
    : speech.fill(report.intervene, { names: speech.names('area', now) });
}

/** Step 4: the areas in order of need. */
export function areasSection(speech: Speech, review: Review): Section {
  const { report } = speech.words;
  const { areas } = review;
  const { target, relevantGap, importance } = areas.thresholds;
  const isAlike = (areas.warnings ?? []).some(
    ({ code }) => code === 'importance-does-not-discriminate',
  );
  const rows = areas.areas.map(
    ({ area, level, performance, importance: own, reasons, rank }, at) => [
      cell(
        speech.aside(
          speech.number(at + 1),
          rank === undefined || rank.low === rank.high
            ? ''
            : speech.range(rank, (place) => speech.number(place)),
        ),
      ),
      cell(speech.name('area', area)),
      cell(speech.term(level), TONES[level]),
      cell(estimateInWords(speech, performance)),
      cell([
        ...reasons.map((reason) => reasonInWords(speech, reason)),
        ...(reasons.length === 0 && TONES[level] === 'good' ? [report.neitherWeak] : []),
        ...(level === 'possible-overkill' && own !== undefined && importance !== undefined
          ? [speech.fill(report.mattersLess, { importance: own.value, line: importance })]
          : []),
      ]),
    ],
  );
  return {
    title: report.areas,
    parts: [
      paragraph(areasVerdict(speech, review)),
      { kind: 'pictures', place: 'areas' },
      ...table({
        caption: report.areas,
        head: [
          report.colPlace,
          report.colArea,
          report.colToDo,
          report.colFavourable,
          report.colWhy,
        ],
        rowHeader: 1,
        figures: [],
        rows,
      }),
      ...list(
        rows.length === 0
          ? []
          : [
              target === undefined
                ? speech.fill(report.weakIs, { points: 100 * relevantGap })
                : speech.fill(report.weakIsTarget, { target: speech.percent(target) }),
              importance !== undefined
                ? speech.fill(report.importanceFrom, { importance })
                : isAlike
                  ? report.importanceAlike
                  : report.importanceUnknown,
              ...(areas.areas.some(({ rank }) => rank !== undefined && rank.low !== rank.high)
                ? [report.placeRange]
                : []),
            ],
      ),
    ],
  };
}
