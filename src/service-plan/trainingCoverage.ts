import type { Training } from '../model/servicePlan.ts';
import { addMonths, dayNumber } from '../shared/calendar.ts';
import { DEFAULT_LEVEL, type Estimate } from '../shared/estimate.ts';
import {
  checkCount,
  checkDay,
  checkLevel,
  checkOneOf,
  checkOptions,
  checkRows,
  refuse,
} from '../shared/refuse.ts';
import { checkShape } from '../shared/shape.ts';
import { shareEstimate } from '../stats/intervals/countedShare.ts';
import { DUE_SOON } from './reviewStatus.ts';

/** That one person was trained, or so many whose names are not known. */
export interface TrainingRecord<TrainingId extends string = string> {
  /** The training. */
  readonly training: TrainingId;
  /** The day on which it was completed, as `YYYY-MM-DD`. */
  readonly on: string;
  /** Who: of several records of one person the latest counts. */
  readonly person?: string;
  /** How many, where persons are not told apart; 1 when absent. Each counts for one person more. */
  readonly people?: number;
}

/** How one training stands. */
export interface TrainingStatus<TrainingId extends string = string> {
  /** The training. */
  readonly training: TrainingId;
  /** Who is taught. */
  readonly audience: 'staff' | 'customers';
  /** How many people have to have it. */
  readonly required: number;
  /** How many have it and it holds; these may be more than are required. */
  readonly valid: number;
  /** Of those, how many lose it within the next 30 days. */
  readonly expiring: number;
  /** How many had it and it no longer holds. */
  readonly expired: number;
  /** How many of those required never had it. */
  readonly never: number;
  /** The share of the required people for whom it holds. */
  readonly share: Estimate<'share', 'wilson'>;
}

/** How the training of a plan stands on a day. */
export interface TrainingCoverage<TrainingId extends string = string> {
  /** Tells it from other results. */
  readonly kind: 'training-coverage';
  /** The day that it is looked at from. */
  readonly asOf: string;
  /** Each training, in the order of the plan. */
  readonly trainings: readonly TrainingStatus<TrainingId>[];
  /** Records of training that the plan does not have, the most first. */
  readonly unknown: readonly {
    /** What they name. */
    readonly training: string;
    /** How many records. */
    readonly records: number;
  }[];
}

/**
 * How many of those who have to be trained are: staff, and customers who have to know how.
 *
 *     share = valid / required                                   Wilson
 *     holds = from the day it was completed, up to so many months later, that day included
 *
 * It counts people of the organization and no answers of customers, so that nothing is suppressed. Records of days after
 * `asOf` do not count. Where more people are trained than required, the share is 1.
 *
 * @param training - the training of a plan
 * @param records - who was trained when
 * @param options - the day to look from, and the confidence level
 * @throws ServiceCycleError `invalid-argument` where training or a record is none, or a day does not exist
 * @example
 * const training = [
 *   { id: 'fire', audience: 'staff', topic: 'Fire drill', validMonths: 12, required: 20 },
 * ] as const;
 * const coverage = trainingCoverage(
 *   training,
 *   [
 *     { training: 'fire', on: '2026-01-15', people: 14 },
 *     { training: 'fire', on: '2024-11-02', person: 'maria' },
 *   ],
 *   { asOf: '2026-03-01' },
 * );
 * const [fire] = coverage.trainings;
 * fire && [fire.valid, fire.expired, fire.never]; // => [14, 1, 5]
 * fire?.share.value; // => 0.7
 * fire?.share.interval.low; // ~> 0.481027
 */
export function trainingCoverage<TrainingId extends string>(
  training: readonly Training<TrainingId>[],
  records: Iterable<TrainingRecord<NoInfer<TrainingId>>>,
  options: {
    /** The day to look from, as `YYYY-MM-DD`. */
    readonly asOf: string;
    /** The confidence level, above 0 and below 1; 0.95 when absent. */
    readonly level?: number;
  },
): TrainingCoverage<TrainingId> {
  checkShape('training', training, [{ id: 'text', audience: 'text', required: 'number' }]);
  checkRows('records', records);
  checkOptions(options, ['asOf', 'level']);
  const { asOf, level = DEFAULT_LEVEL } = options;
  checkDay('asOf', asOf);
  checkLevel(level);
  for (const { id, audience, required, validMonths } of training) {
    checkOneOf(`audience of training "${id}"`, audience, ['staff', 'customers']);
    checkCount(`required of training "${id}"`, required, 1, MOST_PEOPLE);
    if (validMonths !== undefined)
      checkCount(`validMonths of training "${id}"`, validMonths, 1, 1200);
  }
  const today = dayNumber(asOf) ?? 0;
  const { latest, crowds, unknown } = readRecords(training, records, today);
  return {
    kind: 'training-coverage',
    asOf,
    trainings: training.map(({ id, audience, required, validMonths }) => {
      const counts = { valid: 0, expiring: 0, expired: 0 };
      const count = (day: number, people: number): void => {
        const left = validMonths === undefined ? Infinity : addMonths(day, validMonths) - today;
        if (left < 0) counts.expired += people;
        else counts.valid += people;
        if (left >= 0 && left <= DUE_SOON) counts.expiring += people;
      };
      for (const day of latest.get(id)?.values() ?? []) count(day, 1);
      for (const { day, people } of crowds.get(id) ?? []) count(day, people);
      return {
        training: id,
        audience,
        required,
        ...counts,
        never: Math.max(0, required - counts.valid - counts.expired),
        share: shareEstimate(Math.min(counts.valid, required), required, level),
      };
    }),
    unknown: [...unknown]
      .map(([name, times]) => ({ training: name, records: times }))
      .sort((one, other) => other.records - one.records),
  };
}

/** How many people a training or a record may be of. */
const MOST_PEOPLE = 1_000_000_000;

/** The latest day of each person, those who are not told apart, and what is no training of the plan. */
function readRecords(
  training: readonly Training[],
  records: Iterable<TrainingRecord>,
  today: number,
): {
  readonly latest: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly crowds: ReadonlyMap<
    string,
    readonly { readonly day: number; readonly people: number }[]
  >;
  readonly unknown: ReadonlyMap<string, number>;
} {
  const latest = new Map(training.map(({ id }) => [id, new Map<string, number>()]));
  const crowds = new Map(training.map(({ id }) => [id, [] as { day: number; people: number }[]]));
  const unknown = new Map<string, number>();
  let position = 0;
  for (const record of records) {
    const name = `records[${position}]`;
    position += 1;
    checkShape(name, record, {
      training: 'text',
      on: 'text',
      'person?': 'text',
      'people?': 'number',
    });
    const { training: id, on, person, people = 1 } = record;
    checkDay(() => `${name}.on`, on);
    checkCount(`${name}.people`, people, 0, MOST_PEOPLE);
    if (person !== undefined && record.people !== undefined) {
      refuse(`${name}.people`, people, 'no number beside a person');
    }
    const day = dayNumber(on) ?? 0;
    const persons = latest.get(id);
    if (persons === undefined) unknown.set(id, (unknown.get(id) ?? 0) + 1);
    else if (day > today) continue;
    else if (person === undefined) crowds.get(id)?.push({ day, people });
    else persons.set(person, Math.max(persons.get(person) ?? day, day));
  }
  return { latest, crowds, unknown };
}
