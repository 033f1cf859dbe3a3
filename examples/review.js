/**
 * Reviews a service cycle: reads a cycle and what customers answered, runs all five steps of the
 * method, prints the verdict and what to do next, and writes the whole report as Markdown and as a page.
 *
 * @typedef {import('service-cycle').Cycle} Cycle
 * @typedef {import('service-cycle').SurveyResponse} SurveyResponse
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  actionPlanStep,
  compareScores,
  reviewCycle,
  ServiceCycleError,
  scoreSurvey,
} from 'service-cycle';
import { reportHtml, reportMarkdown, reviewPictures } from 'service-cycle/report';
import { scoreTally, tallyResponses } from 'service-cycle/survey';
import { drawChart } from './drawChart.js';
import { progress } from './progress.js';
import { BadInput, readCycle, readObservations } from './readInput.js';
import { simulateVisits } from './simulateVisits.js';
import { tallyAnswers } from './tallyAnswers.js';
import { visible } from './visible.js';

const HELP = `Usage: npm start -- [options]

  --cycle FILE        the cycle, as JSON (bank A when absent)
  --responses FILE    what customers answered, as CSV; made-up visits when absent
  --columns FILE      which column answers which question, as JSON; goes with --responses
  --by LIST           questions or keys to group the scores by, such as boarding-area
  --earlier-responses FILE, --earlier-columns FILE
                      what customers answered the time before, to see what changed
  --resources LIST    what there is to spend, such as money=20000,staffHours=400
  --visits N          how many visits to make up (300 when absent)
  --seed N            the seed of the made-up visits (1 when absent)
  --currency CODE     the currency of the resource "money", such as EUR
  --language CODE     en, es, el, pl or lv (en when absent)
  --out FILE          where the report goes as Markdown (out/review.md when absent); the page stands
                      beside it, with the ending .html
  --help              this text
`;

const BANK = fileURLToPath(new URL('bank-on-foot.cycle.json', import.meta.url));
const BANK_RESOURCES = { money: 20_000, staffHours: 400 };

/** @typedef {{ out: (text: string) => void, errors: (text: string) => void }} Printer where text goes */

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Whoever looks at the first lines only has seen enough.
  process.stdout.on('error', (error) => {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPIPE') throw error;
  });
  process.exitCode = await reviewProgram(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    errors: (text) => process.stderr.write(text),
  });
}

/**
 * The program, which whoever started it may print elsewhere.
 *
 * @param {string[]} args
 * @param {Printer} print
 * @returns {Promise<number>} the exit code: 0, or 2 when the input or some answers of the file cannot be used
 */
export async function reviewProgram(args, print) {
  try {
    return await main(args, print);
  } catch (error) {
    if (!(error instanceof BadInput || error instanceof ServiceCycleError)) throw error;
    print.errors(`${error.message}\n`);
    return 2;
  }
}

/**
 * @param {string[]} args
 * @param {Printer} print
 * @returns {Promise<number>} the exit code: 0, or 2 when some answers of the file cannot be used
 */
async function main(args, print) {
  const options = readArguments(args);
  if (options.help) {
    print.out(HELP);
    return 0;
  }
  const cycle = await readCycle(options.cycle ?? BANK);
  const resources = options.resources ?? (options.cycle === undefined ? BANK_RESOURCES : undefined);
  const shown = progress();
  const observed =
    options.responses === undefined
      ? {
          ...simulateVisits(cycle, { visits: options.visits, seed: options.seed }),
          source: `${String(options.visits)} synthetic visits (seed ${String(options.seed)}): no customer was asked`,
          placeOf: undefined,
          asked: undefined,
          keys: [],
          weight: undefined,
          notes: [],
        }
      : await readObservations(cycle, options.responses, options.columns, shown);

  const earlier =
    options.earlierResponses === undefined
      ? undefined
      : await readObservations(cycle, options.earlierResponses, options.earlierColumns, shown);

  shown.step(`Reviewing ${observed.responses.length.toLocaleString('en')} responses`);
  const visits = visitsOf(cycle, observed, print);
  const review = reviewCycle(
    cycle,
    {
      scores: scoresOf(cycle, { ...observed, asked: undefined }),
      ...('measurements' in observed && { measurements: observed.measurements }),
      ...(visits && { visits }),
      ...(earlier && { earlierScores: scoresOf(cycle, { ...earlier, asked: undefined }) }),
    },
    resources === undefined ? {} : { plans: actionPlanStep({ resources }) },
  );
  const groups = groupScores(cycle, observed, options.by);
  const changes = earlier && compareScores(scoresOf(cycle, earlier), scoresOf(cycle, observed));
  const { words, pictureWords } = await wordsOf(options.language);
  const told = {
    words,
    cycle,
    source: observed.source,
    notes: [...observed.notes, ...(earlier?.notes ?? []), ...weightNote(observed)],
    ...(observed.placeOf && { placeOf: observed.placeOf }),
    ...(groups && { groups }),
    ...(changes && { changes, earlierSource: earlier.source }),
    ...(options.currency && { money: { currency: options.currency } }),
  };
  const markdown = reportMarkdown(review, told);
  shown.step('Drawing');
  const pictures = await reviewPictures(review, {
    words: pictureWords,
    cycle,
    render: drawChart,
    ...(groups && { groups }),
    ...(changes && { changes }),
  });
  const page = reportHtml(review, { ...told, pictures });
  shown.end();
  print.out(inShort(markdown));
  const pageFile = `${options.out.replace(/\.(md|markdown)$/, '')}.html`;
  await mkdir(dirname(options.out), { recursive: true });
  await writeFile(options.out, markdown);
  await writeFile(pageFile, page);
  print.out(`\nThe whole report: ${options.out}, and as a page ${pageFile}\n`);

  const invalid = review.scores.questions.reduce(
    (sum, { scores: [score] }) => sum + score.counts.invalid,
    0,
  );
  if (options.responses === undefined || invalid === 0) return 0;
  const answers = invalid === 1 ? '1 answer' : `${String(invalid)} answers`;
  print.errors(
    `\n${answers} of ${options.responses} cannot be used; the first ones are listed above, and everything else was counted.\n`,
  );
  return 2;
}

/**
 * What a reader at a terminal wants first: the verdict, what was left out and what to do next, without the
 * signs by which Markdown tells text from markup.
 *
 * @param {string} markdown
 */
function inShort(markdown) {
  const sections = markdown.split(/^(?=## )/m);
  const shown = [...sections.slice(0, 2), ...sections.slice(-2)].join('');
  return shown.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

/**
 * The words of a language, of which only these are loaded.
 *
 * @param {string} language
 * @returns {Promise<{ words: import('service-cycle/report').Words, pictureWords: import('service-cycle/report').PictureWords }>}
 */
async function wordsOf(language) {
  switch (language) {
    case 'es': {
      const { spanish, spanishPictures } = await import('service-cycle/report/es');
      return { words: spanish, pictureWords: spanishPictures };
    }
    case 'el': {
      const { greek, greekPictures } = await import('service-cycle/report/el');
      return { words: greek, pictureWords: greekPictures };
    }
    case 'pl': {
      const { polish, polishPictures } = await import('service-cycle/report/pl');
      return { words: polish, pictureWords: polishPictures };
    }
    case 'lv': {
      const { latvian, latvianPictures } = await import('service-cycle/report/lv');
      return { words: latvian, pictureWords: latvianPictures };
    }
    default: {
      const { english, englishPictures } = await import('service-cycle/report/en');
      return { words: english, pictureWords: englishPictures };
    }
  }
}

/**
 * What the answers tell of customers' visits, as far as they are of visits.
 *
 * @param {Cycle} cycle
 * @param {Parameters<typeof tallyAnswers>[1]} observed
 * @param {Printer} print
 */
function visitsOf(cycle, observed, print) {
  try {
    return tallyAnswers(cycle, observed);
  } catch (error) {
    if (!(error instanceof ServiceCycleError)) throw error;
    print.errors(`The answers are not read as visits: ${visible(error.message)}\n\n`);
    return undefined;
  }
}

/** @param {{ weight?: string | undefined }} observed */
function weightNote({ weight }) {
  return weight === undefined
    ? []
    : ['weights count in scores and areas; visits count once each, whoever answered'];
}

/**
 * The scores of those questions that were put to customers.
 *
 * @param {Cycle} cycle
 * @param {{ responses: readonly SurveyResponse[], asked?: ReadonlySet<string> | undefined, weight?: string | undefined }} observed
 */
function scoresOf({ survey, id }, { responses, asked, weight }) {
  const questions = (survey?.questions ?? []).filter(
    (question) => asked === undefined || asked.has(question.id),
  );
  return scoreSurvey({ id: survey?.id ?? id, title: id, questions }, responses, {
    ...(weight && { weight }),
  });
}

/**
 * @param {Cycle} cycle
 * @param {{ responses: readonly SurveyResponse[], keys: readonly string[], weight?: string | undefined }} observed
 * @param {readonly string[]} by
 */
function groupScores({ survey }, { responses, keys, weight }, by) {
  if (by.length === 0 || survey === undefined) return undefined;
  const strangers = by.filter(
    (name) => !keys.includes(name) && !survey.questions.some(({ id }) => id === name),
  );
  if (strangers.length > 0) {
    throw new BadInput(
      strangers.map(
        (name) =>
          `--by: found "${name}", expected the id of a question of the survey, or a key of the columns`,
      ),
    );
  }
  return scoreTally(survey, tallyResponses(survey, responses, { by, ...(weight && { weight }) }));
}

/** @param {string[]} args */
function readArguments(args) {
  const text = /** @type {const} */ ({ type: 'string' });
  /** @type {{ [name: string]: string | boolean | undefined }} */
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        cycle: text,
        responses: text,
        columns: text,
        by: text,
        'earlier-responses': text,
        'earlier-columns': text,
        resources: text,
        visits: text,
        seed: text,
        out: text,
        currency: text,
        language: text,
        help: { type: 'boolean' },
      },
    }));
  } catch (error) {
    throw new BadInput([`${/** @type {Error} */ (error).message}; --help lists the options`]);
  }
  /** @param {string} name */
  const one = (name) => /** @type {string | undefined} */ (values[name]);
  /** @type {string[]} */
  const faults = [];
  if ((one('responses') === undefined) !== (one('columns') === undefined)) {
    faults.push('--responses and --columns: found one of them, expected both or neither');
  }
  if (one('responses') !== undefined && one('cycle') === undefined) {
    faults.push('--cycle: missing, expected the cycle that the responses are about');
  }
  if ((one('earlier-responses') === undefined) !== (one('earlier-columns') === undefined)) {
    faults.push('--earlier-responses and --earlier-columns: expected both or neither');
  }
  const visits = wholeNumber('--visits', one('visits') ?? '300', faults);
  const seed = wholeNumber('--seed', one('seed') ?? '1', faults);
  const resources = amounts(one('resources'), faults);
  const language = one('language') ?? 'en';
  if (!['en', 'es', 'el', 'pl', 'lv'].includes(language)) {
    faults.push(`--language: found "${language}", expected en, es, el, pl or lv`);
  }
  if (faults.length > 0) throw new BadInput(faults);
  return {
    cycle: one('cycle'),
    responses: one('responses'),
    columns: one('columns'),
    earlierResponses: one('earlier-responses'),
    earlierColumns: one('earlier-columns'),
    by: (one('by') ?? '').split(',').filter((name) => name !== ''),
    out: one('out') ?? 'out/review.md',
    currency: one('currency'),
    language,
    help: values['help'] === true,
    visits,
    seed,
    resources,
  };
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string[]} faults
 */
function wholeNumber(name, text, faults) {
  if (!/^\d{1,9}$/.test(text))
    faults.push(`${name}: found "${text}", expected a whole number, 0 or more`);
  return Number(text);
}

/**
 * @param {string | undefined} text
 * @param {string[]} faults
 * @returns {{ [resource: string]: number } | undefined}
 */
function amounts(text, faults) {
  if (text === undefined) return undefined;
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [name = '', amount = ''] = part.split('=');
      if (name.trim() === '' || !/^\d+(\.\d+)?$/.test(amount.trim())) {
        faults.push(
          `--resources: found "${part}", expected a name and an amount, such as money=20000`,
        );
      }
      return [name.trim(), Number(amount)];
    }),
  );
}
