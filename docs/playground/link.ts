/** What a link to this page holds. Answers of a file are nobody's to pass on, and are never in it. */
export interface Shared {
  /** The text of the cycle. */
  readonly cycle: string;
  /** How many made-up visits there are, or none at all. */
  readonly visits: number;
  /** What there is to spend. */
  readonly resources: Readonly<Record<string, number>>;
  /** The language of the results. */
  readonly language: string;
}

/** What such a hash begins with; the number is that of the format. */
const MARK = '#1.';

/** So long a hash is made; browsers and programs cut off more. */
export const LONGEST_HASH = 30_000;

/** So many bytes are unpacked of what comes with a link, which may be made to burst. */
const MOST_BYTES = 4_000_000;

/** Whether a hash is meant to hold something. */
export const isShared = (hash: string): boolean => hash.startsWith(MARK);

/** The hash that holds it: JSON, compressed, in the letters that an address may have. */
export async function hashOf(shared: Shared): Promise<string> {
  const text = new Blob([JSON.stringify(shared)]);
  const packed = text.stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return MARK + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What a hash holds, or `undefined` where it is cut off, or not one of ours. */
export async function sharedIn(hash: string): Promise<Shared | undefined> {
  try {
    const letters = hash.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    return readShared(JSON.parse(await unpacked(bytes)));
  } catch {
    return undefined;
  }
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let read = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    read += value.length;
    if (read > MOST_BYTES) {
      await reader.cancel();
      throw new Error('too much');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function readShared(found: unknown): Shared | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  const { cycle, visits, resources, language } = found as Partial<Record<string, unknown>>;
  if (typeof cycle !== 'string') return undefined;
  const amounts = typeof resources === 'object' && resources !== null ? resources : {};
  return {
    cycle,
    visits: typeof visits === 'number' && Number.isInteger(visits) ? visits : 0,
    resources: Object.fromEntries(
      Object.entries(amounts).filter(
        (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 0,
      ),
    ),
    language: typeof language === 'string' ? language : 'en',
  };
}
