import { describe, expect, it } from 'vitest';
import { tallyResponses } from '../survey/tally/tallyResponses.ts';
import { checkRows } from './checkRows.ts';

describe('checkRows', () => {
  it.each([null, undefined, 5, 'text', {}, true])('refuses %o', (rows) => {
    expect(() => {
      checkRows('responses', rows);
    }).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
    const survey = { id: 's', title: 'S', questions: [] };
    expect(() => tallyResponses(survey, rows as never)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it.each([[[]], [new Set()], [{ kind: 'columns' }], [new Map().values()]])('takes %o', (rows) => {
    expect(() => {
      checkRows('responses', rows);
    }).not.toThrow();
  });
});
