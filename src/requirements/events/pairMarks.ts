import type { EventMark } from './collectEvents.ts';
import type { EventFaultCode } from './eventTypes.ts';

/** An event whose time is known. */
export type TimedMark = EventMark & { readonly time: number };

/** A time between two events of a case. */
interface Stretch {
  /** What began it. */
  readonly begin: TimedMark;
  /** How it ended; `open` where it did not. */
  readonly ended: 'completed' | 'abandoned' | 'open';
  /** When it ended, in milliseconds since 1970; when it began, where it did not end. */
  readonly end: number;
}

/** What came of the events of one pair in one case. */
export interface PairedMarks {
  /** The times between them, in the order of their begins. */
  readonly stretches: readonly Stretch[];
  /** Events that are part of none, or that are not needed. */
  readonly faults: readonly (readonly [EventFaultCode, EventMark])[];
}

/** Events of one pair in one case, sorted out by what they do. */
export interface TimedMarks {
  /** What begins it. */
  readonly begins: readonly TimedMark[];
  /** What ends it. */
  readonly ends: readonly TimedMark[];
  /** What ends it without success. */
  readonly abandons: readonly TimedMark[];
}

/**
 * Pairs the first begin with the next end, in the order of time. Another begin before the end belongs to
 * the same wait, which runs on; an end with nothing open stands alone. Where begins and ends have the
 * same time, an open wait ends first and a closed one begins first, so that neither waits of no length
 * nor waits back to back are lost. An event that is both ends what is open and begins the next. One end
 * and one begin the wrong way round are `reversed`.
 */
export function pairInCase({ begins, ends, abandons }: TimedMarks): PairedMarks {
  const [begin] = begins;
  const [end] = [...ends, ...abandons];
  const isOneOfEach = begins.length === 1 && ends.length + abandons.length === 1;
  if (isOneOfEach && begin && end && end.time < begin.time) {
    return { stretches: [], faults: [['reversed', end]] };
  }
  const stretches: Stretch[] = [];
  const faults: [EventFaultCode, EventMark][] = [];
  const waiting = { begins: byTime(begins), ends: byTime(ends), abandons: byTime(abandons) };
  let open: TimedMark | undefined;
  for (;;) {
    const next = nextOf(waiting, open !== undefined);
    if (next === undefined) break;
    const { mark, does } = next;
    if (does === 'begin') {
      if (open === undefined) open = mark;
      else faults.push(['repeated-begin', mark]);
    } else if (open === undefined) faults.push(['unpaired-end', mark]);
    else {
      stretches.push({ begin: open, ended: does, end: mark.time });
      open = undefined;
    }
  }
  if (open !== undefined) stretches.push({ begin: open, ended: 'open', end: open.time });
  return { stretches, faults };
}

/** Pairs the two times of one row. */
export function pairInRow({ begins, ends, abandons }: TimedMarks): PairedMarks {
  const endOf = new Map(abandons.map((mark) => [mark.position, ['abandoned', mark] as const]));
  const completed = new Map(ends.map((mark) => [mark.position, ['completed', mark] as const]));
  const stretches: Stretch[] = [];
  const faults: [EventFaultCode, EventMark][] = [];
  const begun = new Set(begins.map(({ position }) => position));
  for (const begin of begins) {
    const found = completed.get(begin.position) ?? endOf.get(begin.position);
    if (found === undefined) stretches.push({ begin, ended: 'open', end: begin.time });
    else if (found[1].time < begin.time) faults.push(['reversed', found[1]]);
    else stretches.push({ begin, ended: found[0], end: found[1].time });
  }
  for (const end of [...ends, ...abandons]) {
    const isSecond = completed.has(end.position) && completed.get(end.position)?.[1] !== end;
    if (!begun.has(end.position) || isSecond) faults.push(['unpaired-end', end]);
  }
  return { stretches, faults };
}

/** Pairs every end with the latest other event of the case that was over by then. */
export function pairWithPrevious(
  { ends, abandons }: TimedMarks,
  events: readonly TimedMark[],
): PairedMarks {
  const inOrder = byTime(events).reverse();
  const stretches: Stretch[] = [];
  const faults: [EventFaultCode, EventMark][] = [];
  const add = (end: TimedMark, ended: 'completed' | 'abandoned'): void => {
    const begin = lastOther(inOrder, end);
    if (begin === undefined) faults.push(['unpaired-end', end]);
    // What is copied is what the row of the end says, since any event can come before.
    else stretches.push({ begin: { ...begin, labels: end.labels }, ended, end: end.time });
  };
  for (const end of ends) add(end, 'completed');
  for (const end of abandons) add(end, 'abandoned');
  return { stretches, faults };
}

/** The last of these events, in the order of time, that is not later than another and not that one. */
function lastOther(inOrder: readonly TimedMark[], end: TimedMark): TimedMark | undefined {
  let from = 0;
  let to = inOrder.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((inOrder[middle]?.time ?? Infinity) <= end.time) from = middle + 1;
    else to = middle;
  }
  const last = inOrder[from - 1];
  return last?.position === end.position ? inOrder[from - 2] : last;
}

interface Waiting {
  readonly begins: TimedMark[];
  readonly ends: TimedMark[];
  readonly abandons: TimedMark[];
}

interface Next {
  readonly mark: TimedMark;
  readonly does: 'begin' | 'completed' | 'abandoned';
}

/** Takes the next event from its list. */
function nextOf({ begins, ends, abandons }: Waiting, isOpen: boolean): Next | undefined {
  const begin = begins.at(-1)?.time ?? Infinity;
  const end = ends.at(-1)?.time ?? Infinity;
  const abandon = abandons.at(-1)?.time ?? Infinity;
  const closing = Math.min(end, abandon);
  // An event that both begins and ends would else be paired with itself.
  const isBoth = [ends.at(-1), abandons.at(-1)].some(
    (mark) => mark !== undefined && mark.position === begins.at(-1)?.position,
  );
  if (begin < closing || (begin === closing && !isOpen && !isBoth)) return taken(begins, 'begin');
  return end <= abandon ? taken(ends, 'completed') : taken(abandons, 'abandoned');
}

function taken(list: TimedMark[], does: Next['does']): Next | undefined {
  const mark = list.pop();
  return mark && { mark, does };
}

/** The latest first, so that the next one can be taken from the end. */
function byTime(list: readonly TimedMark[]): TimedMark[] {
  return list.toSorted((a, b) => b.time - a.time || b.position - a.position);
}
