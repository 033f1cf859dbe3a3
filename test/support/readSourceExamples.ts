import { parseSync } from 'rolldown/utils';
import type { Example } from './example.ts';

interface Line {
  readonly text: string;
  /** From 0, in the file. */
  readonly at: number;
}

/** A node of a syntax tree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Every `@example` in the doc comments of a source file, in the order of the file. By the parser of the
 * tests and not by the compiler's, which takes a second for all files.
 */
export function readSourceExamples(file: string, text: string): Example[] {
  // Most files are of the house alone, and reading them takes its time.
  if (!text.includes('@example')) return [];
  const { program, comments } = parseSync(file, text);
  return comments.flatMap(({ type, value, start, end }) => {
    if (type !== 'Block' || !value.startsWith('*') || !value.includes('@example')) return [];
    const title = `${file} ${ownerAt(program, end)}`.trim();
    const lines = linesOfComment(value.slice(1), text.slice(0, start).split('\n').length - 1);
    return exampleTags(lines)
      .flatMap(codeBlocks)
      .map((block) => ({
        file,
        line: (block[0]?.at ?? 0) + 1,
        title,
        before: '',
        code: block.map((line) => line.text).join('\n'),
      }));
  });
}

/** The name of what a comment that ends at a place is about: what begins after it, or what that stands in. */
function ownerAt(program: object, place: number): string {
  let owner = '';
  // Down to the first node that begins behind the comment, past all that end before it.
  for (let node: object | undefined = program; node !== undefined; ) {
    const next: Node | undefined = nodesIn(node).find(({ end }) => end > place);
    owner = (next && nameOf(next)) ?? owner;
    node = next && next.start < place ? next : undefined;
  }
  return owner;
}

/** The nodes right under a node, in the order of the file. */
function nodesIn(node: object): Node[] {
  return Object.values(node)
    .flat()
    .filter((inside): inside is Node => isFields(inside) && typeof inside['type'] === 'string')
    .sort((one, other) => one.start - other.start);
}

function nameOf(node: Node): string | undefined {
  const { declaration, declarations, id, key } = node as Node & Record<string, unknown>;
  const named = [declaration, Array.isArray(declarations) ? declarations[0] : undefined];
  for (const inner of named) if (isFields(inner)) return nameOf(inner as unknown as Node);
  const name = id ?? key;
  return isFields(name) && typeof name['name'] === 'string' ? name['name'] : undefined;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The lines of a comment without its frame of stars. */
function linesOfComment(comment: string, first: number): Line[] {
  return comment
    .replace(/\s*$/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ text: text.replace(/^\s*\* ?/, ''), at: first + index }));
}

/** What follows each `@example`, up to the next block tag outside a code fence. */
function exampleTags(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  let current: Line[] | undefined;
  let fenced = false;
  for (const line of lines) {
    if (/^\s*```/.test(line.text)) fenced = !fenced;
    const tag = fenced ? null : /^\s*@([a-zA-Z]+)\s?(.*)$/.exec(line.text);
    if (tag === null) {
      current?.push(line);
    } else {
      current = tag[1] === 'example' ? [] : undefined;
      if (current !== undefined) {
        found.push(current);
        // What stands beside the tag is its title, unless it is all there is.
        current.push({ text: tag[2] ?? '', at: line.at });
      }
    }
  }
  return found;
}

/** The fenced blocks of an example, or all of its lines when nothing is fenced. */
function codeBlocks(lines: readonly Line[]): (readonly Line[])[] {
  const blocks: Line[][] = [];
  let block: Line[] | undefined;
  for (const line of lines) {
    if (!/^\s*```/.test(line.text)) block?.push(line);
    else if (block !== undefined) block = undefined;
    else blocks.push((block = []));
  }
  if (blocks.length > 0) return blocks;
  const [title, ...rest] = trimmed(lines);
  if (title === undefined) return [lines.slice(0, 1)];
  const isTitle = title === lines[0] && rest.length > 0;
  return [isTitle ? trimmed(rest) : [title, ...rest]];
}

function trimmed(lines: readonly Line[]): readonly Line[] {
  const isCode = (line: Line): boolean => line.text.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isCode)), lines.findLastIndex(isCode) + 1);
}
