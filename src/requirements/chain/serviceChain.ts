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
import type { ChainLink, ChainStandard } from './chainTypes.ts';

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

/** A standard that internal ones are part of; these are named by cycle and standard, `kitchen.cooked`. */
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
  const known = new Set(cycles.map(({ id }) => id));
  const links = cycles.flatMap((cycle) =>
    (cycle.supports ?? []).map((support) => ({ from: cycle, support })),
  );
  const things = thingsIn(cycles);
  return {
    kind: 'service-chain',
    cycles: cycles.map(({ id }) => id),
    standards: chained(cycles, links, verdicts, things),
    findings: [
      ...links.flatMap((link) => unknownIn(link, known, things)),
      ...circles(cycles, links),
      ...withoutSupport(cycles, links, critical),
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

function standardsOf({ requirements = [] }: Pick<Cycle, 'requirements'>): readonly Standard[] {
  return requirements.flatMap(({ standards = [] }) => standards);
}

/** Things of cycles by the cycle and an id in it, since two cycles may have the same ids. */
function keyOf(cycle: string, id: string): string {
  return JSON.stringify([cycle, id]);
}

/** What cycles have, so that it can be looked up. */
interface KnownThings {
  /** The standards by cycle and id. */
  readonly standards: ReadonlyMap<string, Standard>;
  /** The moments, by cycle and id. */
  readonly moments: ReadonlySet<string>;
  /** Which moment, by cycle, each standard is at. */
  readonly atMoments: ReadonlySet<string>;
}

function thingsIn(cycles: readonly Cycle[]): KnownThings {
  const standards = new Map<string, Standard>();
  const moments = new Set<string>();
  const atMoments = new Set<string>();
  for (const { id, moments: passed, requirements = [] } of cycles) {
    for (const moment of passed) moments.add(keyOf(id, moment.id));
    for (const { moments: served, standards: own = [] } of requirements) {
      for (const standard of own) {
        standards.set(keyOf(id, standard.id), standard);
        for (const moment of served) atMoments.add(keyOf(id, keyOf(moment, standard.id)));
      }
    }
  }
  return { standards, moments, atMoments };
}

/** What internal standards come to for those that they are part of. */
function chained(
  cycles: readonly Cycle[],
  links: readonly Link[],
  verdicts: NonNullable<ServiceChainOptions['verdicts']>,
  { standards, atMoments }: KnownThings,
): readonly ChainedStandard[] {
  const kept = new Map(
    Object.entries(verdicts).flatMap(([cycle, own]) =>
      own.map((verdict) => [keyOf(cycle, verdict.standard), verdict.conformingShare] as const),
    ),
  );
  const partsOf = new Map<string, Map<string, ChainLink>>();
  for (const { from, support } of links) {
    const { cycle, of, standard = '', ofStandard = '' } = support;
    const key = keyOf(from.id, standard);
    const internal = standards.get(key);
    if (internal === undefined || !atMoments.has(keyOf(cycle, keyOf(of, ofStandard)))) continue;
    const whole = keyOf(cycle, ofStandard);
    const own = partsOf.get(whole) ?? new Map<string, ChainLink>();
    partsOf.set(whole, own);
    const share = kept.get(key);
    own.set(key, {
      standard: { ...internal, id: `${from.id}.${standard}` },
      ...(share && { conformingShare: share }),
    });
  }
  return cycles.flatMap((cycle) =>
    standardsOf(cycle).flatMap((external): ChainedStandard[] => {
      const own = partsOf.get(keyOf(cycle.id, external.id));
      const chain = chainStandard(external, [...(own?.values() ?? [])]);
      return chain.kind === 'chain-standard' ? [{ cycle: cycle.id, ...chain }] : [];
    }),
  );
}

function unknownIn(
  { from, support }: Link,
  known: ReadonlySet<string>,
  { moments, atMoments }: KnownThings,
): ChainFinding[] {
  const { moment, cycle, of, ofStandard } = support;
  const tell = (code: ChainFindingCode, id: string, says: string): ChainFinding[] => [
    {
      code,
      cycle: from.id,
      ids: [moment, id],
      message: `${quote(moment)} of ${quote(from.id)} supports ${says}`,
    },
  ];
  if (!known.has(cycle)) {
    return tell('unknown-cycle', cycle, `the cycle ${quote(cycle)}, which is not among these`);
  }
  if (!moments.has(keyOf(cycle, of))) {
    return tell(
      'unknown-moment',
      of,
      `the moment ${quote(of)}, which ${quote(cycle)} does not have`,
    );
  }
  if (ofStandard === undefined || atMoments.has(keyOf(cycle, keyOf(of, ofStandard)))) return [];
  const says = `the standard ${quote(ofStandard)}, which ${quote(of)} of ${quote(cycle)} does not have`;
  return tell('unknown-standard', ofStandard, says);
}

/** Each circle once, told from its first moment in the order of the cycles. */
function circles(cycles: readonly Cycle[], links: readonly Link[]): readonly ChainFinding[] {
  const places = cycles.flatMap(({ id, moments }) =>
    moments.map((moment) => ({ cycle: id, moment: moment.id })),
  );
  const placeOf = new Map(places.map(({ cycle, moment }, place) => [keyOf(cycle, moment), place]));
  const supported: number[][] = places.map(() => []);
  for (const { from, support } of links) {
    const own = placeOf.get(keyOf(from.id, support.moment));
    const other = placeOf.get(keyOf(support.cycle, support.of));
    if (own !== undefined && other !== undefined) supported[own]?.push(other);
  }
  return parts(supported)
    .filter((part) => isCircle(part, supported))
    .map((part) => shortestCircle(part.toSorted((a, b) => a - b)[0] ?? 0, supported))
    .toSorted(([one = 0], [other = 0]) => one - other)
    .map((circle) => {
      const ids = circle.flatMap((place) => {
        const one = places[place];
        return one === undefined ? [] : [`${one.cycle}.${one.moment}`];
      });
      const shown = ids.slice(0, LONGEST_TOLD).map(quote);
      const left = ids.length - shown.length;
      const way = [...shown, ...(left > 0 ? [`${String(left)} more`] : []), quote(ids[0])];
      return {
        code: 'circle',
        cycle: places[circle[0] ?? 0]?.cycle ?? '',
        ids,
        message: `moments support each other in a circle: ${way.join(' -> ')}`,
      };
    });
}

/** How many moments of a circle its message names; all stand in the finding's `ids`. */
const LONGEST_TOLD = 20;

function withoutSupport(
  cycles: readonly Cycle[],
  links: readonly Link[],
  critical: NonNullable<ServiceChainOptions['critical']>,
): readonly ChainFinding[] {
  const supported = new Set(links.map(({ support }) => keyOf(support.cycle, support.of)));
  return cycles
    .filter(({ customer }) => customer !== 'internal')
    .flatMap(({ id, moments }) => {
      const named = Object.hasOwn(critical, id) ? new Set(critical[id]) : undefined;
      return moments
        .filter((moment) => named?.has(moment.id) ?? moment.declaredCritical !== undefined)
        .filter((moment) => !supported.has(keyOf(id, moment.id)))
        .map((moment) => ({
          code: 'critical-moment-without-support' as const,
          cycle: id,
          ids: [moment.id],
          message: `${quote(moment.id)} of ${quote(id)} is critical, and no internal moment supports it`,
        }));
    });
}

function servesNobody(cycle: Cycle): readonly ChainFinding[] {
  const { id, customer, supports = [] } = cycle;
  if (customer !== 'internal') return [];
  if (supports.length === 0) {
    const message = `${quote(id)} is internal and supports no other cycle`;
    return [{ code: 'cycle-serves-nobody', cycle: id, ids: [], message }];
  }
  const promised = new Set(supports.map(({ standard }) => standard));
  return standardsOf(cycle)
    .filter((standard) => !promised.has(standard.id))
    .map((standard) => ({
      code: 'standard-serves-nobody',
      cycle: id,
      ids: [standard.id],
      message: `${quote(standard.id)} of ${quote(id)} is part of no standard that customers meet`,
    }));
}
