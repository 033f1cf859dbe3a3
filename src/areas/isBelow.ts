/** Below a line by more than the last digits, which depend on the order of adding up. */
export function isBelow(value: number, line: number): boolean {
  return value < line - 1e-9 * Math.abs(line);
}
