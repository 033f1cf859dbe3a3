import { describe, expect, it } from 'vitest';
import { cycleOf } from '../../../test/support/areaSketch.ts';
import { tallyResponses } from '../../survey/tally/tallyResponses.ts';
import { chartAreas } from './chartAreas.ts';
import type { AreaChart } from './types.ts';

const cycle = cycleOf([
  { id: 'hall', asked: { wait: [0, 0, 0, 0, 0], seat: [0, 0, 0, 0, 0] } },
  { id: 'desk', asked: { staff: [0, 0, 0, 0, 0] } },
]);

interface Response {
  readonly [key: string]: number | string | undefined;
}

/** A month of so many, a share of them with favourable answers to everything. */
function month(label: string | undefined, size: number, share: number): readonly Response[] {
  return Array.from({ length: size }, (_, i) => {
    const answer = i < share * size ? 5 : 2;
    return { wait: answer, seat: answer, staff: 5 - (i % 4), month: label };
  });
}

function charts(
  responses: readonly Response[],
  options: { readonly minimumGroupSize?: number; readonly lambda?: number } = {},
) {
  const tally = tallyResponses(cycle.survey!, responses, { by: ['month'] });
  return chartAreas(cycle, tally, { period: 'month', ...options });
}

function hall(...of: Parameters<typeof charts>): AreaChart {
  return charts(...of).areas[0]!;
}

const labels = Array.from({ length: 22 }, (_, i) => `2023-${String(i + 10)}`);
const steady = labels.flatMap((label) => month(label, 50, 0.8));

describe('chartAreas', () => {
  it('charts the favourable share of each area, month by month, and its moving average', () => {
    const found = charts([...steady, ...month('2024-01', 50, 0.4)]);
    expect(found.areas.map(({ area }) => area)).toEqual(['hall', 'desk']);
    const { share, ewma } = found.areas[0]!;
    if (share.kind !== 'control-chart' || ewma.kind !== 'control-chart') throw new Error('none');
    expect(share.points.map(({ label }) => label)).toEqual([...labels, '2024-01']);
    expect(share.points[0]?.value).toBe(0.8);
    expect(share.points.at(-1)?.signals[0]).toEqual({ rule: 'beyond-limit', direction: 'down' });
    expect(ewma.points.at(-1)?.signals).toEqual([{ rule: 'beyond-limit', direction: 'down' }]);
    expect(ewma.centre).toBe(share.centre);
    expect([share.isProvisional, ewma.isProvisional]).toEqual([false, false]);
  });

  it('counts a customer who answered two questions about an area once', () => {
    const { share } = hall(steady);
    if (share.kind !== 'control-chart') throw new Error('none');
    const half = share.centre - share.points[0]!.low;
    expect(half).toBeCloseTo(3 * Math.sqrt((0.8 * 0.2) / 50), 12);
  });

  it('sums out what else the tally is grouped by', () => {
    const responses = steady.map((each, i) => ({
      ...each,
      month: each['month'],
      branch: i % 2 ? 'north' : 'south',
    }));
    const tally = tallyResponses(cycle.survey!, responses, { by: ['branch', 'month'] });
    expect(chartAreas(cycle, tally, { period: 'month' })).toEqual(charts(steady));
  });

  it('does not chart a month that so few answered that it could reveal a person', () => {
    const one = hall([...steady, ...month('2024-01', 4, 0)]);
    // The total less all other months would be the four.
    expect(one.suppressed.map(({ because }) => because)).toEqual([
      'protects-another',
      'below-minimum',
    ]);
    expect(one.suppressed[1]?.label).toBe('2024-01');
    expect(one.share.kind === 'control-chart' && one.share.points).toHaveLength(21);
    const shown = hall([...steady, ...month('2024-01', 4, 0)], { minimumGroupSize: 4 });
    expect(shown.suppressed).toEqual([]);
  });

  it('charts the weighted share of weighted answers, of as many as tell as much', () => {
    const heavy = steady.map((each) => ({
      ...each,
      month: each['month'],
      w: each['wait'] === 5 ? 1 : 4,
    }));
    const tally = tallyResponses(cycle.survey!, heavy, { by: ['month'], weight: 'w' });
    const [area] = chartAreas(cycle, tally, { period: 'month' }).areas;
    if (area?.share.kind !== 'control-chart') throw new Error('none');
    // 40 favourable answers of weight 1, and 10 others of weight 4.
    expect(area.share.centre).toBeCloseTo(0.5, 12);
    const half = area.share.centre - area.share.points[0]!.low;
    expect(half).toBeGreaterThan(3 * Math.sqrt(0.25 / 50));
    const even = steady.map((each) => ({ ...each, month: each['month'], w: 1 }));
    const plain = tallyResponses(cycle.survey!, even, { by: ['month'], weight: 'w' });
    expect(chartAreas(cycle, plain, { period: 'month' })).toEqual(charts(steady));
  });

  it('says how many responses have no month', () => {
    expect(charts([...steady, ...month(undefined, 7, 0)]).withoutPeriod).toBe(7);
  });

  it('counts the questions that areas are judged by, those that ask for recommendation too', () => {
    const asked = cycleOf(
      [{ id: 'hall' }],
      [
        {
          id: 'recommend',
          text: 'Would you recommend the hall?',
          asks: 'recommendation',
          about: { area: 'hall' },
          scale: { min: 0, max: 10 },
        },
      ],
    );
    // Six is above the middle of the scale, and makes a detractor.
    const responses = labels.flatMap((label) =>
      Array.from({ length: 50 }, (_, i) => ({ recommend: i < 30 ? 7 : 6, month: label })),
    );
    const tally = tallyResponses(asked.survey!, responses, { by: ['month'] });
    const [area] = chartAreas(asked, tally, { period: 'month' }).areas;
    expect(area?.share).toMatchObject({ kind: 'control-chart', centre: 0.6 });
  });

  it('has no chart of an area that nobody was asked about', () => {
    const lone = cycleOf([{ id: 'vault' }, { id: 'desk', asked: { staff: [0, 0, 0, 0, 0] } }]);
    const tally = tallyResponses(lone.survey!, month('2024-01', 50, 1), { by: ['month'] });
    const [vault] = chartAreas(lone, tally, { period: 'month' }).areas;
    expect(vault?.share).toMatchObject({ kind: 'not-estimable', reason: 'no-points' });
    expect(vault?.ewma).toMatchObject({ kind: 'not-estimable', reason: 'no-points' });
  });

  it('lets the newest month count for more where it is told to', () => {
    const { ewma } = hall(steady, { lambda: 0.3 });
    expect(ewma.kind === 'control-chart' && ewma.definition.lambda).toBe(0.3);
  });

  it('refuses a period that the tally is not grouped by', () => {
    const tally = tallyResponses(cycle.survey!, steady, { by: ['month'] });
    expect(() => chartAreas(cycle, tally, { period: 'week' as 'month' })).toThrow(
      expect.objectContaining({ code: 'unknown-id' }),
    );
  });
});
