/** Slots by code: a flat table while the codes are few, a map beyond. */
export interface SlotTable {
  /** The slot of each code, or -1; absent where there are too many codes. */
  readonly flat: Int32Array | undefined;
  /** The slot of each code met; used where there is no flat table. */
  readonly sparse: Map<number, number>;
}

/** Up to so many codes stand in a flat table, of 16 MB at most. */
const FLAT = 4_194_304;

/** A table for codes from 0 below `codes`. */
export function slotTable(codes: number): SlotTable {
  const flat = codes <= FLAT ? new Int32Array(codes).fill(-1) : undefined;
  return { flat, sparse: new Map() };
}
