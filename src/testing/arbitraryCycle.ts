import type { Arbitrary } from 'fast-check';
import type { Cycle } from '../model/cycle.ts';
import { RATED } from '../model/survey.ts';
import { checkFastCheck } from './checkFastCheck.ts';
import type { FastCheck } from './fastCheck.ts';
import { usualScale } from './scales.ts';

/**
 * Cycles that `parseCycle` accepts, with every noun and every optional key present or absent. The lists
 * are long enough to refer across and short enough to read when a law fails.
 *
 * @param fc - fast-check, as you import it
 * @example
 * import fc from 'fast-check';
 * import { parseCycle } from 'service-cycle';
 * import { arbitraryCycle } from 'service-cycle/testing';
 *
 * // A cycle survives being written as JSON.
 * const law = fc.property(
 *   arbitraryCycle(fc),
 *   (cycle) => parseCycle(JSON.parse(JSON.stringify(cycle))).ok,
 * );
 * fc.check(law, { seed: 1, numRuns: 20 }).failed; // => false
 */
export function arbitraryCycle(fc: FastCheck): Arbitrary<Cycle> {
  checkFastCheck(fc);
  const name = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
  /** Any text a person could write as a name, in one language or several. */
  const text = fc.oneof(
    fc.string({ minLength: 1 }).filter((s) => s.trim() !== ''),
    fc.dictionary(
      fc.constantFrom('en', 'es', 'el', 'es-MX'),
      fc.string({ minLength: 1 }).filter((s) => s.trim() !== ''),
      { minKeys: 1, noNullPrototype: true },
    ),
  );

  const rating = fc.integer({ min: 1, max: 10 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const shareAboveZero = fc.double({ min: 0.001, max: 1, noNaN: true });

  const judgement = fc.record({
    by: name,
    severity: rating,
    occurrence: rating,
    detection: rating,
  });

  const scale = usualScale(fc);

  return fc
    .record({
      stages: ids(fc, 'stage'),
      areas: ids(fc, 'area'),
      moments: ids(fc, 'moment', 1),
      requirements: ids(fc, 'requirement'),
      plans: ids(fc, 'plan'),
      questions: ids(fc, 'question', 1),
      hasSurvey: fc.boolean(),
    })
    .chain((known) => {
      const some = (list: string[]): Arbitrary<string[]> => fc.subarray(list);
      const one = (list: string[]): Arbitrary<string> => fc.constantFrom(...list);
      const optional = (list: string[], key: string): object =>
        list.length === 0 ? {} : { [key]: one(list) };
      const about = fc.oneof(
        fc.record({ moment: one(known.moments) }),
        ...(known.areas.length === 0 ? [] : [fc.record({ area: one(known.areas) })]),
      );
      const moments = fc.tuple(
        ...known.moments.map((id) =>
          fc.record(
            {
              id: fc.constant(id),
              name: text,
              contact: fc.constantFrom('staff', 'remote', 'self-service', 'none'),
              ...optional(known.stages, 'stage'),
              ...optional(known.areas, 'area'),
              channel: name,
              traits: fc.subarray(['waiting', 'payment', 'safety', 'legal', 'handover']),
              usage: shareAboveZero,
              declaredCritical: fc.record(
                { because: text, by: name },
                { requiredKeys: ['because'] },
              ),
              judgements: fc.array(judgement, { maxLength: 3 }),
            },
            { requiredKeys: ['id', 'name', 'contact'] },
          ),
        ),
      );
      const standardsOf = (requirement: string): Arbitrary<unknown> =>
        fc.array(shareAboveZero, { maxLength: 2 }).chain((required) =>
          fc.tuple(
            ...required.map((requiredShare, position) =>
              fc.record(
                {
                  id: fc.constant(`${requirement}/standard-${String(position)}`),
                  measure: text,
                  unit: fc.constantFrom('seconds', 'count'),
                  operator: fc.constantFrom('<=', '>=', '='),
                  threshold: fc.integer({ min: -100, max: 100 }),
                  requiredShare: fc.constant(requiredShare),
                  tolerated: fc.constantFrom(0, 0.0001, 0.05),
                  ...optional(known.areas, 'area'),
                },
                {
                  requiredKeys: ['id', 'measure', 'unit', 'operator', 'threshold', 'requiredShare'],
                },
              ),
            ),
          ),
        );
      const requirements = fc.tuple(
        ...known.requirements.map((id) =>
          fc.record(
            {
              id: fc.constant(id),
              statement: text,
              moments: fc.subarray(known.moments, { minLength: 1 }),
              source: fc.oneof(
                fc.record({ kind: fc.constantFrom('expectation', 'mission', 'vision', 'values') }),
                fc.record({
                  kind: fc.constant('stakeholder'),
                  stakeholder: fc.constantFrom('employees', 'community'),
                }),
                fc.record({ kind: fc.constant('law'), reference: text }),
              ),
              standards: standardsOf(id),
              owner: name,
            },
            { requiredKeys: ['id', 'statement', 'moments', 'source'] },
          ),
        ),
      );
      const effect = fc.record({
        moment: one(known.moments),
        incidentReduction: fc
          .tuple(share, share, share)
          .map((shares) => shares.sort((a, b) => a - b))
          .map(([low, base, high]) => ({ low, base, high })),
        basis: fc.constantFrom('measured', 'judged', 'assumed'),
      });
      const plans =
        known.requirements.length === 0
          ? fc.constant([])
          : fc.tuple(
              ...known.plans.map((id) =>
                fc.record(
                  {
                    id: fc.constant(id),
                    name: text,
                    requirements: fc.subarray(known.requirements, { minLength: 1 }),
                    effects: fc.array(effect, { maxLength: 2 }),
                    cost: fc.record(
                      { money: fc.nat({ max: 1000 }), hours: fc.nat({ max: 50 }) },
                      { requiredKeys: [], noNullPrototype: true },
                    ),
                    needs: some(known.plans),
                    excludes: some(known.plans),
                    mustDo: fc.boolean(),
                    owner: name,
                    due: fc.constantFrom('2027-01-31', '2028-02-29'),
                    status: fc.constantFrom(
                      'proposed',
                      'in-progress',
                      'done',
                      'verified',
                      'dropped',
                    ),
                  },
                  { requiredKeys: ['id', 'name', 'requirements', 'effects', 'cost', 'status'] },
                ),
              ),
            );
      const questions = fc.tuple(
        ...known.questions.map((id) =>
          fc.oneof(
            fc.record(
              {
                id: fc.constant(id),
                text,
                asks: fc.constantFrom(...RATED),
                about,
                scale,
                dimension: name,
              },
              { requiredKeys: ['id', 'text', 'asks', 'scale'] },
            ),
            fc.record({
              id: fc.constant(id),
              text,
              asks: fc.constant('profile'),
              choices: fc.constant({ a: 'A', b: 'B' }),
            }),
            fc.record(
              { id: fc.constant(id), text, asks: fc.constant('comment'), about },
              { requiredKeys: ['id', 'text', 'asks'] },
            ),
          ),
        ),
      );
      return fc.record({
        id: fc.constant('cycle'),
        name: text,
        customer: fc.constantFrom('external', 'internal'),
        stages: fc.constant(known.stages.map((id) => ({ id, name: id }))),
        areas: fc.constant(
          known.areas.map((id, position) =>
            position % 2 === 0 ? { id, name: id, importance: position } : { id, name: id },
          ),
        ),
        moments,
        requirements,
        actionPlans: plans,
        supports: fc.array(
          fc.record(
            {
              moment: one(known.moments),
              cycle: fc.constantFrom('cycle', 'other'),
              of: fc.constantFrom('moment-0', 'serve'),
              ofStandard: fc.constant('served'),
            },
            { requiredKeys: ['moment', 'cycle', 'of'] },
          ),
          { maxLength: 2 },
        ),
        survey: fc.record({ id: fc.constant('survey'), title: text, questions }),
      }) as unknown as Arbitrary<Cycle>;
    });
}

function ids(fc: FastCheck, kind: string, minLength = 0): Arbitrary<string[]> {
  return fc
    .integer({ min: minLength, max: 4 })
    .map((length) => Array.from({ length }, (_, position) => `${kind}-${String(position)}`));
}
