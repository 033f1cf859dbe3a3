/** Does all that takes time, beside the page: reads, reviews and writes the report. */
import Papa from 'papaparse';
import {
  actionPlanStep,
  type Cycle,
  parseCycle,
  reviewCycle,
  ServiceCycleError,
  scoreSurvey,
  textIn,
} from 'service-cycle';
import { readResponses, suggestColumns } from 'service-cycle/interop';
import { inWords, reportHtml, reviewPictures } from 'service-cycle/report';
import { simulateVisits } from '../../examples/simulateVisits.js';
import { tallyAnswers } from '../../examples/tallyAnswers.js';
import { drawChart } from './drawChart.ts';
import type { Answers, Language, MappedQuestion, Outcome, Request, SeenFile } from './protocol.ts';
import type { Path } from './schemaHelp.ts';

/** So many rows and columns of a file are read. */
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 1_000;

/** So many questions are mapped, and so many faults told. */
const MOST_QUESTIONS = 200;
const MOST_TOLD = 100;

type Observed = Parameters<typeof reviewCycle>[1];

/** What there is to review, and where it comes from. */
interface Read {
  readonly observed: Observed;
  readonly source?: string;
  readonly notes?: readonly string[];
  readonly placeOf?: (position: number, question: string) => string;
  readonly file?: SeenFile;
  readonly failure?: string;
}

onmessage = async ({ data }: MessageEvent<Request>): Promise<void> => {
  const nothing = {
    id: data.id,
    faults: [],
    isNoJson: false,
    failure: undefined,
    file: undefined,
    resources: {},
    report: undefined,
  };
  let outcome: Outcome;
  try {
    outcome = { ...nothing, ...(await outcomeOf(data)) };
  } catch (error) {
    outcome = { ...nothing, failure: error instanceof Error ? error.message : String(error) };
  }
  postMessage(outcome);
};

async function outcomeOf({
  cycle: text,
  answers,
  resources,
  language,
  width,
}: Request): Promise<Partial<Outcome>> {
  const { words, data, pictures } = language;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { isNoJson: true };
  }
  const parsed = parseCycle(json);
  if (!parsed.ok) {
    return {
      faults: parsed.issues.slice(0, MOST_TOLD).map((issue) => {
        const { path, expected } = issue;
        return { path, text: `${inWords(told(issue, []), { words, more: data })} (${expected})` };
      }),
    };
  }
  const cycle = parsed.value;
  const amounts = amountsOf(cycle, resources);
  const { observed, file, failure, ...others } = read(cycle, answers, language);
  if (failure !== undefined) return { failure, file, resources: amounts };
  const review = reviewCycle(
    cycle,
    observed,
    Object.keys(amounts).length === 0 ? {} : { plans: actionPlanStep({ resources: amounts }) },
  );
  const report = reportHtml(review, {
    words,
    cycle,
    ...others,
    pictures: await reviewPictures(review, { words: pictures, cycle, width, render: drawChart }),
  });
  return { report, file, resources: amounts };
}

/** A fault to be put into words, which have quotation marks of their own. */
function told<Fault extends { readonly found: string }>(
  fault: Fault,
  path: Path,
): Fault & { readonly path: Path } {
  return { ...fault, found: fault.found.replace(/^"(.*)"$/s, '$1'), path };
}

/** What there is of each resource that plans take: what was said, and half of what all plans take where nothing was. */
function amountsOf(cycle: Cycle, said: Readonly<Record<string, number>>): Record<string, number> {
  const takes = new Map<string, number>();
  for (const { cost = {} } of cycle.actionPlans ?? []) {
    for (const [name, amount] of Object.entries(cost)) {
      takes.set(name, (takes.get(name) ?? 0) + (amount ?? 0));
    }
  }
  return Object.fromEntries(
    Array.from(takes, ([name, all]) => [
      name,
      Object.hasOwn(said, name) ? (said[name] ?? 0) : Math.round(all / 2),
    ]),
  );
}

function read(cycle: Cycle, answers: Answers, language: Language): Read {
  switch (answers.from) {
    case 'none':
      return { observed: {} };
    case 'made-up': {
      const { visits } = answers;
      const { responses, measurements } = simulateVisits(cycle, { visits, seed: 1 });
      return {
        observed: {
          scores: cycle.survey && scoreSurvey(cycle.survey, responses),
          measurements,
          ...visitsOf(cycle, { responses }).observed,
        },
        source: `${visits} made-up visits: no customer was asked`,
      };
    }
    case 'file':
      return readFile(cycle, answers, language);
  }
}

/** The tally of visits, or why there is none. */
function visitsOf(
  cycle: Cycle,
  answered: Parameters<typeof tallyAnswers>[1],
): { readonly observed: Pick<Observed, 'visits'>; readonly notes: readonly string[] } {
  try {
    const visits = tallyAnswers(cycle, answered);
    return { observed: visits === undefined ? {} : { visits }, notes: [] };
  } catch (error) {
    if (!(error instanceof ServiceCycleError)) throw error;
    return { observed: {}, notes: [`The answers are not read as visits: ${error.message}`] };
  }
}

/** The file that was parsed last: its text stays the same while the cycle is edited. */
let last: { readonly text: string; readonly rows: readonly string[][] } | undefined;

function rowsOf(text: string): readonly string[][] {
  if (last?.text !== text) {
    const { data } = Papa.parse<string[]>(text, {
      preview: MOST_ROWS + 2,
      skipEmptyLines: 'greedy',
    });
    last = { text, rows: data };
  }
  return last.rows;
}

function readFile(
  cycle: Cycle,
  { name, text, chosen }: Extract<Answers, { from: 'file' }>,
  { words, data }: Language,
): Read {
  const [headers = [], ...rows] = rowsOf(text);
  const refused = (failure: string): Read => ({ observed: {}, failure: `${name}: ${failure}` });
  if (cycle.survey === undefined) return refused('the cycle has no survey to read answers of');
  if (headers.length === 0) return refused('there is nothing in it');
  if (headers.length > MOST_COLUMNS) {
    return refused(`${headers.length} columns; expected ${MOST_COLUMNS} at most`);
  }
  if (rows.length > MOST_ROWS) return refused(`more than ${MOST_ROWS} rows; expected no more`);

  const { questions, columns } = mapped(cycle, headers, rows, chosen, words.language);
  const seen = { headers, questions, read: rows.length, kept: 0, notUnderstood: [] };
  if (Object.keys(columns).length === 0) {
    const failure = `${name}: no column answers a question yet; choose them under “Which column answers which question”`;
    return { observed: {}, file: seen, failure };
  }
  const found = readResponses(cycle, [headers, ...rows], { columns });
  const codes = new Set<string>(found.issues.map(({ code }) => code));
  const notUnderstood = [
    ...found.issues
      .slice(0, MOST_TOLD)
      .map(({ path, ...issue }) =>
        inWords(told(issue, path[0] === 'rows' ? path.slice(1) : path), { words, more: data }),
      ),
    ...Object.entries(found.report.dropped)
      .filter(([why]) => !codes.has(why))
      .map(([why, count]) => `${why}: ${count}`),
  ];
  const file = { ...seen, kept: found.report.kept, notUnderstood };
  if (!found.ok) return { observed: {}, file, failure: notUnderstood.join('; ') };
  const responses = found.value;
  const asked = new Set(found.report.columns.map(({ as }) => as));
  const visits = visitsOf(cycle, { responses, asked });
  return {
    observed: { scores: scoreSurvey(cycle.survey, responses), ...visits.observed },
    source: name,
    notes: [...notUnderstood, ...visits.notes],
    file,
  };
}

/** Which column answers which question: what the reader chose, and what is proposed for the others. */
function mapped(
  cycle: Cycle,
  headers: readonly string[],
  rows: readonly string[][],
  chosen: Readonly<Record<string, number | null>>,
  language: string,
): {
  readonly questions: readonly MappedQuestion[];
  readonly columns: Readonly<
    Record<string, { question: string; recode?: Readonly<Record<string, number | string>> }>
  >;
} {
  const survey = cycle.survey ?? { id: '', title: '', questions: [] };
  const { suggestions } = suggestColumns(survey, headers, rows.slice(0, 1000));
  const proposed = new Map(suggestions.map((one) => [one.question, one]));
  const questions = survey.questions.slice(0, MOST_QUESTIONS).map(({ id, text }) => {
    const header = proposed.get(id)?.header;
    const column = Object.hasOwn(chosen, id)
      ? (chosen[id] ?? null)
      : header === undefined
        ? null
        : headers.indexOf(header);
    return { id, text: textIn(text, language), column };
  });
  const columns = questions.flatMap(({ id, column }) => {
    const header = column === null ? undefined : headers[column];
    if (header === undefined) return [];
    // Labels are read as answers in whichever column they were chosen.
    const labels = suggestColumns(
      { ...survey, questions: survey.questions.filter((question) => question.id === id) },
      [header],
      rows.slice(0, 1000).map((row) => [row[column ?? 0] ?? '']),
    ).suggestions[0]?.recode;
    return [[header, { question: id, ...(labels && { recode: labels }) }] as const];
  });
  return { questions, columns: Object.fromEntries(columns) };
}
