/**
 * @typedef {{ readonly label: string, readonly ticks: readonly number[], readonly log?: boolean }} Axis
 * @typedef {{ readonly label: string, readonly points: readonly (readonly number[])[] }} Line
 * @typedef {{
 *   readonly title: string,
 *   readonly x: Axis,
 *   readonly y: Axis,
 *   readonly lines: readonly Line[],
 *   readonly rule?: { readonly y: number, readonly label: string },
 * }} Plot
 */

/** As wide as the other pictures of the guides: readable on a telephone. */
const WIDTH = 480;
const HEIGHT = 340;
const AREA = { left: 44, right: 20, top: 76, bottom: 50 };
const COLOURS = ['#0b5cad', '#b3450b'];
const RULE = 'stroke="#222" stroke-dasharray="5 4"';

/**
 * A line plot as SVG, with a background of its own so that it reads on dark pages too. Axes run from
 * the first tick to the last.
 *
 * @param {Plot} plot
 */
export function linePlot({ title, x, y, lines, rule }) {
  const toX = placer(x, AREA.left, WIDTH - AREA.right);
  const toY = placer(y, HEIGHT - AREA.bottom, AREA.top);
  const right = WIDTH - AREA.right;
  const bottom = HEIGHT - AREA.bottom;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="sans-serif" font-size="13" fill="#222">`,
    `<title>${escape(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="12" y="24" font-size="14" font-weight="bold">${escape(title)}</text>`,
    ...legend([
      ...lines.map(({ label }, at) => ({
        label,
        style: `stroke="${COLOURS[at]}" stroke-width="2.5"`,
      })),
      ...(rule === undefined ? [] : [{ label: rule.label, style: RULE }]),
    ]),
    ...y.ticks.map(
      (tick) =>
        `<path d="M${AREA.left} ${toY(tick)}H${right}" stroke="#ddd"/><text x="${AREA.left - 8}" y="${toY(tick)}" dy="4" text-anchor="end">${tick}</text>`,
    ),
    ...x.ticks.map(
      (tick) =>
        `<path d="M${toX(tick)} ${AREA.top}V${bottom}" stroke="#eee"/><text x="${toX(tick)}" y="${bottom + 18}" text-anchor="middle">${tick}</text>`,
    ),
    `<text x="${(AREA.left + right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${escape(x.label)}</text>`,
    `<text x="12" y="${AREA.top - 10}">${escape(y.label)}</text>`,
    ...(rule === undefined ? [] : [`<path d="M${AREA.left} ${toY(rule.y)}H${right}" ${RULE}/>`]),
    ...lines.map(
      ({ points }, at) =>
        `<path d="M${points.map(([px = 0, py = 0]) => `${toX(px)} ${toY(py)}`).join('L')}" fill="none" stroke="${COLOURS[at]}" stroke-width="2.5" stroke-linejoin="round"/>`,
    ),
    '</svg>',
    '',
  ].join('\n');
}

/** @param {readonly { readonly label: string, readonly style: string }[]} entries */
function legend(entries) {
  let left = 12;
  return entries.map(({ label, style }) => {
    const at = left;
    // About as wide as the words come out.
    left += 46 + 6.4 * label.length;
    return `<path d="M${at} 43h16" ${style}/><text x="${at + 22}" y="48" font-size="12">${escape(label)}</text>`;
  });
}

/**
 * @param {Axis} axis
 * @param {number} from
 * @param {number} to
 * @returns {(value: number) => number}
 */
function placer({ ticks, log = false }, from, to) {
  const scale = log ? Math.log10 : (/** @type {number} */ value) => value;
  const [first, last] = [scale(ticks[0] ?? 0), scale(ticks.at(-1) ?? 1)];
  // A tenth of a pixel is more than anyone sees, and is the same on every machine.
  return (value) =>
    Math.round(10 * (from + ((scale(value) - first) / (last - first)) * (to - from))) / 10;
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
