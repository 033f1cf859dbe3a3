/** The method as a picture: five steps on a ring. It is readable at 390 pixels, in the light and the dark. */

/** @type {readonly { name: string, what: string, label: 'above' | 'below' | 'inside' }[]} */
const STEPS = [
  { name: 'Moments of truth', what: 'which are critical', label: 'above' },
  { name: 'Requirements', what: 'and standards', label: 'inside' },
  { name: 'Action plans', what: 'within the resources', label: 'below' },
  { name: 'Areas', what: 'in order of need', label: 'below' },
  { name: 'Survey', what: 'asked and scored', label: 'inside' },
];
const WIDTH = 480;
const HEIGHT = 456;
const CENTRE = { x: 240, y: 238 };
const RADIUS = 160;
const NODE = 25;

const STYLE = `
  text { font-family: system-ui, sans-serif; text-anchor: middle; fill: #1f2328; }
  .start { text-anchor: start; }
  .end { text-anchor: end; }
  .name { font-size: 16px; font-weight: 600; }
  .what { font-size: 14px; }
  .number { font-size: 17px; font-weight: 600; fill: #ffffff; }
  circle { fill: #0b5cad; }
  path { fill: none; stroke: #57606a; stroke-width: 2; marker-end: url(#tip); }
  .tip { fill: #57606a; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .number { fill: #0d1117; }
    circle { fill: #79c0ff; }
    path { stroke: #8b949e; }
    .tip { fill: #8b949e; }
  }`;

/** The picture, as SVG. */
export function cyclePicture() {
  const turn = (2 * Math.PI) / STEPS.length;
  const gap = Math.asin(NODE / RADIUS) + 0.06;
  const arrows = STEPS.map((_, step) => {
    const from = at(step * turn + gap);
    const to = at((step + 1) * turn - gap);
    return `<path d="M${from}A${String(RADIUS)} ${String(RADIUS)} 0 0 1 ${to}" />`;
  });
  const nodes = STEPS.map(({ name, what, label }, step) => {
    const { x, y } = place(step * turn);
    const isRight = x > CENTRE.x;
    const side = label !== 'inside' ? '' : isRight ? ' end' : ' start';
    const textX = label !== 'inside' ? x : x + (isRight ? -1 : 1) * (NODE + 10);
    const textY = { above: y - NODE - 27, below: y + NODE + 21, inside: y - 2 }[label];
    return [
      `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${String(NODE)}" />`,
      `<text class="number" x="${fixed(x)}" y="${fixed(y + 6)}">${String(step + 1)}</text>`,
      `<text class="name${side}" x="${fixed(textX)}" y="${fixed(textY)}">${name}</text>`,
      `<text class="what${side}" x="${fixed(textX)}" y="${fixed(textY + 18)}">${what}</text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" width="${String(WIDTH)}" height="${String(HEIGHT)}" role="img" aria-labelledby="title desc">
<title id="title">The customer service cycle in five steps</title>
<desc id="desc">A ring of five steps: moments of truth, requirements, action plans, areas, survey; and from the survey back to the moments of truth.</desc>
<style>${STYLE}
</style>
<marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><polygon class="tip" points="0,0 10,5 0,10" /></marker>
${[...arrows, ...nodes].join('\n')}
</svg>
`;
}

/** @param {number} angle - clockwise from the top, in radians */
function place(angle) {
  return { x: CENTRE.x + RADIUS * Math.sin(angle), y: CENTRE.y - RADIUS * Math.cos(angle) };
}

/** @param {number} angle */
function at(angle) {
  const { x, y } = place(angle);
  return `${fixed(x)} ${fixed(y)}`;
}

/** @param {number} number */
const fixed = (number) => number.toFixed(1);
