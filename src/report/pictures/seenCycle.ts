import { CRITICAL_MOMENTS_SHAPE } from '../../areas/evidence/checkEvidence.ts';
import { checkCycleTexts } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { MomentLevel } from '../../moments/reasonTypes.ts';
import { checkBetween, checkOneOf, checkOptions } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { nameOf, plainText } from '../plainText.ts';
import type { PictureOptions } from './pictureOptions.ts';
import type { PictureWords } from './pictureWords.ts';
import { readWords } from './readWords.ts';

/** A moment as a picture shows it. */
export interface SeenMoment {
  /** The moment. */
  readonly moment: MomentOfTruth;
  /** Its place in the cycle, 1 for the first. */
  readonly number: number;
  /** Its name. */
  readonly name: string;
  /** How much it matters; absent where nothing was detected. */
  readonly level?: MomentLevel;
  /** Whether it delights. */
  readonly isStrength: boolean;
}

/** Moments of one stage that follow each other. */
export interface Stretch {
  /** What stands for the stage where its name has no room; empty of moments without a stage. */
  readonly letter: string;
  /** The name of the stage. */
  readonly name: string;
  /** The moments, at least one. */
  readonly moments: readonly SeenMoment[];
}

/** A cycle as a picture shows it. */
export interface SeenCycle {
  /** Its name. */
  readonly name: string;
  /** All moments, in order. */
  readonly moments: readonly SeenMoment[];
  /** The same by stage. */
  readonly stretches: readonly Stretch[];
  /** Whether any moment has a stage. */
  readonly hasStages: boolean;
  /** The names of stages without moments. */
  readonly emptyStages: readonly string[];
  /** The words of the picture. */
  readonly words: PictureWords;
  /** The languages of texts, the most wanted first. */
  readonly language: readonly string[];
  /** How wide it is, in pixels. */
  readonly width: number;
  /** Its colours. */
  readonly theme: 'auto' | 'light' | 'dark';
}

/** Looks at what a picture is to show, and at how. */
export function seenCycle(
  cycle: Cycle,
  options: PictureOptions,
  more: readonly string[] = [],
): SeenCycle {
  checkCycleTexts(cycle);
  checkOptions(options, ['criticalMoments', 'width', 'locale', 'words', 'theme', ...more]);
  const { criticalMoments, width = 720, theme = 'auto' } = options;
  const { words, language } = readWords(options);
  checkBetween('width', width, 320, 4000);
  checkOneOf('theme', theme, ['auto', 'light', 'dark']);
  if (criticalMoments !== undefined) {
    checkShape('criticalMoments', criticalMoments, CRITICAL_MOMENTS_SHAPE);
    checkShape('criticalMoments', criticalMoments, {
      'strengths?': [{ moment: 'text', isStrength: 'flag' }],
    });
  }
  for (const { level } of criticalMoments?.moments ?? []) {
    checkOneOf('the level of a moment', level, ['critical', 'watch', 'ordinary', 'not-assessed']);
  }
  const levels = new Map(criticalMoments?.moments.map(({ moment, level }) => [moment, level]));
  const strengths = new Set(
    (criticalMoments?.strengths ?? []).flatMap(({ moment, isStrength }) =>
      isStrength ? [moment] : [],
    ),
  );
  const moments = cycle.moments.map((moment, place): SeenMoment => {
    const name = nameOf(moment, language);
    const seen = { moment, number: place + 1, name, isStrength: strengths.has(moment.id) };
    if (criticalMoments === undefined) return seen;
    return { ...seen, level: levels.get(moment.id) ?? 'not-assessed' };
  });
  const stages = new Map(
    (cycle.stages ?? []).map((stage, place) => [
      stage.id,
      { letter: letterOf(place), name: nameOf(stage, language) },
    ]),
  );
  const stretches: (Stretch & { moments: SeenMoment[] })[] = [];
  let last: string | undefined;
  for (const seen of moments) {
    const { stage } = seen.moment;
    const open = stretches.at(-1);
    if (open !== undefined && stage === last) open.moments.push(seen);
    else {
      const other = { letter: '', name: stage === undefined ? words.noStage : plainText(stage) };
      const known = stage === undefined ? undefined : stages.get(stage);
      stretches.push({ ...(known ?? other), moments: [seen] });
    }
    last = stage;
  }
  const used = new Set(moments.map(({ moment }) => moment.stage));
  return {
    name: nameOf(cycle, language),
    moments,
    stretches,
    hasStages: moments.some(({ moment }) => moment.stage !== undefined),
    emptyStages: (cycle.stages ?? []).flatMap((stage) =>
      used.has(stage.id) ? [] : [nameOf(stage, language)],
    ),
    words,
    language,
    width,
    theme,
  };
}

/** A, B, ... Z, AA, AB and so on. */
function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}
