/**
 * How often each byte occurs.
 *
 * Four counts are kept and added at the end: where neighbours are alike, as answers are, one count
 * would have to wait for itself to be written before it is raised again.
 */
export function histogram(bytes: Uint8Array): Float64Array {
  const counts = new Uint32Array(4 * 256);
  const even = bytes.length - (bytes.length % 4);
  for (let position = 0; position < even; position += 4) {
    raise(counts, bytes[position] ?? 0);
    raise(counts, 256 + (bytes[position + 1] ?? 0));
    raise(counts, 512 + (bytes[position + 2] ?? 0));
    raise(counts, 768 + (bytes[position + 3] ?? 0));
  }
  for (let position = even; position < bytes.length; position += 1) {
    raise(counts, bytes[position] ?? 0);
  }
  const sums = new Float64Array(256);
  for (const [lane, count] of counts.entries()) sums[lane % 256] = (sums[lane % 256] ?? 0) + count;
  return sums;
}

function raise(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
