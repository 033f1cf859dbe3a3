import type { ExpectedBenefit } from '../../plans/benefitTypes.ts';
import type { ChosenReason, LeftReason } from '../../plans/reasonTypes.ts';
import type { SelectionDemand } from '../../plans/types.ts';
import type { Speech, Values } from './speech.ts';

/** Why a plan is chosen or left, in a sentence without a full stop. */
export function planReasonInWords(speech: Speech, reason: ChosenReason | LeftReason): string {
  const sentence = speech.words.reasons[reason.code];
  const say = (values: Values): string => speech.fill(sentence, values);
  switch (reason.code) {
    case 'brings':
      return say({ customers: reason.customers });
    case 'must-do':
    case 'dropped':
      return sentence;
    case 'no-known-benefit':
      return speech.aside(sentence, speech.names('moment', reason.unknownMoments));
    case 'needed-by':
    case 'excluded-by':
    case 'needs-not-chosen':
    case 'needs-what-it-excludes':
      return say({ plans: speech.names('plan', reason.plans) });
    case 'only-one-for':
    case 'leaves-without-plan':
      return say({ moments: speech.names('moment', reason.moments) });
    case 'under-way':
      return say({ status: speech.term(reason.status) });
    case 'does-not-fit':
    case 'never-fits':
      return say({ short: speech.resource(reason.resource, reason.short) });
    case 'area-full':
      return say({ area: speech.quoted('area', reason.area), atMost: reason.atMost });
    case 'less-benefit':
      return reason.insteadOf.length === 0
        ? speech.phrase('adds', {})
        : say({ plans: speech.names('plan', reason.insteadOf) });
  }
}

/** A demand on plans, in a sentence without a full stop. */
export function demandInWords(speech: Speech, demand: SelectionDemand): string {
  const sentence = speech.words.demands[demand.kind];
  const say = (values: Values): string => speech.fill(sentence, values);
  const plan = (id: string): string => speech.quoted('plan', id);
  switch (demand.kind) {
    case 'must-do':
      return say({ plan: plan(demand.plan) });
    case 'needs':
      return say({ plan: plan(demand.plan), other: plan(demand.needs) });
    case 'excludes':
      return say({ plan: plan(demand.plan), other: plan(demand.excludes) });
    case 'status':
      return say({ plan: plan(demand.plan), status: speech.term(demand.status) });
    case 'capacity':
      return say({ amount: speech.resource(demand.resource, demand.capacity) });
    case 'at-most-in-area':
      return say({ area: speech.quoted('area', demand.area), atMost: demand.atMost });
    case 'at-least-one-for':
      return say({ moment: speech.quoted('moment', demand.moment) });
  }
}

/** What plans bring, with the cautious and the hopeful figure. */
export function benefitInWords(speech: Speech, benefit: ExpectedBenefit): string {
  if (benefit.kind === 'not-estimable') {
    return speech.phrase('notKnown', { because: speech.words.notKnown[benefit.reason] });
  }
  const { low, base, high, basis } = benefit;
  return speech.phrase('benefit', {
    customers: base,
    range: speech.range({ low, high }, speech.amount),
    basis: speech.term(basis),
  });
}
