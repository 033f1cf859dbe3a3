import { describe, expect, it } from 'vitest';
import { histogram } from './histogram.ts';

describe('histogram', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('counts every one of %d bytes', (length) => {
    const bytes = Uint8Array.from({ length }, (_, position) => 250 + (position % 6));
    const counts = histogram(bytes);
    expect(counts).toHaveLength(256);
    for (const [byte, count] of counts.entries()) {
      expect([byte, count]).toEqual([byte, bytes.filter((each) => each === byte).length]);
    }
  });
});
