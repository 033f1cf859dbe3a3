import { type Bounds, type Equation, eliminate, propagate } from './attack.ts';
import { DIFFERENCE, type Exposure, equationsOf, isFew, sizeAt } from './exposure.ts';

/** One of the counts of a group: of responses, of all answers to the question, or of one answer by place. */
export type Count = 'responses' | 'answered' | number;

/** What an attacker can tell of hidden groups. */
export interface Attack {
  /** The count of a group that is told exactly; of answers only one that somebody gave. */
  readonly toldOf: (group: number) => Count | undefined;
  /** Whether a count of a group is told exactly. */
  readonly isTold: (group: number, count: Count) => boolean;
}

/**
 * Attacks hidden groups that are tied to each other, by adding and subtracting and because no count is
 * below 0.
 *
 * The attacker also knows which groups there are, and why each is hidden: so one that is below the
 * minimum has from 1 response up to so many, and one that protects another has at least the minimum.
 *
 * @param exposure - the groups
 * @param family - 0 for responses, else the question's number from 1
 * @param tied - hidden groups that are tied to each other, from {@link tiedTo}
 */
export function attackOn(exposure: Exposure, family: number, tied: readonly number[]): Attack {
  const { layout, counts, minimum, kinds, hidden, work } = exposure;
  const size = tied.length;
  const placeOf = new Map(tied.map((group, place) => [group, place]));
  const question = layout.questions[family - 1];
  const hiddenSizes = hidden[0] as Uint8Array;

  // Responses: of a question's hidden groups those with few answers may show theirs.
  const responses = boundsFor(size);
  for (const [place, group] of tied.entries()) {
    const count = counts[group * layout.width] as number;
    if (hiddenSizes[group] !== 1) responses.low[place] = responses.high[place] = count;
    else if (kinds[group] !== DIFFERENCE) {
      const size = sizeAt(exposure, group, 0);
      const few = isFew(size, minimum);
      responses.low[place] = few ? 1 : Math.min(minimum, count);
      if (few) responses.high[place] = minimum - 1 + count - size;
    }
  }
  const sizeEquations = withSolved(exposure, equationsOf(exposure, 0, tied, placeOf));
  const sizeSums = sumsOf(
    sizeEquations,
    (place) => counts[(tied[place] as number) * layout.width] as number,
  );
  work.done += propagate(sizeEquations, sizeSums, responses).work;
  if (question === undefined) {
    const isSizeTold = (group: number): boolean => isTold(responses, placeOf.get(group) as number);
    return { toldOf: (group) => (isSizeTold(group) ? 'responses' : undefined), isTold: isSizeTold };
  }

  const equations = withSolved(exposure, equationsOf(exposure, family, tied, placeOf));
  const columns: {
    readonly bounds: Bounds;
    readonly sums: readonly number[];
    readonly valueAt: (place: number) => number;
  }[] = [];
  const addColumn = (valueAt: (place: number) => number): Bounds => {
    const bounds = boundsFor(size);
    columns.push({ bounds, sums: sumsOf(equations, valueAt), valueAt });
    return bounds;
  };
  const cellAt = (place: number, cell: number): number =>
    counts[(tied[place] as number) * layout.width + question.firstCell + cell] as number;
  const answered = addColumn((place) => sizeAt(exposure, tied[place] as number, family));
  for (const [place, group] of tied.entries()) {
    if (kinds[group] === DIFFERENCE) continue;
    const count = sizeAt(exposure, group, family);
    const fewResponses = isFew(sizeAt(exposure, group, 0), minimum) && hiddenSizes[group] === 1;
    if (fewResponses || isFew(count, minimum)) answered.high[place] = minimum - 1;
    if (!fewResponses && isFew(count, minimum)) answered.low[place] = 1;
  }
  const answers = Array.from({ length: question.answers }, (_, cell) =>
    addColumn((place) => cellAt(place, cell)),
  );
  const others = Array.from({ length: 3 }, (_, cell) =>
    addColumn((place) => cellAt(place, question.answers + cell)),
  );
  for (let round = 0; round < 4; round += 1) {
    let moved = false;
    for (const { bounds, sums } of columns) {
      const step = propagate(equations, sums, bounds);
      work.done += step.work;
      moved ||= step.moved;
    }
    for (let place = 0; place < size; place += 1) {
      // All answers are the sum of each; they and those without one are all responses.
      moved = tie(answered, answers, place) || moved;
      moved = tie(responses, [answered, ...others], place) || moved;
    }
    work.done += size * (question.answers + 6);
    const step = propagate(sizeEquations, sizeSums, responses);
    work.done += step.work;
    if (!moved && !step.moved) break;
  }
  return {
    toldOf: (group) => {
      const place = placeOf.get(group) as number;
      if (isTold(answered, place)) return 'answered';
      const cell = answers.findIndex(
        (bounds, at) => isTold(bounds, place) && cellAt(place, at) > 0,
      );
      return cell === -1 ? undefined : cell;
    },
    isTold: (group, count) => {
      const bounds = typeof count === 'number' ? answers[count] : answered;
      return isTold(bounds as Bounds, placeOf.get(group) as number);
    },
  };
}

/** Ties a count to those that it is the sum of, in one place; whether any bound moved. */
function tie(whole: Bounds, parts: readonly Bounds[], place: number): boolean {
  let least = 0;
  let most = 0;
  for (const { low, high } of parts) {
    least += low[place] as number;
    most += high[place] as number;
  }
  let moved = narrow(whole, place, least, most);
  const low = whole.low[place] as number;
  const high = whole.high[place] as number;
  for (const part of parts) {
    const from = part.low[place] as number;
    const to = part.high[place] as number;
    const othersMost = to === Infinity ? sumHigh(parts, part, place) : most - to;
    moved = narrow(part, place, low - othersMost, high - (least - from)) || moved;
  }
  return moved;
}

function sumHigh(parts: readonly Bounds[], left: Bounds, place: number): number {
  let sum = 0;
  for (const part of parts) if (part !== left) sum += part.high[place] as number;
  return sum;
}

function narrow({ low, high }: Bounds, place: number, from: number, to: number): boolean {
  let moved = false;
  if (from > (low[place] as number)) {
    low[place] = from;
    moved = true;
  }
  if (to < (high[place] as number)) {
    high[place] = to;
    moved = true;
  }
  return moved;
}

function boundsFor(size: number): Bounds {
  return { low: new Float64Array(size), high: new Float64Array(size).fill(Infinity) };
}

function isTold({ low, high }: Bounds, place: number): boolean {
  return low[place] === high[place];
}

/**
 * The equations, and what they come to when they are solved, in either order: which sums come out depends
 * on it, and each tells of other bounds.
 */
function withSolved({ work }: Exposure, equations: readonly Equation[]): readonly Equation[] {
  if (equations.length < 2) return equations;
  const left = (work.most - work.done) / SOLVING;
  const forth = eliminate(equations, left);
  const back = eliminate(equations.toReversed(), left);
  work.done += SOLVING * (forth.work + back.work);
  return [...equations, ...forth.equations, ...back.equations];
}

/** A step of solving takes so many times as long as one of drawing bounds together. */
const SOLVING = 20;

function sumsOf(
  equations: readonly Equation[],
  valueAt: (place: number) => number,
): readonly number[] {
  return equations.map(({ at, times }) => {
    let sum = 0;
    for (let place = 0; place < at.length; place += 1) {
      sum += (times[place] as number) * valueAt(at[place] as number);
    }
    return sum;
  });
}
