import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { CARRIED, type NarrowCells, raise, wholeCells } from './narrowCells.ts';
import { tallyResponses } from './tallyResponses.ts';

const survey: SatisfactionSurvey<'q'> = {
  id: 's',
  title: 's',
  questions: [{ id: 'q', text: 'q', asks: 'satisfaction', scale: { min: 1, max: 2 } }],
};

describe('narrow cells', () => {
  it('hold a count of any size', () => {
    const counts: NarrowCells = { cells: new Uint16Array(3), carried: [] };
    for (let time = 0; time < 200_000; time += 1) raise(counts.cells, counts.carried, 1);
    raise(counts.cells, counts.carried, 2);
    expect([...wholeCells(counts)]).toEqual([0, 200_000, 1]);
    expect([...wholeCells(counts, 1)]).toEqual([200_000, 1]);
  });

  it('are widened to what holds more than 32 bits where a count could need it', () => {
    const cells = Uint16Array.of(7, 9);
    const carried = new Array<number>(140_000).fill(1);
    expect([...wholeCells({ cells, carried })]).toEqual([7, 140_000 * CARRIED + 9]);
  });
});

describe('tallyResponses', () => {
  it('counts more of one answer in one group than a cell holds, from rows and from columns', () => {
    const length = 140_000;
    const q = new Uint8Array(length).fill(1);
    q[0] = 2;
    const codes = new Uint8Array(length);
    codes[1] = 1;
    const values = ['a', 'b'];
    const rows = Array.from(q, (answer, at) => ({ q: answer, g: values[codes[at] ?? 0] }));
    const whole = [140_000, 139_999, 1, 0, 0, 0];
    const grouped = [139_999, 139_998, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0];
    const answers = { q };
    expect(tallyResponses(survey, rows).cells).toEqual(whole);
    expect(tallyResponses(survey, { kind: 'columns', length, answers }).cells).toEqual(whole);
    const plain = { kind: 'columns', length, answers: { q: Array.from(q) } } as const;
    expect(tallyResponses(survey, plain).cells).toEqual(whole);
    const columns = { kind: 'columns', length, answers, groups: { g: { codes, values } } } as const;
    expect(tallyResponses(survey, columns, { by: ['g'] }).cells).toEqual(grouped);
    expect(tallyResponses(survey, rows, { by: ['g'] }).cells).toEqual(grouped);
  });

  it('counts as many of three questions at once, with and without an answer off the scale', () => {
    const ids = ['a', 'b', 'c'] as const;
    const asked: SatisfactionSurvey<'a' | 'b' | 'c'> = {
      id: 's',
      title: 's',
      questions: ids.map((id) => ({
        id,
        text: id,
        asks: 'satisfaction',
        scale: { min: 1, max: 2 },
      })),
    };
    const length = 100_000;
    const answers = {
      a: new Uint8Array(length).fill(1),
      b: new Uint8Array(length).fill(2),
      c: new Uint8Array(length).fill(1),
    };
    answers.c[50_000] = 9;
    const codes = new Uint8Array(length);
    const column = { codes, values: ['x'] };
    const groups = { p: column, q: column, r: column };
    const columns = { kind: 'columns', length, answers, groups } as const;
    const { cells } = tallyResponses(asked, columns, { by: ['p', 'q', 'r'] });
    const [a, b, c] = [
      [length, 0, 0, 0, 0],
      [0, length, 0, 0, 0],
      [length - 1, 0, 0, 0, 1],
    ];
    expect(cells).toEqual([length, a, b, c].flat());
  });
});
