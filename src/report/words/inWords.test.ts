import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import { judgeConsistency } from '../../quality/judgeConsistency.ts';
import { customerSatisfaction } from '../../survey/score/customerSatisfaction.ts';
import { netPromoterScore } from '../../survey/score/netPromoterScore.ts';
import { greek } from '../languages/el.ts';
import { english, englishMore } from '../languages/en.ts';
import { spanish } from '../languages/es.ts';
import { latvian } from '../languages/lv.ts';
import { polish, polishMore } from '../languages/pl.ts';
import { inWords, type Sayable } from './inWords.ts';
import type { Words } from './words.ts';

const cycle: Cycle = {
  id: 'bank',
  name: 'Bank',
  areas: [{ id: 'hall', name: { en: 'Hall', es: 'Sala' } }],
  moments: [{ id: 'hall', name: 'Waits', contact: 'none', area: 'hall' }],
  requirements: [
    {
      id: 'quick',
      statement: 'Nobody waits long',
      moments: ['hall'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'ten',
          measure: 'Time in the queue',
          unit: 'minutes',
          operator: '<=',
          threshold: 10,
          requiredShare: 0.9,
        },
      ],
    },
  ],
};

/** Languages part a figure and its sign by blanks that do not break. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const say = (thing: Sayable, words: Words = english): string =>
  plain(inWords(thing, { words, cycle, more: englishMore }));

const satisfied = customerSatisfaction({
  scale: { min: 1, max: 5 },
  perAnswer: [2, 3, 10, 40, 25],
});

describe('inWords', () => {
  it('never gives a figure without its interval and its level', () => {
    expect(say(satisfied)).toBe('81% (71% to 88%, at 95%)');
    expect(say(satisfied, spanish)).toBe('81 % (de 71 % a 88 %, al 95 %)');
    const nps = netPromoterScore({
      scale: { min: 0, max: 10 },
      perAnswer: [0, 0, 0, 0, 0, 1, 1, 4, 7, 5, 7],
    });
    expect(say(nps)).toMatch(/^40 \(\d.* to \d.*, at 95%\)$/);
  });

  it('says why something is not known, and what would help', () => {
    const nobody = customerSatisfaction({ scale: { min: 1, max: 5 }, perAnswer: [0, 0, 0, 0, 0] });
    expect(say(nobody)).toBe('not known: nobody answered; ask more customers');
    expect(say(nobody, latvian)).toBe(
      'nav zināms: neviens neatbildēja; pajautājiet vairāk klientiem',
    );
  });

  it('calls a difference of shares points, never percent, and says on which side of none it lies', () => {
    const fallen = (low: number, high: number): Sayable => ({
      code: 'trend-deteriorated',
      relevantFall: 0.05,
      change: {
        kind: 'estimate',
        value: -0.12,
        unit: 'net-share',
        n: 400,
        basis: 'measured',
        interval: { low, high, level: 0.95, method: 'newcombe' },
      },
    });
    expect(say(fallen(-0.2, -0.04))).toBe('12 points fewer than in the survey before (4 to 20)');
    expect(say(fallen(-0.2, 0.04))).toBe(
      '12 points fewer than in the survey before (20 fewer to 4 more)',
    );
    for (const words of [english, spanish, greek, polish, latvian]) {
      expect(say(fallen(-0.2, -0.04), words)).not.toContain('%');
    }
  });

  it.each([
    [1, '1 odpowiedź, a do oceny potrzeba 30'],
    [2, '2 odpowiedzi, a do oceny potrzeba 30'],
    [5, '5 odpowiedzi, a do oceny potrzeba 30'],
    [22, '22 odpowiedzi, a do oceny potrzeba 30'],
  ])('counts %d in Polish', (n, sentence) => {
    expect(say({ code: 'too-few-answers', n, minimumAnswers: 30 }, polish)).toBe(sentence);
  });

  it('takes the four forms of Polish: one, a few, many, and a part', () => {
    const kept = (customers: number): string => say({ code: 'brings', customers }, polish);
    expect([1, 3, 5, 22, 25, 2.5].map(kept)).toEqual([
      'zatrzymuje około 1 klienta na okres',
      'zatrzymuje około 3 klientów na okres',
      'zatrzymuje około 5 klientów na okres',
      'zatrzymuje około 22 klientów na okres',
      'zatrzymuje około 25 klientów na okres',
      'zatrzymuje około 2,5 klienta na okres',
    ]);
    const seen = (visits: number): string =>
      say(
        { code: 'effect-not-judged', judged: [], measured: [], visits, message: '' },
        polish,
      ).replace(/^.* a /, '');
    expect([1, 2, 5, 12, 22].map(seen)).toEqual([
      '1 wizyta mówi, że jest',
      '2 wizyty mówią, że jest',
      '5 wizyt mówi, że jest',
      '12 wizyt mówi, że jest',
      '22 wizyty mówią, że jest',
    ]);
  });

  it('takes the three forms of Latvian: none and teens, those that end in one, and the others', () => {
    const few = (n: number): string =>
      say({ code: 'too-few-answers', n, minimumAnswers: 30 }, latvian).replace(/,.*/, '');
    expect([0, 1, 2, 11, 15, 20, 21, 22].map(few)).toEqual([
      '0 atbilžu',
      '1 atbilde',
      '2 atbildes',
      '11 atbilžu',
      '15 atbilžu',
      '20 atbilžu',
      '21 atbilde',
      '22 atbildes',
    ]);
  });

  it('names things of the cycle in the language, of the kind that is meant', () => {
    const step = { code: 'intervene-in-area', ids: ['hall'] } as const;
    expect(say(step)).toBe('Intervene now in “Hall”');
    expect(say(step, spanish)).toBe('Intervenir ya en «Sala»');
    expect(say({ code: 'judge-moment', ids: ['hall'] })).toMatch(/“Waits”$/);
    expect(inWords(step, { words: english })).toBe('Intervene now in “hall”');
  });

  it('says what a cycle lacks, in a finding and in the step that mends it', () => {
    const finding = { code: 'requirement-without-standard', ids: ['quick'] } as const;
    expect(say({ ...finding, message: '' })).toBe(
      '“Nobody waits long” has no standard to check it by',
    );
    expect(say({ code: 'complete-cycle', ids: ['quick'], finding: finding.code })).toBe(
      'Complete the cycle: “Nobody waits long” has no standard to check it by',
    );
  });

  it('puts the interval beside the verdict on a standard, and what it would take to settle it', () => {
    const said = say({
      standard: 'ten',
      status: 'not-proven',
      measured: 50,
      requiredShare: 0.9,
      measurementsToSettle: 400,
      undecided: { abandoned: 0, stillWaiting: 0 },
      conformingShare: {
        kind: 'estimate',
        value: 0.94,
        unit: 'share',
        n: 50,
        basis: 'measured',
        interval: { low: 0.83, high: 0.98, level: 0.95, method: 'wilson' },
      },
    });
    expect(said).toBe(
      '“Time in the queue”: not proven yet; about 400 cases would tell; 94% (83% to 98%) of 50 cases; 90% have to conform',
    );
  });

  it('says times in the unit in which they are read, and money in its currency', () => {
    const wait = (limitSeconds: number): string =>
      say({
        code: 'wait-beyond-standard',
        level: 'watch',
        basis: 'measured',
        n: 9,
        standard: 'ten',
        limitSeconds,
        withinShare: satisfied as never,
        requiredShare: 1,
        effect: {} as never,
        gravity: 0.1,
      }).replace(/^.* within /, '');
    expect([45, 90, 600, 7200].map(wait)).toEqual([
      '45 seconds; 100% are required',
      '90 seconds; 100% are required',
      '10 minutes; 100% are required',
      '2 hours; 100% are required',
    ]);
    const short = {
      code: 'does-not-fit',
      resource: 'money',
      takes: 9,
      free: 1,
      short: 1500,
    } as const;
    const money = { currency: 'EUR' };
    expect(inWords(short, { words: english, money })).toBe('does not fit: €1,500 short');
    expect(plain(inWords(short, { words: english, locale: 'de', money }))).toBe(
      'does not fit: 1.500 € short',
    );
    expect(inWords({ ...short, resource: 'staffHours' }, { words: english, money })).toBe(
      'does not fit: staff hours 1,500 short',
    );
  });

  it('writes a share of many so that its limits do not look the same', () => {
    const many = customerSatisfaction({
      scale: { min: 1, max: 5 },
      perAnswer: [20_000, 30_000, 100_000, 400_000, 250_000],
    });
    expect(say(many)).toBe('81.25% (81.16% to 81.34%, at 95%)');
  });

  it('does not round nearly all to all', () => {
    const weak = (upperLimit: number): string =>
      say({
        code: 'level-deteriorated',
        upperLimit,
        floor: 1,
      });
    expect(weak(0.997)).toContain('99.7%');
    expect(weak(0.003)).toContain('0.3%');
  });

  it('says where a service differs from place to place', () => {
    const place = (name: string, perAnswer: readonly number[]): object => {
      const n = perAnswer.reduce((sum, count) => sum + count, 0);
      const mean = perAnswer.reduce((sum, count, at) => sum + count * (at + 1), 0) / n;
      const squares = perAnswer.reduce((sum, count, at) => sum + count * (at + 1 - mean) ** 2, 0);
      const count = (perAnswer[3] ?? 0) + (perAnswer[4] ?? 0);
      return { place: name, n, mean, variance: squares / (n - 1), count, perAnswer };
    };
    const found = judgeConsistency({
      kind: 'answers-by-place',
      question: 'cut',
      scale: { min: 1, max: 5 },
      places: [place('home', [0, 0, 2, 10, 20]), place('abroad', [8, 8, 6, 4, 2])] as never,
      notShown: [{ place: 'third', because: 'below-minimum' }],
    });
    const said = say(found);
    expect(said).toMatch(/^The service is not the same everywhere\. Places account for \d+% of/);
    expect(said).toContain('“abroad” stands out: 21% are content there, as against ');
    expect(said).toContain('1 place is not shown, and may differ.');
    expect(inWords(found, { words: polish, more: polishMore })).toContain(
      'Nie pokazano 1 miejsca, które może się różnić.',
    );
  });

  it('says a reason of a rule of one’s own by its code', () => {
    expect(say({ code: 'full-moon', level: 'watch', basis: 'assumed', n: 0 })).toBe('“full-moon”');
  });

  it('says a fault with its place and what was found', () => {
    const issue = { code: 'missing', path: ['moments', 0, 'contact'], found: 'nothing' } as const;
    expect(say(issue)).toBe('“moments[0].contact”: something that is needed is absent (“nothing”)');
    expect(say({ code: 'no-outcome', count: 18 })).toBe('nothing tells how the visit ended (18)');
  });

  it('refuses what is no result, and options that are none', () => {
    const refused = expect.objectContaining({ code: 'invalid-argument' }) as Error;
    for (const thing of [null, 5, 'nonsense', {}, { code: 'brings' }, { kind: 'estimate' }, []]) {
      const said = (): string => inWords(thing as never, { words: english });
      expect(said, JSON.stringify(thing)).toThrow(refused);
    }
    for (const none of [undefined, null, 'en', 3]) {
      expect(() => inWords('met', none as never)).toThrow(refused);
    }
    expect(() => inWords('met', { words: {} as never })).toThrow(refused);
    expect(() => inWords('met', { words: english, locale: '!' })).toThrow(refused);
    expect(() => inWords('met', { words: english, money: { currency: 'euro' } })).toThrow(refused);
    expect(() => inWords('met', { words: english, language: 'en' } as never)).toThrow(refused);
  });

  it('says what no report says only where it is given words for it, and refuses it else by name', () => {
    const consistency = {
      kind: 'consistency',
      verdict: 'same-everywhere',
      reasons: [],
      negligible: 0.05,
    } as never;
    expect(inWords(consistency, { words: english, more: englishMore })).toBe(
      'The service is the same everywhere.',
    );
    expect(() => inWords(consistency, { words: english })).toThrow('takes `more`');
    const gap = { kind: 'not-estimable', reason: 'one-place', n: 0 } as never;
    expect(inWords(gap, { words: english })).toBe('not known: “one-place”');
    expect(inWords(gap, { words: english, more: englishMore })).toContain(
      'there is one place only',
    );
  });
});
