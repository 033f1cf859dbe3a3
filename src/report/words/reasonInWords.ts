import type { AreaReason, Weakness } from '../../areas/reasonTypes.ts';
import type { CriticalReason } from '../../moments/reasonTypes.ts';
import type { ChosenReason, LeftReason } from '../../plans/reasonTypes.ts';
import { type ToldEstimate, writer } from './estimateInWords.ts';
import { planReasonInWords } from './planInWords.ts';
import type { Speech, Values } from './speech.ts';

/** A reason of a moment, an area or a plan. */
export type AnyReason = CriticalReason | AreaReason | ChosenReason | LeftReason;

/** Why a moment, an area or a plan is judged as it is, in a sentence without a full stop. */
export function reasonInWords(speech: Speech, reason: AnyReason): string {
  const { words, fill } = speech;
  const sentence = words.reasons[reason.code];
  const say = (values: Values): string => fill(sentence, values);
  switch (reason.code) {
    case 'declared':
      return speech.aside(say({ because: speech.text(reason.because) }), cited(speech, reason.by));
    case 'grave-trait':
    case 'delicate-trait':
      return say({ trait: speech.term(reason.trait) });
    case 'action-priority': {
      const { severity, occurrence, detection, priority } = reason;
      return say({ severity, occurrence, detection, priority: speech.term(priority) });
    }
    case 'unreadable-judgement': {
      const { rating, by, found } = reason;
      return say({ rating: speech.term(rating), by: speech.quote(by), found: speech.quote(found) });
    }
    case 'first-direct-contact':
    case 'last-contact':
      return sentence;
    case 'incident-effect': {
      const { incidents, n, riskDifference, jointEffect, heldBack } = reason;
      return joined(speech, [
        say({
          incidents,
          n,
          ...speech.difference(riskDifference.value, riskDifference.interval),
        }),
        ...(jointEffect.kind === 'estimate'
          ? [
              speech.phrase(
                'othersHeldFixed',
                speech.difference(jointEffect.value, jointEffect.interval),
              ),
            ]
          : []),
        ...heldBackInWords(speech, heldBack, reason.minimumCommonSource),
      ]);
    }
    case 'impact-asymmetry': {
      const { penalty, reward, heldBack, minimumCommonSource } = reason;
      const steps = (size: number): string => speech.number(size);
      return joined(speech, [
        say({ penalty: steps(penalty.size), reward: steps(reward.size) }),
        ...heldBackInWords(speech, heldBack, minimumCommonSource),
      ]);
    }
    case 'wait-beyond-standard': {
      const { withinShare, limitSeconds, requiredShare } = reason;
      return say({
        ...share(speech, withinShare),
        limit: speech.quantity(limitSeconds, 'seconds'),
        required: speech.percent(requiredShare),
      });
    }
    case 'weakest-link':
      return say(share(speech, reason.flawlessShare));
    case 'seldom-recovered':
      return say(share(speech, reason.recovered));
    case 'evidence-gap': {
      const { of, because, duplicates = [] } = reason;
      const said = say({ rule: speech.term(of), because: words.notKnown[because] });
      return speech.aside(said, duplicates.length === 0 ? '' : speech.names('moment', duplicates));
    }
    default:
      return areaReason(speech, reason, say);
  }
}

function areaReason(
  speech: Speech,
  reason: AreaReason | ChosenReason | LeftReason,
  say: (values: Values) => string,
): string {
  switch (reason.code) {
    case 'important-and-weak':
    case 'weak':
    case 'weak-not-proven':
      return say({ weakness: weakness(speech, reason.weakness) });
    case 'level-deteriorated': {
      const { upperLimit, floor, question } = reason;
      const text = say({ upper: speech.percent(upperLimit), floor: speech.percent(floor) });
      if (question === undefined) return text;
      return speech.phrase('questionBelowFloor', {
        question: speech.quoted('question', question),
        text,
      });
    }
    case 'trend-deteriorated':
      return say(speech.difference(reason.change.value, reason.change.interval));
    case 'special-cause':
      return say({
        period: speech.quote(reason.period),
        charted: speech.percent(reason.charted),
        limit: speech.percent(reason.limit),
      });
    case 'standard-not-met':
      return say({
        standards: joined(
          speech,
          reason.standards.map(({ standard, failed, measured, isMaterial }) => {
            const text = speech.phrase('failedStandard', {
              standard: speech.quoted('standard', standard),
              failed,
              measured,
            });
            return isMaterial ? speech.phrase('material', { text }) : text;
          }),
        ),
      });
    case 'holds-critical-moment':
      return say({ moments: speech.names('moment', reason.moments) });
    case 'value-at-risk': {
      const { dissatisfiedPerThousand, moment, valuePerThousand } = reason;
      const { value, interval } = dissatisfiedPerThousand;
      return joined(speech, [
        say({
          value: speech.amount(value),
          range: speech.range(interval, speech.amount),
          moment: speech.quoted('moment', moment),
        }),
        ...(valuePerThousand === undefined
          ? []
          : [speech.phrase('worth', { money: speech.worth(valuePerThousand.value) })]),
      ]);
    }
    case 'too-few-answers':
      return say({ n: Math.round(reason.n), minimum: reason.minimumAnswers });
    default:
      return planReasonInWords(speech, reason);
  }
}

function weakness(speech: Speech, found: Weakness): string {
  if (found.against === 'target') {
    return speech.phrase('weakAgainstTarget', {
      upper: speech.percent(found.upperLimit),
      target: speech.percent(found.target),
    });
  }
  return speech.phrase('weakAgainstOthers', {
    ...speech.difference(found.difference.value, found.difference.interval),
    others: speech.percent(found.others),
  });
}

function share(speech: Speech, estimate: ToldEstimate): { share: string; range: string } {
  const { value, interval = { low: value, high: value } } = estimate;
  const write = writer(speech, estimate);
  return { share: write(value), range: speech.range(interval, write) };
}

function heldBackInWords(
  speech: Speech,
  heldBack: 'common-source' | undefined,
  minimum: number,
): readonly string[] {
  return heldBack === undefined ? [] : [speech.phrase('heldBack', { minimum })];
}

function cited(speech: Speech, by: string | undefined): string {
  return by === undefined ? '' : speech.text(by);
}

/** Parts of a sentence that stand beside each other. */
export function joined(speech: Speech, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(speech.words.phrases.then);
}
