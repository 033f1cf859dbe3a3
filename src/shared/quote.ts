const LONGEST = 60;

/** A value as a message quotes it: short, on one line, never throwing. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return shorten(JSON.stringify(value));
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (typeof value === 'object' && value !== null) {
    return shorten(`an object with ${Object.keys(value).join(', ') || 'no keys'}`);
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
  const quoted = names.map((name) => JSON.stringify(name));
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} or ${String(quoted.at(-1))}`;
}

/** A path as a message writes it: `moments[3].contact`. */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 3)}...`;
}
