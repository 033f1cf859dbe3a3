/**
 * How often each byte occurs.
 *
 * Four counts are kept and added at the end: where neighbours are alike, as answers are, one count
 * would have to wait for itself to be written before it is raised again.
 */
export function histogram(bytes: Uint8Array): Uint32Array {
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
  const sums = counts.subarray(0, 256);
  for (let byte = 0; byte < 256; byte += 1) {
    sums[byte] =
      (counts[byte] as number) +
      (counts[byte + 256] as number) +
      (counts[byte + 512] as number) +
      (counts[byte + 768] as number);
  }
  return sums;
}

function raise(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
