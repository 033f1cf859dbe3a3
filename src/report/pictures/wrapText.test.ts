import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from './wrapText.ts';

const font = { size: 10 };

describe('wrapText', () => {
  it('breaks between words, and no line is wider than asked', () => {
    const { lines, isCut } = wrapText('Waits at the front desk to leave', 90, font, 9);
    expect(lines).toEqual(['Waits at the', 'front desk to', 'leave']);
    expect(isCut).toBe(false);
    for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(90);
  });

  it('breaks a word that is wider than a line', () => {
    const { lines } = wrapText('xxxxxxxxxxxxxxxxxxxxxxxx', 65, font, 9);
    expect(lines.join('')).toBe('xxxxxxxxxxxxxxxxxxxxxxxx');
    expect(lines.length).toBeGreaterThan(2);
  });

  it('breaks anywhere in a script without blanks', () => {
    const { lines } = wrapText('宿泊客が部屋へ案内される', 65, font, 9);
    expect(lines[0]).toBe('宿泊客が部屋');
  });

  it('says that it cuts, with a last line that ends with …', () => {
    const cut = wrapText('one two three four five six seven', 60, font, 2);
    expect(cut.isCut).toBe(true);
    expect(cut.lines).toHaveLength(2);
    expect(cut.lines[1]).toMatch(/…$/);
  });

  it('never parts a sign from its marks, nor a family', () => {
    const { lines } = wrapText('e\u0301e\u0301e\u0301 👩‍👩‍👧👩‍👩‍👧', 14, font, 20);
    expect(lines).toEqual(['e\u0301e\u0301', 'e\u0301', '👩‍👩‍👧', '👩‍👩‍👧']);
  });

  it('has no lines of nothing', () => {
    expect(wrapText('', 50, font, 3)).toEqual({ lines: [], isCut: false });
  });

  it('never breaks at a blank that does not break', () => {
    const { lines } = wrapText('limits of 95\u00a0% here', 70, { size: 12 }, 5);
    expect(lines).toEqual(['limits of', '95\u00a0% here']);
  });
});
