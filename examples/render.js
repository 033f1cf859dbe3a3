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
export function renderText(report) {
  const { title, subtitle, sections } = shown(report);
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
export function renderMarkdown(report) {
  const { title, subtitle, sections } = shown(report);
  const blocks = sections.map(({ title: heading, parts }) =>
    [`## ${escape(heading)}`, ...parts.map(markdownBlock)].join('\n\n'),
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
  return text.replaceAll(/[\\`*_[\]<>|#~&]/g, (sign) => `\\${sign}`);
}

/**
 * A report all of whose texts are safe to show. This is the one place through which they pass.
 *
 * @param {Report} report
 * @returns {Report}
 */
function shown({ title, subtitle, sections }) {
  return {
    title: visible(title),
    subtitle: visible(subtitle),
    sections: sections.map((section) => ({
      title: visible(section.title),
      parts: section.parts.map((part) =>
        part.kind === 'lines'
          ? { ...part, lines: part.lines.map(visible) }
          : {
              ...part,
              head: part.head.map(visible),
              rows: part.rows.map((row) => row.map(visible)),
            },
      ),
    })),
  };
}

/**
 * A text on one line, in which what a terminal would obey (control characters, and those that turn the
 * direction of what follows) is shown as a sign: names, units and values come from files of customers.
 *
 * @param {string} text
 */
export function visible(text) {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (sign) => {
    const code = sign.charCodeAt(0);
    // The pictures of control characters stand in their own block of Unicode, in the same order.
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
