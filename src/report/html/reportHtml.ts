import type { CycleIds } from '../../model/ids.ts';
import type { Review } from '../../review/types.ts';
import { checkList, checkObject, checkText, isList } from '../../shared/refuse.ts';
import { readDocument } from '../document/documentOf.ts';
import type { Cell, Part, PicturePlace, Section, Table } from '../document/reportDocument.ts';
import type {
  HtmlReportOptions,
  PictureVariants,
  ReportPicture,
} from '../document/reportOptions.ts';
import { STYLE } from './style.ts';

/**
 * A review as one page of HTML that needs nothing else: no script, no font, no file. It reads at the
 * width of a phone and of a desk, light and dark as the reader has it, prints, and passes WCAG AA; every
 * table has a caption and heads, and no verdict is told by colour alone.
 *
 * The order is that of {@link reportMarkdown}. Pictures and charts are handed in as texts of SVG and stand
 * beside the tables, which say the same; each is an image of its own, so that nothing in it runs. `reviewPictures`
 * draws them: charts by the `render` that you hand in, such as vega-lite and vega (`examples/drawChart.js`).
 *
 * @param review - from `reviewCycle`
 * @param options - the words of a language, the cycle, pictures, and what to say beside the review
 * @returns the page, from `<!doctype html>` on
 * @throws ServiceCycleError `invalid-argument` when it is no review, or an option is none
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front <desk>',
 *   moments: [{ id: 'pay', name: 'Pays', contact: 'staff' }],
 * });
 * const page = reportHtml(reviewCycle(desk, {}), { words: english, cycle: desk });
 * page.startsWith('<!doctype html>\n<html lang="en">'); // => true
 * page.includes('<h1>Review: Front &lt;desk&gt;</h1>'); // => true
 * @example
 * // With pictures, charts by whatever draws them
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Bank',
 *   areas: [{ id: 'hall', name: 'Hall' }],
 *   moments: [{ id: 'wait', name: 'Waits', contact: 'none', area: 'hall' }],
 * });
 * const review = reviewCycle(bank, {});
 * const pictures = await reviewPictures(review, {
 *   words: englishPictures,
 *   cycle: bank,
 *   render: ({ description }) => `<svg xmlns="http://www.w3.org/2000/svg"><title>${description}</title></svg>`,
 * });
 * const html = reportHtml(review, { words: english, cycle: bank, pictures });
 * Array.from(html.matchAll(/<img alt="([^".]*)/g), ([, alt]) => alt);
 * // => ['Bank: service cycle', 'Bank: service blueprint', 'Areas in order of need, and how sure the order is']
 */
export function reportHtml<Ids extends CycleIds>(
  review: Review<Ids>,
  options: HtmlReportOptions,
): string {
  const { title, lead, sections, language } = readDocument(review, options, ['pictures']);
  const pictures = readPictures(options.pictures);
  const [short, ...others] = sections;
  return [
    '<!doctype html>',
    `<html lang="${escaped(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Nothing may run or load, whatever was handed in.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(title)}</h1>`,
    ...lead.map((line) => `<p class="lead">${escaped(line)}</p>`),
    ...(short === undefined
      ? []
      : [`<section class="brief">`, ...sectionLines(short, undefined, pictures), '</section>']),
    '<nav><ul>',
    ...others.map(
      (section, at) => `<li><a href="#s${String(at)}">${escaped(section.title)}</a></li>`,
    ),
    '</ul></nav>',
    ...others.flatMap((section, at) => [
      '<section>',
      ...sectionLines(section, `s${String(at)}`, pictures),
      '</section>',
    ]),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

type Pictures = Readonly<Partial<Record<PicturePlace, readonly PictureVariants[]>>>;

const PLACES: readonly PicturePlace[] = [
  'cycle',
  'moments',
  'requirements',
  'plans',
  'areas',
  'scores',
  'groups',
  'changes',
];

function readPictures(given: HtmlReportOptions['pictures']): Pictures {
  if (given === undefined) return {};
  checkObject('pictures', given);
  return Object.fromEntries(
    PLACES.flatMap((place) => {
      const found = given[place];
      if (found === undefined) return [];
      const texts = isList(found) ? found : [found];
      return [[place, texts.map((one) => readPicture(`a picture of ${place}`, one))]];
    }),
  );
}

function readPicture(name: string, given: ReportPicture): PictureVariants {
  if (typeof given === 'string') return { svg: given, variants: [] };
  checkObject(name, given);
  checkText(name, given.svg);
  if (given.title !== undefined) checkText(`the title of ${name}`, given.title);
  checkList(`the variants of ${name}`, given.variants);
  for (const variant of given.variants) {
    checkObject(`a variant of ${name}`, variant);
    checkText(`a variant of ${name}`, variant.svg);
    checkText(`the media of ${name}`, variant.media);
  }
  return given;
}

function sectionLines(
  { title, parts }: Section,
  id: string | undefined,
  pictures: Pictures,
): readonly string[] {
  return [
    `<h2${id === undefined ? '' : ` id="${id}"`}>${escaped(title)}</h2>`,
    ...parts.flatMap((part, at) => partLines(part, at === 0 && id !== undefined, pictures)),
  ];
}

function partLines(part: Part, isVerdict: boolean, pictures: Pictures): readonly string[] {
  switch (part.kind) {
    case 'text':
      return [`<p${isVerdict ? ' class="verdict"' : ''}>${escaped(part.text)}</p>`];
    case 'list': {
      const tag = part.isOrdered ? 'ol' : 'ul';
      return [`<${tag}>`, ...part.items.map((item) => `<li>${escaped(item)}</li>`), `</${tag}>`];
    }
    case 'pictures':
      return (pictures[part.place] ?? []).map(figure);
    case 'table':
      return tableLines(part);
  }
}

/** Roles are said, since a table that is stacked on a narrow page is none any more to a reader of screens. */
function tableLines({ caption, head, rowHeader, figures, rows }: Table): readonly string[] {
  const classesOf = (column: number): readonly string[] => [
    ...(figures.includes(column) ? ['figure'] : []),
    // What is short stays on one line, so that long texts have the room.
    ...(rows.every((row) => (row[column]?.lines ?? []).every((line) => line.length <= SHORT)) &&
    (head[column] ?? '').length <= SHORT
      ? ['short']
      : []),
  ];
  const classed = (classes: readonly string[]): string =>
    classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  return [
    '<table role="table">',
    `<caption class="unseen">${escaped(caption)}</caption>`,
    '<thead role="rowgroup"><tr role="row">',
    ...head.map((text, column) =>
      text === ''
        ? '<td role="cell"></td>'
        : `<th role="columnheader" scope="col"${classed(classesOf(column))}>${escaped(text)}</th>`,
    ),
    '</tr></thead>',
    '<tbody role="rowgroup">',
    ...rows.flatMap((row) => [
      '<tr role="row">',
      ...row.map((one, column) => {
        const content = cellContent(one);
        if (column === rowHeader) return `<th role="rowheader" scope="row">${content}</th>`;
        const classes = [...classesOf(column), ...(content === '' ? ['empty'] : [])];
        const named = head[column] ?? '';
        return `<td role="cell"${classed(classes)}${
          named === '' ? '' : ` data-head="${escaped(named)}"`
        }>${content}</td>`;
      }),
      '</tr>',
    ]),
    '</tbody>',
    '</table>',
  ];
}

/** Up to how many characters a column is kept on one line. */
const SHORT = 20;

function cellContent({ lines, tone }: Cell): string {
  const [first = '', ...others] = lines.filter((line) => line !== '').map(escaped);
  const head =
    tone === undefined || first === '' ? first : `<div class="tone ${tone}">${first}</div>`;
  if (others.length === 0) return head;
  return [
    tone === undefined ? `<p>${head}</p>` : head,
    ...others.map((line) => `<p>${line}</p>`),
  ].join('');
}

function figure({ svg, title = titleOf(svg), variants }: PictureVariants): string {
  const sources = variants.map(
    (one) => `<source media="${escaped(one.media)}" srcset="${dataUrl(one.svg)}">`,
  );
  const image = `<img alt="${escaped(title)}" src="${dataUrl(svg)}">`;
  return `<figure><picture>${sources.join('')}${image}</picture></figure>`;
}

/** The title of a picture, for those who do not see it. */
function titleOf(svg: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/.exec(svg)?.[1] ?? '';
  return title.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

function dataUrl(svg: string): string {
  // Halves of a pair cannot be written.
  const whole = svg.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
  return `data:image/svg+xml,${encodeURIComponent(whole)}`;
}

/** Text that stays text, in an element and in an attribute. */
function escaped(text: string): string {
  checkText('a text', text);
  return text.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? '');
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
