import { checkCycleShape } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import { isCircle, parts, shortestCircle } from '../../model/planNeeds.ts';
import type { Standard } from '../../model/requirement.ts';
import type { Support } from '../../model/support.ts';
import { quote } from '../../shared/quote.ts';
import { checkList, checkObject, checkOptions, refuse } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import type { StandardVerdict } from '../types.ts';
import { chainStandard } from './chainStandard.ts';
import type { ChainStandard } from './chainTypes.ts';

/**
 * What is amiss between cycles that support each other.
 *
 * - `unknown-cycle`: a support names a cycle that is not among them
 * - `unknown-moment`: it names a moment that the cycle does not have
 * - `unknown-standard`: it names a standard that none of that moment's requirements has
 * - `circle`: moments support each other in a circle
 * - `critical-moment-without-support`: nothing internal stands behind a critical moment of an external cycle
 * - `standard-serves-nobody`: an internal standard is part of none that a customer meets
 * - `cycle-serves-nobody`: an internal cycle supports nothing
 */
export type ChainFindingCode =
  | 'unknown-cycle'
  | 'unknown-moment'
  | 'unknown-standard'
  | 'circle'
  | 'critical-moment-without-support'
  | 'standard-serves-nobody'
  | 'cycle-serves-nobody';

/** One thing that is amiss. */
export interface ChainFinding {
  /** What it is, stable across versions. */
  readonly code: ChainFindingCode;
  /** The cycle it is about. */
  readonly cycle: string;
  /** The ids of the things concerned: a moment, a standard, or the moments of a circle as `cycle.moment`. */
  readonly ids: readonly string[];
  /** The finding in a sentence. */
  readonly message: string;
}

/** A standard that internal ones are part of. */
export interface ChainedStandard extends ChainStandard {
  /** The cycle that has it. */
  readonly cycle: string;
}

/** Cycles and what they do for each other. */
export interface ServiceChain {
  /** Tells this result from others. */
  readonly kind: 'service-chain';
  /** The cycles, in the order given. */
  readonly cycles: readonly string[];
  /** The standards that internal ones are part of, in the order of the cycles, and what these come to. */
  readonly standards: readonly ChainedStandard[];
  /** What is amiss; none means that nothing is open. */
  readonly findings: readonly ChainFinding[];
}

/** What {@link serviceChain} takes besides the cycles. */
export interface ServiceChainOptions {
  /** The moments of external cycles to hold as critical, by cycle; those declared critical where a cycle is absent. */
  readonly critical?: { readonly [cycle: string]: readonly string[] };
  /** What internal standards are measured to keep, by cycle: their verdicts from `assessRequirements` or `assessStandard`. */
  readonly verdicts?: {
    readonly [cycle: string]: readonly Pick<StandardVerdict, 'standard' | 'conformingShare'>[];
  };
}

/**
 * Looks at cycles together: who supports whom, what internal standards come to for those that customers meet, and
 * what is amiss.
 *
 * A cycle with `customer: 'internal'` says in `supports` which of its moments stands behind which moment of another
 * cycle, and with `standard` and `ofStandard` which of its standards is part of which standard there. Internal
 * cycles may support internal ones. Figures of colleagues and of customers are never pooled.
 *
 * @param cycles - all cycles, each once, internal and external
 * @param options - which moments are critical, and what is measured
 * @throws ServiceCycleError `invalid-argument` when one is no cycle, or a cycle comes twice
 * @example
 * const dinner = defineCycle({
 *   id: 'dinner',
 *   name: 'Dinner',
 *   moments: [
 *     { id: 'serve', name: 'Is served', contact: 'staff', declaredCritical: { because: 'Hunger' } },
 *     { id: 'pay', name: 'Pays', contact: 'staff', declaredCritical: { because: 'Money' } },
 *   ],
 * });
 * const kitchen = defineCycle({
 *   id: 'kitchen',
 *   name: 'What the kitchen does for waiters',
 *   customer: 'internal',
 *   moments: [{ id: 'hand-out', name: 'Is handed the dish', contact: 'staff' }],
 *   supports: [{ moment: 'hand-out', cycle: 'dinner', of: 'serve' }],
 * });
 * serviceChain([dinner, kitchen]).findings.map(({ code, ids }) => [code, ...ids]);
 * // => [['critical-moment-without-support', 'pay']]
 * @see Shostack (1984), Harvard Business Review 62(1), 133-139: what stands behind what customers see
 */
export function serviceChain(
  cycles: readonly Cycle[],
  options: ServiceChainOptions = {},
): ServiceChain {
  checkCycles(cycles);
  checkOptions(options, ['critical', 'verdicts']);
  const { critical = {}, verdicts = {} } = options;
  checkObject('critical', critical);
  checkObject('verdicts', verdicts);
  for (const [cycle, moments] of Object.entries(critical)) {
    checkShape(`critical of ${quote(cycle)}`, moments, ['text']);
  }
  for (const [cycle, own] of Object.entries(verdicts)) {
    checkShape(`verdicts of ${quote(cycle)}`, own, [{ standard: 'text', conformingShare: {} }]);
  }
  const known = new Map(cycles.map((cycle) => [cycle.id, cycle]));
  const links = cycles.flatMap((cycle) =>
    (cycle.supports ?? []).map((support) => ({ from: cycle, support })),
  );
  return {
    kind: 'service-chain',
    cycles: cycles.map(({ id }) => id),
    standards: cycles.flatMap((cycle) => chained(cycle, links, verdicts)),
    findings: [
      ...links.flatMap((link) => unknownIn(link, known)),
      ...circles(cycles, links),
      ...cycles.flatMap((cycle) => withoutSupport(cycle, links, critical)),
      ...cycles.flatMap(servesNobody),
    ],
  };
}

/** A support, and the cycle that gives it. */
interface Link {
  readonly from: Cycle;
  readonly support: Support;
}

function checkCycles(cycles: unknown): asserts cycles is readonly Cycle[] {
  checkList('cycles', cycles);
  const told = new Set<string>();
  for (const cycle of cycles) {
    checkCycleShape(cycle);
    const { id } = cycle as Cycle;
    if (told.has(id)) refuse('a cycle', id, 'each cycle once');
    told.add(id);
  }
}

function standardsAt({ requirements = [] }: Cycle, moment?: string): readonly Standard[] {
  return requirements
    .filter(({ moments }) => moment === undefined || moments.includes(moment))
    .flatMap(({ standards = [] }) => standards);
}

/** What internal standards come to for those of a cycle. */
function chained(
  cycle: Cycle,
  links: readonly Link[],
  verdicts: NonNullable<ServiceChainOptions['verdicts']>,
): readonly ChainedStandard[] {
  return standardsAt(cycle).flatMap((external): ChainedStandard[] => {
    const internals = new Map<
      string,
      { standard: Standard; share?: StandardVerdict['conformingShare'] }
    >();
    for (const { from, support } of links) {
      const isPart = support.cycle === cycle.id && support.ofStandard === external.id;
      const isAt = isPart && standardsAt(cycle, support.of).includes(external);
      const standard = standardsAt(from).find(({ id }) => id === support.standard);
      if (!isAt || standard === undefined) continue;
      // Two cycles may have standards of one id.
      const id = `${from.id}.${standard.id}`;
      const found = (Object.hasOwn(verdicts, from.id) ? verdicts[from.id] : undefined)?.find(
        (verdict) => verdict.standard === standard.id,
      );
      internals.set(id, {
        standard: { ...standard, id },
        ...(found && { share: found.conformingShare }),
      });
    }
    const chain = chainStandard(
      external,
      [...internals.values()].map(({ standard, share }) => ({
        standard,
        ...(share && { conformingShare: share }),
      })),
    );
    return chain.kind === 'chain-standard' ? [{ cycle: cycle.id, ...chain }] : [];
  });
}

function unknownIn({ from, support }: Link, known: ReadonlyMap<string, Cycle>): ChainFinding[] {
  const { moment, cycle, of, ofStandard } = support;
  const tell = (code: ChainFindingCode, id: string, says: string): ChainFinding[] => [
    {
      code,
      cycle: from.id,
      ids: [moment, id],
      message: `${quote(moment)} of ${quote(from.id)} supports ${says}`,
    },
  ];
  const supported = known.get(cycle);
  if (supported === undefined) {
    return tell('unknown-cycle', cycle, `the cycle ${quote(cycle)}, which is not among these`);
  }
  if (!supported.moments.some(({ id }) => id === of)) {
    return tell(
      'unknown-moment',
      of,
      `the moment ${quote(of)}, which ${quote(cycle)} does not have`,
    );
  }
  if (ofStandard === undefined || standardsAt(supported, of).some(({ id }) => id === ofStandard)) {
    return [];
  }
  const says = `the standard ${quote(ofStandard)}, which ${quote(of)} of ${quote(cycle)} does not have`;
  return tell('unknown-standard', ofStandard, says);
}

/** Each circle once, told from its first moment in the order of the cycles. */
function circles(cycles: readonly Cycle[], links: readonly Link[]): readonly ChainFinding[] {
  const places = cycles.flatMap(({ id, moments }) =>
    moments.map((moment) => [id, moment.id] as const),
  );
  const nameAt = ([cycle, moment]: readonly [string, string]): string => `${cycle}.${moment}`;
  const placeOf = new Map(places.map((one, place) => [nameAt(one), place]));
  const supported = places.map(([cycle, moment]) =>
    links.flatMap(({ from, support }) => {
      if (from.id !== cycle || support.moment !== moment) return [];
      return placeOf.get(nameAt([support.cycle, support.of])) ?? [];
    }),
  );
  return parts(supported)
    .filter((part) => isCircle(part, supported))
    .map((part) => shortestCircle(Math.min(...part), supported))
    .toSorted(([one = 0], [other = 0]) => one - other)
    .map((circle) => {
      const ids = circle.map((place) => nameAt(places[place] ?? ['', '']));
      const [first = ''] = ids;
      return {
        code: 'circle',
        cycle: places[circle[0] ?? 0]?.[0] ?? '',
        ids,
        message: `moments support each other in a circle: ${[...ids, first].map(quote).join(' -> ')}`,
      };
    });
}

function withoutSupport(
  { id, customer, moments }: Cycle,
  links: readonly Link[],
  critical: NonNullable<ServiceChainOptions['critical']>,
): readonly ChainFinding[] {
  if (customer === 'internal') return [];
  const named = Object.hasOwn(critical, id) ? critical[id] : undefined;
  return moments
    .filter((moment) => named?.includes(moment.id) ?? moment.declaredCritical !== undefined)
    .filter(
      (moment) => !links.some(({ support }) => support.cycle === id && support.of === moment.id),
    )
    .map((moment) => ({
      code: 'critical-moment-without-support',
      cycle: id,
      ids: [moment.id],
      message: `${quote(moment.id)} of ${quote(id)} is critical, and no internal moment supports it`,
    }));
}

function servesNobody(cycle: Cycle): readonly ChainFinding[] {
  const { id, customer, supports = [] } = cycle;
  if (customer !== 'internal') return [];
  if (supports.length === 0) {
    const message = `${quote(id)} is internal and supports no other cycle`;
    return [{ code: 'cycle-serves-nobody', cycle: id, ids: [], message }];
  }
  return standardsAt(cycle)
    .filter((standard) => !supports.some((support) => support.standard === standard.id))
    .map((standard) => ({
      code: 'standard-serves-nobody',
      cycle: id,
      ids: [standard.id],
      message: `${quote(standard.id)} of ${quote(id)} is part of no standard that customers meet`,
    }));
}
