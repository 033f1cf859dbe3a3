import type { BaseIssue } from 'valibot';
import { closestName } from '../shared/closestName.ts';
import type { Issue, IssueCode } from '../shared/issue.ts';
import { pathText, quote, quoteList } from '../shared/quote.ts';

type Found = BaseIssue<unknown>;

const IN_WORDS: { readonly [expected: string]: string } = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
};

/** One issue of the schema library in the words of this package. */
export function readIssue(found: Found): Issue {
  const path = (found.path ?? []).map((item) => item.key as string | number);
  const place = pathText(path) || 'the whole';
  const isStranger = found.type === 'strict_object' && found.expected !== 'an object';
  if (isStranger) return unknownKey(found, path);
  if (found.type === 'object' || (found.input === undefined && path.length > 0)) {
    const expected = `the key ${quote(path.at(-1))}`;
    return { code: 'missing', path, found: 'nothing', expected, message: `${place}: missing` };
  }
  const expected = expectedText(found);
  const value = quote(found.input);
  const code = codeOf(found);
  const near = code === 'not-allowed' ? closestWord(found) : undefined;
  const hint = near === undefined ? '' : `, did you mean ${quote(near)}?`;
  const message = `${place}: found ${value}, expected ${expected}${hint}`;
  return { code, path, found: value, expected, message };
}

/** The allowed word that a misspelt one most likely stands for. */
function closestWord({ input, expected }: Found): string | undefined {
  const words = [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
  return typeof input === 'string' ? closestName(input, words) : undefined;
}

function unknownKey(found: Found, path: readonly (string | number)[]): Issue {
  const known = (found.expected ?? '').split(' ');
  const near = closestName(String(found.input), known);
  const expected = quoteList(known);
  const hint = near === undefined ? `expected ${expected}` : `did you mean ${quote(near)}?`;
  const message = `${pathText(path)}: unknown key, ${hint}`;
  return { code: 'unknown-key', path, found: quote(found.input), expected, message };
}

function codeOf(found: Found): IssueCode {
  switch (found.type) {
    case 'variant':
      return found.expected === 'Object' ? 'wrong-type' : 'not-allowed';
    case 'picklist':
    case 'literal':
    case 'regex':
      return 'not-allowed';
    case 'record':
      return found.expected === 'an object' ? 'wrong-type' : 'not-allowed';
    default:
      return found.kind === 'schema' ? 'wrong-type' : 'out-of-range';
  }
}

function expectedText(found: Found): string {
  if (found.kind !== 'schema' || found.type === 'union') return found.message;
  const expected = found.expected ?? found.message;
  return IN_WORDS[expected] ?? expected.replaceAll(/[()]/g, '').replaceAll(' | ', ', ');
}
