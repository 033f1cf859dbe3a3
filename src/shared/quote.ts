const LONGEST = 60;

/** A value as a message quotes it: short, on one line, never throwing. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  // What is cut off is not written out first: it may be a million times as long.
  if (typeof value === 'string') return shorten(quoteText(value));
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).slice(0, LONGEST);
    return shorten(`an object with ${keys.map(shorten).join(', ') || 'no keys'}`);
  }
  switch (typeof value) {
    case 'number':
    case 'boolean':
    case 'bigint':
      return shorten(String(value));
    case 'object':
      return 'null';
    default:
      return `a ${typeof value}`;
  }
}

/** Names as a message lists them: `"a", "b" or "c"`. */
export function quoteList(names: readonly string[]): string {
  const quoted = names.map((name) => shorten(quoteText(name)));
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} or ${String(quoted.at(-1))}`;
}

/** A path as a message writes it: `moments[3].contact`. */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${shorten(step)}`))
    .join('')
    .replace(/^\./, '');
}

function quoteText(text: string): string {
  return JSON.stringify(text.slice(0, LONGEST + 1));
}

function shorten(text: string): string {
  const shown = visible(text.slice(0, LONGEST + 1));
  return shown.length <= LONGEST ? shown : `${shown.slice(0, LONGEST - 3)}...`;
}

/**
 * A text with what a terminal would obey, and what would break a line or turn its direction, written as
 * it is in code.
 */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
