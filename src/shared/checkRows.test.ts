import { describe, expect, it } from 'vitest';
import { checkRows } from './checkRows.ts';

const stream = { [Symbol.asyncIterator]: () => [].values() };

describe('checkRows', () => {
  it.each([
    [null],
    [undefined],
    [5],
    ['text'],
    [{}],
    [true],
    [{ kind: 'columns' }],
    [stream],
    [{ [Symbol.iterator]: 5 }],
  ])('refuses %o', (rows) => {
    expect(() => {
      checkRows('responses', rows);
    }).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
  });

  it.each([[[]], [new Set()], [new Map().values()]])('takes %o', (rows) => {
    expect(() => {
      checkRows('responses', rows);
    }).not.toThrow();
  });

  it('takes columns and streams only where the reader does, and says which it does', () => {
    expect(() => {
      checkRows('responses', { kind: 'columns' }, 'columns', 'stream');
      checkRows('responses', stream, 'columns', 'stream');
    }).not.toThrow();
    expect(() => {
      checkRows('responses', { kind: 'tally' }, 'columns', 'stream');
    }).toThrow(
      'found an object with kind as responses, expected a list or another iterable, columns, stream',
    );
    expect(() => {
      checkRows('responses', { [Symbol.asyncIterator]: 5 }, 'stream');
    }).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
  });
});
