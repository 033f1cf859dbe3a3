import type { Arbitrary } from 'fast-check';
import type { Cycle } from '../model/cycle.ts';
import type { ServicePlan } from '../model/servicePlan.ts';
import { checkFastCheck } from './checkFastCheck.ts';
import type { FastCheck } from './fastCheck.ts';

/**
 * Service plans that `parseServicePlan` accepts, with every optional key present or absent, for a cycle.
 *
 * @param fc - fast-check, as you import it
 * @param cycle - the cycle whose requirements, moments and standards the plans name
 * @example
 * import fc from 'fast-check';
 * import { parseServicePlan } from 'service-cycle/service-plan';
 * import { arbitraryServicePlan } from 'service-cycle/testing';
 *
 * // A plan survives being written as JSON.
 * const desk = { id: 'desk', name: 'Desk', moments: [{ id: 'pay', name: 'Pays', contact: 'staff' }] } as const;
 * const law = fc.property(
 *   arbitraryServicePlan(fc, desk),
 *   (plan) => parseServicePlan(JSON.parse(JSON.stringify(plan)), [desk]).ok,
 * );
 * fc.check(law, { seed: 1, numRuns: 20 }).failed; // => false
 */
export function arbitraryServicePlan(fc: FastCheck, cycle: Cycle): Arbitrary<ServicePlan> {
  checkFastCheck(fc);
  const text = fc.string({ minLength: 1 }).filter((one) => one.trim() !== '');
  const moments = fc.subarray(cycle.moments.map(({ id }) => id));
  const requirements = cycle.requirements ?? [];
  const standards = requirements.flatMap((requirement) => requirement.standards ?? []);
  const questions = cycle.survey?.questions ?? [];
  const oneOf = (list: readonly { readonly id: string }[], key: string): object =>
    list.length === 0 ? {} : { [key]: fc.constantFrom(...list.map(({ id }) => id)) };
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
  const open = { from: time, to: fc.oneof(time, fc.constant('24:00')) };
  const hours = {
    weekly: fc.array(fc.record({ day: fc.integer({ min: 1, max: 7 }), ...open }), { maxLength: 4 }),
    exceptions: fc.uniqueArray(
      fc.record({
        date: fc.constantFrom('2026-12-24', '2026-12-25', '2028-02-29'),
        open: fc.array(fc.record(open), { maxLength: 2 }),
      }),
      { selector: ({ date }) => date, maxLength: 3 },
    ),
    zone: fc.constantFrom('Europe/Athens', 'UTC', '+05:45'),
  };
  const requiredHours = fc.record(
    { ...hours, weight: fc.double({ min: 0, max: 100, noNaN: true }) },
    { requiredKeys: ['weekly'] },
  );
  const named = <Part>(kind: string, part: (id: string) => Arbitrary<Part>): Arbitrary<Part[]> =>
    fc
      .integer({ min: kind === 'channel' ? 1 : 0, max: 3 })
      .chain((length) =>
        fc.tuple(...Array.from({ length }, (_, place) => part(`${kind}-${String(place)}`))),
      );
  return fc.record(
    {
      id: fc.constant('plan'),
      name: text,
      cycles: fc.constant([cycle.id]),
      profile: named('trait', (id) =>
        fc.record(
          {
            id: fc.constant(id),
            name: text,
            ...oneOf(questions, 'question'),
            shares: fc.constantFrom({ all: 1 }, { a: 0.25, b: 0.75 }, { a: 0.5, b: 0.5, c: 0 }),
            source: text,
          },
          { requiredKeys: ['id', 'name', 'shares'] },
        ),
      ),
      needs: named('need', (id) =>
        fc.record(
          {
            id: fc.constant(id),
            statement: text,
            of: fc.constantFrom('performance', 'access', 'help-when-it-fails', 'a word of my own'),
            requirements: fc.subarray(requirements.map((one) => one.id)),
            hours: fc.array(requiredHours, { maxLength: 2 }),
            source: fc.constantFrom({ kind: 'expectation' }, { kind: 'law', reference: 'L' }),
          },
          { requiredKeys: ['id', 'statement', 'of', 'source'] },
        ),
      ),
      policies: named('policy', (id) =>
        fc.record(
          {
            id: fc.constant(id),
            statement: text,
            procedure: fc.array(text, { maxLength: 2 }),
            moments,
            owner: text,
          },
          { requiredKeys: ['id', 'statement'] },
        ),
      ),
      channels: named('channel', (id) =>
        fc.record(
          {
            id: fc.constant(id),
            name: text,
            kind: fc.constantFrom('telephone', 'web', 'a kiosk'),
            answer: fc.constantFrom('live', 'deferred', 'self-service'),
            open: fc.record(hours, { requiredKeys: ['weekly'] }),
            ...oneOf(standards, 'answersWithin'),
            moments,
          },
          { requiredKeys: ['id', 'name', 'kind', 'answer', 'open'] },
        ),
      ),
      training: named('training', (id) =>
        fc.record(
          {
            id: fc.constant(id),
            audience: fc.constantFrom('staff', 'customers'),
            topic: text,
            moments,
            validMonths: fc.integer({ min: 1, max: 60 }),
            required: fc.integer({ min: 1, max: 500 }),
          },
          { requiredKeys: ['id', 'audience', 'topic', 'required'] },
        ),
      ),
      review: fc.record(
        {
          last: fc.constantFrom('2026-01-31', '2024-02-29'),
          everyMonths: fc.integer({ min: 1, max: 24 }),
          triggers: named('trigger', (id) => fc.record({ id: fc.constant(id), event: text })),
        },
        { requiredKeys: ['everyMonths'] },
      ),
    },
    { requiredKeys: ['id', 'name', 'channels', 'review'] },
  );
}
