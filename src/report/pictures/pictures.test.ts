import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import { defineCycle } from '../../model/defineCycle.ts';
import { detectCriticalMoments } from '../../moments/detectCriticalMoments.ts';
import { englishPictures } from '../languages/en.ts';
import { spanishPictures } from '../languages/es.ts';
import { cycleBlueprint } from './cycleBlueprint.ts';
import { cycleWheel } from './cycleWheel.ts';
import { COLOURS } from './palette.ts';

const hotel = JSON.parse(
  readFileSync(new URL('../../../examples/hotel-stay.cycle.json', import.meta.url), 'utf8'),
) as Cycle;

/** Every text of a picture, in the order in which it is drawn. */
function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);
}

function count(svg: string, pattern: RegExp): number {
  return [...svg.matchAll(pattern)].length;
}

const stay = defineCycle({
  id: 'stay',
  name: { en: 'A night', es: 'Una noche' },
  stages: [
    { id: 'in', name: 'Arriving' },
    { id: 'out', name: 'Leaving' },
    { id: 'never', name: 'Never' },
  ],
  areas: [{ id: 'desk', name: 'Front desk' }],
  moments: [
    { id: 'greet', name: 'Is greeted', stage: 'in', contact: 'staff', channel: 'lobby' },
    {
      id: 'wait',
      name: 'Waits',
      stage: 'in',
      contact: 'none',
      area: 'desk',
      traits: ['waiting'],
    },
    {
      id: 'bill',
      name: 'Pays',
      stage: 'out',
      contact: 'staff',
      area: 'desk',
      declaredCritical: { because: 'it is money' },
    },
    { id: 'home', name: 'Goes', contact: 'none' },
  ],
  requirements: [
    {
      id: 'soon',
      statement: 'Nobody waits long',
      moments: ['wait'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'in-60',
          measure: 'Time until attended to',
          unit: 'seconds',
          operator: '<=',
          threshold: 1060.5,
          requiredShare: 0.9,
        },
        {
          id: 'right',
          measure: 'Bills that are right',
          unit: 'bills',
          operator: '=',
          threshold: 1,
          requiredShare: 1,
        },
      ],
    },
  ],
});
const criticalMoments = detectCriticalMoments(stay);

/** A cycle of so many moments. */
function longCycle(moments: number, stages: number): Cycle {
  return {
    id: 'long',
    name: 'Long',
    stages: Array.from({ length: stages }, (_, place) => ({
      id: `s${place}`,
      name: `Stage ${place}`,
    })),
    moments: Array.from({ length: moments }, (_, place) => ({
      id: `m${place}`,
      name: `Moment ${place}`,
      stage: `s${Math.floor((place * stages) / moments)}`,
      contact: 'staff',
      ...(place % 50 === 49 && { traits: ['safety' as const] }),
    })),
  };
}

describe('cycleWheel', () => {
  const wheel = cycleWheel(stay, { words: englishPictures, criticalMoments });

  it('has an arc for each stage that has moments, and names the one that has none', () => {
    expect(count(wheel, /<path class="(?:other-)?stage"/g)).toBe(2);
    expect(textsOf(wheel)).toContain('Stages without moments: Never');
    expect(textsOf(wheel)).toContain('Without a stage');
  });

  it('begins columns of its list with a stage where they fit beside the wheel', () => {
    const wide = cycleWheel(hotel, { words: englishPictures, width: 1280 });
    const heads = [...wide.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)/g)].map(
      ([, x, y, text]) => ({ x: Number(x), y: Number(y), text }),
    );
    const first = heads.find(({ text }) => text === 'Reservation');
    if (first === undefined) throw new Error('no stage');
    // Beside the first stage of the first column stands a stage, and not a moment of the one before.
    expect(
      heads.filter(({ x, y }) => y === first.y && x > first.x).map(({ text }) => text),
    ).toEqual(['Stay']);
  });

  it('cuts no number of moments, however narrow it is', () => {
    const narrow = textsOf(cycleWheel(longCycle(500, 20), { words: englishPictures, width: 390 }));
    expect(narrow.join(' ')).toContain('Moments: 500');
  });

  it('gives each level a shape of its own, on the wheel, in the list and in the legend', () => {
    expect(count(wheel, /<path class="critical"/g)).toBe(3);
    expect(count(wheel, /<rect class="watch"/g)).toBe(3);
    expect(count(wheel, /<circle class="not-assessed"/g)).toBe(5);
    expect(count(wheel, /class="ordinary"/g)).toBe(0);
    expect(textsOf(wheel)).toEqual(
      expect.arrayContaining(['critical: 1', 'to watch: 1', 'not assessed: 2']),
    );
  });

  it('takes a moment that nothing was detected for as not assessed', () => {
    const none = cycleWheel(stay, {
      words: englishPictures,
      criticalMoments: { kind: 'critical-moments', moments: [] },
    });
    expect(none).toContain('not assessed: 1 Is greeted; 2 Waits; 3 Pays; 4 Goes.');
  });

  it('marks nothing where nothing was detected', () => {
    const plain = cycleWheel(stay, { words: englishPictures });
    expect(plain).not.toMatch(/class="(critical|watch|not-assessed|strength)"/);
    expect(textsOf(plain).some((text) => /critical|assessed/.test(text))).toBe(false);
  });

  it('marks strengths with a star, on the wheel, in the list and in the legend', () => {
    const strengths = [{ kind: 'estimate', moment: 'greet', isStrength: true }];
    const strong = cycleWheel(stay, {
      words: englishPictures,
      criticalMoments: { ...criticalMoments, strengths } as unknown as typeof criticalMoments,
    });
    expect(count(strong, /<polygon class="strength"/g)).toBe(3);
    expect(textsOf(strong)).toContain('to watch · strength');
  });

  it('says in words what it shows', () => {
    expect(wheel).toContain('<title>A night: service cycle</title>');
    expect(/<desc>(.*)<\/desc>/.exec(wheel)?.[1]).toBe(
      'Moments: 4. Arriving → Leaving → Without a stage. critical: 3 Pays. to watch: 1 Is greeted. ' +
        'not assessed: 2 Waits; 4 Goes.',
    );
  });

  it('takes words that are frozen, fit to be drawn or not', () => {
    const words = Object.freeze({ ...englishPictures, critical: 'cri\u0000tical' });
    const frozen = cycleWheel(stay, { words, criticalMoments });
    expect(frozen).toBe(cycleWheel(stay, { words: { ...words }, criticalMoments }));
  });

  it('is read in the language and the words that are asked for', () => {
    const spanish = cycleWheel(stay, {
      criticalMoments,
      words: spanishPictures,
    });
    expect(spanish).toContain('<title>Una noche: ciclo del servicio</title>');
    expect(textsOf(spanish)).toContain('crítico: 1');
  });

  it('lists beside the wheel where there is room, and below it where there is none', () => {
    const heights = [390, 1280].map((width) =>
      Number(
        /viewBox="0 0 \d+ ([\d.]+)"/.exec(
          cycleWheel(hotel, { words: englishPictures, width }),
        )?.[1],
      ),
    );
    expect(heights[1]).toBeLessThan(700);
    expect(heights[0]).toBeGreaterThan(1000);
  });

  it('lists what stands out of 500 moments, and counts what it leaves out', () => {
    const cycle = longCycle(500, 60);
    const long = cycleWheel(cycle, {
      words: englishPictures,
      criticalMoments: detectCriticalMoments(cycle),
    });
    expect(count(long, /<path class="tick-/g)).toBe(500);
    expect(count(long, /<path class="tick-critical"/g)).toBe(10);
    expect(textsOf(long).filter((text) => /^Moment \d+$/.test(text))).toHaveLength(60);
    expect(textsOf(long)).toContain('Moment 499');
    expect(textsOf(long)).toContain('Not listed: 440 (440 not assessed)');
  });

  it('is a ring with a name where the cycle has no moments', () => {
    const empty = cycleWheel({ id: 'e', name: 'Empty', moments: [] }, { words: englishPictures });
    expect(textsOf(empty)).toEqual(['Empty', 'Moments: 0']);
  });
});

describe('cycleBlueprint', () => {
  const blueprint = cycleBlueprint(stay, { words: englishPictures, criticalMoments, width: 1280 });

  it('has a column of lanes for each moment', () => {
    const texts = textsOf(blueprint);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Customer',
        'Channel',
        'Front stage',
        'Back stage',
        'lobby',
        'nobody',
      ]),
    );
    expect(texts.filter((text) => text === 'staff, face to face')).toHaveLength(2);
  });

  it('puts the area that answers for a moment behind it', () => {
    expect(textsOf(blueprint).filter((text) => text === 'Front desk')).toHaveLength(2);
  });

  it('puts the moments of internal cycles that support a moment behind it instead', () => {
    const kitchen: Cycle = {
      id: 'accounts',
      name: 'Accounts',
      customer: 'internal',
      moments: [{ id: 'close', name: 'Closes the bill', contact: 'none' }],
      supports: [
        { moment: 'close', cycle: 'stay', of: 'bill' },
        { moment: 'close', cycle: 'elsewhere', of: 'wait' },
      ],
    };
    const texts = textsOf(
      cycleBlueprint(stay, { words: englishPictures, width: 1280, supporting: [kitchen] }),
    );
    expect(texts.filter((text) => text === 'Front desk')).toHaveLength(1);
    expect(texts).toContain('Closes the bill');
    expect(texts).toContain('Back stage: Accounts');
    const two = textsOf(
      cycleBlueprint(stay, {
        words: englishPictures,
        width: 1280,
        supporting: [kitchen, { ...kitchen, id: 'audit', name: 'Audit' }],
      }),
    ).join(' ');
    expect(two).toContain('Closes the bill (Accounts)');
    expect(two).toContain('Closes the bill (Audit)');
  });

  it('shows waits and standards with limits that are never cut', () => {
    const texts = textsOf(
      cycleBlueprint(stay, { words: englishPictures, width: 1280, locale: 'de' }),
    ).join(' ');
    expect(texts).toContain('The customer waits ≤ 17,7 Minuten, 90\u00a0% of cases Time until');
    expect(texts).toContain('= 1 bills, every case');
  });

  it('goes on below where there is no room, moments evenly', () => {
    const bands = [390, 800, 1280].map((width) =>
      count(cycleBlueprint(hotel, { words: englishPictures, width }), />Customer</g),
    );
    expect(bands).toEqual([10, 5, 3]);
  });

  it('draws the first 60 of 500 moments, and counts the others', () => {
    const texts = textsOf(
      cycleBlueprint(longCycle(500, 60), { words: englishPictures, width: 1280 }),
    );
    expect(texts).toContain('Not listed: 440');
    expect(texts).toContain('Moment 59');
    expect(texts).not.toContain('Moment 60');
  });

  it('says that there are no moments where there are none', () => {
    const empty = cycleBlueprint(
      { id: 'e', name: 'Empty', moments: [] },
      { words: englishPictures },
    );
    expect(textsOf(empty)).toEqual(['Empty', 'Moments: 0']);
    expect(empty).toContain('<desc>Moments: 0.</desc>');
  });
});

describe('a picture', () => {
  it.each([
    ['a width', { width: 20 }, /width is 20; expected a number from 320 to 4000/],
    ['a theme', { theme: 'drak' }, /theme is "drak"; .*did you mean "dark"/],
    ['the words', { words: undefined }, /words is nothing; expected an object/],
    [
      'a word',
      { words: { ...englishPictures, moments: 1 } },
      /words.moments is 1; expected a text/,
    ],
    ['words that lack one', { words: { language: 'en' } }, /words.\w+ is nothing; expected a text/],
    ['a locale', { locale: 7 }, /locale is 7; expected a text/],
    ['an option', { witdh: 400 }, /a key of options is "witdh"/],
    ['a detection', { criticalMoments: { kind: 'x' } }, /criticalMoments.moments is nothing/],
  ])('refuses %s that is wrong', (_, options, message) => {
    expect(() => cycleWheel(stay, { words: englishPictures, ...(options as object) })).toThrow(
      message,
    );
    expect(() => cycleBlueprint(stay, { words: englishPictures, ...(options as object) })).toThrow(
      message,
    );
  });

  it('refuses what is no language to write numbers in', () => {
    expect(() => cycleBlueprint(stay, { words: englishPictures, locale: 'not a tag!' })).toThrow(
      /locale is "not a tag!"; expected a language tag/,
    );
  });

  it('has no colours but those that are readable on what they stand on, in light and dark', () => {
    const pairs = [
      ['ink', 'paper', 4.5],
      ['muted', 'paper', 4.5],
      ['on-stage', 'stage', 4.5],
      ['on-stage', 'other-stage', 4.5],
      ['on-critical', 'critical', 4.5],
      ['ink', 'watch', 4.5],
      ['ink', 'ordinary', 4.5],
      ['line', 'paper', 3],
      ['critical', 'paper', 3],
      ['watch-edge', 'paper', 3],
      ['watch-edge', 'watch', 3],
      ['ordinary-edge', 'paper', 3],
      ['ordinary-edge', 'ordinary', 3],
      ['strength', 'paper', 3],
      ['stage', 'paper', 3],
      ['other-stage', 'paper', 3],
    ] as const;
    const faint = pairs.flatMap(([text, ground, least]) =>
      ([0, 1] as const).flatMap((theme) => {
        const contrast = contrastOf(COLOURS[text][theme], COLOURS[ground][theme]);
        return contrast >= least ? [] : [`${text} on ${ground}: ${contrast.toFixed(2)}`];
      }),
    );
    expect(faint).toEqual([]);
  });

  it('follows the reader’s system unless it is told', () => {
    expect(cycleWheel(stay, { words: englishPictures })).toContain(
      '@media (prefers-color-scheme:dark)',
    );
    for (const theme of ['light', 'dark'] as const) {
      const svg = cycleWheel(stay, { words: englishPictures, theme });
      expect(svg).not.toContain('@media');
      expect(svg).toContain(`--paper:${COLOURS.paper[theme === 'light' ? 0 : 1]}`);
    }
  });
});

/** The contrast of two colours by WCAG 2.2, 1 to 21. */
function contrastOf(first: string, second: string): number {
  const [lighter = 0, darker = 0] = [first, second].map(luminance).toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
