import type { Example } from './example.ts';

/**
 * Every fenced `ts` block of a guide. A block under the line `<!-- continues -->` goes on from the
 * block before it, names and all; any other block stands alone.
 */
export function readMarkdownExamples(file: string, text: string): Example[] {
  const examples: Example[] = [];
  let open: { fence: string; line: number; isCode: boolean; continues: boolean } | undefined;
  let body: string[] = [];
  let marked = false;

  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (open === undefined) {
      const start = /^ {0,3}(`{3,}|~{3,})\s*(\w*)/.exec(line);
      if (start !== null) {
        open = {
          fence: start[1] ?? '```',
          line: index + 2,
          isCode: /^(ts|typescript)$/.test(start[2] ?? ''),
          continues: marked,
        };
        body = [];
        marked = false;
      } else if (line.trim() !== '') {
        marked = line.trim() === '<!-- continues -->';
      }
    } else if (line.trim().startsWith(open.fence)) {
      if (open.isCode) {
        const previous = open.continues ? examples.at(-1) : undefined;
        examples.push({
          file,
          line: open.line,
          title: `${file} line ${open.line}`,
          before: previous === undefined ? '' : `${previous.before}${previous.code}\n`,
          code: body.join('\n'),
        });
      }
      open = undefined;
    } else {
      body.push(line);
    }
  }
  return examples;
}
