import type { ServicePlan } from '../model/servicePlan.ts';
import { textIn } from '../model/textIn.ts';
import { type CycleNames, percent } from './inWords.ts';
import type { ServicePlanReview } from './servicePlanReview.ts';
import type { NextStep } from './types.ts';

/** What a service plan asks to be done, the most urgent first. */
export function servicePlanSteps(
  plan: ServicePlan,
  { status, criticalMoments, training }: ServicePlanReview,
  names: CycleNames,
): readonly NextStep[] {
  return [
    ...criticalMoments
      .filter(({ share }) => share < 1)
      .map(({ moment, share, uncovered: [most] }): NextStep => {
        const where =
          most &&
          `; most is missing from ${most.from} to ${most.to}, ${weekdaysInWords(most.weekdays)}`;
        const message = `Cover the hours of ${names.moment(moment)}: its channels are open ${percent(share)} of the time that customers ask for${where ?? ''}`;
        return { code: 'cover-hours', ids: [moment], message };
      }),
    ...(training?.trainings ?? []).flatMap((one): NextStep[] => {
      const { valid, required, expired, never, expiring } = one;
      const topic = named(
        plan.training?.find(({ id }) => id === one.training)?.topic ?? one.training,
      );
      const ids = [one.training];
      if (valid < required) {
        const message = `Train for ${topic}: it holds for ${String(valid)} of ${String(required)}; for ${String(expired)} it has expired, ${String(never)} never had it`;
        return [{ code: 'train-people', ids, message }];
      }
      if (valid - expiring >= required) return [];
      const message = `Renew ${topic}: within 30 days it expires for ${String(expiring)} of ${String(valid)}`;
      return [{ code: 'train-people', ids, message }];
    }),
    ...toReview(plan, status),
  ];
}

function toReview(plan: ServicePlan, { status, next }: ServicePlanReview['status']): NextStep[] {
  if (status === 'ok') return [];
  const when =
    next === undefined
      ? 'it has never been looked through'
      : status === 'overdue'
        ? `it was due on ${next}`
        : `it is due on ${next}`;
  const message = `Review the service plan ${named(plan.name)}: ${when}`;
  return [{ code: 'review-service-plan', ids: [plan.id], message }];
}

function named(text: ServicePlan['name']): string {
  return JSON.stringify(textIn(text, 'en'));
}

/** Days of the week, from the first to the last where they follow each other. */
function weekdaysInWords(weekdays: readonly number[]): string {
  const names = weekdays.map((day) => DAYS[day - 1] ?? '');
  const [first = ''] = names;
  const isRow = weekdays.every(
    (day, place) => place === 0 || day === (weekdays[place - 1] ?? 0) + 1,
  );
  if (names.length === DAYS.length) return 'every day';
  return isRow && names.length > 2 ? `${first} to ${names.at(-1) ?? ''}` : names.join(', ');
}

const DAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];
