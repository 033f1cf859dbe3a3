import ts from 'typescript';

/** What an example says an expression gives. */
export interface Claim {
  /** `equal`: deeply equal to the literal; `close`: the same number to 6 decimals. */
  readonly kind: 'equal' | 'close';
  /** Where the expression stands in the code, by character. */
  readonly from: number;
  /** The character after the expression, and after its semicolon when it has one. */
  readonly to: number;
  /** The expression as written. */
  readonly expression: string;
  /** What it is claimed to give: a JavaScript expression. */
  readonly expected: string;
  /** The line of the code, from 0, where the claim stands. */
  readonly line: number;
}

/** A comment that looks like a claim and cannot be read as one. */
export interface UnreadableClaim {
  /** Why it cannot be read. */
  readonly message: string;
  /** The line of the code, from 0. */
  readonly line: number;
}

interface LineComment {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** Without the slashes. */
  readonly text: string;
  /** Whether nothing but the comment stands on its line. */
  readonly alone: boolean;
}

const CLAIM = /^\s*(=>|~>)(.*)$/;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * The claims of an example: `expression // => literal` and `expression // ~> number`. The claim
 * stands behind the expression or on the line under it, and a literal may go on over the comment
 * lines that follow.
 */
export function readClaims(code: string): { claims: Claim[]; unreadable: UnreadableClaim[] } {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  const comments = lineComments(source);
  const claims: Claim[] = [];
  const unreadable: UnreadableClaim[] = [];

  for (const [index, comment] of comments.entries()) {
    const [, arrow, rest] = CLAIM.exec(comment.text) ?? [];
    if (arrow === undefined || rest === undefined) continue;
    const { line } = comment;
    const statement = [...source.statements].findLast(({ end }) => end <= comment.from);
    const gap = statement && code.slice(statement.end, comment.from);
    if (statement === undefined || gap === undefined || !/^[ \t;]*(\r?\n[ \t]*)?$/.test(gap)) {
      unreadable.push({ line, message: 'this claim stands at the end of no statement' });
      continue;
    }
    if (!ts.isExpressionStatement(statement)) {
      unreadable.push({ line, message: 'a claim stands behind an expression, not a declaration' });
      continue;
    }
    const expected =
      arrow === '=>' ? readLiteral(rest, continuation(comments, index)) : rest.trim();
    if (expected === undefined) {
      unreadable.push({ line, message: `not a JavaScript literal:${rest}` });
    } else if (arrow === '~>' && !NUMBER.test(expected)) {
      unreadable.push({ line, message: `not a number: ${expected}` });
    } else {
      claims.push({
        kind: arrow === '=>' ? 'equal' : 'close',
        from: statement.getStart(),
        to: statement.end,
        expression: statement.expression.getText(),
        expected,
        line,
      });
    }
  }
  return { claims, unreadable };
}

function lineComments(source: ts.SourceFile): LineComment[] {
  const code = source.text;
  const found = new Map<number, LineComment>();
  const collect = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { kind, pos, end } of ranges ?? []) {
      if (kind !== ts.SyntaxKind.SingleLineCommentTrivia) continue;
      const { line } = source.getLineAndCharacterOfPosition(pos);
      const lineStart = source.getPositionOfLineAndCharacter(line, 0);
      const alone = code.slice(lineStart, pos).trim() === '';
      found.set(pos, { from: pos, to: end, line, text: code.slice(pos + 2, end), alone });
    }
  };
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(source) === 0) {
      collect(ts.getLeadingCommentRanges(code, node.getFullStart()));
      collect(ts.getTrailingCommentRanges(code, node.end));
    }
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...found.values()].sort((a, b) => a.from - b.from);
}

/** The comment lines directly under a comment, up to code, an empty line or the next claim. */
function continuation(comments: readonly LineComment[], index: number): string[] {
  const lines: string[] = [];
  let line = comments[index]?.line ?? 0;
  for (const next of comments.slice(index + 1)) {
    line += 1;
    if (next.line !== line || !next.alone || CLAIM.test(next.text)) break;
    lines.push(next.text);
  }
  return lines;
}

/** The shortest run of lines that is a whole expression, or nothing. */
function readLiteral(first: string, following: readonly string[]): string | undefined {
  let text = first.trim();
  for (const next of [...following, undefined]) {
    if (text !== '' && isExpression(text)) return text;
    if (next !== undefined) text = `${text}\n${next}`.trim();
  }
  return undefined;
}

function isExpression(text: string): boolean {
  try {
    new Function(`return (${text}\n)`);
    return true;
  } catch {
    return false;
  }
}
