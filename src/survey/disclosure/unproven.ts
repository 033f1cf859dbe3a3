import { DIFFERENCE, type Exposure, equationsOf, isFew, isTooMuch, sizeAt } from './exposure.ts';
import { type Change, otherTables, type Room } from './otherTable.ts';

/** A count of a group as one number: a cell of its counts, or `width` for all answers together. */
function proofKey({ layout }: Exposure, group: number, cell: number): number {
  return group * (layout.width + 1) + cell;
}

/**
 * The first small group among these with a count that is not proven to be unknown: no other table was found
 * that shows the same and differs in it. The counts are the responses, all answers to a question, and each
 * answer that somebody gave.
 *
 * The attacker also knows which groups there are, and why each is hidden: so one that is below the
 * minimum has from 1 response up to so many, and one that protects another has at least the minimum.
 *
 * @param exposure - the groups
 * @param family - 0 for responses, else the question's number from 1
 * @param tied - hidden groups that are tied to each other, from {@link tiedTo}
 */
export function unprovenAmong(
  exposure: Exposure,
  family: number,
  tied: readonly number[],
): number | undefined {
  const { layout, counts, minimum } = exposure;
  const proofs = exposure.proofs[family] as Map<number, readonly number[]>;
  const question = layout.questions[family - 1];
  let search: Search | undefined;
  for (const group of tied) {
    if (!isFew(sizeAt(exposure, group, family), minimum) || exposure.isOpen(group)) continue;
    const cells = [question === undefined ? 0 : layout.width];
    for (let at = 0; at < (question?.answers ?? 0); at += 1) {
      const cell = (question?.firstCell ?? 0) + at;
      if ((counts[group * layout.width + cell] as number) > 0) cells.push(cell);
    }
    for (const cell of cells) {
      if (proofs.has(proofKey(exposure, group, cell))) continue;
      search ??= searchAmong(exposure, family, tied);
      if (!search.proves(group, cell)) return group;
      if (isTooMuch(exposure)) return undefined;
    }
  }
  return undefined;
}

interface Search {
  readonly proves: (group: number, cell: number) => boolean;
}

function searchAmong(exposure: Exposure, family: number, tied: readonly number[]): Search {
  const { layout, counts, minimum, kinds, hidden, work } = exposure;
  const { width } = layout;
  const size = tied.length;
  const placeOf = new Map(tied.map((group, place) => [group, place]));
  const equations = equationsOf(exposure, family, tied, placeOf);
  work.done += PREPARING * (size + equations.length);
  const tables = otherTables(equations, size);
  const proofs = exposure.proofs[family] as Map<number, readonly number[]>;
  const question = layout.questions[family - 1];

  // How far responses and answers can change, given why each group is hidden.
  const responses = roomFor(size);
  const answered = roomFor(size);
  for (const [place, group] of tied.entries()) {
    const few = sizeAt(exposure, group, 0);
    const isFewResponses = isFew(few, minimum);
    if (hidden[0]?.[group] === 1) {
      const isFree = kinds[group] === DIFFERENCE;
      responses.down[place] = isFree ? few : few - (isFewResponses ? 1 : Math.min(few, minimum));
      responses.up[place] = !isFree && isFewResponses ? minimum - 1 - few : Infinity;
    }
    if (question === undefined) continue;
    const count = sizeAt(exposure, group, family);
    const isHiddenAsFew = isFewResponses && hidden[0]?.[group] === 1;
    if (kinds[group] === DIFFERENCE) {
      answered.down[place] = count;
      answered.up[place] = Infinity;
    } else if (isHiddenAsFew || isFew(count, minimum)) {
      answered.down[place] = count - (isHiddenAsFew ? 0 : 1);
      answered.up[place] = minimum - 1 - count;
    } else if (count > 0) {
      answered.down[place] = count - minimum;
      answered.up[place] = Infinity;
    }
  }
  const column = new Map<number, Float64Array>();
  const cellsOf = (cell: number): Float64Array => {
    const known = column.get(cell);
    if (known !== undefined) return known;
    const cells = Float64Array.from(tied, (group) => counts[group * width + cell] as number);
    column.set(cell, cells);
    return cells;
  };
  /** One answer taken from or given to others: they have as much room up as this has down. */
  const rooms = new Map<string, Attempt>();
  const attempt = (cell: number, other?: number, isSize?: boolean): Attempt => {
    const name = `${String(cell)} ${String(other)}`;
    const known = rooms.get(name);
    if (known !== undefined) return known;
    const isAnswered = other === undefined || other >= lastCell;
    const down = cellsOf(cell).slice();
    const up = other === undefined ? responses.up.slice() : cellsOf(other).slice();
    for (let place = 0; place < size; place += 1) {
      let least = down[place] as number;
      if (isAnswered) least = Math.min(least, answered.down[place] as number);
      if (other === undefined) least = Math.min(least, responses.down[place] as number);
      down[place] = least;
      if (isAnswered) up[place] = Math.min(up[place] as number, answered.up[place] as number);
    }
    const made = {
      room: { down, up },
      cells: [cell, isAnswered ? width : other],
      isSize: isSize === true,
    };
    rooms.set(name, made);
    return made;
  };
  const lastCell = question === undefined ? 0 : question.firstCell + question.answers;
  /** Ways in which a count can change: the room, and which other counts change with it. */
  function* attemptsFor(cell: number): Generator<Attempt> {
    if (question === undefined) {
      yield { room: responses, cells: [0], isSize: false };
      return;
    }
    const answers = range(question.firstCell, lastCell);
    for (const each of cell === width ? answers : [cell]) {
      // Somebody said something else, there was one response more or less, or somebody did not answer.
      if (cell !== width) {
        for (const other of answers) if (other !== cell) yield attempt(each, other);
      }
      yield attempt(each, undefined, true);
      for (const other of [lastCell, lastCell + 1]) yield attempt(each, other);
    }
  }
  const canFollow = (change: Change): boolean =>
    layout.questions.every(({ firstCell, answers }, at) => {
      if (at === family - 1) return true;
      return range(firstCell, firstCell + answers + 2).some((cell) =>
        [...change].every(
          ([place, by]) => (counts[(tied[place] as number) * width + cell] as number) + by >= 0,
        ),
      );
    });
  return {
    proves: (group, cell) => {
      const place = placeOf.get(group) as number;
      const before = tables.work();
      let found = false;
      for (const { room, cells, isSize } of attemptsFor(cell)) {
        for (const step of [1, -1]) {
          const change = tables.find(place, step, room);
          if (change === undefined) continue;
          if (isSize && !canFollow(change)) continue;
          const groups = [...change.keys()].map((each) => tied[each] as number);
          for (const each of groups) {
            for (const one of cells) proofs.set(proofKey(exposure, each, one), groups);
          }
          found = true;
          break;
        }
        if (found) break;
      }
      work.done += SEARCHING * (tables.work() - before);
      return found;
    },
  };
}

interface Attempt {
  readonly room: Room;
  readonly cells: readonly number[];
  readonly isSize: boolean;
}

/** To get a search ready takes so many steps for each unknown and each sum. */
const PREPARING = 80;

/** A step of a search takes so many times as long as one of drawing bounds together. */
const SEARCHING = 5;

function roomFor(size: number): { readonly down: Float64Array; readonly up: Float64Array } {
  return { down: new Float64Array(size), up: new Float64Array(size) };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
