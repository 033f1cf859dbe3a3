import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCodePoints } from '../../../test/support/anyCodePoints.ts';
import { readXml } from '../../../test/support/xml.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { MomentLevel } from '../../moments/reasonTypes.ts';
import { englishPictures } from '../languages/en.ts';
import { cycleBlueprint } from './cycleBlueprint.ts';
import { cycleWheel } from './cycleWheel.ts';
import type { PictureOptions } from './pictureOptions.ts';

/** What a picture is made of, and nothing else. */
const ELEMENTS = ['svg', 'title', 'desc', 'style', 'rect', 'circle', 'path', 'polygon', 'text'];
const ATTRIBUTES = new Set(
  'xmlns viewBox width height role class x y rx cx cy r d points font-size font-weight text-anchor direction stroke-width stroke-dasharray'.split(
    ' ',
  ),
);

const hostileText = fc.oneof(
  fc.constantFrom(
    '',
    '<script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    `' onmouseover='alert(1)`,
    ']]></style><![CDATA[',
    '</text><image href="x"/>',
    '&#x3c;b&gt;&nbsp;&unknown;',
    '</style><script>',
    '<!-- -- --><?xml version="1.0"?>',
    '\u001b[31mred\u001b[0m\u009b2J\u0000\u0007',
    '\u202eevil\u2066\u200f',
    '\ud800\udc00\udfff\ud800',
    '\ufffe\uffff\u{1fffe}',
    'האורח מגיע (למלון)',
    '$& $1 $` \\u0000',
    '__proto__',
    'x'.repeat(10_000),
    'W '.repeat(5000),
  ),
  anyCodePoints({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const level = fc.constantFrom<MomentLevel>('critical', 'watch', 'ordinary', 'not-assessed');

const pictured = fc
  .record({
    name: hostileText,
    stages: fc.array(hostileText, { maxLength: 4 }),
    moments: fc.array(
      fc.record({
        name: hostileText,
        channel: hostileText,
        stage: fc.nat(5),
        unit: hostileText,
        level,
        isStrength: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
    word: hostileText,
    width: fc.integer({ min: 320, max: 1400 }),
  })
  .map(({ name, stages, moments, word, width }): readonly [Cycle, PictureOptions] => [
    {
      id: 'c',
      name,
      stages: stages.map((stage, place) => ({ id: `s${place}`, name: stage })),
      areas: [{ id: 'a', name }],
      moments: moments.map((moment, place) => ({
        id: `m${place}`,
        name: moment.name,
        channel: moment.channel,
        ...(moment.stage < 5 && { stage: `s${moment.stage}` }),
        area: 'a',
        contact: 'staff',
      })),
      requirements: [
        {
          id: 'r',
          statement: name,
          moments: moments.map((_, place) => `m${place}`),
          source: { kind: 'values' },
          standards: moments.map(({ unit }, place) => ({
            id: `d${place}`,
            measure: name,
            unit,
            operator: '<=',
            threshold: place,
            requiredShare: 0.5,
          })),
        },
      ],
    },
    {
      width,
      words: { ...englishPictures, critical: word, frontStage: word, ofCases: `${word}{share}` },
      criticalMoments: {
        kind: 'critical-moments',
        moments: moments.map((moment, place) => ({
          moment: `m${place}`,
          level: moment.level,
          reasons: [],
          disagreements: [],
        })),
        strengths: moments.map(({ isStrength }, place) => ({
          kind: 'not-estimable',
          moment: `m${place}`,
          isStrength,
        })),
      } as unknown as NonNullable<PictureOptions['criticalMoments']>,
    },
  ]);

describe('a picture of hostile names', () => {
  it.each([
    ['cycleWheel', cycleWheel],
    ['cycleBlueprint', cycleBlueprint],
  ])('%s is XML with nothing in it but our own elements', (_, draw) => {
    fc.assert(
      fc.property(pictured, ([cycle, options]) => {
        const svg = draw(cycle, options);
        const all = readXml(svg);
        expect(all.filter(({ localName }) => !ELEMENTS.includes(localName))).toEqual([]);
        const names = all.flatMap(({ attributes }) => [...attributes].map(({ name }) => name));
        expect(names.filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
        for (const found of ['style', 'title', 'desc']) {
          expect(all.filter(({ localName }) => localName === found)).toHaveLength(1);
        }
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(svg).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
        expect(svg).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined)/);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['cycleWheel', cycleWheel],
    ['cycleBlueprint', cycleBlueprint],
  ])('%s is no larger for names of 10,000 signs than for those it shows of them', (_, draw) => {
    const moments = Array.from({ length: 20 }, (__, place) => ({
      id: `m${place}`,
      name: 'lorem '.repeat(2000),
      contact: 'staff' as const,
    }));
    const svg = draw({ id: 'c', name: 'x'.repeat(10_000), moments }, { words: englishPictures });
    expect(svg.length).toBeLessThan(60_000);
    expect(svg).toContain('Names that end with … are shortened.');
  });
});
