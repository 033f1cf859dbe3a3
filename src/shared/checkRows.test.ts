import { describe, expect, it } from 'vitest';
import { checkRows } from './checkRows.ts';

describe('checkRows', () => {
  it.each([null, undefined, 5, 'text', {}, true])('refuses %o', (rows) => {
    expect(() => {
      checkRows('responses', rows);
    }).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
  });

  it.each([[[]], [new Set()], [{ kind: 'columns' }], [new Map().values()]])('takes %o', (rows) => {
    expect(() => {
      checkRows('responses', rows);
    }).not.toThrow();
  });
});
