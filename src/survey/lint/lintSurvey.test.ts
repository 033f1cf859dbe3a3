import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { lintSurvey } from './lintSurvey.ts';
import { LINT_RULES, type LintRuleId } from './types.ts';

const EXAMPLES = new URL('../../../examples/', import.meta.url);

const scale = { min: 1, max: 5, labels: { '1': 'Bad', '5': 'Good' } };

function asked(...texts: SatisfactionSurvey['questions'][number]['text'][]): SatisfactionSurvey {
  const questions = texts.map((text, place) => ({
    id: `q${place}`,
    text,
    asks: 'satisfaction' as const,
    scale,
  }));
  return { id: 'visit', title: 'Your visit', questions };
}

describe('lintSurvey', () => {
  it('says what is wrong where, in the words of the question, and what to do', () => {
    const { hits } = lintSurvey(asked('How clean & comfortable was our   lovely room?'));
    expect(hits).toEqual([
      {
        kind: 'wording',
        rule: 'double-barrelled',
        severity: 'warning',
        question: 'q0',
        language: 'en',
        span: { start: 4, end: 23 },
        text: 'clean & comfortable',
        message:
          '"clean & comfortable" may ask two things at once, and one answer cannot tell which it is for',
        suggestion: 'Ask about each in a question of its own, or about the one that matters more.',
      },
      {
        kind: 'wording',
        rule: 'leading',
        severity: 'error',
        question: 'q0',
        language: 'en',
        span: { start: 28, end: 40 },
        text: 'our   lovely',
        message: '"our   lovely" pushes towards an answer',
        suggestion:
          'Leave the words out, or offer both directions: "How satisfied or dissatisfied ...".',
      },
    ]);
  });

  it('checks each language of a text by its own words, and regional tags by the language', () => {
    const { hits, languages } = lintSurvey(
      asked({ en: 'Do we always greet you?', 'es-MX': '¿Siempre le saludan?' }),
    );
    expect(hits).toMatchObject([
      { rule: 'absolute', language: 'en', text: 'always' },
      { rule: 'absolute', language: 'es-MX', text: 'Siempre' },
    ]);
    expect(languages).toEqual(['en', 'es-MX']);
  });

  it('takes a text without a tag to be in the language said, and says which', () => {
    const survey = asked('Vai Jūs vienmēr sveicina?');
    expect(lintSurvey(survey)).toMatchObject({ untaggedLanguage: 'en', languages: ['en'] });
    expect(lintSurvey(survey).hits).toEqual([]);
    expect(lintSurvey(survey, { language: 'lv' })).toMatchObject({
      untaggedLanguage: 'lv',
      languages: ['lv'],
      hits: [{ rule: 'absolute', text: 'vienmēr' }],
    });
  });

  it('lists a language without word lists as not checked, with its questions, and never as clean', () => {
    const result = lintSurvey(
      asked({ en: 'Was it good?', de: 'War es immer gut?' }, 'How was it?', { de: 'Warum?' }),
    );
    expect(result.languages).toEqual(['en']);
    expect(result.notChecked).toEqual([{ language: 'de', questions: ['q0', 'q2'] }]);
    expect(result.readability.map(({ language }) => language)).toEqual(['en']);
    expect(lintSurvey(asked('Was?'), { language: 'constructor' }).notChecked).toEqual([
      { language: 'constructor', questions: ['q0'] },
    ]);
  });

  it('says which rules were not run, and why', () => {
    const moments = [{ id: 'pay', usage: 0.5 }];
    const survey = asked('Was it always good?');
    expect(lintSurvey(survey).rulesNotRun).toEqual([
      { rule: 'no-not-applicable', because: 'no-moments' },
    ]);
    const { hits, rulesNotRun } = lintSurvey(survey, { moments, off: ['absolute'] });
    expect(hits).toEqual([]);
    expect(rulesNotRun).toEqual([{ rule: 'absolute', because: 'off' }]);
  });

  it('refuses to turn off a rule that there is not, and says which was meant', () => {
    const off = ['absolutes'] as unknown as LintRuleId[];
    expect(() => lintSurvey(asked('Q'), { off })).toThrow(
      expect.objectContaining({
        code: 'invalid-argument',
        message: 'off names "absolutes"; expected a rule of lintSurvey; did you mean "absolute"?',
      }),
    );
    const inherited = ['toString'] as unknown as LintRuleId[];
    expect(() => lintSurvey(asked('Q'), { off: inherited })).toThrow('expected a rule');
  });

  it.each([5, 'Bad', ['Bad'], { '1': 5 }, { '1': { en: 4 } }, { '1': [['Bad']] }])(
    'refuses labels and choices that are no texts by answer: %j',
    (labels) => {
      const rated = {
        id: 'q',
        text: 'How was it?',
        asks: 'satisfaction',
        scale: { ...scale, labels },
      };
      const chosen = { id: 'q', text: 'Where?', asks: 'profile', choices: labels };
      for (const question of [rated, chosen]) {
        const survey = { id: 's', title: 'S', questions: [question] };
        expect(() => lintSurvey(survey as never)).toThrow(/^survey.questions\[0\].+; expected /);
      }
    },
  );

  it('reads all questions of a language together for its readability, and no labels', () => {
    // 12 words, 3 sentences, long: "satisfied", "waiting" is 7 letters too: 4 + 100 * 2 / 12.
    const texts = [
      'How satisfied are you?',
      { en: 'How was the waiting room? Was it warm?', lv: '...' },
    ];
    const [en, lv] = lintSurvey(asked(...texts)).readability;
    expect(en).toMatchObject({ language: 'en', lix: { words: 12, sentences: 3, longWords: 2 } });
    expect(lv).toEqual({ language: 'lv', lix: { kind: 'not-estimable', reason: 'no-words' } });
  });

  it('gives a hit the severity of its rule', () => {
    const { hits } = lintSurvey(asked('Do we always greet you? Is it OK?', 'How good is the CRM?'));
    expect(hits.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['two-questions', LINT_RULES['two-questions']],
      ['absolute', 'warning'],
      ['acronym', 'note'],
    ]);
  });
});

describe('a text longer than any question', () => {
  it('is read up to the last whole word of its first 4,000 characters', () => {
    const beginning = 'Do we greet you? '.repeat(235);
    const { hits } = lintSurvey(
      asked(`${beginning}We never mind. ${'Do we always greet you? '.repeat(9)}`),
    );
    expect(beginning).toHaveLength(3995);
    expect(hits.some(({ rule }) => rule === 'length')).toBe(true);
    expect(hits.some(({ rule }) => rule === 'absolute')).toBe(false);
    const shorter = lintSurvey(
      asked(`${beginning.slice(17)}We never mind. Do we always greet you?`),
    );
    expect(shorter.hits.flatMap((hit) => (hit.rule === 'absolute' ? [hit.text] : []))).toEqual([
      'never',
    ]);
  });

  it('may be one letter with more marks than a call takes arguments', () => {
    expect(lintSurvey(asked(`e${'\u0301'.repeat(200_000)}`)).hits).toEqual([]);
  });
});

describe('the example cycles', () => {
  const found = Object.fromEntries(
    readdirSync(EXAMPLES)
      .filter((file) => file.endsWith('.cycle.json'))
      .map((file) => {
        const cycle = JSON.parse(readFileSync(new URL(file, EXAMPLES), 'utf8')) as Cycle;
        const { hits } = lintSurvey(cycle.survey!, { moments: cycle.moments });
        const lines = hits.map(({ rule, question }) => `${rule}: ${question}`);
        return [file.replace('.cycle.json', ''), lines];
      }),
  );

  it('are worded without a hit; what is left is about "does not apply" and order', () => {
    const wording = Object.values(found)
      .flat()
      .filter((line) => !/^(no-not-applicable|overall-late)/.test(line));
    expect(wording).toEqual([]);
  });
});
