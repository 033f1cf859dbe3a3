import type { AreaEvidence } from '../../src/areas/types.ts';
import type { Cycle } from '../../src/model/cycle.ts';
import type { Question } from '../../src/model/survey.ts';
import { scoreTally } from '../../src/survey/score/scoreTally.ts';
import type { SurveyScores } from '../../src/survey/score/surveyScores.ts';
import { tallyResponses } from '../../src/survey/tally/tallyResponses.ts';

/** Answers to a question on 1 to 5: how many 1, 2, 3, 4 and 5. */
export type Answers = readonly [number, number, number, number, number];

/** An area in a few words: what it matters, and how its questions were answered. */
export interface AreaSketch {
  /** Its id; its one moment is called after it. */
  readonly id: string;
  /** How much it matters to the organization. */
  readonly importance?: number;
  /** The answers to each question about its moment, by question. */
  readonly asked?: { readonly [question: string]: Answers };
}

/** So many favourable answers and so many unfavourable ones. */
export function answers(favourable: number, unfavourable: number, middle = 0): Answers {
  return [unfavourable, 0, middle, 0, favourable];
}

/** The cycle that areas are sketched in: one moment each, one standard each, and their questions. */
export function cycleOf(areas: readonly AreaSketch[], more: readonly Question[] = []): Cycle {
  const questions = areas.flatMap(({ id, asked = {} }) =>
    Object.keys(asked).map((question) => ({
      id: question,
      text: question,
      asks: 'satisfaction' as const,
      about: { moment: momentOf(id) },
      scale: { min: 1, max: 5 },
    })),
  );
  return {
    id: 'cycle',
    name: 'Cycle',
    areas: areas.map(({ id, importance }) => ({
      id,
      name: id,
      ...(importance !== undefined && { importance }),
    })),
    moments: [
      { id: 'between', name: 'Between the areas', contact: 'none' },
      ...areas.map(({ id }) => ({
        id: momentOf(id),
        name: id,
        contact: 'staff' as const,
        area: id,
      })),
    ],
    requirements: areas.map(({ id }) => ({
      id: `${id} well`,
      statement: id,
      moments: [momentOf(id)],
      source: { kind: 'values' as const },
      standards: [
        {
          id: standardOf(id),
          measure: 'Time',
          unit: 'seconds',
          operator: '<=' as const,
          threshold: 60,
          requiredShare: 0.9,
        },
      ],
    })),
    survey: { id: 'survey', title: 'Survey', questions: [...questions, ...more] },
  };
}

/** The moment of a sketched area. */
export function momentOf(area: string): string {
  return `at ${area}`;
}

/** The standard of a sketched area. */
function standardOf(area: string): string {
  return `${area} in time`;
}

/** The scores of counted answers to a cycle's survey, by question; unlisted ones are unanswered. */
export function scoresOf(
  cycle: Cycle,
  counts: { readonly [question: string]: readonly number[] },
): SurveyScores {
  const { survey } = cycle;
  if (survey === undefined) throw new Error('the cycle has no survey');
  const blank = tallyResponses(survey, []);
  const cells = [...blank.cells];
  for (const { id, firstCell } of blank.questions) {
    const answered = counts[id] ?? [];
    for (const [place, count] of answered.entries()) cells[firstCell + place] = count;
    cells[0] = Math.max(
      cells[0] ?? 0,
      answered.reduce((sum, count) => sum + count, 0),
    );
  }
  return scoreTally(survey, { ...blank, cells });
}

/** The scores of sketched areas. */
export function sketchedScores(areas: readonly AreaSketch[]): SurveyScores {
  return scoresOf(cycleOf(areas), Object.assign({}, ...areas.map(({ asked }) => asked)));
}

/** The verdicts of sketched areas on which these standards are not met and no other is measured. */
export function failing(...areas: readonly string[]): Pick<AreaEvidence, 'requirements'> {
  return {
    requirements: {
      kind: 'requirement-verdicts',
      customer: 'external',
      unknownStandards: [],
      findings: [],
      requirements: areas.map((area) => ({
        requirement: `${area} well`,
        moments: [momentOf(area)],
        source: { kind: 'values' },
        status: 'not-met',
        standards: [
          {
            standard: standardOf(area),
            status: 'not-met',
            conformingShare: { kind: 'not-estimable', reason: 'no-answers', n: 0 },
            requiredShare: 0.9,
            operator: '<=',
            threshold: 60,
            unit: 'seconds',
            customer: 'external',
            conforming: 90,
            measured: 100,
            undecided: { abandoned: 0, stillWaiting: 0 },
            otherStandards: 0,
            otherCustomers: 0,
            groups: [],
            minimumGroupSize: 5,
            invalid: 0,
            firstInvalid: [],
          },
        ],
      })),
    },
  };
}

/** The moments of these sketched areas, found critical. */
export function critical(...areas: readonly string[]): Pick<AreaEvidence, 'criticalMoments'> {
  return {
    criticalMoments: {
      kind: 'critical-moments',
      moments: areas.map((area) => ({
        moment: momentOf(area),
        level: 'critical',
        reasons: [{ code: 'declared', level: 'critical', basis: 'judged', n: 1, because: 'Money' }],
        disagreements: [],
      })),
    },
  };
}
