import type { MomentLevel, Reason } from './reasonTypes.ts';
import type { Disagreement } from './types.ts';

/**
 * Where people and data do not agree about a moment, from its reasons.
 *
 * Danger to life and rights is left out of what people say: it makes a moment critical whatever
 * customers' satisfaction shows.
 */
export function findDisagreements(reasons: readonly Reason[]): readonly Disagreement[] {
  const judged = reasons.filter(
    ({ basis, level, code }) =>
      basis === 'judged' && level !== 'not-assessed' && code !== 'grave-trait',
  );
  const measured = reasons.filter(({ basis }) => basis === 'measured');
  const sayCritical = at('critical', judged);
  const showCritical = at('critical', measured);
  const showNothing = at('ordinary', measured);
  if (sayCritical.length > 0 && showCritical.length === 0 && showNothing.length > 0) {
    return [disagreement('effect-not-seen', sayCritical, showNothing)];
  }
  const sayOrdinary = at('ordinary', judged);
  if (showCritical.length > 0 && sayOrdinary.length === judged.length && judged.length > 0) {
    return [disagreement('effect-not-judged', sayOrdinary, showCritical)];
  }
  return [];
}

function at(level: MomentLevel, reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter((reason) => reason.level === level);
}

function disagreement(
  code: Disagreement['code'],
  judged: readonly Reason[],
  measured: readonly Reason[],
): Disagreement {
  const visits = Math.max(...measured.map(({ n }) => n));
  const said = judged.some((reason) => reason.code === 'declared') ? 'declared' : 'judged';
  const seen = `in ${grouped(visits)} ${visits === 1 ? 'visit' : 'visits'}`;
  return {
    code,
    judged: judged.map((reason) => reason.code),
    measured: measured.map((reason) => reason.code),
    visits,
    message:
      code === 'effect-not-seen'
        ? `${said} critical, no effect seen ${seen}`
        : `judged ordinary, found critical ${seen}`,
  };
}

/** A whole number with a comma before every three digits, in every locale. */
function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
