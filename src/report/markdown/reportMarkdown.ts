import type { CycleIds } from '../../model/ids.ts';
import type { Review } from '../../review/types.ts';
import { checkText } from '../../shared/refuse.ts';
import { readDocument } from '../document/documentOf.ts';
import type { Cell, Part } from '../document/reportDocument.ts';
import type { ReportOptions } from '../document/reportOptions.ts';

/**
 * A review as a report in Markdown: the verdict, the five steps in their order with intervals and reasons,
 * what was left out and why, and what to do next.
 *
 * It is CommonMark with the tables of GitHub. Texts of the cycle and of customers are escaped, so that none
 * of them becomes markup; charts and pictures are for {@link reportHtml}.
 *
 * @param review - from `reviewCycle`
 * @param options - the words of a language, the cycle, and what to say beside the review
 * @returns the text, which ends with a line end
 * @throws ServiceCycleError `invalid-argument` when it is no review, or an option is none
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [
 *     { id: 'pay', name: 'Pays', contact: 'staff', declaredCritical: { because: 'Money' } },
 *   ],
 * });
 * const text = reportMarkdown(reviewCycle(desk, {}), { words: english, cycle: desk });
 * text.split('\n')[0]; // => '# Review: Front desk'
 * text.includes('- Critical, 1 of 1 moment: “Pays”.'); // => true
 */
export function reportMarkdown<Ids extends CycleIds>(
  review: Review<Ids>,
  options: ReportOptions,
): string {
  const { title, lead, sections } = readDocument(review, options);
  const blocks = [
    `# ${escaped(title)}`,
    ...lead.map(opening),
    ...sections.flatMap((section) => [
      `## ${escaped(section.title)}`,
      ...section.parts.flatMap(block),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function block(part: Part): readonly string[] {
  switch (part.kind) {
    case 'pictures':
      return [];
    case 'text':
      return [opening(part.text)];
    case 'list':
      return [
        part.items
          .map((item, at) => `${part.isOrdered ? `${String(at + 1)}.` : '-'} ${opening(item)}`)
          .join('\n'),
      ];
    case 'table': {
      const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
      const rule = part.head.map((_, column) => (part.figures.includes(column) ? '--:' : '---'));
      return [
        [
          line(part.head.map(escaped)),
          line(rule),
          ...part.rows.map((row) => line(row.map(markdownCell))),
        ].join('\n'),
      ];
    }
  }
}

function markdownCell({ lines, tone }: Cell): string {
  const [first = '', ...others] = lines.filter((line) => line !== '').map(escaped);
  const head = tone === 'bad' && first !== '' ? `**${first}**` : first;
  return [head, ...others].join('<br>');
}

/** Text that stays text: what Markdown, GitHub's autolinks and formulas would read is escaped. */
function escaped(text: string): string {
  checkText('a text', text);
  return text
    .replace(/[\\`*_[\]<>|#~&$@]/g, String.raw`\$&`)
    .replace(/:(?=\/\/)/g, String.raw`\:`)
    .replace(/(www)\./gi, String.raw`$1\.`);
}

/** The same at the start of a line, where a list or a heading could begin. */
function opening(text: string): string {
  return escaped(text)
    .replace(/^([-+=])/, String.raw`\$1`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}
