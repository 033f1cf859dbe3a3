import { describe, expect, it } from 'vitest';
import { estimated } from '../../test/support/estimated.ts';
import {
  accountFor,
  expectFigures,
  type Figure,
  referenceCase,
  referenceCases,
} from '../../test/support/reference.ts';
import type { Standard } from '../model/requirement.ts';
import { nearestRank } from '../stats/sketch/nearestRank.ts';
import { kaplanMeier } from '../stats/survival/kaplanMeier.ts';
import { assessStandard } from './assessStandard.ts';
import { casesWithoutFailure } from './casesWithoutFailure.ts';
import type { MeasurementTally } from './measurements/tallyTypes.ts';
import { agentsNeeded } from './queues/agentsNeeded.ts';
import type { Call, ServiceLevelVariant } from './queues/callTypes.ts';
import { erlangC } from './queues/erlangC.ts';
import { blockedShare } from './queues/erlangQueue.ts';
import type { QueueForecast, StaffedQueue } from './queues/queueTypes.ts';
import { serviceLevel } from './queues/serviceLevel.ts';

const NOT_BUILT = 'not built';

const onTime: Standard = {
  id: 'on-time',
  measure: 'Time',
  unit: 'seconds',
  operator: '<=',
  threshold: 1,
  requiredShare: 0.9,
};

function forecast(queue: StaffedQueue): QueueForecast {
  const result = erlangC(queue);
  if (result.kind !== 'queue-forecast') throw new Error('the queue is overloaded');
  return result;
}

function needed(standard: Partial<Standard>, arrivalsPerHour: number, handlingSeconds: number) {
  const result = agentsNeeded({ ...onTime, ...standard }, { arrivalsPerHour, handlingSeconds });
  if (result.kind !== 'agents-needed') throw new Error('no number suffices');
  return result;
}

/** The figures of a queue whose times are given in one unit, here taken to be hours. */
function mmcFigures(input: { lambda: number; mu: number; servers: number; t: number }): Figure {
  const { lambda, mu, servers, t } = input;
  const queue = forecast({
    arrivalsPerHour: lambda,
    handlingSeconds: 3600 / mu,
    agents: servers,
    withinSeconds: 3600 * t,
  });
  return {
    offeredErlangs: queue.load,
    occupancy: queue.occupancy,
    erlangB: blockedShare(queue.load, servers),
    erlangC: queue.waitingShare,
    meanWait: queue.waitSeconds.mean / 3600,
    meanWaitGivenWait: queue.waitSeconds.meanOfWaiting / 3600,
    meanQueue: queue.queueLength,
    serviceLevel: queue.serviceLevel,
    waitP90: queue.waitSeconds.p90 / 3600,
  };
}

function staffingFigures(input: {
  callsPerHour: number;
  ahtSeconds: number;
  target: number;
  withinSeconds: number;
}): Figure {
  const { callsPerHour, ahtSeconds, target, withinSeconds } = input;
  const standard = { threshold: withinSeconds, requiredShare: target };
  const result = needed(standard, callsPerHour, ahtSeconds);
  return {
    servers: result.agents,
    serviceLevel: result.forecast.serviceLevel,
    occupancy: result.forecast.occupancy,
    asaSeconds: result.forecast.waitSeconds.mean,
    previousServiceLevel: result.withOneFewer?.serviceLevel ?? Number.NaN,
  };
}

/** What R gives of a curve; it gives no error and no limits where nobody is left. */
function survivalFigures({
  time,
  event,
}: {
  time: readonly number[];
  event: readonly number[];
}): Figure {
  const of = (kind: number) => {
    const times = time.filter((_, at) => event[at] === kind);
    const values = [...new Set(times)].sort((a, b) => a - b);
    return { values, counts: values.map((value) => times.filter((t) => t === value).length) };
  };
  const steps = kaplanMeier(of(1), of(0));
  const left = steps.filter(({ survival }) => survival > 0);
  const byPlace = (figures: readonly number[]): Figure => Object.fromEntries(figures.entries());
  return {
    time: steps.map((step) => step.time),
    atRisk: steps.map(({ atRisk }) => atRisk),
    events: steps.map(({ events }) => events),
    censored: steps.map(({ censored }) => censored),
    survival: steps.map(({ survival }) => survival),
    stdErrGreenwood: byPlace(left.map(({ standardError }) => standardError)),
    lowerLogLog: byPlace(left.map(({ interval }) => interval?.low ?? Number.NaN)),
    upperLogLog: byPlace(left.map(({ interval }) => interval?.high ?? Number.NaN)),
  };
}

function levelOf(calls: Iterable<Call>, threshold: number, variant: ServiceLevelVariant): number {
  return estimated(serviceLevel(calls, { variant, withinSeconds: threshold })).value;
}

accountFor('queue_waits', {
  computed: {
    'mmc ': mmcFigures,
    'erlang-b ': ({ erlangs, servers }: { erlangs: number; servers: number }) => ({
      blocking: blockedShare(erlangs, servers),
    }),
    'staffing ': staffingFigures,
    'km ': survivalFigures,
    'quantiles ': ({ x, probs }: { x: readonly number[]; probs: readonly number[] }) => {
      const sorted = x.toSorted((a, b) => a - b);
      return { type1: probs.map((p) => sorted[nearestRank(p, x.length) - 1] ?? Number.NaN) };
    },
    'service level definitions': (input: {
      wait: readonly number[];
      abandoned: readonly number[];
      threshold: number;
    }) => {
      const calls = input.wait.map((value, at): Call => {
        return { value, ended: input.abandoned[at] === 1 ? 'abandoned' : 'completed' };
      });
      const level = (variant: ServiceLevelVariant): number =>
        levelOf(calls, input.threshold, variant);
      const { counts } = serviceLevel(calls, {
        variant: 'offered',
        withinSeconds: input.threshold,
      });
      return {
        answered: counts.answeredWithin + counts.answeredBeyond,
        answeredWithin: counts.answeredWithin,
        abandonedWithin: counts.abandonedWithin,
        slOffered: level('offered'),
        slAnswered: level('answered-only'),
        slExcludingShortAbandons: level('short-abandons-excluded'),
        slAbandonWithinAsMet: level('abandoned-as-met'),
      };
    },
  },
  leftOut: {
    'mmck ': `${NOT_BUILT}: lines that turn customers away`,
    'erlang-a ': `${NOT_BUILT}: customers who hang up are counted, not forecast`,
    'mg1 ': `${NOT_BUILT}: handling times of other spreads`,
    "little's law": `${NOT_BUILT}: a check of queue lengths, which erlangC gives`,
    'weighted quantiles ': `${NOT_BUILT}: measurements are not weighted`,
    'order-statistic CI ': `${NOT_BUILT}: percentiles have no interval`,
    'logrank ': `${NOT_BUILT}: waits of groups are not tested against each other`,
  },
});

describe('published.json', () => {
  it('gives the waits of a call centre with 48 erlangs and 55 agents', () => {
    const example = referenceCase('published', 'erlang-c ex-025');
    const { callsPerHalfHour, ahtSec, agents, targetSec } = example.input as {
      callsPerHalfHour: number;
      ahtSec: number;
      agents: number;
      targetSec: number;
    };
    const queue = forecast({
      arrivalsPerHour: 2 * callsPerHalfHour,
      handlingSeconds: ahtSec,
      agents,
      withinSeconds: targetSec,
    });
    expectFigures(example, {
      erlangs: queue.load,
      occupancy: queue.occupancy,
      pWait: queue.waitingShare,
      asaSec: queue.waitSeconds.mean,
      serviceLevel: queue.serviceLevel,
    });
  });

  it('gives the shares who wait that are known in closed form', () => {
    const example = referenceCase('published', 'erlang-c textbook closed forms ex-026');
    const { cases } = example.input as { cases: readonly (readonly [number, number])[] };
    const shares = cases.map(([load, agents]) => {
      const work = { arrivalsPerHour: load, handlingSeconds: 3600, agents, withinSeconds: 0 };
      return forecast(work).waitingShare;
    });
    expectFigures(example, shares);
  });

  it('gives the waits without giving up of Mandelbaum and Zeltyn', () => {
    const example = referenceCase('published', 'erlang-c vs erlang-a ex-027');
    const { lambdaPerMin, ahtMin, agents } = example.input as {
      lambdaPerMin: number;
      ahtMin: number;
      agents: number;
    };
    const queue = forecast({
      arrivalsPerHour: 60 * lambdaPerMin,
      handlingSeconds: 60 * ahtMin,
      agents,
      withinSeconds: 20,
    });
    expectFigures(example, {
      C_asaSec: queue.waitSeconds.mean,
      C_queue: queue.queueLength,
      C_util: queue.occupancy,
    });
  });

  it('finds the smallest number of agents for 80 in 100 calls within 15 seconds', () => {
    const example = referenceCase('published', 'erlang-c minimum agents ex-093');
    const { erlangs, ahtSec, targetSec, sl } = example.input as {
      erlangs: number;
      ahtSec: number;
      targetSec: number;
      sl: number;
    };
    const standard = { threshold: targetSec, requiredShare: sl };
    expectFigures(example, needed(standard, (erlangs * 3600) / ahtSec, ahtSec).agents);
  });

  it.each(referenceCases('published').filter(({ name }) => name.startsWith('wilson ex-03')))(
    'gives the limits of $name',
    (example) => {
      const { x, n, conf } = example.input as { x: number; n: number; conf: number };
      expectFigures(example, limitsOf(x, n, conf));
    },
  );

  it('counts callers who give up in four ways: .78, .8667, .82 and .8125 of 100 calls', () => {
    const calls: readonly Call[] = [
      ...Array.from({ length: 78 }, () => ({ value: 20 })),
      ...Array.from({ length: 12 }, () => ({ value: 21 })),
      ...Array.from({ length: 4 }, () => ({ value: 20, ended: 'abandoned' as const })),
      ...Array.from({ length: 6 }, () => ({ value: 21, ended: 'abandoned' as const })),
    ];
    expect(levelOf(calls, 20, 'offered')).toBe(0.78);
    expect(levelOf(calls, 20, 'answered-only')).toBeCloseTo(0.8667, 4);
    expect(levelOf(calls, 20, 'abandoned-as-met')).toBe(0.82);
    expect(levelOf(calls, 20, 'short-abandons-excluded')).toBe(0.8125);
  });

  it('asks for 59 cases without a failure to prove 95 in 100', () => {
    expect(casesWithoutFailure(0.95, { level: 0.95 })).toBe(59);
  });
});

describe('proportions.json', () => {
  it.each(referenceCases('proportions').filter(({ name }) => name.startsWith('wilson ')))(
    '$name: $source',
    (example) => {
      const { x, n, level } = example.input as { x: number; n: number; level: number };
      const [lower, upper] = limitsOf(x, n, level);
      expectFigures(example, { estimate: x / n, lower, upper });
    },
  );
});

/** The limits of the conforming share where `x` of `n` cases conform. */
function limitsOf(x: number, n: number, level: number): readonly [number, number] {
  const tally: MeasurementTally = {
    kind: 'measurement-tally',
    standard: onTime.id,
    operator: onTime.operator,
    threshold: onTime.threshold,
    unit: onTime.unit,
    customer: 'external',
    values: 'exact',
    by: [],
    groups: [
      {
        group: [],
        conforming: x,
        failing: n - x,
        undecided: { abandoned: 0, stillWaiting: 0 },
        invalid: 0,
        measured: { values: [1, 2], counts: [x, n - x] },
      },
    ],
    otherStandards: 0,
    otherCustomers: 0,
    firstInvalid: [],
  };
  const { interval } = estimated(assessStandard(onTime, tally, { level }).conformingShare);
  return [interval.low, interval.high];
}
