import type { Cycle } from '../../model/cycle.ts';
import type { MomentLevel } from '../../moments/reasonTypes.ts';
import type { MomentVerdict } from '../../moments/types.ts';
import type { Review } from '../../review/types.ts';
import { momentReasonInWords } from '../words/inWords.ts';
import type { Speech } from '../words/speech.ts';
import { cell, type Part, paragraph, type Section, type Tone, table } from './reportDocument.ts';

const TONES: Readonly<Partial<Record<MomentLevel, Tone>>> = {
  critical: 'bad',
  watch: 'open',
};

/** How many moments are critical, and which. */
export function momentsVerdict(speech: Speech, { criticalMoments }: Review): string {
  const { report } = speech.words;
  const { moments } = criticalMoments;
  const critical = moments.filter(({ level }) => level === 'critical').map(({ moment }) => moment);
  return critical.length === 0
    ? speech.fill(report.noneCritical, { all: moments.length })
    : speech.fill(report.critical, {
        n: critical.length,
        all: moments.length,
        names: speech.names('moment', critical),
      });
}

/** Step 1: the moments in the order of the cycle, the critical ones marked. */
export function momentsSection(speech: Speech, cycle: Cycle, review: Review): Section {
  const { report } = speech.words;
  const { criticalMoments } = review;
  const verdicts = new Map(criticalMoments.moments.map((verdict) => [verdict.moment, verdict]));
  const unassessed = criticalMoments.moments
    .filter(({ level }) => level === 'not-assessed')
    .map(({ moment }) => moment);
  const strengths = (criticalMoments.strengths ?? []).filter(({ isStrength }) => isStrength);
  return {
    title: report.moments,
    parts: [
      paragraph(momentsVerdict(speech, review)),
      ...gravest(speech, criticalMoments.moments),
      ...(unassessed.length === 0
        ? []
        : [
            paragraph(
              speech.fill(report.notAssessed, { names: speech.names('moment', unassessed) }),
            ),
          ]),
      ...(strengths.length === 0
        ? []
        : [
            paragraph(
              speech.fill(report.strengths, {
                names: speech.list(
                  strengths.map(({ moment, effect }) =>
                    speech.aside(
                      speech.quoted('moment', moment),
                      speech.phrase('delight', speech.difference(effect.value, effect.interval)),
                    ),
                  ),
                ),
              }),
            ),
          ]),
      { kind: 'pictures', place: 'moments' },
      ...table({
        caption: report.moments,
        head: ['', report.colMoment, report.colVerdict, report.colWhy],
        rowHeader: 1,
        figures: [],
        rows: cycle.moments.map(({ id }, place) => {
          const verdict = verdicts.get(id);
          const level = verdict?.level ?? 'not-assessed';
          return [
            cell(speech.number(place + 1)),
            cell(speech.name('moment', id)),
            cell(speech.term(level), TONES[level]),
            cell(verdict === undefined ? [] : whyOf(speech, verdict)),
          ];
        }),
      }),
    ],
  };
}

/** The reasons that say something; what could not be told is no reason. */
function whyOf(speech: Speech, { level, reasons, stability }: MomentVerdict): readonly string[] {
  const telling = reasons.filter((reason) => reason.level !== 'not-assessed');
  const said = (level === 'not-assessed' ? reasons : telling).map((reason) =>
    momentReasonInWords(speech, reason),
  );
  if (stability?.isUnstable !== true) return said;
  return [...said, speech.phrase('unstable', { share: speech.percent(stability.share) })];
}

/** The critical moment where one bad incident does the most harm, as far as visits tell. */
function gravest(speech: Speech, moments: readonly MomentVerdict[]): readonly Part[] {
  const measured = moments
    .filter(({ level }) => level === 'critical')
    .flatMap(({ moment, reasons }) =>
      reasons.flatMap((reason) =>
        reason.code === 'incident-effect' && reason.jointEffect.kind === 'estimate'
          ? [{ moment, effect: reason.jointEffect }]
          : [],
      ),
    )
    .sort((one, other) => other.effect.value - one.effect.value);
  const [first] = measured;
  if (first === undefined) return [];
  return [
    paragraph(
      speech.fill(speech.words.report.gravest, {
        name: speech.quoted('moment', first.moment),
        ...speech.difference(first.effect.value, first.effect.interval),
      }),
    ),
  ];
}
