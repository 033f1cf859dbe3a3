import { logger, None, parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { VegaLiteSpec } from '../../src/report/charts/vegaLiteSpec.ts';

/** A chart as it comes out. */
export interface DrawnChart {
  /** What the compiler and the renderer had to say. */
  readonly warnings: readonly string[];
  /** The picture. */
  readonly svg: string;
  /** Every line of text of the picture, in the order in which it is drawn. */
  readonly texts: readonly string[];
  /** How many marks there are of each kind, such as `symbol` and `rule`; axes and legends apart. */
  readonly marks: Readonly<Record<string, number>>;
}

/** Compiles a chart by vega-lite and draws it by vega, without a page. */
export async function drawChart(spec: VegaLiteSpec): Promise<DrawnChart> {
  const warnings: string[] = [];
  const tell = (...told: readonly unknown[]): void => {
    warnings.push(told.map(String).join(' '));
  };
  const listening = {
    level: () => listening,
    error: tell,
    warn: tell,
    info: () => listening,
    debug: () => listening,
  };
  // Vega marks the rows that it draws.
  const { spec: compiled } = compile(structuredClone(spec) as unknown as TopLevelSpec, {
    logger: listening as never,
  });
  const view = new View(parse(compiled), {
    renderer: 'none',
    logger: Object.assign(logger(None), { warn: tell, error: tell }),
  });
  await view.runAsync();
  const svg = await view.toSVG();
  const marks: Record<string, number> = {};
  count((view.scenegraph() as unknown as { root: Item }).root, marks);
  view.finalize();
  return {
    warnings,
    svg,
    texts: [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text = '']) => text),
    marks,
  };
}

interface Item {
  readonly role?: string;
  readonly marktype?: string;
  readonly items?: readonly Item[];
}

function count({ role, marktype, items = [] }: Item, marks: Record<string, number>): void {
  if (marktype !== undefined && marktype !== 'group' && role === 'mark') {
    if (items.length > 0) marks[marktype] = (marks[marktype] ?? 0) + items.length;
    return;
  }
  for (const item of items) {
    if (role?.startsWith('axis') === true || role?.startsWith('legend') === true) continue;
    if (role === 'title') continue;
    count(item, marks);
  }
}
