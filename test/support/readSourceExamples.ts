import ts from 'typescript';
import type { Example } from './example.ts';

interface Line {
  readonly text: string;
  /** From 0, in the file. */
  readonly at: number;
}

/** Every `@example` in the doc comments of a source file, in the order of the file. */
export function readSourceExamples(file: string, text: string): Example[] {
  // Most files are of the house alone, and reading them whole takes its time.
  if (!text.includes('@example')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const seen = new Set<number>();
  const examples: Example[] = [];

  const visit = (node: ts.Node, owner: string): void => {
    const name = nameOf(node) ?? owner;
    for (const comment of ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)) {
      if (seen.has(comment.pos)) continue;
      seen.add(comment.pos);
      for (const lines of exampleTags(linesOfComment(source, comment))) {
        for (const block of codeBlocks(lines)) {
          examples.push({
            file,
            line: (block[0]?.at ?? 0) + 1,
            title: `${file} ${name}`.trim(),
            before: '',
            code: block.map((line) => line.text).join('\n'),
          });
        }
      }
    }
    ts.forEachChild(node, (child) => {
      visit(child, name);
    });
  };
  visit(source, '');
  return examples.sort((a, b) => a.line - b.line);
}

function nameOf(node: ts.Node): string | undefined {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations[0]?.name.getText();
  }
  const { name } = node as Partial<ts.NamedDeclaration>;
  return name !== undefined && ts.isIdentifier(name) ? name.text : undefined;
}

/** The lines of a comment without its frame of stars. */
function linesOfComment(source: ts.SourceFile, comment: ts.JSDoc): Line[] {
  const first = source.getLineAndCharacterOfPosition(comment.pos).line;
  return source.text
    .slice(comment.pos, comment.end)
    .replace(/^\/\*\*/, '')
    .replace(/\s*\*\/$/, '')
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
