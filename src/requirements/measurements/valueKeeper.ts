import { createSketchBuilder } from '../../stats/sketch/createSketchBuilder.ts';
import { emptySketch } from '../../stats/sketch/emptySketch.ts';
import { mergeSketches } from '../../stats/sketch/mergeSketches.ts';
import type { CountedValues, ExactSum, MeasurementCounts } from './tallyTypes.ts';

/** Takes the values of one group, one after another. */
export interface ValueKeeper {
  /** Keeps one value, and by how much it misses the threshold. */
  readonly add: (value: number, excess: number) => void;
  /** What is kept of all values. */
  readonly build: () => MeasurementCounts['measured'];
}

/** A keeper of every value, or of a sketch of them. */
export function valueKeeper(values: 'exact' | 'sketch'): ValueKeeper {
  if (values === 'exact') {
    const list: number[] = [];
    return { add: (value) => void list.push(value), build: () => countValues(list) };
  }
  const builder = createSketchBuilder(emptySketch());
  let total: ExactSum = { whole: 0, billionths: 0 };
  return {
    add: (value, excess) => {
      builder.add(value);
      if (excess > 0) total = addSums(total, sumOf(excess));
    },
    build: () => ({ sketch: builder.build(), excess: total }),
  };
}

/** The values of both, both exact or both sketches. */
export function mergeMeasured(
  first: MeasurementCounts['measured'],
  second: MeasurementCounts['measured'],
): MeasurementCounts['measured'] {
  if ('values' in first && 'values' in second) return mergeValues(first, second);
  if ('values' in first) return first.values.length === 0 ? second : first;
  if ('values' in second) return first;
  return {
    sketch: mergeSketches([first.sketch, second.sketch]),
    excess: addSums(first.excess, second.excess),
  };
}

/** The most billionths of a sum, and one more. */
const BILLION = 1_000_000_000;

function sumOf(value: number): ExactSum {
  const whole = Math.floor(value);
  return addSums(
    { whole, billionths: 0 },
    { whole: 0, billionths: Math.round((value - whole) * BILLION) },
  );
}

function addSums(first: ExactSum, second: ExactSum): ExactSum {
  const billionths = first.billionths + second.billionths;
  const carried = billionths >= BILLION ? 1 : 0;
  return {
    whole: first.whole + second.whole + carried,
    billionths: billionths - carried * BILLION,
  };
}

/** Values in ascending order, each once, with how often it came. */
function countValues(list: readonly number[]): CountedValues {
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of Float64Array.from(list).sort()) {
    if (value !== values.at(-1)) {
      values.push(value);
      counts.push(1);
    } else counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  return { values, counts };
}

/** The values of both lists, counted together. */
function mergeValues(first: CountedValues, second: CountedValues): CountedValues {
  const values: number[] = [];
  const counts: number[] = [];
  let left = 0;
  let right = 0;
  while (left < first.values.length || right < second.values.length) {
    const a = first.values[left] ?? Infinity;
    const b = second.values[right] ?? Infinity;
    values.push(Math.min(a, b));
    counts.push(
      (a <= b ? (first.counts[left] ?? 0) : 0) + (b <= a ? (second.counts[right] ?? 0) : 0),
    );
    if (a <= b) left += 1;
    if (b <= a) right += 1;
  }
  return { values, counts };
}
