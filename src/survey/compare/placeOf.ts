import type { Scale } from '../../model/survey.ts';
import { type Answer, NOT_APPLICABLE } from '../../model/observations.ts';
import { answerCount } from '../../model/scaleAnswers.ts';

/** The place of an answer on its scale, or that none was given, or that it is not on the scale. */
export function placeOf(scale: Scale, answer: Answer): number | 'none' | 'invalid' {
  if (answer === undefined || answer === null || answer === NOT_APPLICABLE) return 'none';
  if (typeof answer === 'number') {
    const place = (answer - scale.min) / (scale.step ?? 1);
    const whole = Math.round(place);
    const isOnScale = whole >= 0 && whole < answerCount(scale) && Math.abs(place - whole) < 1e-9;
    // Not -0, which a low answer just below its place would give.
    if (isOnScale) return Math.abs(whole);
  }
  return scale.notApplicable?.includes(answer) === true ? 'none' : 'invalid';
}
