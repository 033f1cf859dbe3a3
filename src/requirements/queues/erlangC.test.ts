import { describe, expect, it } from 'vitest';
import { agentsNeeded } from './agentsNeeded.ts';
import { erlangC } from './erlangC.ts';
import type { QueueForecast, StaffedQueue } from './queueTypes.ts';

const desk = { arrivalsPerHour: 60, handlingSeconds: 240, withinSeconds: 60 };
const standard = { unit: 'minutes', operator: '<=', threshold: 1, requiredShare: 0.9 } as const;

function forecast(queue: StaffedQueue): QueueForecast {
  const result = erlangC(queue);
  expect(result.kind).toBe('queue-forecast');
  return result as QueueForecast;
}

describe('erlangC', () => {
  it('has no long run where as much work comes in as can be done, and says what it would take', () => {
    expect(erlangC({ ...desk, agents: 4 })).toEqual({
      kind: 'not-estimable',
      reason: 'overloaded',
      load: 4,
      agents: 4,
      fewestAgents: 5,
    });
    expect(erlangC({ ...desk, agents: 1 }).kind).toBe('not-estimable');
    expect(erlangC({ ...desk, agents: 5 }).kind).toBe('queue-forecast');
  });

  it('lets nobody wait where nobody comes', () => {
    const { load, occupancy, waitingShare, serviceLevel, waitSeconds, queueLength } = forecast({
      ...desk,
      arrivalsPerHour: 0,
      agents: 1,
    });
    expect([load, occupancy, waitingShare, queueLength]).toEqual([0, 0, 0, 0]);
    expect(serviceLevel).toBe(1);
    expect(waitSeconds).toMatchObject({ mean: 0, p50: 0, p90: 0, p95: 0 });
  });

  it('lets nobody wait where it takes no time to serve, be that rounded to none', () => {
    const queue = erlangC({
      arrivalsPerHour: 1,
      handlingSeconds: 5e-324,
      agents: 2,
      withinSeconds: 0,
    });
    expect(queue).toMatchObject({
      serviceLevel: 1,
      waitSeconds: { mean: 0, meanOfWaiting: 0, p50: 0, p95: 0 },
    });
  });

  it('keeps with one agent to the queue of one line: the share who wait is the occupancy', () => {
    const queue = forecast({
      arrivalsPerHour: 9,
      handlingSeconds: 300,
      agents: 1,
      withinSeconds: 0,
    });
    expect(queue.waitingShare).toBeCloseTo(0.75, 12);
    expect(queue.waitSeconds.mean).toBeCloseTo(900, 9);
    expect(queue.serviceLevel).toBeCloseTo(0.25, 12);
  });

  it('stays a number with ten thousand agents, where factorials are none', () => {
    const queue = forecast({
      arrivalsPerHour: 9_900,
      handlingSeconds: 3600,
      agents: 10_000,
      withinSeconds: 20,
    });
    expect(queue.waitingShare).toBeGreaterThan(0.1);
    expect(queue.waitingShare).toBeLessThan(0.3);
  });

  it.each<[Partial<StaffedQueue>, string]>([
    [{ arrivalsPerHour: -1 }, 'arrivalsPerHour is -1; expected a finite number, 0 or more'],
    [{ arrivalsPerHour: Infinity }, 'arrivalsPerHour is Infinity'],
    [{ handlingSeconds: 0 }, 'handlingSeconds is 0; expected a finite number above 0'],
    [{ handlingSeconds: Number.NaN }, 'handlingSeconds is NaN'],
    [{ agents: 2.5 }, 'agents is 2.5; expected a whole number from 1 to 2000000'],
    [{ agents: 0 }, 'agents is 0'],
    [{ withinSeconds: -1 }, 'withinSeconds is -1'],
    [{ arrivalsPerHour: 1e300 }, 'the load in erlangs is'],
  ])('refuses %j', (wrong, message) => {
    expect(() => erlangC({ ...desk, agents: 5, ...wrong })).toThrow(message);
  });
});

describe('agentsNeeded', () => {
  it('reads the limit in the unit of the standard', () => {
    const inSeconds = { ...standard, unit: 'seconds', threshold: 60 };
    expect(agentsNeeded(standard, desk)).toEqual(agentsNeeded(inSeconds, desk));
  });

  it('needs one where nobody comes, with none fewer to compare', () => {
    const needed = agentsNeeded(standard, { ...desk, arrivalsPerHour: 0 });
    expect(needed).toMatchObject({ kind: 'agents-needed', agents: 1 });
    expect(needed).not.toHaveProperty('withOneFewer');
  });

  it('reads the load once and where it stands, also where an object has it from another', () => {
    const inherits = Object.create(desk) as typeof desk;
    expect(agentsNeeded(standard, inherits)).toEqual(agentsNeeded(standard, desk));
  });

  it('knows no number for a standard that is asked of every case', () => {
    expect(agentsNeeded({ ...standard, requiredShare: 1 }, desk)).toEqual({
      kind: 'not-estimable',
      reason: 'in-every-case',
    });
  });

  it.each<[object, string]>([
    [{ unit: 'points' }, 'the unit is "points"; expected a unit of time'],
    [{ operator: '>=' }, 'the operator is ">="; expected "<="'],
    [{ threshold: -1 }, 'threshold is -1'],
    [{ requiredShare: 0 }, 'requiredShare is 0'],
    [{ requiredShare: Number.NaN }, 'requiredShare is NaN'],
  ])('refuses a standard with %j', (wrong, message) => {
    expect(() => agentsNeeded({ ...standard, ...wrong }, desk)).toThrow(message);
  });
});
