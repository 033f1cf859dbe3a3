import { type Piece, SMALL, TEXT } from './frame.ts';
import { mark, remarkOf, star } from './marks.ts';
import type { SeenCycle, SeenMoment, Stretch } from './seenCycle.ts';
import { type Block, block, type Svg, tag } from './svg.ts';
import { textWidth } from './wrapText.ts';

/** So many moments are listed by name; of more of them those that stand out. */
const LISTED = 60;

/** The room between two columns. */
const GAP = 24;

/** A piece in which something may be shortened. */
export interface Cut extends Piece {
  /** Whether something is. */
  readonly isCut: boolean;
}

/** A line of the list: a stage, or a moment. */
interface Entry {
  readonly height: number;
  readonly isStage: boolean;
  readonly isCut: boolean;
  readonly draw: (x: number, y: number) => Svg;
}

/**
 * The moments by number and name, in columns beside a wheel that is so high.
 *
 * @param seen - the cycle
 * @param left - where it begins across
 * @param top - where it begins down
 * @param width - how wide it is
 * @param beside - how high the wheel beside it is; 0 where it stands below
 */
export function momentList(
  seen: SeenCycle,
  left: number,
  top: number,
  width: number,
  beside: number,
): Cut & { readonly leftOut: readonly SeenMoment[] } {
  const { moments, stretches, hasStages } = seen;
  const columns = Math.max(1, Math.floor((width + GAP) / (300 + GAP)));
  const columnWidth = (width - (columns - 1) * GAP) / columns;
  const listed = new Set(listedOf(moments));
  const numberWidth = textWidth(String(moments.length), { size: SMALL }) + 4;
  const entries: Entry[] = stretches.flatMap((stretch, place) => {
    const shown = stretch.moments.filter((moment) => listed.has(moment));
    if (shown.length === 0) return [];
    const heading = hasStages ? [stageEntry(stretch, place, columnWidth)] : [];
    return [
      ...heading,
      ...shown.map((moment) => momentEntry(moment, columnWidth, numberWidth, seen)),
    ];
  });
  const total = entries.reduce((sum, { height }) => sum + height, 0);
  const starts = columnsByStage(entries, columns, Math.max(beside, (1.2 * total) / columns));
  const svg: Svg[] = [];
  let column = 0;
  let y = 0;
  let highest = 0;
  for (const [place, entry] of entries.entries()) {
    // A stage is not parted from its first moment.
    const needed = entry.height + (entry.isStage ? (entries[place + 1]?.height ?? 0) : 0);
    const isFull = starts?.has(place) ?? y + needed / 2 > total / columns;
    if (column < columns - 1 && y > 0 && isFull) {
      column += 1;
      y = 0;
    }
    svg.push(entry.draw(left + column * (columnWidth + GAP), top + y));
    y += entry.height;
    highest = Math.max(highest, y);
  }
  return {
    svg: svg.join('\n'),
    height: highest,
    isCut: entries.some(({ isCut }) => isCut),
    leftOut: moments.filter((moment) => !listed.has(moment)),
  };
}

/** The stages that begin a column, where no stage has to be parted for columns that are no higher than that. */
function columnsByStage(
  entries: readonly Entry[],
  columns: number,
  highest: number,
): ReadonlySet<number> | undefined {
  const sum = (some: readonly Entry[]): number => some.reduce((all, { height }) => all + height, 0);
  const heads = entries.flatMap(({ isStage }, place) => (isStage ? [place] : []));
  for (let limit = sum(entries) / columns; limit <= highest; limit += 10) {
    const starts = new Set<number>();
    let from = 0;
    for (const [at, head] of heads.entries()) {
      const end = heads[at + 1] ?? entries.length;
      if (head === from || sum(entries.slice(from, end)) <= limit) continue;
      starts.add(head);
      from = head;
    }
    const parts = [0, ...starts].map((start, at, all) => sum(entries.slice(start, all[at + 1])));
    if (starts.size < columns && Math.max(...parts) <= limit) return starts;
  }
  return undefined;
}

/** All moments; of many the critical ones, those to watch and strengths first. */
function listedOf(moments: readonly SeenMoment[]): readonly SeenMoment[] {
  if (moments.length <= LISTED) return moments;
  const rank = ({ level, isStrength }: SeenMoment): number => {
    if (level === 'critical') return 0;
    if (level === 'watch') return isStrength ? 1 : 2;
    return isStrength ? 1 : 3;
  };
  return moments.toSorted((a, b) => rank(a) - rank(b)).slice(0, LISTED);
}

function stageEntry({ letter, name }: Stretch, place: number, width: number): Entry {
  const text: Block = block(name, width - 34, { size: TEXT, isBold: true }, 2);
  const boxWidth = Math.max(22, textWidth(letter, { size: 12, isBold: true }) + 8);
  return {
    height: text.height + 10,
    isStage: true,
    isCut: text.isCut,
    draw: (x, y) => {
      const box =
        letter === ''
          ? ''
          : tag('rect', {
              class: place % 2 === 0 ? 'stage' : 'other-stage',
              x,
              y: y + 6,
              width: boxWidth,
              height: 20,
              rx: 3,
            }) +
            block(
              letter,
              boxWidth,
              { size: 12, isBold: true, look: 'on-stage', at: 'middle' },
              1,
            ).draw(x + boxWidth / 2, y + 8.5);
      return box + text.draw(x + (letter === '' ? 0 : Math.max(30, boxWidth + 8)), y + 7);
    },
  };
}

function momentEntry(
  moment: SeenMoment,
  width: number,
  numberWidth: number,
  { words }: SeenCycle,
): Entry {
  const start = numberWidth + 30;
  const text = block(moment.name, width - start, { size: TEXT }, 3);
  const remark = block(remarkOf(moment, words), width - start, { size: SMALL, look: 'muted' }, 2);
  return {
    height: Math.max(20, text.height + remark.height) + 6,
    isStage: false,
    isCut: text.isCut,
    draw: (x, y) =>
      [
        block(String(moment.number), 60, { size: SMALL, look: 'muted', at: 'right' }, 1).draw(
          x + numberWidth,
          y + 4,
        ),
        mark(moment.level, x + numberWidth + 15, y + 12, 7),
        text.draw(x + start, y + 3),
        remark.draw(x + start, y + 3 + text.height),
        moment.isStrength ? star(x + numberWidth + 15, y + 3 + text.height + 8, 6.5) : '',
      ].join(''),
  };
}
