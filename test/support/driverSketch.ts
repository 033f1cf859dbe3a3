import { deriveImportance } from '../../src/areas/importance/deriveImportance.ts';
import type { ImportanceOptions } from '../../src/areas/importance/importanceSettings.ts';
import { tallyDrivers } from '../../src/areas/importance/tallyDrivers.ts';
import type { DerivedImportance, DriverTally } from '../../src/areas/importance/types.ts';
import type { SatisfactionSurvey } from '../../src/model/survey.ts';

/** Answers by question, all as many. */
export type AnswerTable = Readonly<Record<string, readonly (number | null)[]>>;

/** A survey whose scales take all answers of a table, in steps of 0.001 where they are not whole. */
export function surveyOf(table: AnswerTable): SatisfactionSurvey {
  return {
    id: 'sketch',
    title: 'Sketch',
    questions: Object.entries(table).map(([id, answers]) => {
      const given = answers.filter((answer) => answer !== null);
      const min = given.length === 0 ? 1 : Math.min(...given);
      const step = given.every((answer) => Number.isInteger(answer)) ? 1 : 0.001;
      const max = Math.max(min + step, ...given);
      return { id, text: id, asks: 'satisfaction', scale: { min, max, step } };
    }),
  };
}

/** The rows of a table. */
export function rowsOf(table: AnswerTable): Record<string, number | null>[] {
  const length = Math.max(0, ...Object.values(table).map((answers) => answers.length));
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(Object.entries(table).map(([id, answers]) => [id, answers[row] ?? null])),
  );
}

/** The tally of a table: its first column is the outcome, the others are the drivers. */
export function sketchTally(table: AnswerTable): DriverTally {
  const [outcome = '', ...drivers] = Object.keys(table);
  return tallyDrivers(surveyOf(table), rowsOf(table), { outcome, drivers });
}

/** What is derived from a table, which has to give something. */
export function derivedOf(table: AnswerTable, options: ImportanceOptions = {}): DerivedImportance {
  const derived = deriveImportance(sketchTally(table), { resamples: 0, ...options });
  if (derived.kind !== 'estimate') throw new Error(`not estimable: ${derived.reason}`);
  return derived;
}

/** The importances by driver; of a driver without one, the reason. */
export function importancesOf({ drivers }: DerivedImportance): Record<string, number | string> {
  return Object.fromEntries(
    drivers.map(({ driver, importance }) => [
      driver,
      importance.kind === 'estimate' ? importance.value : importance.reason,
    ]),
  );
}
