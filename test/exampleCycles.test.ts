import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Cycle,
  checkCycle,
  detectCriticalMoments,
  parseCycle,
  reviewCycle,
} from '../src/index.ts';
import { type ResponseMapping, readResponses } from '../src/interop/index.ts';
import { serviceChain, serviceChainStep } from '../src/requirements/index.ts';

function example(name: string): Cycle {
  const file = new URL(`../examples/${name}.cycle.json`, import.meta.url);
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const result = parseCycle(json);
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  expect(result.value).toEqual(json);
  return result.value;
}

/** The places in the cycle, from 1, of the moments found critical. */
function criticalPlaces(cycle: Cycle): number[] {
  const critical = new Set(
    detectCriticalMoments(cycle)
      .moments.filter(({ level }) => level === 'critical')
      .map(({ moment }) => moment),
  );
  return cycle.moments.flatMap(({ id }, place) => (critical.has(id) ? [place + 1] : []));
}

function reasonsAt(cycle: Cycle, place: number): readonly string[] {
  const id = cycle.moments[place - 1]?.id;
  const verdict = detectCriticalMoments(cycle).moments.find(({ moment }) => moment === id);
  return (verdict?.reasons ?? []).map(({ code }) => code);
}

/** Of each critical moment, by its place: how often its judgements would say so with ratings a step up or down. */
function judgedStabilities(cycle: Cycle): Readonly<Record<number, string>> {
  const { moments } = detectCriticalMoments(cycle);
  return Object.fromEntries(
    criticalPlaces(cycle).map((place) => {
      const id = cycle.moments[place - 1]?.id;
      const reasons = moments.find(({ moment }) => moment === id)?.reasons ?? [];
      const judged = reasons.find((reason) => reason.code === 'action-priority');
      return [place, (judged?.stability ?? Number.NaN).toFixed(2)];
    }),
  );
}

describe('the example cycles', () => {
  it.each([
    ['bank-on-foot', { 6: '0.52', 7: '1.00', 12: '1.00' }],
    ['bank-by-car', { 5: '1.00', 10: '0.91', 11: '1.00', 12: '1.00', 13: '1.00' }],
    ['hotel-stay', { 4: '0.68', 17: '0.89', 18: '0.87' }],
    ['emergency-care', { 1: '1.00', 2: '1.00', 5: '1.00' }],
  ])('%s says how stable each critical moment is under a step of every rating', (name, stable) => {
    expect(judgedStabilities(example(name))).toEqual(stable);
  });

  it.each(['bank-on-foot', 'bank-by-car', 'hotel-stay', 'emergency-care', 'emergency-support'])(
    '%s is complete: it parses clean, and with its critical moments as found nothing is open',
    (name) => {
      const cycle = example(name);
      const critical = criticalPlaces(cycle).map((place) => cycle.moments[place - 1]?.id ?? '');
      expect(checkCycle(cycle, { critical })).toEqual([]);
    },
  );

  it('bank A has 15 moments; critical are the answer at the entrance, the wait, and being paid, which is worst', () => {
    const bank = example('bank-on-foot');
    expect(bank.moments).toHaveLength(15);
    expect(criticalPlaces(bank)).toEqual([6, 7, 12]);
    expect(detectCriticalMoments(bank).moments[0]?.moment).toBe(bank.moments[11]?.id);
    for (const place of [6, 7, 12]) expect(reasonsAt(bank, place)).toContain('action-priority');
    expect(reasonsAt(bank, 12)).toContain('delicate-trait');
    expect(reasonsAt(bank, 14)).toContain('last-contact');
  });

  it('bank B has 13 moments; critical are the wait, being paid, and safety from the counter to the car', () => {
    const bank = example('bank-by-car');
    expect(bank.moments).toHaveLength(13);
    expect(criticalPlaces(bank)).toEqual([5, 10, 11, 12, 13]);
    for (const place of [11, 12, 13]) expect(reasonsAt(bank, place)).toContain('grave-trait');
  });

  it('in the hotel the transport is critical, as first direct contact, and check-out, by the bill and the wait', () => {
    const hotel = example('hotel-stay');
    const critical = criticalPlaces(hotel).map((place) => hotel.moments[place - 1]);
    expect(critical.map((moment) => moment?.id)).toEqual([
      'transport-to-hotel',
      'check-out-wait',
      'bill-and-payment',
    ]);
    const [transport] = criticalPlaces(hotel);
    expect(reasonsAt(hotel, transport ?? 0)).toContain('first-direct-contact');
    const bill = hotel.moments.findIndex(({ id }) => id === 'bill-and-payment') + 1;
    expect(reasonsAt(hotel, bill)).toEqual(
      expect.arrayContaining(['action-priority', 'delicate-trait']),
    );
  });

  it('in emergency care the call, the transfer with first aid, and stabilization are critical', () => {
    const emergency = example('emergency-care');
    expect(emergency.moments).toHaveLength(7);
    expect(criticalPlaces(emergency)).toEqual([1, 2, 5]);
    expect(reasonsAt(emergency, 1)).toEqual(
      expect.arrayContaining(['declared', 'grave-trait', 'action-priority']),
    );
    for (const place of [2, 5]) expect(reasonsAt(emergency, place)).toContain('grave-trait');
  });

  it.each([
    [2010, 24],
    [2013, 28],
    [2014, 29],
    [2016, 29],
    [2017, 30],
    [2018, 30],
  ])(
    'the columns of the airport in %i answer %i questions of its cycle, each once',
    (year, count) => {
      const airport = example('airport-visit');
      const file = new URL(
        `../examples/airport-visit-${String(year)}.columns.json`,
        import.meta.url,
      );
      const mapping = JSON.parse(readFileSync(file, 'utf8')) as ResponseMapping;
      const mapped = Object.values(mapping.columns).map((one) =>
        typeof one === 'string' ? one : one.question,
      );
      const asked = airport.survey?.questions.map(({ id }) => id) ?? [];
      expect(mapped.filter((id) => !asked.includes(id))).toEqual([]);
      expect([new Set(mapped).size, mapped.length]).toEqual([count, count]);
      const headers = [mapping.id ?? '', ...Object.keys(mapping.columns)];
      const row = headers.map((_, at) => (at === 0 ? 'r1' : '6'));
      expect(readResponses(airport, [headers, row], mapping)).toMatchObject({
        ok: true,
        report: { kept: 1 },
      });
    },
  );

  describe('behind emergency care', () => {
    const chain = serviceChain([example('emergency-care'), example('emergency-support')], {
      critical: {
        'emergency-care': ['call', 'transfer-and-first-aid', 'admission-and-stabilization'],
      },
    });

    it('stands somebody at every critical moment, and nothing is promised for nobody', () => {
      expect(chain.findings).toEqual([]);
    });

    it('colleagues promise enough for the call, and what may or may not do for the rest', () => {
      const told = chain.standards.map(({ standard, promised, budget }) => [
        standard,
        promised.verdict,
        budget.status,
      ]);
      expect(told).toEqual([
        ['answer-time', 'certain', 'kept'],
        ['crew-arrival', 'certain', 'kept'],
        ['handover-time', 'depends', 'kept'],
        ['same-diagnosis', 'certain', 'not-comparable'],
      ]);
      const [, arrival, handover] = chain.standards;
      expect(arrival?.promised.bounds).toEqual({ low: 0.9, high: 0.93 });
      expect(handover?.promised.bounds).toEqual({ low: 0.89, high: 0.93 });
    });

    it('a review of the care says which promise breaks it', () => {
      const care = example('emergency-care');
      const support = example('emergency-support');
      const review = (supporting: readonly Cycle[]) =>
        reviewCycle(care, {}, { chain: serviceChainStep(supporting) });
      const codes = (supporting: readonly Cycle[]) =>
        review(supporting).nextSteps.filter(({ code }) => code === 'mend-internal-standard');
      expect(codes([support])).toEqual([]);
      const slower = JSON.parse(
        JSON.stringify(support).replace(
          '"threshold":10,"requiredShare":0.93',
          '"threshold":15,"requiredShare":0.8',
        ),
      ) as Cycle;
      expect(codes([slower])).toEqual([{ code: 'mend-internal-standard', ids: ['crew-arrival'] }]);
      const open = review([{ ...support, supports: [] }]);
      const lacking = open.nextSteps.filter(({ code }) => code === 'complete-cycle');
      expect(lacking.map(({ ids }) => ids)).toEqual([
        ['call'],
        ['transfer-and-first-aid'],
        ['admission-and-stabilization'],
        [],
      ]);
      expect(reviewCycle(care, {}).chain).toBeUndefined();
      expect(() => serviceChainStep('all' as never)).toThrow(/supporting is "all"/);
      expect(() => reviewCycle(care, {}, { chain: [support] as never })).toThrow(
        /options.chain is a list.*; expected a step from serviceChainStep/,
      );
      expect(() => review([care])).toThrow(/a cycle is "emergency-care"/);
    });
  });
});
