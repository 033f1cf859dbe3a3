import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCycle } from '../../test/support/arbitraryCycle.ts';
import { checkCycle } from './checkCycle.ts';

describe('checkCycle', () => {
  it('answers any valid cycle, and names only ids that the cycle has', () => {
    fc.assert(
      fc.property(arbitraryCycle, (cycle) => {
        const text = JSON.stringify(cycle);
        for (const { ids } of checkCycle(cycle)) {
          expect(ids.length).toBeGreaterThan(0);
          for (const id of ids) expect(text).toContain(JSON.stringify(id));
        }
      }),
    );
  });

  it('finds no more when every moment is asked about', () => {
    fc.assert(
      fc.property(arbitraryCycle, (cycle) => {
        const questions = cycle.moments.map(({ id }) => ({
          id: `about ${id}`,
          text: 'Q',
          asks: 'comment' as const,
          about: { moment: id },
        }));
        const asked = { ...cycle, survey: { id: 's', title: 'S', questions } };
        const codes = checkCycle(asked).map(({ code }) => code);
        expect(codes).not.toContain('moment-without-question');
      }),
    );
  });
});
