import { convert, isTimeUnit, unitRatio } from '../../model/convertUnit.ts';
import type { MeasurementEnd } from '../../model/observations.ts';
import { quote } from '../../shared/quote.ts';
import type { InvalidMeasurementReason } from './tallyTypes.ts';

/** A measurement as it came in. */
export type MeasurementRow = Readonly<Record<string, unknown>>;

/** A measurement that counts, or why it does not. */
export type Reading =
  | { readonly value: number; readonly ended: MeasurementEnd }
  | { readonly because: InvalidMeasurementReason; readonly found: string };

/** A reader of rows, which brings values to this unit and refuses what is not kept as they are to be. */
export function measurementReader(
  unit: string,
  values: 'exact' | 'sketch' = 'exact',
): (row: MeasurementRow) => Reading {
  const ratios = new Map<string, ReturnType<typeof unitRatio>>();
  const isTime = isTimeUnit(unit);
  const ratioFrom = (own: string): ReturnType<typeof unitRatio> => {
    if (!ratios.has(own)) ratios.set(own, unitRatio(own, unit));
    return ratios.get(own);
  };
  return (row) => {
    const { value, unit: own, ended } = row;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return invalid('not-a-number', 'value' in row ? value : row);
    }
    if (!isEnd(ended)) return invalid('unknown-end', ended);
    const isNamed = own !== undefined && own !== null;
    const ratio = !isNamed ? SAME : typeof own === 'string' ? ratioFrom(own) : undefined;
    if (ratio === undefined) return invalid('other-unit', own);
    if (isTime && value < 0) return invalid('negative-time', value);
    const converted = convert(value, ratio);
    if (!Number.isFinite(converted)) return invalid('not-a-number', value);
    const isKept = values === 'exact' || (converted >= 0 && converted <= 1e300);
    if (!isKept) return invalid('beyond-sketch', value);
    // Adding 0 makes 0 of -0, which would be another value to count.
    return { value: converted + 0, ended: ended ?? 'completed' };
  };
}

const SAME = [1, 1] as const;

function invalid(because: InvalidMeasurementReason, found: unknown): Reading {
  return { because, found: quote(found) };
}

function isEnd(ended: unknown): ended is MeasurementEnd | null | undefined {
  switch (ended) {
    case undefined:
    case null:
    case 'completed':
    case 'abandoned':
    case 'still-waiting':
      return true;
    default:
      return false;
  }
}

/** A measurement as a row; a number alone, or anything else that is none, as the value of one. */
export function rowOf(measured: unknown): MeasurementRow {
  return isRow(measured) ? measured : { value: measured };
}

/** Whether something is an object with keys of its own to read. */
export function isRow(value: unknown): value is MeasurementRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
