import { checkShape } from '../../shared/shape.ts';
import type { Cell } from '../reading/columnCounter.ts';
import { eachRow } from '../reading/eachRow.ts';
import { importLog } from '../reading/importLog.ts';
import type { DataRow, Import } from '../reading/importTypes.ts';
import { openSeconds } from '../reading/openHours.ts';
import { rowReader } from '../reading/rowReader.ts';
import { setOwn } from '../reading/setOwn.ts';
import type { MeasuredCycle, MeasurementMapping, ReadMeasurement } from './measurementMapping.ts';
import { measurementPlan } from './measurementPlan.ts';

/**
 * Reads measurements out of rows: a column of values, or the time between two columns.
 *
 * Rows without value (`no-value`), with one that is not understood, or with an end before its begin
 * (`contradiction`) are left out and counted. A begin without end is `still-waiting` where `asOf` says when somebody
 * looked, else `no-value`. With `openHours` only the time in these hours counts. See `readResponses` for rows, keys
 * and faults, and `readEvents` for times.
 *
 * @param cycle - the cycle whose standards are measured
 * @param rows - a list, another iterable or a stream
 * @param mapping - which columns are what
 * @example
 * const cycle = defineCycle({
 *   id: 'desk',
 *   name: 'Desk',
 *   moments: [{ id: 'reply', name: 'Is answered', contact: 'remote' }],
 *   requirements: [
 *     {
 *       id: 'soon',
 *       statement: 'Answers come soon',
 *       moments: ['reply'],
 *       source: { kind: 'expectation' },
 *       standards: [
 *         {
 *           id: 'within-a-day', measure: 'Working time to the answer', unit: 'hours',
 *           operator: '<=', threshold: 8, requiredShare: 0.9,
 *         },
 *       ],
 *     },
 *   ],
 * });
 * // Asked on Friday at 16:00, answered on Monday at 10:00.
 * const rows = [{ asked: '2024-03-01 16:00', answered: '2024-03-04 10:00', team: 'A' }];
 * const read = readMeasurements(cycle, rows, {
 *   standard: 'within-a-day',
 *   between: { from: 'asked', to: 'answered' },
 *   clock: { offset: '+01:00' },
 *   openHours: { weekly: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' })) },
 *   keys: { team: 'team' },
 * });
 * read.ok && read.value;
 * // => [{ standard: 'within-a-day', value: 7200, unit: 'seconds', ended: 'completed', team: 'A' }]
 */
export function readMeasurements<StandardId extends string, const Key extends string = never>(
  cycle: MeasuredCycle<StandardId>,
  rows: Iterable<DataRow>,
  mapping: MeasurementMapping<NoInfer<StandardId>, Key>,
): Import<readonly ReadMeasurement<StandardId, Key>[]>;
/** The same for a stream. */
export function readMeasurements<StandardId extends string, const Key extends string = never>(
  cycle: MeasuredCycle<StandardId>,
  rows: AsyncIterable<DataRow>,
  mapping: MeasurementMapping<NoInfer<StandardId>, Key>,
): Promise<Import<readonly ReadMeasurement<StandardId, Key>[]>>;
export function readMeasurements(
  cycle: MeasuredCycle,
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  mapping: MeasurementMapping,
): Import<readonly ReadMeasurement[]> | Promise<Import<readonly ReadMeasurement[]>> {
  checkShape('cycle', cycle, {
    id: 'text',
    'requirements?': [{ 'standards?': [{ id: 'text', unit: 'text' }] }],
  });
  const log = importLog();
  const plan = measurementPlan(cycle, mapping, log);
  const { columns, at, firstKey, keys, hours, asOf, clock, unit } = plan;
  const measurements: ReadMeasurement[] = [];
  const positions: number[] = [];
  const sink = rowReader(plan, log, ({ cells, position, raws }) => {
    const answered = (index: number): Cell['value'] =>
      cells[index]?.state === 'answered' ? cells[index].value : undefined;
    const leaveOut = (): void => {
      const measured = cells.slice(0, firstKey);
      log.drop(measured.some(({ state }) => state === 'unread') ? 'unread' : 'no-value');
    };
    const standard = plan.standard ?? answered(at.standard);
    let value = answered(at.value);
    let ended = answered(at.ended);
    if (at.from >= 0) {
      const from = answered(at.from);
      const isOpen = cells[at.to]?.state === 'blank' && asOf !== undefined;
      const to = isOpen ? asOf : answered(at.to);
      if (typeof from !== 'number' || typeof to !== 'number') {
        leaveOut();
        return;
      }
      if (to < from) {
        log.drop('unread');
        const expected = `an end that is not before its begin in ${columns[at.from]?.header ?? ''}`;
        const path = ['rows', columns[at.to]?.header ?? ''];
        log.note({ code: 'contradiction', path, found: raws[at.to], expected, row: position });
        return;
      }
      value = hours === undefined ? (to - from) / 1000 : openSeconds(from, to, hours, clock);
      ended ??= isOpen ? 'still-waiting' : 'completed';
    }
    if (typeof standard !== 'string' || typeof value !== 'number') {
      leaveOut();
      return;
    }
    const known = at.from >= 0 ? 'seconds' : unit;
    const measurement: { [name: string]: unknown } = {
      standard,
      value,
      ...(known !== undefined && { unit: known }),
      ...(ended !== undefined && { ended }),
    };
    for (const [index, { as }] of keys.entries()) {
      setOwn(measurement, as, cells[firstKey + index]?.value ?? null);
    }
    measurements.push(measurement as unknown as ReadMeasurement);
    positions.push(position);
  });
  return eachRow(rows, {
    push: sink.push,
    end: () => log.finish(() => measurements, { ...sink.end(), positions }),
  });
}
