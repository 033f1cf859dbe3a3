/**
 * A pure function that works each input out once. The laws of one thing draw the same cases, since they start from
 * the same seed: what takes long is done for all of them, and each still draws, and shrinks, its own.
 *
 * @param work - of plain values alone
 */
export function remembered<Input, Output>(
  work: (input: Input) => Output,
): (input: Input) => Output {
  const known = new Map<string, Output>();
  return (input) => {
    const key = JSON.stringify(input, told);
    const found = known.get(key) ?? work(input);
    known.set(key, found);
    return found;
  };
}

/** What JSON would leave out, or make the same. */
function told(_: string, value: unknown): unknown {
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return `number ${Object.is(value, -0) ? '-0' : String(value)}`;
  }
  return value === undefined ? 'undefined' : value;
}
