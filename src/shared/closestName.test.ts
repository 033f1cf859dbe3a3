import { describe, expect, it } from 'vitest';
import { closestName } from './closestName.ts';

describe('closestName', () => {
  it.each([
    ['gret', 'greet'],
    ['wiat', 'wait'],
    ['chanel', 'channel'],
    ['Greet', 'greet'],
  ])('takes %s for %s', (misspelt, meant) => {
    expect(closestName(misspelt, ['greet', 'wait', 'channel', 'pay'])).toBe(meant);
  });

  it('offers nothing where nothing is near', () => {
    expect(closestName('zebra', ['greet', 'wait', 'pay'])).toBeUndefined();
    expect(closestName('zebra', [])).toBeUndefined();
  });

  it('prefers the nearest of several, and the first of equals', () => {
    expect(closestName('payd', ['paid', 'pay'])).toBe('paid');
    expect(closestName('payment', ['payments', 'repayment'])).toBe('payments');
  });
});
