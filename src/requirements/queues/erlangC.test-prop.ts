import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT, REFERENCE } from '../../../test/support/tolerances.ts';
import { agentsNeeded } from './agentsNeeded.ts';
import { erlangC } from './erlangC.ts';
import type { QueueForecast, StaffedQueue } from './queueTypes.ts';

const load = fc.record({
  arrivalsPerHour: fc.double({ min: 0, max: 2000, noNaN: true }),
  handlingSeconds: fc.double({ min: 1, max: 1200, noNaN: true }),
});
const withinSeconds = fc.double({ min: 0, max: 600, noNaN: true });

/** A queue with so many agents more than it takes at least. */
function withSpare(
  work: Pick<StaffedQueue, 'arrivalsPerHour' | 'handlingSeconds'>,
  within: number,
  spare: number,
): QueueForecast {
  const erlangs = (work.arrivalsPerHour * work.handlingSeconds) / 3600;
  const agents = Math.floor(erlangs) + 1 + spare;
  const queue = erlangC({ ...work, agents, withinSeconds: within });
  if (queue.kind !== 'queue-forecast') throw new Error('overloaded');
  return queue;
}

describe('erlangC', () => {
  it('gives shares from 0 to 1 and waits from 0, whatever comes in', () => {
    fc.assert(
      fc.property(load, withinSeconds, fc.nat({ max: 30 }), (work, within, spare) => {
        const { occupancy, waitingShare, serviceLevel, waitSeconds, queueLength } = withSpare(
          work,
          within,
          spare,
        );
        for (const share of [occupancy, waitingShare, serviceLevel]) {
          expect(share).toBeGreaterThanOrEqual(-EXACT);
          expect(share).toBeLessThanOrEqual(1 + EXACT);
        }
        for (const wait of [...Object.values({ ...waitSeconds }), queueLength])
          expect(wait).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('keeps to the law of Little: the queue is as long as arrivals times mean wait', () => {
    fc.assert(
      fc.property(load, fc.nat({ max: 30 }), (work, spare) => {
        const { queueLength, waitSeconds } = withSpare(work, 0, spare);
        const expected = (work.arrivalsPerHour / 3600) * waitSeconds.mean;
        expect(Math.abs(queueLength - expected)).toBeLessThanOrEqual(
          REFERENCE * Math.max(1, expected),
        );
      }),
    );
  });

  it('never serves worse with one agent more', () => {
    fc.assert(
      fc.property(load, withinSeconds, fc.nat({ max: 30 }), (work, within, spare) => {
        const fewer = withSpare(work, within, spare);
        const more = withSpare(work, within, spare + 1);
        expect(more.serviceLevel).toBeGreaterThanOrEqual(fewer.serviceLevel - EXACT);
        expect(more.waitSeconds.mean).toBeLessThanOrEqual(fewer.waitSeconds.mean);
        expect(more.waitingShare).toBeLessThanOrEqual(fewer.waitingShare);
      }),
    );
  });

  it('has its percentiles where the service level says so', () => {
    fc.assert(
      fc.property(load, fc.nat({ max: 5 }), (work, spare) => {
        const { p50, p90, p95 } = withSpare(work, 0, spare).waitSeconds;
        for (const [share, wait] of [
          [0.5, p50],
          [0.9, p90],
          [0.95, p95],
        ] as const) {
          const { serviceLevel } = withSpare(work, wait, spare);
          if (wait > 0) expect(Math.abs(serviceLevel - share)).toBeLessThan(REFERENCE);
          else expect(serviceLevel).toBeGreaterThanOrEqual(share);
        }
      }),
    );
  });
});

describe('agentsNeeded', () => {
  it('finds a number that meets the standard, and one fewer does not', () => {
    const required = fc.double({ min: 0.01, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(load, withinSeconds, required, (work, threshold, requiredShare) => {
        const standard = { unit: 's', operator: '<=', threshold, requiredShare } as const;
        const needed = agentsNeeded(standard, work);
        if (needed.kind !== 'agents-needed') throw new Error('no number suffices');
        const { agents, forecast } = needed;
        expect(forecast.serviceLevel).toBeGreaterThanOrEqual(requiredShare);
        expect(erlangC({ ...work, agents, withinSeconds: threshold })).toEqual(forecast);
        if (agents === 1) return;
        const fewer = erlangC({ ...work, agents: agents - 1, withinSeconds: threshold });
        if (fewer.kind === 'queue-forecast') expect(fewer.serviceLevel).toBeLessThan(requiredShare);
      }),
    );
  });
});
