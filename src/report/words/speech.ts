import type { Cycle } from '../../model/cycle.ts';
import type { LocalizedText } from '../../model/localizedText.ts';
import type { ServicePlan } from '../../model/servicePlan.ts';
import { textIn } from '../../model/textIn.ts';
import type { Interval } from '../../shared/estimate.ts';
import { decimalsOf, type Format, formatOf } from './format.ts';
import { visible } from './visible.ts';
import type { Phrase, Words } from './words.ts';

/** In which words, and with which names, something is said. */
export interface WordsOptions {
  /** The words of a language, such as `english` from `service-cycle/report/en`. */
  readonly words: Words;
  /** The cycle, for the names of its things; an id that it does not have stands for itself. */
  readonly cycle?: Cycle;
  /** The service plan, for the names of what it plans. */
  readonly servicePlan?: ServicePlan;
  /** The cycles of internal customers, for the names of their standards. */
  readonly supporting?: readonly Cycle[];
  /** How numbers and dates are written, such as `en-GB`; as in the language of the words when absent. */
  readonly locale?: string;
  /** What is money; when absent, what customers are worth and plans cost is given as bare numbers. */
  readonly money?: ReportMoney;
}

/** What of a review is money. */
export interface ReportMoney {
  /** The currency, by its ISO 4217 code, such as `EUR`; also that in which customers' worth is given. */
  readonly currency: string;
  /** The resources that are money; `money` when absent. */
  readonly resources?: readonly string[];
}

/** What takes the place of a `{name}` in a sentence. */
export type Values = Readonly<Record<string, string | number>>;

/** The kinds of things that a cycle has names for. */
export type Named =
  | 'moment'
  | 'area'
  | 'plan'
  | 'standard'
  | 'requirement'
  | 'stage'
  | 'question'
  | 'training'
  | 'need'
  | 'link';

/** All that it takes to say something in one language about one cycle. */
export interface Speech extends Format {
  /** The words. */
  readonly words: Words;
  /** A sentence with values in it; a number is written as the sentence asks. */
  readonly fill: (sentence: string, values: Values) => string;
  /** A phrase with values in it. */
  readonly phrase: (phrase: Phrase, values: Values) => string;
  /** The name of a thing, without quotes. */
  readonly name: (kind: Named, id: string) => string;
  /** The name of a thing in quotes. */
  readonly quoted: (kind: Named, id: string) => string;
  /** The names of several things, in quotes. */
  readonly names: (kind: Named, ids: readonly string[]) => string;
  /** The name of a thing in quotes, of the kind given or else of whatever kind has the id. */
  readonly anyName: (id: string, kind?: Named) => string;
  /** A text from outside in quotes. */
  readonly quote: (text: string) => string;
  /** A text of the cycle in this language, where it has it. */
  readonly text: (text: LocalizedText) => string;
  /** A word that stands alone. */
  readonly term: (code: string) => string;
  /** A part of a sentence with more in brackets. */
  readonly aside: (text: string, more: string) => string;
  /** The limits of an interval, each written by the same rule. */
  readonly range: (interval: Limits, write: (value: number) => string) => string;
  /** A difference of shares, -1 to 1, in percentage points, and its limits. */
  readonly difference: (value: number, interval?: Limits) => { difference: string; range: string };
  /** An amount of a resource. */
  readonly resource: (resource: string, amount: number) => string;
  /** The same, without the name of the resource unless it is money. */
  readonly amountOf: (resource: string, amount: number) => string;
  /** An amount of money. */
  readonly worth: (amount: number) => string;
}

const KINDS: readonly Named[] = [
  'moment',
  'area',
  'plan',
  'standard',
  'requirement',
  'stage',
  'question',
  'training',
  'need',
  'link',
];

type Limits = Pick<Interval, 'low' | 'high'>;

/** Readies a language, and the names of a cycle. */
export function speechOf(options: WordsOptions): Speech {
  const { words, locale, money } = options;
  const format = formatOf(words, locale);
  const { phrases } = words;
  const languages = locale === undefined ? words.language : [locale, words.language];
  const text = (given: LocalizedText): string => visible(textIn(given, languages));
  const fill = (sentence: string, values: Values): string =>
    sentence.replace(/\{(\w+)(?::([^{}]*))?\}/g, (_, name: string, forms?: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) throw new TypeError('no value');
      if (typeof value === 'string') return value;
      const decimals = Number.isInteger(value) ? 0 : decimalsOf(value);
      const written = format.number(value, decimals);
      if (forms === undefined) return written;
      const all = forms.split('|');
      const form = all[format.form(value, decimals)] ?? all.at(-1) ?? '#';
      return form.replace('#', () => written);
    });
  const phrase = (code: Phrase, values: Values): string => fill(phrases[code], values);
  const quote = (given: string): string => phrase('quoted', { name: visible(given) });
  const names = namesOf(options, text);
  const name = (kind: Named, id: string): string => names[kind].get(id) ?? visible(id);
  const quoted = (kind: Named, id: string): string => phrase('quoted', { name: name(kind, id) });
  const range = ({ low, high }: Limits, write: (value: number) => string): string =>
    phrase('range', { low: write(low), high: write(high) });
  const { currency, resources = ['money'] } = money ?? {};
  const worth = (amount: number): string =>
    currency === undefined ? format.amount(amount) : format.money(amount, currency);
  return {
    ...format,
    words,
    fill,
    phrase,
    quote,
    name,
    quoted,
    text,
    range,
    worth,
    anyName: (id, kind) => {
      const kinds = kind === undefined ? KINDS : [kind];
      return quoted(kinds.find((one) => names[one].has(id)) ?? 'moment', id);
    },
    names: (kind, ids) => format.list(ids.map((id) => quoted(kind, id))),
    term: (code) => own(words.terms, code) ?? visible(code),
    aside: (said, more) => (more === '' ? said : phrase('clause', { text: said, more })),
    difference: (value, interval = { low: value, high: value }) => {
      const sign = value < 0 ? -1 : 1;
      const ends = [sign * 100 * interval.low, sign * 100 * interval.high].sort((a, b) => a - b);
      const [low = 0, high = 0] = ends;
      const points = rounded(Math.abs(100 * value));
      return {
        difference: phrase(value < 0 ? 'fewer' : 'more', { points }),
        range:
          low < 0 && high > 0
            ? phrase('rangeAcross', {
                fewer: format.number(rounded(value < 0 ? high : -low)),
                more: format.number(rounded(value < 0 ? -low : high)),
              })
            : range({ low, high }, (end) => format.number(rounded(end))),
      };
    },
    amountOf: (resource, amount) =>
      currency !== undefined && resources.includes(resource)
        ? format.money(amount, currency)
        : format.number(amount),
    resource: (resource, amount) =>
      currency !== undefined && resources.includes(resource)
        ? format.money(amount, currency)
        : `${resourceName(resource)} ${format.number(amount)}`,
  };
}

/** A resource as it is read: `staffHours` is staff hours. */
function resourceName(resource: string): string {
  const isWords = /^[a-z]+(?:[A-Z][a-z]+)+$/.test(resource);
  return visible(isWords ? resource.replace(/[A-Z]/g, ' $&').toLowerCase() : resource);
}

/** Points as they are read: whole, with a decimal below 10. */
function rounded(points: number): number {
  return Math.abs(points) >= 10 ? Math.round(points) : Math.round(10 * points) / 10;
}

/** What an object says itself of a code, if anything. */
export function own(sentences: object, code: string): string | undefined {
  if (!Object.hasOwn(sentences, code)) return undefined;
  const found: unknown = Reflect.get(sentences, code);
  return typeof found === 'string' ? found : undefined;
}

function namesOf(
  { cycle, servicePlan, supporting = [] }: WordsOptions,
  text: (given: LocalizedText) => string,
): Readonly<Record<Named, ReadonlyMap<string, string>>> {
  const {
    moments = [],
    areas = [],
    actionPlans = [],
    requirements = [],
    stages = [],
    survey,
  } = cycle ?? {};
  const standards = requirements.flatMap((requirement) => requirement.standards ?? []);
  const byId = <Thing extends { readonly id: string }>(
    things: readonly Thing[],
    nameOf: (thing: Thing) => LocalizedText,
  ): ReadonlyMap<string, string> =>
    new Map(
      things.map((thing) => {
        const said = text(nameOf(thing));
        return [thing.id, said === '' ? visible(thing.id) : said];
      }),
    );
  return {
    moment: byId(moments, ({ name }) => name),
    area: byId(areas, ({ name }) => name),
    plan: byId(actionPlans, ({ name }) => name),
    standard: byId(standards, ({ measure }) => measure),
    requirement: byId(requirements, ({ statement }) => statement),
    stage: byId(stages, ({ name }) => name),
    question: byId(survey?.questions ?? [], (question) => question.text),
    training: byId(servicePlan?.training ?? [], ({ topic }) => topic),
    need: byId(servicePlan?.needs ?? [], ({ statement }) => statement),
    // An internal standard by its cycle and its id, as a chain names it.
    link: byId(
      supporting.flatMap(({ id, requirements: own = [] }) =>
        own.flatMap(({ standards: held = [] }) =>
          held.map((standard) => ({ ...standard, id: `${id}.${standard.id}` })),
        ),
      ),
      ({ measure }) => measure,
    ),
  };
}

/** A subject, and what is said of it. */
export function about(speech: Speech, subject: string, text: string): string {
  return speech.phrase('sentence', { about: subject, text });
}
