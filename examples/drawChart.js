/**
 * Draws a chart as SVG without a page, as vega-embed would in one.
 *
 * @param {import('service-cycle/report').VegaLiteSpec} spec
 */
export async function drawChart(spec) {
  const [{ parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  // Vega marks the rows that it draws.
  const { spec: compiled } = compile(/** @type {never} */ (structuredClone(spec)));
  const view = new View(parse(compiled), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  // What a reader who does not see it is told.
  const said = spec.description.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `${svg.replace(/<svg ([^>]*)>/, (_, attributes) => `<svg role="img" ${attributes}><title>${said}</title>`)}\n`;
}
