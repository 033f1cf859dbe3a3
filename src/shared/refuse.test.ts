import { describe, expect, it } from 'vitest';
import {
  checkLevel,
  checkOneOf,
  checkOpenShare,
  checkOptions,
  checkRows,
  refuse,
} from './refuse.ts';

/** What a check says of an argument; nothing where it takes it. */
function saying(check: () => void): string {
  try {
    check();
    return '';
  } catch (error) {
    expect(error).toMatchObject({ name: 'ServiceCycleError', code: 'invalid-argument' });
    return error instanceof Error ? error.message : '';
  }
}

/** What is no number, as much as it may look like one. */
const NO_NUMBERS = [undefined, null, '0.5', [0.5], {}, Object.create(null), 5n, Symbol('s'), NaN];

describe('refuse', () => {
  it('says what the argument is and what was expected', () => {
    expect(saying(() => refuse('n', '7', 'a number'))).toBe('n is "7"; expected a number');
  });
});

describe('checkLevel', () => {
  it.each([0, 1, 95, -0.5, Infinity])('refuses %d', (level) => {
    expect(
      saying(() => {
        checkLevel(level);
      }),
    ).toBe(`level is ${level}; expected a number above 0 and below 1`);
  });

  it('refuses what is no number, and takes what is', () => {
    for (const level of NO_NUMBERS) {
      expect(
        saying(() => {
          checkLevel(level);
        }),
      ).toMatch(/^level is [a-zN]+; expected a number/);
    }
    checkLevel(0.95);
  });
});

describe('checkOpenShare', () => {
  it('refuses the ends, and what is no number', () => {
    for (const share of [...NO_NUMBERS, 0, 1]) {
      expect(
        saying(() => {
          checkOpenShare('p', share);
        }),
      ).toMatch(/^p is .+; expected a number above 0 and below 1$/);
    }
    checkOpenShare('p', 5e-324);
  });
});

describe('checkOneOf', () => {
  it('takes what may be chosen, and names what was meant by a slip', () => {
    checkOneOf('method', 'holm', ['holm', 'bonferroni']);
    expect(
      saying(() => {
        checkOneOf('method', 'homl', ['holm', 'bonferroni']);
      }),
    ).toBe('method is "homl"; expected "holm" or "bonferroni"; did you mean "holm"?');
    expect(
      saying(() => {
        checkOneOf('method', 5, ['holm', 'bonferroni']);
      }),
    ).toBe('method is 5; expected "holm" or "bonferroni"');
  });
});

describe('checkOptions', () => {
  it.each([null, undefined, 'level', 5, []])('refuses %o for options', (options) => {
    expect(
      saying(() => {
        checkOptions(options, ['level']);
      }),
    ).toMatch(/^options is .+; expected an object$/);
  });

  it('refuses an option that there is not', () => {
    expect(
      saying(() => {
        checkOptions({ level: 0.9, sede: 1 }, ['level', 'seed']);
      }),
    ).toBe('a key of options is "sede"; expected "level" or "seed"; did you mean "seed"?');
    checkOptions({ seed: 1 }, ['level', 'seed']);
  });
});

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
      'responses is an object with kind; expected a list or another iterable, columns, stream',
    );
    expect(() => {
      checkRows('responses', { [Symbol.asyncIterator]: 5 }, 'stream');
    }).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
  });
});
