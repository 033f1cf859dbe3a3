import { actionPriority } from './actionPriority.ts';
import { medianRatings } from './medianRatings.ts';
import type { CriticalMomentRule } from './types.ts';

/** A person's word makes a moment critical. */
export const declaredCritical: CriticalMomentRule = ({ declaredCritical: declared }) =>
  declared === undefined
    ? []
    : [{ code: 'declared', level: 'critical', basis: 'judged', ...declared }];

/** Judgements make a moment critical, to be watched, or ordinary, by their action priority. */
export const judgedPriority: CriticalMomentRule = ({ judgements = [] }) => {
  if (judgements.length === 0) return [];
  const ratings = medianRatings(judgements);
  const priority = actionPriority(ratings);
  return [
    {
      code: 'action-priority',
      level: LEVEL_OF[priority],
      basis: 'judged',
      priority,
      ...ratings,
      by: judgements.map(({ by }) => by),
      notes: judgements.flatMap(({ note }) => (note === undefined ? [] : [note])),
    },
  ];
};

const LEVEL_OF = { high: 'critical', medium: 'watch', low: 'ordinary' } as const;

/** Danger to life or property, or to rights, makes a moment critical. */
export const graveTrait: CriticalMomentRule = ({ traits = [] }) =>
  traits.flatMap((trait) =>
    trait === 'safety' || trait === 'legal'
      ? [{ code: 'grave-trait', level: 'critical', basis: 'judged', trait } as const]
      : [],
  );

/** The first moment face to face with staff is to be watched. */
export const firstDirectContact: CriticalMomentRule = (moment, cycle) => {
  const first = cycle.moments.find(({ contact }) => contact === 'staff');
  return first?.id === moment.id
    ? [{ code: 'first-direct-contact', level: 'watch', basis: 'assumed' }]
    : [];
};

/** The rules that are applied where the caller names none, the strongest reason first. */
export const DEFAULT_CRITICAL_MOMENT_RULES: readonly CriticalMomentRule[] = [
  declaredCritical,
  graveTrait,
  judgedPriority,
  firstDirectContact,
];
