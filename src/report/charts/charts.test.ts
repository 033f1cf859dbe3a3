import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../test/support/drawChart.ts';
import { findMeaningless } from '../../../test/support/findMeaningless.ts';
import { chartAreas } from '../../areas/charts/chartAreas.ts';
import { ewmaChart } from '../../areas/charts/ewmaChart.ts';
import { pChart } from '../../areas/charts/pChart.ts';
import { importancePerformance } from '../../areas/matrix/importancePerformance.ts';
import { prioritizeAreas } from '../../areas/prioritizeAreas.ts';
import type { Cycle } from '../../model/cycle.ts';
import { defineCycle } from '../../model/defineCycle.ts';
import { detectCriticalMoments } from '../../moments/detectCriticalMoments.ts';
import { selectActionPlans } from '../../plans/selectActionPlans.ts';
import { funnelOfPlaces } from '../../quality/funnelOfPlaces.ts';
import { individualsChart } from '../../quality/individualsChart.ts';
import { compareScores } from '../../survey/compare/compareScores.ts';
import { scoreByGroup } from '../../survey/score/scoreByGroup.ts';
import { scoreSurvey } from '../../survey/score/scoreSurvey.ts';
import { tallyResponses } from '../../survey/tally/tallyResponses.ts';
import { englishPictures } from '../languages/en.ts';
import { spanishPictures } from '../languages/es.ts';
import { areaOrderChart } from './areaOrderChart.ts';
import { beforeAfterChart } from './beforeAfterChart.ts';
import { controlChart } from './controlChart.ts';
import { funnelChart } from './funnelChart.ts';
import { groupScoresChart } from './groupScoresChart.ts';
import { importancePerformanceChart } from './importancePerformanceChart.ts';
import { journeyChart } from './journeyChart.ts';
import { plansChart } from './plansChart.ts';
import type { VegaLiteSpec } from './vegaLiteSpec.ts';

/** Draws a chart, and holds what every chart has to keep: no warnings, no number that is none. */
async function drawn(spec: VegaLiteSpec): ReturnType<typeof drawChart> {
  const chart = await drawChart(spec);
  expect(chart.warnings).toEqual([]);
  expect(chart.svg.replaceAll(/aria-label="[^"]*"/g, '')).not.toMatch(/NaN|Infinity|undefined/);
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  return chart;
}

const about = (moment: 'greet' | 'wait' | 'bill') =>
  ({ asks: 'satisfaction', about: { moment }, scale: { min: 1, max: 5 } }) as const;

const stay = defineCycle({
  id: 'stay',
  name: 'A night',
  areas: [
    { id: 'desk', name: 'Front desk', importance: 3 },
    { id: 'bar', name: 'Bar', importance: 1 },
  ],
  moments: [
    { id: 'greet', name: 'Is greeted', contact: 'staff', area: 'desk' },
    { id: 'wait', name: 'Waits', contact: 'none', area: 'desk' },
    { id: 'sleep', name: 'Sleeps', contact: 'none' },
    {
      id: 'bill',
      name: 'Pays',
      contact: 'staff',
      area: 'bar',
      declaredCritical: { because: 'it is money' },
    },
  ],
  requirements: [
    { id: 'soon', statement: 'Soon', moments: ['wait'], source: { kind: 'expectation' } },
  ],
  actionPlans: (['second-clerk', 'screen', 'painting'] as const).map((id, place) => ({
    id,
    name: `Plan of the ${id}`,
    requirements: ['soon'] as const,
    effects: [
      {
        moment: place === 2 ? ('sleep' as const) : ('wait' as const),
        incidentReduction: { low: 0.1, base: 0.3, high: 0.6 },
        basis: 'judged' as const,
      },
    ],
    cost: { euro: 100 + 500 * place },
    status: 'proposed' as const,
  })),
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: [
      { id: 'welcome', text: 'The welcome?', ...about('greet') },
      { id: 'queue', text: 'The queue?', ...about('wait') },
      { id: 'space', text: 'The room to wait in?', ...about('wait') },
      { id: 'right', text: 'The bill?', ...about('bill') },
      {
        id: 'recommend',
        text: 'Would you recommend us?',
        asks: 'recommendation',
        scale: { min: 0, max: 10 },
      },
    ],
  },
});

/** Customers of five branches, one of them with three. */
function responsesOf(satisfied: number, many = 123) {
  return Array.from({ length: many }, (_, i) => ({
    welcome: i % 10 < 9 ? 5 : 1,
    queue: i % 10 < satisfied ? 4 : 2,
    space: i % 10 < 8 ? 5 : 3,
    right: i % 10 < 9 ? 5 : 2,
    recommend: i % 11,
    branch: i < 3 ? 'Volos' : (['Athens', 'Patras', 'Chania', 'Larisa'][i % 4] ?? ''),
    month: `2024-${String(1 + (i % 8)).padStart(2, '0')}`,
  }));
}
const scores = scoreByGroup(stay.survey, responsesOf(6), { by: ['branch'] });
const criticalMoments = detectCriticalMoments(stay);

describe('journeyChart', () => {
  it('has a point and an interval for each moment that is asked about, and breaks where none is', async () => {
    const { marks, texts } = await drawn(
      journeyChart(stay, scores, { words: englishPictures, criticalMoments }),
    );
    // What stands in a row stands on a ground of its own.
    expect(marks).toEqual({ line: 3, rule: 3, symbol: 3, text: 2 });
    expect(texts).toEqual(
      expect.arrayContaining(['3 Sleeps', 'not asked', 'Satisfied customers (% of answers)']),
    );
    expect(texts).toEqual(expect.arrayContaining(['critical', 'to watch', 'not assessed']));
  });

  it('draws the worst of several questions about a moment', () => {
    expect(journeyChart(stay, scores, { words: englishPictures }).description).toContain(
      '2 Waits: 61% (52.1%',
    );
  });

  it('draws the metric that is asked for', async () => {
    const { texts } = await drawn(
      journeyChart(stay, scores, { words: englishPictures, metric: 'mean-rating' }),
    );
    expect(texts).toContain('Mean answer (scale 1 to 5)');
    expect(() => journeyChart(stay, scores, { words: englishPictures, metric: 'mean' })).toThrow(
      /metric is "mean"/,
    );
  });

  it('says of a question that too few answered that it is hidden, and draws no 0', async () => {
    const few = responsesOf(6).map((row, i) => (i < 3 ? row : { ...row, right: null }));
    const hidden = scoreByGroup(stay.survey, few, { by: ['branch'] });
    expect(hidden.suppressedQuestions).toEqual(['right']);
    const chart = journeyChart(stay, hidden, { words: englishPictures });
    expect(chart.description).toContain('4 Pays: hidden (too few)');
    expect((await drawn(chart)).marks['symbol']).toBe(2);
  });

  it('says that there is nothing to draw', async () => {
    const { texts } = await drawn(
      journeyChart(stay, { ...scores, questions: [] }, { words: englishPictures }),
    );
    expect(texts).toContain('There is nothing to draw: not asked');
  });
});

describe('groupScoresChart', () => {
  const chart = groupScoresChart(scores, { words: englishPictures, question: 'recommend' });

  it('has a point and an interval for each group that is shown, and a row for those that are not', async () => {
    const { marks, texts } = await drawn(chart);
    // One rule is the line of all together; the smallest group is hidden, and one beside it.
    expect(marks).toEqual({ rule: 4, symbol: 3, text: 2 * 2 });
    expect(texts.join(' ')).toContain('Net promoter score (points, −100 to 100)');
    expect(texts).toContain('hidden (too few)');
    expect(JSON.stringify(chart['layer'])).not.toMatch(/"row":"Volos"[^}]*"value"/);
  });

  it('says of a group without answers that there are none', async () => {
    const some = responsesOf(6).map((row) =>
      row.branch === 'Chania' ? { ...row, recommend: null } : row,
    );
    const few = scoreByGroup(stay.survey, some, { by: ['branch'], minimumGroupSize: 1 });
    const spec = groupScoresChart(few, { words: englishPictures, question: 'recommend' });
    expect(spec.description).toContain('Chania: no answers.');
    expect((await drawn(spec)).marks['symbol']).toBe(4);
  });

  it('draws all together where there are no groups', async () => {
    const whole = groupScoresChart(scoreSurvey(stay.survey, responsesOf(6)), {
      words: englishPictures,
    });
    expect((await drawn(whole)).marks).toEqual({ rule: 1, symbol: 1 });
    expect(whole.description).toMatch(/^Scores by group: welcome\. all together: 90/);
  });

  it('draws the first 60 of many groups, and counts the others', async () => {
    const many = responsesOf(6, 800).map((row, i) => ({ ...row, branch: `b${i % 80}` }));
    const spec = groupScoresChart(scoreByGroup(stay.survey, many, { by: ['branch', 'month'] }), {
      words: englishPictures,
      question: 'recommend',
    });
    expect(spec.title.subtitle.join(' ')).toMatch(/Not drawn: \d+/);
    expect((await drawn(spec)).marks['symbol']).toBeLessThanOrEqual(60);
  });

  it('refuses a question that was not asked', () => {
    expect(() =>
      groupScoresChart(scores, { words: englishPictures, question: 'welcom' as 'welcome' }),
    ).toThrow(/question is "welcom"; .*did you mean "welcome"/);
  });
});

describe('importancePerformanceChart', () => {
  const on5 = (perAnswer: readonly number[]) => ({ scale: { min: 1, max: 5 }, perAnswer });

  it('has a point, two intervals and a number for each item, and the lines that part them', async () => {
    const items = ['desk', 'bar', 'pool'].map((id, place) => ({
      id,
      importance: on5([0, 2, 8, 20 + place, 30 - 5 * place]),
      performance: on5([4, 6, 10, 20, 10 + 10 * place]),
    }));
    const { marks, texts } = await drawn(
      importancePerformanceChart(importancePerformance(items), { words: englishPictures }),
    );
    expect(marks).toEqual({ rule: 2 + 2 * 3, symbol: 3, text: 4 + 3 });
    expect(texts).toEqual(
      expect.arrayContaining(['Importance (as rated)', 'Performance (as rated)', 'keep it up']),
    );
  });

  it.each([-1e308, 1e308, Number.MAX_VALUE])('has axes for a limit of %d', (high) => {
    const items = ['desk', 'bar'].map((id) => ({
      id,
      importance: on5([0, 2, 8, 20, 30]),
      performance: on5([4, 6, 10, 20, 10]),
    }));
    const matrix = structuredClone(importancePerformance(items));
    const [first] = matrix.items;
    Reflect.set(
      (first as { performance: { interval: object } }).performance.interval,
      'high',
      high,
    );
    const spec = importancePerformanceChart(matrix, { words: englishPictures });
    expect(findMeaningless(spec)).toBeUndefined();
  });

  it('names what cannot be placed, and draws none of it', async () => {
    const empty = importancePerformance([{ id: 'desk', performance: on5([0, 0, 0, 0, 0]) }]);
    const spec = importancePerformanceChart(empty, {
      words: englishPictures,
      names: { desk: 'Front desk' },
    });
    expect((await drawn(spec)).texts.join(' ')).toContain('Not placed: Front desk');
  });
});

describe('areaOrderChart', () => {
  const whole = { scores: scoreSurvey(stay.survey, responsesOf(5)), criticalMoments };

  it('has a point and a bar of places for each area', async () => {
    const { marks, texts } = await drawn(
      areaOrderChart(stay, prioritizeAreas(stay, whole), { words: englishPictures }),
    );
    expect(marks).toEqual({ rule: 2, symbol: 2 });
    expect(texts).toContain('1 Front desk');
  });

  it('says where it is not known how sure the order is', async () => {
    const priorities = prioritizeAreas(stay, whole, { resamples: 0 });
    const chart = await drawn(areaOrderChart(stay, priorities, { words: englishPictures }));
    expect(chart.marks).toEqual({ symbol: 2 });
    expect(chart.texts.join(' ')).toContain('Nothing was redrawn');
  });
});

describe('beforeAfterChart', () => {
  it('refuses a definition that is none', () => {
    const survey = {
      id: 's',
      title: 'S',
      questions: [{ id: 'q', text: 'Q', ...about('wait') }],
    } as const;
    const scores = scoreSurvey(survey, [{ q: 5 }, { q: 3 }, { q: 4 }]);
    const comparisons = structuredClone(compareScores(scores, scores));
    const [first] = comparisons.questions;
    Reflect.set(
      (first as unknown as { definition: object }).definition,
      'box',
      new Proxy({}, { get: () => 1 }),
    );
    expect(() => beforeAfterChart(comparisons, { words: englishPictures })).toThrow(/box/);
  });
});

describe('plansChart', () => {
  const stakes = [
    {
      moment: 'wait',
      visits: 1000,
      incidentShare: { value: 0.2, basis: 'measured' },
      harm: { value: 0.5, basis: 'judged' },
    },
  ] as const;

  it('has a point for each plan whose benefit is known, chosen ones apart, and names the others', async () => {
    const selection = selectActionPlans(stay, { resources: { euro: 100 }, stakes });
    const { marks, texts } = await drawn(
      plansChart(stay, { selection, stakes }, { words: englishPictures }),
    );
    expect(marks).toEqual({ rule: 2, symbol: 2, text: 2 });
    expect(texts).toEqual(expect.arrayContaining(['Cost (euro)', 'chosen', 'not chosen']));
    expect(texts.join(' ')).toContain('Benefit unknown: Plan of the painting');
  });

  it('moves plans aside that would cover others, with a line to where they belong, and says so', async () => {
    const [plan] = stay.actionPlans;
    if (plan === undefined) throw new Error('no plan');
    const alike = Array.from({ length: 4 }, (_, at) => ({
      ...plan,
      id: `alike-${at}`,
      name: `Alike ${at}`,
      cost: { euro: 100 + at },
    }));
    const crowded: Cycle = { ...stay, actionPlans: [...stay.actionPlans, ...alike] };
    const selection = selectActionPlans(crowded, { resources: { euro: 100 }, stakes });
    const spec = plansChart(crowded, { selection, stakes }, { words: englishPictures, width: 390 });
    const { marks, texts } = await drawn(spec);
    expect(texts.join(' ')).toContain('Points that would cover others are moved aside');
    expect(marks).toEqual({ rule: 6 + 4, symbol: 6 + 4, text: 6 });
    expect(texts).toContain('6\u00a0Alike 3');
  });

  it('has nothing to draw where no benefit is known', async () => {
    const selection = selectActionPlans(stay, { resources: { euro: 100 }, stakes: [] });
    const { texts } = await drawn(
      plansChart(stay, { selection, stakes: [] }, { words: englishPictures }),
    );
    expect(texts.join(' ')).toContain('There is nothing to draw: Benefit unknown');
  });

  it('refuses a resource that no plan takes', () => {
    const selection = selectActionPlans(stay, { resources: { euro: 100 }, stakes });
    expect(() =>
      plansChart(
        stay,
        { selection, stakes },
        { words: englishPictures, resource: 'hours' as 'euro' },
      ),
    ).toThrow(/resource is "hours"; expected "euro"/);
  });

  it('refuses a cost that is no amount', () => {
    const selection = selectActionPlans(stay, { resources: { euro: 100 }, stakes });
    const actionPlans = stay.actionPlans.map((plan) => ({ ...plan, cost: { euro: Infinity } }));
    const endless = { ...stay, actionPlans };
    expect(() => plansChart(endless, { selection, stakes }, { words: englishPictures })).toThrow(
      /the cost of ".+" in "euro" is Infinity; expected a finite number, 0 or more/,
    );
  });

  it.each([Number.MIN_VALUE, 1e308, Number.MAX_VALUE])('has an axis for a cost of %d', (euro) => {
    const selection = selectActionPlans(stay, { resources: { euro: 100 }, stakes });
    const actionPlans = stay.actionPlans.map((plan) => ({ ...plan, cost: { euro } }));
    const spec = plansChart(
      { ...stay, actionPlans },
      { selection, stakes },
      { words: englishPictures },
    );
    expect(findMeaningless(spec)).toBeUndefined();
  });
});

describe('controlChart', () => {
  it('draws shares of periods with their limits, signals apart', async () => {
    const months = [38, 41, 40, 39, 42, 40, 22].map((count, month) => ({
      label: `2024-0${month + 1}`,
      count,
      n: 50,
    }));
    const { marks, texts } = await drawn(controlChart(pChart(months), { words: englishPictures }));
    expect(marks).toEqual({ rule: 1, line: 3 * 7, symbol: 7 });
    expect(texts).toEqual(expect.arrayContaining(['Share (%)', 'signal']));
  });

  it('draws a moving average with the values behind it', async () => {
    const values = [5, 6, 7, 4, 5].map((value, place) => ({ label: `w${place}`, value }));
    const { marks } = await drawn(controlChart(ewmaChart(values), { words: englishPictures }));
    expect(marks['symbol']).toBe(10);
  });

  it('draws single values above the ranges between them', async () => {
    const values = [5, 6, 5, 7, 6, 5, 6, 19].map((value, visit) => ({
      label: `visit ${visit}`,
      value,
    }));
    const chart = individualsChart(values, { baseline: 7 });
    const spec = controlChart(chart, { words: englishPictures, measure: 'Wait (minutes)' });
    const { marks, texts } = await drawn(spec);
    expect(marks).toEqual({ rule: 3, line: 3 * 8 + 7, symbol: 8 + 7 });
    expect(texts).toEqual(expect.arrayContaining(['Wait (minutes)', 'Range to the', 'one before']));
    expect(spec['vconcat']).toHaveLength(2);
  });

  it('tells periods of one name apart', async () => {
    const twice = [1, 2, 3, 2].map((value) => ({ label: 'May', value }));
    expect(
      (await drawn(controlChart(individualsChart(twice), { words: englishPictures }))).marks[
        'symbol'
      ],
    ).toBe(4 + 3);
  });

  it('refuses a chart that does not say how it was made', () => {
    const values = [1, 2, 3, 2].map((value) => ({ label: 'May', value }));
    const forged = { ...individualsChart(values), definition: undefined } as never;
    expect(() => controlChart(forged, { words: englishPictures })).toThrow(
      /chart\.definition is nothing; expected an object/,
    );
  });

  it('says why there is no chart', async () => {
    const { texts } = await drawn(controlChart(pChart([]), { words: englishPictures }));
    expect(texts).toContain('There is nothing to draw: nothing was counted');
  });

  it('draws what chartAreas computes, and nothing of a hidden period', async () => {
    const rows = responsesOf(6).map((row, i) => (i < 3 ? { ...row, month: '2024-12' } : row));
    const tally = tallyResponses(stay.survey, rows, { by: ['month'] });
    const [desk] = chartAreas(stay, tally, { period: 'month' }).areas;
    expect(desk?.suppressed.map(({ label }) => label)).toContain('2024-12');
    const spec = controlChart(desk!.share, { words: englishPictures });
    expect(JSON.stringify(spec)).not.toContain('2024-12');
    expect((await drawn(spec)).marks['symbol']).toBe(8 - desk!.suppressed.length + 1);
  });
});

describe('funnelChart', () => {
  const places = Array.from({ length: 12 }, (_, i) => ({
    place: `Branch ${i + 1}`,
    count: i === 5 ? 40 : 16 * (i + 1),
    n: 20 * (i + 1),
  }));

  it('has a point for each place, four limits and the names of those beyond', async () => {
    const funnel = funnelOfPlaces(places);
    const { marks, texts } = await drawn(
      funnelChart(funnel, {
        words: englishPictures,
        notShown: [{ place: 'Volos', because: 'below-minimum' }],
      }),
    );
    expect(marks['symbol']).toBe(12);
    expect(marks['text']).toBe(2);
    expect(texts).toContain('Branch 6');
    expect(texts.join(' ')).toContain('Not shown, too few answered: Volos');
  });

  it('names those beyond above the plot where their names would cover others', async () => {
    const many = Array.from({ length: 200 }, (_, place) => ({
      place: `Branch ${place}`,
      n: 100,
      count: place < 3 ? 40 : place < 6 ? 41 : 78 + (place % 5),
    }));
    const { marks, texts } = await drawn(
      funnelChart(funnelOfPlaces(many), { words: englishPictures, width: 390 }),
    );
    expect(marks['text']).toBe(2);
    expect(texts.filter((text) => text === 'Branch 0')).toHaveLength(2);
    expect(texts.join(' ')).toContain('beyond 99.8%: Branch 1, Branch 2, Branch 3');
  });

  it('draws the limits that places are given at their sizes', () => {
    const funnel = funnelOfPlaces(places);
    if (funnel.kind !== 'funnel') throw new Error(funnel.reason);
    const layers = funnelChart(funnel, { words: englishPictures })['layer'] as readonly {
      data: { values: object[] };
    }[];
    const limits = layers[1]?.data.values as { n: number; alarmLow: number; warningHigh: number }[];
    const [smallest] = funnel.places;
    expect(limits[0]?.n).toBe(20);
    expect(limits[0]?.alarmLow).toBeCloseTo(smallest?.alarm.low ?? 0, 12);
    expect(limits[0]?.warningHigh).toBeCloseTo(smallest?.warning.high ?? 0, 12);
  });

  it('says why there is no funnel', async () => {
    const { texts } = await drawn(funnelChart(funnelOfPlaces([]), { words: englishPictures }));
    expect(texts).toContain('There is nothing to draw: nothing was counted');
  });
});

describe('beforeAfterChart', () => {
  const after = scoreSurvey(stay.survey, responsesOf(9));
  const before = scoreSurvey(stay.survey, responsesOf(4));

  it('has two points and two intervals for each question, and a panel for each kind of score', async () => {
    const spec = beforeAfterChart(compareScores(before, after), { words: englishPictures });
    const { marks, texts } = await drawn(spec);
    expect(marks).toEqual({ rule: 10, symbol: 10 });
    expect(spec['vconcat']).toHaveLength(2);
    expect(texts).toEqual(expect.arrayContaining(['rose', 'no proven change', 'before', 'after']));
  });

  it('names what cannot be compared', async () => {
    const { questions } = stay.survey;
    const fewer = { ...stay.survey, questions: questions.slice(0, 1) };
    const spec = beforeAfterChart(compareScores(before, scoreSurvey(fewer, responsesOf(9))), {
      words: englishPictures,
    });
    expect((await drawn(spec)).marks).toEqual({ rule: 2, symbol: 2 });
    expect(spec.title.subtitle.join(' ')).toContain(
      'Not comparable: queue, space, right, recommend',
    );
  });

  it('refuses a score of a kind that there is not', () => {
    const { questions, ...compared } = compareScores(before, after);
    const forged = questions.map((question) => ({
      ...question,
      definition: { metric: 'The wait', scale: { min: 1, max: 5 } },
    })) as unknown as typeof questions;
    expect(() =>
      beforeAfterChart({ ...compared, questions: forged }, { words: englishPictures }),
    ).toThrow(/the metric of a score is "The wait"; expected "net-promoter-score"/);
  });
});

describe('a chart', () => {
  it.each([
    ['a width', { width: 20 }, /width is 20; expected a number from 320 to 4000/],
    ['a theme', { theme: 'auto' }, /theme is "auto"; expected "light" or "dark"/],
    ['an option', { tite: 'x' }, /a key of options is "tite".*"title"/],
    ['the words', { words: undefined }, /words is nothing; expected an object/],
    [
      'a word',
      { words: { ...englishPictures, control: 1 } },
      /words.control is 1; expected a text/,
    ],
    ['a title that is none', { title: 1 }, /title is 1; expected a text/],
  ])('refuses %s that is wrong', (_, options, message) => {
    expect(() =>
      controlChart(pChart([]), { words: englishPictures, ...(options as object) }),
    ).toThrow(message);
  });

  it('has its title, its words and its colours as they are asked for', async () => {
    const spec = groupScoresChart(scores, {
      title: 'Puntos',
      theme: 'dark',
      words: { ...spanishPictures, together: 'Línea: todos.' },
    });
    expect(spec.title.text).toEqual(['Puntos']);
    expect(spec['background']).toBe('#0d1117');
    expect((await drawn(spec)).texts).toEqual(
      expect.arrayContaining(['oculto (muy pocos)', 'Línea: todos.']),
    );
  });

  it('is as wide as it is asked to be, title, axes and legend included', async () => {
    for (const width of [390, 1280]) {
      const { svg } = await drawn(
        journeyChart(stay, scores, { words: englishPictures, width, criticalMoments }),
      );
      expect(Number(/ width="(\d+)"/.exec(svg)?.[1])).toBe(width);
    }
    const names = { queue: 'How satisfied were you with the time that you waited?' };
    const compared = compareScores(
      scoreSurvey(stay.survey, responsesOf(4)),
      scoreSurvey(stay.survey, responsesOf(9)),
    );
    const { svg } = await drawn(
      beforeAfterChart(compared, { words: englishPictures, width: 390, names }),
    );
    expect(Number(/ width="(\d+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(390);
  });
});
