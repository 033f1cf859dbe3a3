import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MermaidJourneys, mermaidJourneys } from '../../../test/support/mermaidJourneys.ts';
import type { Cycle } from '../../model/cycle.ts';
import { cycleFromBlueprint, cycleToBlueprint } from './blueprint.ts';
import { cycleFromMermaid, cycleToMermaid } from './mermaid.ts';

const cycle: Cycle = {
  id: 'stay',
  name: { en: 'A stay', es: 'Una estancia' },
  stages: [
    { id: 'arrival', name: 'Arrival' },
    { id: 'night', name: 'Night' },
  ],
  moments: [
    { id: 'in', name: 'Checks in', stage: 'arrival', contact: 'staff' },
    { id: 'call', name: 'Calls', stage: 'arrival', contact: 'remote' },
    {
      id: 'sleep',
      name: 'Sleeps',
      stage: 'night',
      contact: 'self-service',
      declaredCritical: { because: 'noise' },
    },
  ],
};
const HOSTILE: Cycle = {
  id: 'h',
  name: 'title: #1; "x" %% \n section y',
  moments: [
    'a:b,c;d#e%%f',
    'section x',
    '`${1}`--\0',
    '<b>&amp;</b>',
    'end',
    ':::',
    '%%{init}%%',
  ].map((name, at) => ({
    id: `m${at}`,
    name,
    contact: 'none',
  })),
};

let mermaid: MermaidJourneys;
const accepts = (text: string): Promise<boolean> => mermaid.accepts(text);

beforeAll(async () => {
  mermaid = await mermaidJourneys();
}, 60_000);
afterAll(() => {
  mermaid.close();
});

describe('Mermaid', () => {
  it('takes a cycle with its scores and gives its moments back', async () => {
    const written = cycleToMermaid(cycle, { scores: { in: 4, call: 2, sleep: 5 }, language: 'es' });
    if (!written.ok) throw new Error('refused');
    expect([written.issues, await accepts(written.value)]).toEqual([[], true]);
    const read = cycleFromMermaid(written.value, { id: 'stay' });
    expect(read).toMatchObject({ ok: true, issues: [], report: { read: 3, kept: 3 } });
    if (!read.ok) throw new Error('refused');
    expect(read.value.cycle.name).toBe('Una estancia');
    expect(
      read.value.cycle.moments.map(({ name, stage, contact }) => [name, stage, contact]),
    ).toEqual([
      ['Checks in', 'arrival', 'staff'],
      ['Calls', 'arrival', 'remote'],
      ['Sleeps', 'night', 'self-service'],
    ]);
    expect(read.value.scores).toEqual({ 'checks-in': 4, calls: 2, sleeps: 5 });
  });

  it('accepts whatever names are made of, each that was changed listed', async () => {
    const written = cycleToMermaid(HOSTILE);
    if (!written.ok) throw new Error('refused');
    expect(await accepts(written.value)).toBe(true);
    expect(written.issues.every(({ code }) => code === 'replaced')).toBe(true);
    expect(written.issues.length).toBeGreaterThanOrEqual(5);
    expect(cycleFromMermaid(written.value)).toMatchObject({ ok: true, report: { kept: 7 } });
  });

  it('accepts any name, and has as many tasks as there are moments', async () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (names) => {
        const moments = names.map(
          (one, at) => ({ id: `m${at}`, name: one, contact: 'none' }) as const,
        );
        const written = cycleToMermaid({ id: 'c', name: names[0] ?? 'c', moments });
        expect(written.ok && (await accepts(written.value))).toBe(true);
        expect(written.ok && cycleFromMermaid(written.value).report.kept).toBe(names.length);
      }),
      { numRuns: 40 },
    );
  });

  it('writes a score of 3 for a moment without one, and says so', () => {
    const written = cycleToMermaid(cycle, { scores: { in: 5 } });
    expect(written.issues.map(({ code, path }) => [code, path[1]])).toEqual([
      ['missing', 'call'],
      ['missing', 'sleep'],
    ]);
    expect(() => cycleToMermaid(cycle, { scores: { in: 9 } })).toThrow('a score is 9; expected');
  });

  it.each([
    '',
    '   ',
    'graph TD; a-->b',
    '{"journey":1}',
    'journey',
    'journey\n title X',
    'jour',
    'j\0o\0u\0r\0n\0e\0y\0',
  ])('refuses %j', (text) => {
    expect(cycleFromMermaid(text).ok).toBe(false);
  });

  it('lists lines that are no task, scores that are none, and reads the rest', async () => {
    const text =
      '\ufeff---\ntitle: x\n---\njourney\r\n%% a comment\ntitle T\nsection S\n Pays: 9: A\n nonsense\n Pays: 2: A, B\n accTitle: x';
    const read = cycleFromMermaid(text);
    expect(read.issues.map(({ code }) => code)).toEqual(['out-of-range', 'wrong-format']);
    expect(read.ok && read.value.cycle.moments.map(({ id }) => id)).toEqual(['pays', 'pays-2']);
    expect(await accepts('journey\n  nonsense')).toBe(false);
  });
});

describe('blueprint', () => {
  it('takes a cycle and gives its moments back', () => {
    const read = cycleFromBlueprint(JSON.parse(JSON.stringify(cycleToBlueprint(cycle))), {
      id: 'stay',
    });
    if (!read.ok) throw new Error('refused');
    expect(read.value.stages?.map(({ name }) => name)).toEqual(['Arrival', 'Night']);
    expect(
      read.value.moments.map(({ name, declaredCritical }) => [
        name,
        declaredCritical !== undefined,
      ]),
    ).toEqual([
      ['Checks in', false],
      ['Calls', false],
      ['Sleeps', true],
    ]);
  });

  it('lists what has no place in a cycle', () => {
    const read = cycleFromBlueprint({
      phases: [
        {
          name: 'A',
          evidence: ['Sign'],
          backstage: ['Cooks'],
          customer: ['Eats', { action: 'Leaves', momentOfTruth: false }, {}, null],
        },
      ],
    });
    expect(read.issues.map(({ code }) => code)).toEqual([
      'left-out',
      'left-out',
      'left-out',
      'wrong-format',
      'wrong-format',
    ]);
    expect(read.report).toEqual({ read: 4, kept: 1 });
  });

  it.each([undefined, null, 3, 'x', {}, { phases: {} }, { phases: [] }, { phases: [null] }])(
    'refuses %o',
    (json) => {
      expect(cycleFromBlueprint(json).ok).toBe(false);
    },
  );

  it('stands names that every object has', () => {
    const read = cycleFromBlueprint({
      phases: [{ name: '__proto__', customer: ['constructor', '__proto__', 'toString', '💥'] }],
    });
    expect(read).toMatchObject({ ok: true, report: { kept: 4 } });
  });
});
