/** Slots by code: a flat table while the codes are few, a map beyond. */
export interface SlotTable {
  /** The slot of a code, or -1. */
  readonly get: (code: number) => number;
  /** Gives a code its slot. */
  readonly set: (code: number, slot: number) => void;
}

/** Up to so many codes stand in a flat table of 16 MB at most. */
const FLAT = 2 ** 22;

/** A table for codes from 0 below `codes`. */
export function slotTable(codes: number): SlotTable {
  if (codes <= FLAT) {
    const flat = new Int32Array(codes).fill(-1);
    return {
      get: (code) => flat[code] ?? -1,
      set: (code, slot) => {
        flat[code] = slot;
      },
    };
  }
  const sparse = new Map<number, number>();
  return { get: (code) => sparse.get(code) ?? -1, set: (code, slot) => sparse.set(code, slot) };
}
