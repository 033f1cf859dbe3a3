import { compareScores, scoreByGroup } from 'service-cycle';
import { individualsChart } from 'service-cycle/quality';
import {
  beforeAfterChart,
  controlChart,
  groupScoresChart,
  type VegaLiteSpec,
} from 'service-cycle/report';
import { greekPictures as words } from 'service-cycle/report/el';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../docs/playground/drawChart.ts';

/** The chart as vega draws it where it may make functions of texts. */
async function drawnAsUsual(spec: VegaLiteSpec): Promise<string> {
  const { spec: compiled } = compile(structuredClone(spec) as never);
  return new View(parse(compiled), { renderer: 'none' }).toSVG();
}

const survey = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'wait', text: 'The wait?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
    { id: 'all', text: 'Recommend?', asks: 'recommendation', scale: { min: 0, max: 10 } },
  ],
} as const;
const wave = (from: number) =>
  scoreByGroup(
    survey,
    Array.from({ length: 60 }, (_, i) => ({
      wait: 1 + ((i * from) % 5),
      all: (i * from) % 11,
      branch: i < 3 ? 'small' : `branch ${i % 4}, with a name of two lines`,
    })),
    { by: ['branch'] },
  );
const waits = Array.from({ length: 30 }, (_, day) => ({
  label: `day ${day}`,
  value: day === 27 ? 19 : 5 + (day % 3),
}));

describe('a chart of the playground, where no text is made a function', () => {
  it.each([
    ['groups', groupScoresChart(wave(3), { words })],
    ['before and after', beforeAfterChart(compareScores(wave(3), wave(7)), { words })],
    ['control', controlChart(individualsChart(waits, { baseline: 20 }), { words, theme: 'dark' })],
  ])('looks as vega draws it elsewhere: %s', async (_, spec) => {
    const svg = await drawChart(spec);
    expect(svg.length).toBeGreaterThan(2000);
    expect(svg).toBe(await drawnAsUsual(spec));
  });
});
