import { checkAtLeast, checkBetween, checkObject, checkPositive } from '../../shared/refuse.ts';
import type { OverloadedQueue, QueueForecast, QueueLoad, StaffedQueue } from './queueTypes.ts';

/** The most work that is reckoned with, in erlangs. */
const MOST_LOAD = 1_000_000;

/** The work that comes in, in erlangs, refused where it is no number of agents. */
export function loadOf(load: QueueLoad): number {
  checkObject('load', load);
  const { arrivalsPerHour, handlingSeconds } = load;
  checkAtLeast('arrivalsPerHour', arrivalsPerHour, 0);
  checkPositive('handlingSeconds', handlingSeconds);
  const erlangs = (arrivalsPerHour * handlingSeconds) / 3600;
  checkBetween('the load in erlangs', erlangs, 0, MOST_LOAD);
  return erlangs;
}

/**
 * The share of customers who would find all agents busy and leave, by the recursion over agents: with
 * one agent more, `load · b / (agents + load · b)`.
 */
export function blockedShare(load: number, agents: number): number {
  let blocked = 1;
  for (let k = 1; k <= agents; k += 1) blocked = nextBlockedShare(load, k, blocked);
  return blocked;
}

/** The same for one agent more than the share is known for. */
export function nextBlockedShare(load: number, agents: number, blocked: number): number {
  return (load * blocked) / (agents + load * blocked);
}

/** How the queue behaves, given the share who would be blocked. */
export function forecastOf(
  queue: Omit<StaffedQueue, 'arrivalsPerHour'>,
  load: number,
  blocked: number,
): QueueForecast | OverloadedQueue {
  const { agents, handlingSeconds, withinSeconds } = queue;
  if (!(load < agents)) {
    const fewestAgents = Math.floor(load) + 1;
    return { kind: 'not-estimable', reason: 'overloaded', load, agents, fewestAgents };
  }
  const spare = agents - load;
  const waitingShare = (agents * blocked) / (agents - load * (1 - blocked));
  const meanOfWaiting = handlingSeconds / spare;
  const waitOf = (share: number): number =>
    waitingShare > 1 - share ? meanOfWaiting * Math.log(waitingShare / (1 - share)) : 0;
  return {
    kind: 'queue-forecast',
    model: 'erlang-c',
    basis: 'assumed',
    agents,
    withinSeconds,
    load,
    occupancy: load / agents,
    waitingShare,
    // Multiplied first, since so short a mean wait may be 0.
    serviceLevel: 1 - waitingShare * Math.exp((-withinSeconds * spare) / handlingSeconds),
    waitSeconds: {
      mean: waitingShare * meanOfWaiting,
      meanOfWaiting,
      p50: waitOf(0.5),
      p90: waitOf(0.9),
      p95: waitOf(0.95),
    },
    queueLength: (waitingShare * load) / spare,
  };
}
