import { checkCycleTexts } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { Contact, MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { Stage } from '../../model/stage.ts';
import { textIn } from '../../model/textIn.ts';
import { checkOptions } from '../../shared/refuse.ts';
import { importLog } from '../reading/importLog.ts';
import type { Import } from '../reading/importTypes.ts';
import { fieldOf, listOf, textOf } from '../reading/outsideValue.ts';
import { idMaker, type JourneyReport, refuseNoCycle } from './mermaid.ts';

/** One phase of a service blueprint: what stands in its column, lane by lane. */
export interface BlueprintPhase {
  /** The name of the phase. */
  readonly name: string;
  /** What the customer sees and touches. */
  readonly evidence?: readonly string[];
  /** What the customer does. */
  readonly customer: readonly BlueprintStep[];
  /** What staff do within sight of the customer. */
  readonly frontstage?: readonly string[];
  /** What staff do out of sight. */
  readonly backstage?: readonly string[];
  /** What supports them. */
  readonly support?: readonly string[];
}

/** One action of the customer. */
export interface BlueprintStep {
  /** The action. */
  readonly action: string;
  /** Whether the customer forms an impression there; true when absent. */
  readonly momentOfTruth?: boolean;
  /** Whether it is a point where the service fails or is feared to. */
  readonly failurePoint?: boolean;
}

/** A service blueprint, as JSON. */
export interface Blueprint {
  /** What the service is called. */
  readonly name: string;
  /** Its phases, in the order the customer passes them. */
  readonly phases: readonly BlueprintPhase[];
}

/**
 * The cycle of a service blueprint (parsed JSON): phases are stages, the customer's actions are moments, met by `staff`
 * where the phase has something frontstage, else alone. A failure point is declared critical, with that as the reason.
 *
 * Actions may be texts. What is not a moment of truth, and the lanes evidence, frontstage, backstage and support, have no
 * place in a cycle: they are listed as `left-out`. Issues besides: `wrong-format`, and those of `parseCycle`.
 *
 * @param json - the parsed blueprint
 * @param options - the id of the cycle; `blueprint` when absent
 * @example
 * const read = cycleFromBlueprint({
 *   name: 'Stay',
 *   phases: [
 *     { name: 'Arrival', frontstage: ['Greets'], customer: [{ action: 'Checks in', failurePoint: true }] },
 *   ],
 * });
 * read.ok && read.value.moments;
 * // => [
 * //   {
 * //     id: 'checks-in', name: 'Checks in', stage: 'arrival', contact: 'staff',
 * //     declaredCritical: { because: 'a failure point of the blueprint' },
 * //   },
 * // ]
 */
export function cycleFromBlueprint(
  json: unknown,
  options: {
    /** The id of the cycle. */
    readonly id?: string;
  } = {},
): Import<Cycle, JourneyReport> {
  checkOptions(options, ['id']);
  const log = importLog();
  const phases = fieldOf(json, 'phases');
  if (!Array.isArray(phases)) {
    log.refuse({
      code: 'wrong-format',
      path: ['phases'],
      found: phases,
      expected: 'a list of phases',
    });
  }
  const makeId = idMaker();
  const stages: Stage[] = [];
  const moments: MomentOfTruth[] = [];
  let read = 0;
  for (const [at, phase] of listOf(phases).entries()) {
    const path = ['phases', at];
    const name = textOf(fieldOf(phase, 'name')) || `Phase ${at + 1}`;
    const stage = makeId(name, 'stage');
    stages.push({ id: stage, name });
    for (const lane of ['evidence', 'frontstage', 'backstage', 'support']) {
      const [first] = listOf(fieldOf(phase, lane));
      if (first === undefined) continue;
      log.note({
        code: 'left-out',
        path: ['phases', lane],
        found: first,
        expected: 'moments of the customer',
      });
    }
    const contact: Contact =
      listOf(fieldOf(phase, 'frontstage')).length > 0 ? 'staff' : 'self-service';
    for (const [place, step] of listOf(fieldOf(phase, 'customer')).entries()) {
      read += 1;
      const action = textOf(typeof step === 'string' ? step : fieldOf(step, 'action'));
      const at2 = [...path, 'customer', place];
      if (action === '') {
        log.note({
          code: 'wrong-format',
          path: at2,
          found: step,
          expected: 'an action of the customer',
        });
        continue;
      }
      if (fieldOf(step, 'momentOfTruth') === false) {
        log.note({ code: 'left-out', path: at2, found: action, expected: 'a moment of truth' });
        continue;
      }
      moments.push({
        id: makeId(action, 'moment'),
        name: action,
        stage,
        contact,
        ...(fieldOf(step, 'failurePoint') === true && {
          declaredCritical: { because: 'a failure point of the blueprint' },
        }),
      });
    }
  }
  const id = options.id ?? 'blueprint';
  const cycle = { id, name: textOf(fieldOf(json, 'name')) || id, stages, moments };
  if (!log.isRefused()) refuseNoCycle(cycle, log);
  return log.close(() => cycle, { read, kept: moments.length });
}

/**
 * A cycle as a service blueprint to fill in: a phase for each stretch of moments of one stage, the customer's actions as
 * they are, and in the frontstage what staff are met for. Moments declared critical are failure points.
 *
 * @param cycle - the cycle
 * @param options - the language of texts that have several; the first one when absent or missing
 * @example
 * const cycle = defineCycle({
 *   id: 'stay',
 *   name: 'Stay',
 *   moments: [{ id: 'in', name: 'Checks in', contact: 'staff' }],
 * });
 * cycleToBlueprint(cycle);
 * // => {
 * //   name: 'Stay',
 * //   phases: [
 * //     {
 * //       name: 'Stay', evidence: [], customer: [{ action: 'Checks in', momentOfTruth: true, failurePoint: false }],
 * //       frontstage: ['Checks in'], backstage: [], support: [],
 * //     },
 * //   ],
 * // }
 */
export function cycleToBlueprint(
  cycle: Cycle,
  options: {
    /** The language of texts that have several. */
    readonly language?: string;
  } = {},
): Blueprint {
  checkCycleTexts(cycle);
  checkOptions(options, ['language']);
  const { language = [] } = options;
  const stages = new Map((cycle.stages ?? []).map((stage) => [stage.id, stage]));
  const phases: { stage: string | undefined; moments: MomentOfTruth[] }[] = [];
  for (const moment of cycle.moments) {
    const last = phases.at(-1);
    if (last !== undefined && last.stage === moment.stage) last.moments.push(moment);
    else phases.push({ stage: moment.stage, moments: [moment] });
  }
  const name = textIn(cycle.name, language);
  return {
    name,
    phases: phases.map(({ stage, moments }) => {
      const known = stage === undefined ? undefined : stages.get(stage);
      return {
        name: known === undefined ? name : textIn(known.name, language),
        evidence: [],
        customer: moments.map((moment) => ({
          action: textIn(moment.name, language),
          momentOfTruth: true,
          failurePoint: moment.declaredCritical !== undefined,
        })),
        frontstage: moments
          .filter(({ contact }) => contact === 'staff')
          .map((moment) => textIn(moment.name, language)),
        backstage: [],
        support: [],
      };
    }),
  };
}
