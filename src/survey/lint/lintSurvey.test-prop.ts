import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCodePoints } from '../../../test/support/anyCodePoints.ts';
import { arbitraryCycle } from '../../../test/support/arbitraryCycle.ts';
import type { LocalizedText } from '../../model/localizedText.ts';
import type { Question, SatisfactionSurvey } from '../../model/survey.ts';
import { lintSurvey } from './lintSurvey.ts';
import { LINT_RULES, type LintHit, type LintRuleId } from './types.ts';

const LANGUAGES = ['en', 'es', 'el', 'pl', 'lv'] as const;
const RULES = Object.keys(LINT_RULES) as LintRuleId[];

/** Bits of text that rules look for, and bits that break naive readers. */
const bit = fc.constantFrom(
  ...[
    'How',
    'clean',
    'and',
    'or',
    'not',
    "don't you agree",
    'always',
    'our lovely',
    'without',
    'CRM',
  ],
  ...[
    '¿No',
    'y',
    'siempre',
    'sin',
    'e\u0301',
    'και',
    'ή',
    'ΔΕΝ',
    'πάντα',
    'χωρίς',
    'ς',
    ';',
    '\u037E',
  ],
  ...['czy', 'i', 'nie', 'zawsze', 'gdyby', 'vai', 'un', 'vienmēr', 'nebija', 'ja', 'varētu', 'ē'],
  ...[
    '?',
    '. ',
    ', ',
    '/',
    '-',
    '’',
    '(',
    '😀',
    '👩‍👩‍👧',
    'שלום',
    '\u202E',
    '\u0301',
    'İ',
    'ß',
    '\uD800',
    '12',
    '%',
  ],
);
const bits = fc
  .array(fc.tuple(bit, fc.constantFrom(' ', '', '\u00A0', '\n')), { maxLength: 20 })
  .map((list) => list.flat().join(''));
const anyText = fc.oneof(bits, fc.string({ unit: 'grapheme' }), anyCodePoints());

const text: fc.Arbitrary<LocalizedText> = fc.oneof(
  anyText,
  fc.dictionary(fc.constantFrom(...LANGUAGES, 'es-MX', 'de'), anyText, { minKeys: 1, maxKeys: 2 }),
);

const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record({
    id: fc.string(),
    text,
    asks: fc.constantFrom('satisfaction' as const, 'recommendation' as const, 'effort' as const),
    scale: fc.record(
      {
        min: fc.constantFrom(0, 1),
        max: fc.constantFrom(2, 5, 10),
        reversed: fc.boolean(),
        labels: fc.dictionary(fc.constantFrom('0', '1', '5', '10'), text),
      },
      { requiredKeys: ['min', 'max'] },
    ),
  }),
  fc.record({
    id: fc.string(),
    text,
    asks: fc.constant('profile' as const),
    choices: fc.dictionary(fc.string(), fc.oneof(text, fc.constantFrom('18-25', '25+', '< 18'))),
  }),
  fc.record({ id: fc.string(), text, asks: fc.constant('comment' as const) }),
);

const survey: fc.Arbitrary<SatisfactionSurvey> = fc.record({
  id: fc.string(),
  title: fc.constant('S'),
  questions: fc.uniqueArray(question, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
});

const language = fc.constantFrom(...LANGUAGES);

/** The text that a hit on words is about. */
function textOf(hit: LintHit, { questions }: SatisfactionSurvey, untagged: string): string {
  const asked = questions.find(({ id }) => id === hit.question)!;
  if (hit.kind !== 'wording') return '';
  const labels =
    asked.asks === 'profile' ? asked.choices : 'scale' in asked ? asked.scale.labels : {};
  const place = hit.label === undefined ? asked.text : labels![hit.label]!;
  if (typeof place === 'string') return hit.language === untagged ? place : '';
  return place[hit.language]!;
}

describe('lintSurvey', () => {
  it('answers any text, with spans that lie within it and quote it', () => {
    fc.assert(
      fc.property(survey, language, (asked, untagged) => {
        for (const hit of lintSurvey(asked, { language: untagged }).hits) {
          if (hit.kind !== 'wording') continue;
          const { start, end } = hit.span;
          expect(start).toBeLessThan(end);
          expect(textOf(hit, asked, untagged).slice(start, end)).toBe(hit.text);
          expect(hit.text.length).toBe(end - start);
        }
      }),
    );
  });

  it('answers any valid cycle, and says the same each time', () => {
    fc.assert(
      fc.property(arbitraryCycle, ({ survey: asked, moments }) => {
        fc.pre(asked !== undefined);
        const before = structuredClone(asked);
        expect(lintSurvey(asked, { moments })).toEqual(lintSurvey(asked, { moments }));
        expect(asked).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it('loses exactly the hits of a rule that is turned off', () => {
    fc.assert(
      fc.property(survey, language, fc.subarray(RULES), (asked, untagged, off) => {
        const all = lintSurvey(asked, { language: untagged, off: [] });
        const fewer = lintSurvey(asked, { language: untagged, off });
        expect(fewer.hits).toEqual(all.hits.filter(({ rule }) => !off.includes(rule)));
      }),
      { numRuns: 25 },
    );
  });

  it('finds the same in another order of the questions, save what is about the order', () => {
    const isAboutOrder = ({ rule, kind }: LintHit): boolean =>
      kind === 'order' || rule === 'direction-flip';
    const inSomeOrder = survey.chain((asked) =>
      fc.tuple(
        fc.constant(asked),
        fc.shuffledSubarray([...asked.questions], { minLength: asked.questions.length }),
      ),
    );
    fc.assert(
      fc.property(inSomeOrder, ([asked, questions]) => {
        const found = (one: SatisfactionSurvey): string[] =>
          lintSurvey(one)
            .hits.filter((hit) => !isAboutOrder(hit))
            .map((hit) => JSON.stringify(hit))
            .toSorted();
        expect(found({ ...asked, questions })).toEqual(found(asked));
      }),
      { numRuns: 25 },
    );
  });

  it('lists every text of a language without word lists as not checked, and hits none', () => {
    const tag = fc.constantFrom('de', 'fr', 'zh-Hant', 'eng', 'e', 'xx-en');
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1 }), tag, (texts, unknown) => {
        const questions = texts.map((one, place) => ({
          id: String(place),
          text: { [unknown]: one },
          asks: 'comment' as const,
        }));
        const result = lintSurvey({ id: 's', title: 's', questions });
        const ids = questions.map(({ id }) => id);
        expect(result.notChecked).toEqual([{ language: unknown, questions: ids }]);
        expect([result.languages, result.hits, result.readability]).toEqual([[], [], []]);
      }),
    );
  });

  it('hears in capitals what it hears in small letters', () => {
    const words: LintRuleId[] = ['absolute', 'vague-quantifier', 'long-recall', 'hypothetical'];
    fc.assert(
      fc.property(bits, language, (one, untagged) => {
        const found = (written: string): string[] =>
          lintSurvey(
            { id: 's', title: 's', questions: [{ id: 'q', text: written, asks: 'comment' }] },
            { language: untagged },
          ).hits.flatMap(({ rule }) => (words.includes(rule) ? [rule] : []));
        const small = one.replace(/[ßİ]/g, '').toLowerCase();
        expect(found(small.toUpperCase())).toEqual(found(small));
      }),
    );
  });
});
