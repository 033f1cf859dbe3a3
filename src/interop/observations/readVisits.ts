import type { Cycle } from '../../model/cycle.ts';
import type { Problem, Visit } from '../../model/observations.ts';
import type { Scale } from '../../model/survey.ts';
import { checkObject } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { expectedOnScale, ratingCells } from '../reading/answerCells.ts';
import { cellText } from '../reading/cellText.ts';
import type { Cell } from '../reading/columnCounter.ts';
import { eachRow } from '../reading/eachRow.ts';
import { importLog } from '../reading/importLog.ts';
import type { Code, DataRow, Import } from '../reading/importTypes.ts';
import { type KeyColumn, readKeys } from '../reading/keyColumns.ts';
import {
  type Fields,
  type MappingReader,
  mappingReader,
  type Path,
} from '../reading/mappingFields.ts';
import { type PlannedColumn, rowReader } from '../reading/rowReader.ts';
import { readRowRules, refuseOther, refuseTwice } from '../reading/rowRules.ts';
import { setOwn } from '../reading/setOwn.ts';
import { numberCells, textCells, yesNoCells } from '../reading/valueCells.ts';

/**
 * What a column says of a moment, or of the whole visit: `overall`, `would-return`, `problem`, and without a
 * moment `complained`, `times`, `answered-after` and `recovered`, which are then about the problem.
 */
export type VisitField =
  | 'rating'
  | 'incident'
  | 'cause'
  | 'severity'
  | 'complained'
  | 'times'
  | 'answered-after'
  | 'recovered'
  | 'wait'
  | 'problem'
  | 'overall'
  | 'would-return';

/** A column that tells of visits. */
export interface VisitColumn<MomentId extends string = string> {
  /** What it says. */
  readonly as: VisitField;
  /** The moment it says it of; absent for what is of the whole visit, and in the long layout. */
  readonly moment?: MomentId;
  /** What a code stands for: a number, true or false, `null` for blank, `not-applicable`. */
  readonly recode?: { readonly [code: string]: number | string | boolean | null };
  /** Codes that mean "does not apply". */
  readonly notApplicable?: readonly Code[];
  /** Codes that mean "left blank"; an empty cell always does. */
  readonly blank?: readonly Code[];
  /** How decimals are written; `dot` when absent. */
  readonly number?: 'dot' | 'comma';
  /** The unit of `wait`, `seconds` when absent, and of `answered-after`, `hours` when absent. */
  readonly unit?: 'seconds' | 'minutes' | 'hours' | 'days';
}

/**
 * Which columns tell what of visits. A plain JSON value.
 *
 * @typeParam MomentId - the ids of the cycle's moments
 * @typeParam Key - the names of the keys to group by
 */
export interface VisitMapping<MomentId extends string = string, Key extends string = string> {
  /** The id of the cycle it was made for. */
  readonly cycle?: string;
  /** Where the data come from. */
  readonly source?: string;
  /** The columns by header. */
  readonly columns: { readonly [header: string]: VisitColumn<MomentId> };
  /** The scale of ratings; whole numbers from 1 to 5 when absent, as in `tallyVisits`. */
  readonly ratingScale?: Scale;
  /** The scale of the overall answer; that of ratings when absent. */
  readonly overallScale?: Scale;
  /** What to group by. */
  readonly keys?: { readonly [Name in Key]: string | KeyColumn };
  /** The column that tells visits apart. */
  readonly id?: string;
  /** Which of several rows of one id counts; `first` when absent. */
  readonly duplicates?: 'first' | 'last' | 'refuse';
  /** The rows that count: by header the codes that it has to hold, all of them. */
  readonly keep?: { readonly [header: string]: readonly Code[] };
  /** `wide` (when absent): a row is a visit; `long`: a row is one moment of a visit, and `id` and `item` are needed. */
  readonly layout?: 'wide' | 'long';
  /** In the long layout: the column that names the moment by its id. */
  readonly item?: string;
}

/**
 * A visit as it was read, with the keys to group by.
 *
 * @typeParam MomentId - the ids of the moments
 * @typeParam Key - the names of the keys
 */
export type ReadVisit<
  MomentId extends string = string,
  Key extends string = never,
> = Visit<MomentId> & { readonly [Name in Key]: string | null };

/** A cycle by what is read of it: its id and its moments. */
export type VisitedCycle<MomentId extends string = string> = Pick<Cycle, 'id'> & {
  /** The moments. */
  readonly moments: readonly {
    /** The id of a moment. */
    readonly id: MomentId;
  }[];
};

const NAMES = [
  'cycle',
  'source',
  'columns',
  'ratingScale',
  'overallScale',
  'keys',
  'id',
  'duplicates',
  'keep',
  'layout',
  'item',
];
const FIELDS = [
  'rating',
  'incident',
  'cause',
  'severity',
  'complained',
  'times',
  'answered-after',
  'recovered',
  'wait',
  'problem',
  'overall',
  'would-return',
] as const;

/**
 * Reads visits out of rows: a row a visit with columns for its moments, or a row a moment.
 *
 * `incident` and `problem` are yes or no (`true`, `1`, `false`, `0`, or what `recode` says); `cause`, `severity`,
 * `complained`, `times`, `answered-after` and `recovered` make an incident of their own, or without a moment a problem of
 * the whole visit. What is not understood is absent from the visit and listed; ratings off the scale stay, so
 * that `tallyVisits` counts them as invalid. See `readResponses` for rows, keys and faults.
 *
 * @param cycle - the cycle that is visited
 * @param rows - a list, another iterable or a stream
 * @param mapping - which columns are what
 * @example
 * const cycle = defineCycle({
 *   id: 'stay',
 *   name: 'Stay',
 *   moments: [
 *     { id: 'check-in', name: 'Checks in', contact: 'staff' },
 *     { id: 'room', name: 'Enters the room', contact: 'none' },
 *   ],
 * });
 * const rows = [
 *   { booking: 1, where: 'check-in', stars: 4, trouble: 'no', minutes: '2.5' },
 *   { booking: 1, where: 'room', stars: 2, trouble: 'yes', minutes: '' },
 * ];
 * const read = readVisits(cycle, rows, {
 *   layout: 'long',
 *   id: 'booking',
 *   item: 'where',
 *   columns: {
 *     stars: { as: 'rating' },
 *     trouble: { as: 'incident', recode: { yes: true, no: false } },
 *     minutes: { as: 'wait', unit: 'minutes' },
 *   },
 * });
 * read.ok && read.value;
 * // => [
 * //   {
 * //     id: '1',
 * //     moments: {
 * //       'check-in': { rating: 4, incident: false, waitSeconds: 150 },
 * //       room: { rating: 2, incident: true },
 * //     },
 * //   },
 * // ]
 */
export function readVisits<MomentId extends string, const Key extends string = never>(
  cycle: VisitedCycle<MomentId>,
  rows: Iterable<DataRow>,
  mapping: VisitMapping<NoInfer<MomentId>, Key>,
): Import<readonly ReadVisit<MomentId, Key>[]>;
/** The same for a stream. */
export function readVisits<MomentId extends string, const Key extends string = never>(
  cycle: VisitedCycle<MomentId>,
  rows: AsyncIterable<DataRow>,
  mapping: VisitMapping<NoInfer<MomentId>, Key>,
): Promise<Import<readonly ReadVisit<MomentId, Key>[]>>;
export function readVisits(
  cycle: VisitedCycle,
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  mapping: VisitMapping,
): Import<readonly ReadVisit[]> | Promise<Import<readonly ReadVisit[]>> {
  checkObject('mapping', mapping);
  checkShape('cycle', cycle, { id: 'text', moments: [{ id: 'text' }] });
  const log = importLog();
  const reader = mappingReader(log);
  const fields = reader.fields(mapping, ['mapping'], NAMES);
  refuseOther('cycle', fields['cycle'], cycle.id, log);
  const isLong =
    fields['layout'] !== undefined &&
    reader.oneOf(fields['layout'], ['mapping', 'layout'], ['wide', 'long']) === 'long';
  const moments = new Map(cycle.moments.map((moment) => [moment.id, moment]));
  const ratingScale = mapping.ratingScale ?? { min: 1, max: 5 };
  const scales = { rating: ratingScale, overall: mapping.overallScale ?? ratingScale };
  const targets: Target[] = [];
  const columns: PlannedColumn[] = reader
    .entries(fields['columns'], ['mapping', 'columns'])
    .flatMap(([header, told]) => {
      const path = ['mapping', 'columns', header];
      const target = readTarget(told, path, { isLong, moments, reader });
      if (target === undefined) return [];
      targets.push(target);
      const as = target.moment === undefined ? target.as : `${target.moment}.${target.as}`;
      return [{ header, as, path, ...fieldCells(target, target.column, scales) }];
    });
  const keys = readKeys(fields['keys'], ['mapping', 'keys'], reader);
  const item = isLong ? reader.text(fields['item'], ['mapping', 'item']) : undefined;
  if (isLong) reader.text(fields['id'], ['mapping', 'id']);
  const itemColumn: PlannedColumn[] =
    item === undefined
      ? []
      : [
          {
            header: item,
            as: 'moment',
            path: ['mapping', 'item'],
            expected: 'the id of a moment of the cycle',
            read: (cell) => momentCell(cell, moments),
          },
        ];
  const all = [...columns, ...keys, ...itemColumn];
  refuseTwice(all, log);

  const visits = new Map<string, Building>();
  const plan = {
    ...readRowRules(fields, reader, isLong),
    columns: all,
    headerTexts: new Set<string>(),
  };
  const sink = rowReader(plan, log, ({ id, cells, position }) => {
    const own = cells.slice(columns.length, columns.length + keys.length);
    const moment = item === undefined ? undefined : cells.at(-1);
    const isUnknown = item !== undefined && moment?.state !== 'answered';
    if (isUnknown && !targets.some(({ as }) => isWhole(as))) {
      log.drop('unread');
      return;
    }
    const name = id ?? String(position);
    const visit = visits.get(name) ?? {
      id,
      position,
      keys: own,
      moments: new Map(),
      fields: {},
      problem: {},
    };
    visits.set(name, visit);
    if (visit.keys.some((key, at) => key.value !== own[at]?.value)) {
      const expected = 'the same keys in all rows of an id';
      log.note({
        code: 'differing-values',
        path: ['rows', plan.id ?? 'id'],
        found: id,
        expected,
        row: position,
      });
    }
    const at = typeof moment?.value === 'string' ? moment.value : undefined;
    for (const [place, target] of targets.entries()) put(visit, target, at, cells[place]);
  });
  return eachRow(rows, {
    push: sink.push,
    end: () =>
      log.finish(() => [...visits.values()].map((visit) => visitOf(visit, keys)), {
        ...sink.end(),
        positions: [...visits.values()].map(({ position }) => position),
      }),
  });
}

/** Whether it is always said of the whole visit. */
function isWhole(as: VisitField): boolean {
  return as === 'overall' || as === 'would-return' || as === 'problem';
}

/** What is said of the problem of the whole visit where a column in the wide layout names no moment. */
const OF_A_PROBLEM: readonly VisitField[] = ['complained', 'times', 'answered-after', 'recovered'];

interface Target {
  readonly as: VisitField;
  readonly moment: string | undefined;
  readonly column: Fields;
}

interface Building {
  readonly id: string | undefined;
  readonly position: number;
  readonly keys: readonly Cell[];
  readonly moments: Map<string, { [field: string]: unknown }>;
  readonly fields: { [field: string]: unknown };
  /** What is said of the problem of the whole visit, by the field. */
  readonly problem: { [field: string]: unknown };
}

interface TargetContext {
  readonly isLong: boolean;
  readonly moments: ReadonlyMap<string, unknown>;
  readonly reader: MappingReader;
}

function readTarget(
  told: unknown,
  path: Path,
  { isLong, moments, reader }: TargetContext,
): Target | undefined {
  const names = ['as', 'moment', 'recode', 'notApplicable', 'blank', 'number', 'unit'];
  const column = reader.fields(told, path, names);
  const as = reader.oneOf(column['as'], [...path, 'as'], FIELDS);
  if (column['recode'] !== undefined) reader.entries(column['recode'], [...path, 'recode']);
  for (const name of ['notApplicable', 'blank']) {
    if (column[name] !== undefined) reader.codes(column[name], [...path, name]);
  }
  if (column['number'] !== undefined)
    reader.oneOf(column['number'], [...path, 'number'], ['dot', 'comma']);
  if (column['unit'] !== undefined) {
    reader.oneOf(column['unit'], [...path, 'unit'], ['seconds', 'minutes', 'hours', 'days']);
  }
  if (as === undefined) return undefined;
  const isOfProblem = OF_A_PROBLEM.includes(as) && column['moment'] === undefined;
  if (isLong || isWhole(as) || isOfProblem) {
    if (column['moment'] !== undefined)
      reader.fields(
        column,
        path,
        names.filter((name) => name !== 'moment'),
      );
    return { as, moment: undefined, column };
  }
  const moment = reader.reference(
    column['moment'],
    [...path, 'moment'],
    'a moment of the cycle',
    moments,
  );
  return moment === undefined ? undefined : { as, moment, column };
}

function fieldCells(
  { as }: Target,
  column: Fields,
  scales: { readonly rating: Scale; readonly overall: Scale },
): Pick<PlannedColumn, 'read' | 'expected'> {
  const list = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.map(String) : [];
  const entries = Object.entries(Object(column['recode'] ?? {}) as object);
  const recode = new Map<string, unknown>(entries);
  const number = column['number'] === 'comma' ? 'comma' : 'dot';
  const rules = {
    notApplicable: list(column['notApplicable']),
    blank: list(column['blank']),
    defaults: { notApplicable: [], blank: [] },
    recode,
    number,
  } as const;
  const blanks = new Set([...rules.blank, ...rules.notApplicable]);
  const unlessBlank =
    (read: (cell: unknown) => Cell) =>
    (cell: unknown): Cell =>
      blanks.has(cellText(cell) ?? '') ? { state: 'blank', value: null } : read(cell);
  switch (as) {
    case 'rating':
    case 'overall':
      return { read: ratingCells(scales[as], rules), expected: expectedOnScale(scales[as]) };
    case 'severity':
      return { read: ratingCells({ min: 1, max: 10 }, rules), expected: '1 to 10' };
    case 'cause':
      return { read: unlessBlank(textCells), expected: 'a text' };
    case 'times':
      return { read: ratingCells(TIMES, rules), expected: expectedOnScale(TIMES) };
    case 'wait':
    case 'answered-after': {
      const usual = as === 'wait' ? 1 : 3600;
      const named = new Map<unknown, number>([
        ['seconds', 1],
        ['minutes', 60],
        ['hours', 3600],
        ['days', 86_400],
      ]).get(column['unit']);
      const factor = (named ?? usual) / usual;
      const read = numberCells(number, 0);
      return {
        expected: 'a number, 0 or more',
        read: unlessBlank((cell) => {
          const done = read(cell);
          return done.state === 'answered' ? { ...done, value: Number(done.value) * factor } : done;
        }),
      };
    }
    default:
      return { read: unlessBlank(yesNoCells(recode)), expected: 'true or false, 1 or 0' };
  }
}

function momentCell(cell: unknown, moments: ReadonlyMap<string, unknown>): Cell {
  const text = cellText(cell) ?? '';
  if (text === '') return { state: 'blank', value: null };
  return moments.has(text)
    ? { state: 'answered', value: text }
    : { state: 'unread', value: null, code: 'unknown-reference' };
}

function put(visit: Building, { as, moment }: Target, at: string | undefined, cell?: Cell): void {
  if (cell === undefined || cell.state === 'blank') return;
  if (cell.state === 'unread' && as !== 'rating' && as !== 'overall') return;
  if (isWhole(as)) {
    visit.fields[as === 'would-return' ? 'wouldReturn' : as] ??= cell.value;
    return;
  }
  const place = moment ?? at;
  if (place === undefined) {
    if (OF_A_PROBLEM.includes(as)) visit.problem[as] ??= cell.value;
    return;
  }
  const record = visit.moments.get(place) ?? {};
  visit.moments.set(place, record);
  record[as] ??= cell.value;
}

function visitOf(
  { id, keys: cells, moments, fields, problem: about }: Building,
  keys: readonly PlannedColumn[],
): ReadVisit {
  const passed: { [moment: string]: unknown } = {};
  for (const [moment, { rating, incident, cause, severity, wait, ...told }] of moments) {
    const details = given({ cause, severity, ...partsOfProblem(told) });
    const isTold = Object.keys(details).length > 0 && incident !== false;
    setOwn(passed, moment, {
      ...(rating !== undefined && { rating }),
      ...(isTold ? { incident: details } : incident !== undefined && { incident }),
      ...(wait !== undefined && { waitSeconds: wait }),
    });
  }
  const problem = given(partsOfProblem(about));
  const isProblemTold = Object.keys(problem).length > 0 && fields['problem'] !== false;
  const visit: { [name: string]: unknown } = {
    ...(id !== undefined && { id }),
    moments: passed,
    ...fields,
    ...(isProblemTold && { problem }),
  };
  for (const [at, { as }] of keys.entries()) setOwn(visit, as, cells[at]?.value ?? null);
  return visit as unknown as ReadVisit;
}

function partsOfProblem(told: { readonly [field: string]: unknown }): {
  readonly [Part in keyof Problem]: unknown;
} {
  const { complained, times, recovered } = told;
  return { complained, times, answeredAfterHours: told['answered-after'], recovered };
}

/** Without what is not told. */
function given(told: object): object {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

/** How often somebody can have complained about one problem. */
const TIMES: Scale = { min: 0, max: 999 };
