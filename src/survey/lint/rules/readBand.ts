import type { CompiledWords } from '../words/compileWords.ts';

/** A band of numbers. */
export interface Band {
  /** The lower end; minus infinity when open. */
  readonly low: number;
  /** Whether the lower end is outside the band. */
  readonly withoutLow: boolean;
  /** The upper end; infinity when open. */
  readonly high: number;
  /** Whether the upper end is outside the band. */
  readonly withoutHigh: boolean;
  /** How many decimals its ends are written with. */
  readonly decimals: number;
  /** What is counted, as written behind the numbers. */
  readonly unit: string;
}

const NUMBER = '(\\d[\\d.,]*(?:\\s\\d{3})*)';
const UNIT = '((?:\\s+\\p{L}+){0,3}?)';

/** Reads a choice such as "18 to 24 years", "under 18" or "65+" as a band, if it is nothing else. */
export function readBand(folded: string, words: CompiledWords): Band | undefined {
  const label = folded.replace(/[€$£%]/g, '').trim();
  const { from, to, below, above, atMost, atLeast, orLess, orMore } = words.bandPatterns;
  const match = (source: string): RegExpExecArray | null =>
    new RegExp(`^${source}$`, 'u').exec(label);

  const range = match(
    `(?:${from.source}\\s+)?${NUMBER}${UNIT}\\s*(?:[-–—]|\\s${to.source}\\s)\\s*${NUMBER}${UNIT}`,
  );
  if (range !== null) {
    const [, low = '', unitOfLow = '', high = '', unitOfHigh = ''] = range;
    return band({ low, high, unit: unitOfHigh || unitOfLow });
  }
  const under = match(`${below.source}\\s+${NUMBER}${UNIT}`);
  if (under !== null) return band({ high: under[1], unit: under[2], withoutHigh: true });
  const over = match(`${above.source}\\s+${NUMBER}${UNIT}`);
  if (over !== null) return band({ low: over[1], unit: over[2], withoutLow: true });
  const most =
    match(`${atMost.source}\\s+${NUMBER}${UNIT}`) ??
    match(`${NUMBER}${UNIT}\\s+${orLess.source}${UNIT}`);
  if (most !== null) return band({ high: most[1], unit: most[2] });
  const least =
    match(`${atLeast.source}\\s+${NUMBER}${UNIT}`) ??
    match(`${NUMBER}${UNIT}\\s+${orMore.source}${UNIT}`) ??
    match(`${NUMBER}\\s*\\+${UNIT}`);
  if (least !== null) return band({ low: least[1], unit: least[2] });
  const single = match(`${NUMBER}${UNIT}`);
  return single === null ? undefined : band({ low: single[1], high: single[1], unit: single[2] });
}

interface WrittenBand {
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  readonly unit?: string | undefined;
  readonly withoutLow?: true;
  readonly withoutHigh?: true;
}

/** A band of written numbers, if they are numbers in the right order and no times of day. */
function band(written: WrittenBand): Band | undefined {
  const low = written.low === undefined ? Number.NEGATIVE_INFINITY : readNumber(written.low);
  const high = written.high === undefined ? Number.POSITIVE_INFINITY : readNumber(written.high);
  const unit = (written.unit ?? '').trim();
  if (!(low <= high) || /^[ap]m$/.test(unit)) return undefined;
  return {
    low,
    high,
    unit,
    withoutLow: written.withoutLow ?? false,
    withoutHigh: written.withoutHigh ?? false,
    decimals: Math.max(decimalsOf(written.low ?? ''), decimalsOf(written.high ?? '')),
  };
}

/** A number with a point or a comma; a group of three digits behind one is of thousands. */
function readNumber(written: string): number {
  return Number(plain(written));
}

function decimalsOf(written: string): number {
  return plain(written).split('.')[1]?.length ?? 0;
}

function plain(written: string): string {
  const joined = written.replace(/\s/g, '').replace(/[.,]$/, '');
  return /^[1-9]\d{0,2}([.,]\d{3})+$/.test(joined)
    ? joined.replace(/[.,]/g, '')
    : joined.replace(',', '.');
}
