/** Plain JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * A chart as a Vega-Lite specification, version 6: plain JSON, with its data in it, that vega-embed or vega-lite
 * with vega draw.
 */
export interface VegaLiteSpec {
  /** Which version it is written for. */
  readonly $schema: 'https://vega.github.io/schema/vega-lite/v6.json';
  /** What the chart shows, in words, for readers who do not see it. */
  readonly description: string;
  /** The heading, and below it what is left out or to be kept in mind. */
  readonly title: {
    /** The heading, in lines. */
    readonly text: readonly string[];
    /** What is left out or to be kept in mind, in lines. */
    readonly subtitle: readonly string[];
  };
  /** The data, scales, marks and looks. */
  readonly [key: string]: Json;
}
