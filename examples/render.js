/**
 * A report, as text for a terminal and as Markdown.
 *
 * @typedef {{ kind: 'lines', lines: readonly string[] }} Lines
 * @typedef {{ kind: 'table', head: readonly string[], rows: readonly (readonly string[])[] }} Table
 * @typedef {{ title: string, parts: readonly (Lines | Table)[] }} Section
 * @typedef {{ title: string, subtitle: string, sections: readonly Section[] }} Report
 */

/**
 * @param {Report} report
 * @returns {string}
 */
export function renderText({ title, subtitle, sections }) {
  const blocks = sections.map(({ title: heading, parts }) =>
    [heading, '-'.repeat(heading.length), ...parts.flatMap(textLines)].join('\n'),
  );
  return `${[`${title}\n${'='.repeat(title.length)}\n${subtitle}`, ...blocks].join('\n\n')}\n`;
}

/**
 * @param {Lines | Table} part
 * @returns {readonly string[]}
 */
function textLines(part) {
  if (part.kind === 'lines') return part.lines;
  const all = [part.head, ...part.rows];
  const widths = part.head.map((_, column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  );
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/**
 * @param {Report} report
 * @returns {string}
 */
export function renderMarkdown({ title, subtitle, sections }) {
  const blocks = sections.map(({ title: heading, parts }) =>
    [`## ${heading}`, ...parts.map(markdownBlock)].join('\n\n'),
  );
  return `${[`# ${escape(title)}`, escape(subtitle), ...blocks].join('\n\n')}\n`;
}

/**
 * @param {Lines | Table} part
 * @returns {string}
 */
function markdownBlock(part) {
  if (part.kind === 'lines') return part.lines.map((line) => `- ${escape(line.trim())}`).join('\n');
  const row = (/** @type {readonly string[]} */ cells) => `| ${cells.map(escape).join(' | ')} |`;
  return [row(part.head), `|${part.head.map(() => '---|').join('')}`, ...part.rows.map(row)].join(
    '\n',
  );
}

/**
 * Text of users must not become markup.
 *
 * @param {string} text
 */
function escape(text) {
  return text.replaceAll(/[\\`*_[\]<>|#~]/g, (sign) => `\\${sign}`).replaceAll('\n', ' ');
}
