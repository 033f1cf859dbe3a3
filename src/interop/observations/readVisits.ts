import { checkObject } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { eachRow } from '../reading/eachRow.ts';
import { importLog } from '../reading/importLog.ts';
import type { DataRow, Import } from '../reading/importTypes.ts';
import { readKeys } from '../reading/keyColumns.ts';
import { mappingReader } from '../reading/mappingFields.ts';
import { type PlannedColumn, rowReader } from '../reading/rowReader.ts';
import { readRowRules, refuseOther, refuseTwice } from '../reading/rowRules.ts';
import { fieldCells, isWhole, momentCell, readTarget, type Target } from './visitColumns.ts';
import type { ReadVisit, VisitedCycle, VisitMapping } from './visitMapping.ts';
import { put, type VisitRecord, visitOf } from './visitRecord.ts';

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
      return [{ header, as, path, ...fieldCells(target, scales) }];
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

  const visits = new Map<string, VisitRecord>();
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
