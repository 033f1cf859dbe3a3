import { checkCycleTexts } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { LocalizedText } from '../../model/localizedText.ts';
import type { Contact, MomentOfTruth } from '../../model/momentOfTruth.ts';
import { parseCycle } from '../../model/parseCycle.ts';
import type { Stage } from '../../model/stage.ts';
import { textIn } from '../../model/textIn.ts';
import { checkObject, checkOptions, checkText, refuse } from '../../shared/refuse.ts';
import { type ImportLog, importLog } from '../reading/importLog.ts';
import type { Import } from '../reading/importTypes.ts';

/** What became of the tasks of a journey. */
export interface JourneyReport {
  /** How many tasks there are. */
  readonly read: number;
  /** How many of them are moments. */
  readonly kept: number;
}

/** A cycle, and the scores that the journey gave its moments. */
export interface JourneyCycle {
  /** The cycle. */
  readonly cycle: Cycle;
  /** The scores by moment, where the journey has them. */
  readonly scores: { readonly [moment: string]: number };
}

/**
 * The cycle of a Mermaid `journey`: sections are stages, tasks are moments, actors tell whom the customer meets.
 *
 * A moment of one actor is met alone (`self-service`), one of several with `staff`; the scores come beside the cycle,
 * since a drawing's mood is no measurement. Issues: `wrong-format` for what is no journey (an empty or cut text too)
 * and for lines that are no task, `out-of-range` for scores that are no whole number from 1 to 5, and those of `parseCycle`.
 *
 * @param text - the text of the diagram
 * @param options - the id of the cycle; `journey` when absent
 * @example
 * const read = cycleFromMermaid(`journey
 *   title My stay
 *   section Arrival
 *     Checks in: 4: Guest, Reception
 *     Finds the room: 2: Guest`);
 * read.ok && read.value.cycle.moments;
 * // => [
 * //   { id: 'checks-in', name: 'Checks in', stage: 'arrival', contact: 'staff' },
 * //   { id: 'finds-the-room', name: 'Finds the room', stage: 'arrival', contact: 'self-service' },
 * // ]
 * read.ok && read.value.scores; // => { 'checks-in': 4, 'finds-the-room': 2 }
 */
export function cycleFromMermaid(
  text: string,
  options: {
    /** The id of the cycle. */
    readonly id?: string;
  } = {},
): Import<JourneyCycle, JourneyReport> {
  checkText('text', text);
  checkOptions(options, ['id']);
  const log = importLog();
  const makeId = idMaker();
  const lines = text
    .replace(/^\ufeff?\s*---\n[\s\S]*?\n---\s*\n/, '')
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replace(/%%.*$/, '').trim());
  const start = lines.findIndex((line) => line !== '');
  if (lines[start] !== 'journey') {
    log.refuse({
      code: 'wrong-format',
      path: [],
      found: lines[start],
      expected: 'journey on the first line',
    });
  }
  let title = options.id ?? 'journey';
  const stages: Stage[] = [];
  const moments: MomentOfTruth[] = [];
  const scores: [string, number][] = [];
  let read = 0;
  for (const [at, line] of lines.entries()) {
    if (at <= start || line === '' || /^acc(Title|Descr)\b/.test(line)) continue;
    const word = /^(title|section)\s+(.+)$/.exec(line);
    if (word?.[1] === 'title') title = plain(word[2]);
    else if (word !== null)
      stages.push({ id: makeId(plain(word[2]), 'stage'), name: plain(word[2]) });
    else {
      read += 1;
      const task = /^([^:]+):\s*([^:]*?)\s*(?::\s*(.*))?$/.exec(line);
      const name = plain(task?.[1]);
      if (task === null || name === '') {
        const path = ['line', at + 1];
        log.note({
          code: 'wrong-format',
          path,
          found: line,
          expected: 'a task such as Pays: 4: Guest',
        });
        continue;
      }
      const stage = stages.at(-1)?.id;
      const id = makeId(name, 'moment');
      moments.push({
        id,
        name,
        ...(stage !== undefined && { stage }),
        contact: contactOf(task[3]),
      });
      const score = task[2] ?? '';
      if (/^[1-5]$/.test(score)) scores.push([id, Number(score)]);
      else if (score !== '') {
        const expected = 'a whole number from 1 to 5';
        log.note({ code: 'out-of-range', path: ['line', at + 1], found: score, expected });
      }
    }
  }
  const cycle = {
    id: options.id ?? 'journey',
    name: title,
    ...(stages.length > 0 && { stages }),
    moments,
  };
  refuseNoCycle(cycle, log);
  return log.close(() => ({ cycle, scores: Object.fromEntries(scores) }), {
    read,
    kept: moments.length,
  });
}

/** What {@link cycleToMermaid} writes. */
export interface MermaidOptions {
  /** The score of a moment, a whole number from 1 to 5; 3, neither good nor bad, where there is none. */
  readonly scores?: { readonly [moment: string]: number };
  /** The language of texts that have several; the first one when absent or missing. */
  readonly language?: string;
}

/**
 * A cycle as a Mermaid `journey`: stages are sections, moments tasks with their scores, actors the customer and whom they
 * meet. The notation cannot quote: `:`, `;`, `#`, `%`, line ends and, in actors, `,` are replaced by look-alikes
 * or blanks, each listed as `replaced`. Moments without score get 3, which is listed as `missing` where others have one.
 *
 * @param cycle - the cycle
 * @param options - scores, and the language
 * @throws `invalid-argument` for scores that are no whole numbers from 1 to 5
 * @example
 * const cycle = defineCycle({
 *   id: 'stay',
 *   name: 'Stay',
 *   stages: [{ id: 'arrival', name: 'Arrival' }],
 *   moments: [{ id: 'in', name: 'Checks in: desk', stage: 'arrival', contact: 'staff' }],
 * });
 * const written = cycleToMermaid(cycle, { scores: { in: 4 } });
 * written.ok && written.value.split('\n');
 * // => ['journey', '  title Stay', '  section Arrival', '    Checks in∶ desk: 4: Customer, Staff']
 * written.issues.map(({ code, found }) => [code, found]); // => [['replaced', '"Checks in: desk"']]
 */
export function cycleToMermaid(
  cycle: Cycle,
  options: MermaidOptions = {},
): Import<string, JourneyReport> {
  checkCycleTexts(cycle);
  checkOptions(options, ['scores', 'language']);
  const { scores = {}, language = [] } = options;
  checkObject('scores', scores);
  const log = importLog();
  for (const score of Object.values(scores)) {
    if (!(Number.isInteger(score) && score >= 1 && score <= 5)) {
      refuse('a score', score, 'a whole number from 1 to 5');
    }
  }
  const write = (text: LocalizedText, path: readonly (string | number)[]): string => {
    const found = textIn(text, language);
    const written = notated(found);
    if (written !== found) {
      const expected = 'a text without : ; # % and line ends';
      log.note({ code: 'replaced', path, found, expected });
    }
    return written;
  };
  const stages = new Map((cycle.stages ?? []).map((stage) => [stage.id, stage]));
  const lines = ['journey', `  title ${write(cycle.name, ['name'])}`];
  let section: string | undefined;
  const hasScores = Object.keys(scores).length > 0;
  for (const [at, { id, name, stage, contact }] of cycle.moments.entries()) {
    const known = stage === undefined ? undefined : stages.get(stage);
    if (known !== undefined && stage !== section) {
      lines.push(`  section ${write(known.name, ['stages', known.id])}`);
      section = stage;
    }
    const score = Object.hasOwn(scores, id) ? scores[id] : undefined;
    if (score === undefined && hasScores) {
      log.note({
        code: 'missing',
        path: ['scores', id],
        found: score,
        expected: 'a score; 3 is written',
      });
    }
    const met = Object.hasOwn(ACTORS, contact) ? ACTORS[contact] : undefined;
    const actors = met === undefined ? 'Customer' : `Customer, ${met}`;
    lines.push(`    ${write(name, ['moments', at, 'name'])}: ${score ?? 3}: ${actors}`);
  }
  return log.close(() => lines.join('\n'), {
    read: cycle.moments.length,
    kept: cycle.moments.length,
  });
}

/** What actors are called by whom the customer meets. */
const ACTORS: { readonly [Name in Contact]?: string } = {
  staff: 'Staff',
  remote: 'Staff (remote)',
};

function contactOf(actors = ''): Contact {
  const names = actors
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.some((name) => name === 'Staff (remote)')) return 'remote';
  return names.length > 1 ? 'staff' : 'self-service';
}

/** A text as a journey can hold it. */
function notated(text: string): string {
  const written = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(':', '∶')
    .replaceAll(';', '\u037e')
    .replaceAll('#', '＃')
    .replaceAll('%', '％')
    .replace(/^(\s*)(title|section|journey|accTitle|accDescr)\b/i, '$1‘$2’')
    .trim();
  return written === '' ? '-' : written;
}

function plain(text = ''): string {
  return text
    .trim()
    .replaceAll('∶', ':')
    .replaceAll('＃', '#')
    .replaceAll('％', '%')
    .replaceAll('\u037e', ';');
}

/** Makes ids of names, each one once. */
export function idMaker(): (name: string, other: string) => string {
  const taken = new Set<string>();
  // How far each name is numbered, so that many of one name are not counted through for each.
  const times = new Map<string, number>();
  return (name, other) => {
    const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const base = words.join('-').slice(0, 60) || other;
    const safe = ['constructor', 'prototype'].includes(base) ? `${base}-${other}` : base;
    const counted = `${other} ${safe}`;
    let id = safe;
    let time = times.get(counted) ?? 1;
    while (taken.has(`${other} ${id}`)) {
      time += 1;
      id = `${safe}-${time}`;
    }
    times.set(counted, time);
    taken.add(`${other} ${id}`);
    return id;
  };
}

/** Refuses in the log what `parseCycle` refuses. */
export function refuseNoCycle(cycle: unknown, log: ImportLog): void {
  const parsed = parseCycle(cycle);
  for (const { code, path, found, expected } of parsed.ok ? [] : parsed.issues) {
    log.refuse({ code, path: ['cycle', ...path], found, expected });
  }
}
