import type { Cycle } from '../../model/cycle.ts';
import type { LeftReason } from '../../plans/reasonTypes.ts';
import type { FoundSelection } from '../../plans/types.ts';
import type { Review } from '../../review/types.ts';
import { demandInWords, planReasonInWords } from '../words/planInWords.ts';
import type { Speech } from '../words/speech.ts';
import {
  type Cell,
  cell,
  list,
  type Part,
  paragraph,
  type Section,
  table,
} from './reportDocument.ts';

/** Which plans to carry out, and what they bring. */
export function plansVerdict(speech: Speech, cycle: Cycle, { plans }: Review): string {
  const { report } = speech.words;
  if ((cycle.actionPlans ?? []).length === 0) return report.noPlans;
  if (plans === undefined) return report.noResources;
  if (plans.status === 'undecided') return report.undecided;
  if (plans.status === 'infeasible') {
    const demands = plans.conflict.map((demand) => demandInWords(speech, demand));
    return speech.fill(report.infeasible, { demands: speech.list(demands) });
  }
  if (plans.chosen.length === 0) {
    const isKnown = plans.left.some(
      ({ reasons: [{ code }] }) =>
        code !== 'no-known-benefit' && code !== 'under-way' && code !== 'dropped',
    );
    if (isKnown) return report.chooseNone;
    const more = speech.words.reasons['no-known-benefit'];
    return `${speech.phrase('clause', { text: report.chooseNone.slice(0, -1), more })}.`;
  }
  const names = speech.names(
    'plan',
    plans.chosen.map(({ plan }) => plan),
  );
  const { benefit } = plans;
  if (benefit.kind === 'not-estimable') {
    const text = speech.fill(speech.words.steps['carry-out-plan'], { names });
    const because = speech.words.notKnown[benefit.reason];
    return `${speech.phrase('clause', { text, more: speech.phrase('notKnown', { because }) })}.`;
  }
  const { low, base, high, basis } = benefit;
  return speech.fill(report.choose, {
    names,
    customers: base,
    range: speech.range({ low, high }, speech.amount),
    basis: speech.term(basis),
  });
}

/** Step 3: the plans, chosen or left, and why. */
export function plansSection(speech: Speech, cycle: Cycle, review: Review): Section {
  const { report } = speech.words;
  const { plans } = review;
  const isFound = plans?.status === 'optimal' || plans?.status === 'gap';
  return {
    title: report.plans,
    parts: [
      paragraph(plansVerdict(speech, cycle, review)),
      ...(isFound
        ? [
            { kind: 'pictures', place: 'plans' } as const,
            ...planTable(speech, cycle, plans),
            ...list(remarks(speech, review, plans)),
          ]
        : []),
    ],
  };
}

function planTable(speech: Speech, cycle: Cycle, plans: FoundSelection): readonly Part[] {
  const { report } = speech.words;
  const known = new Map((cycle.actionPlans ?? []).map((plan) => [plan.id, plan]));
  const takes = (id: string): readonly string[] =>
    Object.entries(known.get(id)?.cost ?? {}).map(([resource, amount]) =>
      speech.resource(resource, amount ?? 0),
    );
  const due = (id: string): string => {
    const day = known.get(id)?.due;
    return day === undefined ? '' : speech.day(day);
  };
  const hasDays = (cycle.actionPlans ?? []).some((plan) => plan.due !== undefined);
  const rows = [
    ...plans.chosen.map(({ plan, reasons }) => ({
      plan,
      reasons,
      decision: cell(report.carryOut, 'good'),
    })),
    ...plans.left.map(({ plan, reasons: [first] }) => ({
      plan,
      reasons: first.code === 'under-way' || first.code === 'dropped' ? [] : [first],
      decision: leftAs(speech, first),
    })),
  ].map(({ plan, reasons, decision }) => [
    cell(speech.name('plan', plan)),
    decision,
    cell(takes(plan)),
    ...(hasDays ? [cell(due(plan))] : []),
    cell(reasons.map((reason) => planReasonInWords(speech, reason))),
  ]);
  return table({
    caption: report.plans,
    head: [
      report.colPlan,
      report.colDecision,
      report.colTakes,
      ...(hasDays ? [report.colDue] : []),
      report.colWhy,
    ],
    rowHeader: 0,
    figures: [],
    rows,
  });
}

/** What becomes of a plan that is not chosen: it may be under way already. */
function leftAs(speech: Speech, reason: LeftReason): Cell {
  switch (reason.code) {
    case 'under-way':
      return cell(speech.term(reason.status));
    case 'dropped':
      return cell(speech.term(reason.code));
    default:
      return cell(speech.words.report.leave, 'open');
  }
}

function remarks(
  speech: Speech,
  { stakes }: Review,
  { resources, status, bound, greedy, marginal, robustness }: FoundSelection,
): readonly string[] {
  const { report } = speech.words;
  const used = Object.entries(resources).map(([resource, { used: taken, capacity }]) =>
    speech.fill(report.usedOf, {
      used: speech.resource(resource, taken),
      capacity: capacity === 'unlimited' ? '∞' : speech.amountOf(resource, capacity),
    }),
  );
  const more = Object.entries(marginal).flatMap(([resource, value]) =>
    value !== undefined && value.adds > 0
      ? [
          speech.fill(report.marginal, {
            more: speech.resource(resource, value.more),
            n: value.adds,
          }),
        ]
      : [],
  );
  const steady = robustness.plans
    .filter(({ chosenShare }) => chosenShare === 1)
    .map(({ plan }) => plan);
  const isMood = stakes.moments.some(({ harm }) => harm.basis === 'common-source');
  return [
    ...(used.length === 0 ? [] : [speech.fill(report.used, { amounts: used.join(', ') })]),
    speech.fill(report.dissatisfied, { visits: stakes.visits, n: stakes.dissatisfied }),
    status === 'optimal'
      ? report.proved
      : speech.fill(report.notProved, { bound: speech.amount(bound) }),
    ...(isMood ? [report.mood] : []),
    greedy.shortfall > 0
      ? speech.fill(report.greedy, { n: speech.amount(greedy.shortfall) })
      : report.greedyAsGood,
    ...(more.length > 0 ? more : Object.keys(marginal).length > 0 ? [report.noMarginal] : []),
    steady.length > 0
      ? speech.fill(report.robust, { cases: robustness.cases, names: speech.names('plan', steady) })
      : speech.fill(report.notRobust, { cases: robustness.cases }),
  ];
}
