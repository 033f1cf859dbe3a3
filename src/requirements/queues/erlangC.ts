import { checkAtLeast, checkCount, checkObject } from '../../shared/refuse.ts';
import { blockedShare, forecastOf, loadOf } from './erlangQueue.ts';
import type { OverloadedQueue, QueueForecast, StaffedQueue } from './queueTypes.ts';

/**
 * How long customers would wait with so many at the desk or on the telephone.
 *
 *     a = arrivals · handling time, in erlangs;  c = agents
 *     B = 1, then for k = 1 to c:  a·B / (k + a·B)
 *     share who wait  C = c·B / (c - a·(1 - B))
 *     service level   1 - C · exp(-(c - a) · t / handling time)
 *     mean wait       C · handling time / (c - a);   queue length  C·a / (c - a)
 *
 * The model takes arrivals and handling times as random, one line for all agents, and nobody as
 * hanging up: where customers do, it overstates their waits. Its figures are `assumed`, not measured.
 *
 * Not estimable: as many or more erlangs than agents, since the queue then grows without end.
 *
 * @param queue - arrivals, handling time, agents, and the wait that counts as good service
 * @returns the share who wait, the service level, waits, occupancy and queue length
 * @throws ServiceCycleError `invalid-argument` when a number is outside its range, or more than
 * 1,000,000 erlangs or 2,000,000 agents are asked for
 * @example
 * const queue = erlangC({ arrivalsPerHour: 720, handlingSeconds: 240, agents: 55, withinSeconds: 15 });
 * queue.load; // => 48
 * queue.kind === 'queue-forecast' && queue.waitingShare; // ~> 0.238701
 * queue.kind === 'queue-forecast' && queue.serviceLevel; // ~> 0.845883
 * erlangC({ arrivalsPerHour: 720, handlingSeconds: 240, agents: 48, withinSeconds: 15 }).kind;
 * // => 'not-estimable'
 * @see Erlang (1917), Elektroteknikeren 13, 5-13
 */
export function erlangC(queue: StaffedQueue): QueueForecast | OverloadedQueue {
  checkObject('queue', queue);
  const { agents, withinSeconds } = queue;
  const load = loadOf(queue);
  checkCount('agents', agents, 1, 2_000_000);
  checkAtLeast('withinSeconds', withinSeconds, 0);
  return forecastOf(queue, load, load < agents ? blockedShare(load, agents) : 1);
}
