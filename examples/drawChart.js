/**
 * Draws a chart as SVG without a page, as vega-embed would in one.
 *
 * @param {import('service-cycle/report').VegaLiteSpec} spec
 */
export async function drawChart(spec) {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const { parse, View } = vega;
  // Where there is no page to measure in, vega takes each sign for wider than it comes out.
  const { textMetrics } = /** @type {{ textMetrics: { width: unknown } }} */ (
    /** @type {unknown} */ (vega)
  );
  textMetrics.width = (
    /** @type {{ fontSize?: number, fontWeight?: string }} */ { fontSize = 11, fontWeight },
    /** @type {unknown} */ text,
  ) => (fontWeight === 'bold' ? 0.7 : 0.62) * fontSize * String(text).length;
  // Vega marks the rows that it draws.
  const { spec: compiled } = compile(/** @type {never} */ (structuredClone(spec)));
  const view = new View(parse(compiled), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  // What a reader who does not see it is told.
  const said = spec.description.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `${svg.replace(/<svg ([^>]*)>/, (_, attributes) => `<svg role="img" ${attributes}><title>${said}</title>`)}\n`;
}
