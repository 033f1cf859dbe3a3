import { isFields, isList } from '../../shared/refuse.ts';

/** Fields of a value from outside; none where it is no object. */
export function fieldsOf(value: unknown): { readonly [name: string]: unknown } {
  return isFields(value) ? (value as { readonly [name: string]: unknown }) : {};
}

/** A field of its own, so that nobody answers to `toString`. */
export function fieldOf(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

/** A list; none where the value is something else. */
export function listOf(value: unknown): readonly unknown[] {
  return isList(value) ? value : [];
}

/** A text or a number as text; blank where it is neither. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Text without markup: tags out, the common entities as what they stand for, blanks joined. */
export function withoutMarkup(html: string): string {
  // No tag begins behind the last ">": looking for its end from every "<" there would take long.
  const end = html.lastIndexOf('>') + 1;
  const tagless = html
    .slice(0, end)
    .replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, ' ')
    .replace(/<[^>]*>/g, '');
  return `${tagless}${html.slice(end)}`
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/gi, (entity, name: string) => {
      const known: { readonly [name: string]: string } = {
        nbsp: ' ',
        lt: '<',
        gt: '>',
        quot: '"',
        '#39': "'",
        amp: '&',
      };
      return known[name.toLowerCase()] ?? entity;
    })
    .replace(/\s+/g, ' ')
    .trim();
}
