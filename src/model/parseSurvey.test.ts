import { describe, expect, it } from 'vitest';
import { parseSurvey } from './parseSurvey.ts';

const WAITING = {
  id: 'waiting',
  text: { en: 'How satisfied were you with the wait?', es: '¿Qué tan satisfecho quedó?' },
  asks: 'satisfaction',
  about: { moment: 'wait' },
  scale: { min: 1, max: 5, notApplicable: [6] },
};
const BRANCH = {
  id: 'branch',
  text: 'Which branch?',
  asks: 'profile',
  choices: { n: 'North', s: 'South' },
};
const WORDS = { id: 'words', text: 'Anything else?', asks: 'comment', about: { area: 'hall' } };
const WHOLE = { id: 'leaving', title: 'On leaving', questions: [WAITING, BRANCH, WORDS] };

/** The survey with one question written otherwise. */
const withQuestion = (question: unknown): unknown => ({ ...WHOLE, questions: [question, BRANCH] });

function messagesOf(input: unknown): readonly string[] {
  const result = parseSurvey(input);
  return result.ok ? [] : result.issues.map(({ message }) => message);
}

describe('parseSurvey', () => {
  it('reads a survey on its own, whatever moments and areas it names', () => {
    expect(parseSurvey(WHOLE)).toEqual({ ok: true, value: WHOLE });
  });

  it('shares nothing with its input', () => {
    const input = structuredClone(WHOLE);
    const result = parseSurvey(input);
    input.questions[0] = BRANCH;
    expect(result).toEqual({ ok: true, value: WHOLE });
  });

  it('says what a question may ask for, where it asks for the name of a metric', () => {
    expect(messagesOf(withQuestion({ ...WAITING, asks: 'nps' }))).toEqual([
      'questions[0].asks: found "nps", expected "recommendation", "satisfaction", "effort", "perception", "expectation", "importance", "incident", "profile", "comment"',
    ]);
  });

  it('guesses at the word that a misspelt one stands for', () => {
    expect(messagesOf(withQuestion({ ...WAITING, asks: 'satisfacton' }))[0]).toMatch(
      /"comment", did you mean "satisfaction"\?$/,
    );
  });

  it('reports the other faults of a question that asks for nothing known', () => {
    const scale = { min: 5, max: 1 };
    const mixed = { id: ' ', asks: 'nps', scale, choices: { n: ' ' }, txt: 'Q' };
    const without = { ...WAITING, asks: undefined };
    const messages = messagesOf({ ...WHOLE, questions: [mixed, without] });
    expect(messages.map((message) => message.replace(/, expected "recommendation".*/, ''))).toEqual(
      [
        'questions[0].asks: found "nps"',
        'questions[0].id: found " ", expected an id: a text without blanks around it and not a reserved name',
        'questions[0].text: missing',
        'questions[0].scale: found an object with min, max, expected min below max',
        'questions[0].choices.n: found " ", expected a text that is not blank',
        'questions[0].txt: unknown key, did you mean "text"?',
        'questions[1].asks: missing',
      ],
    );
  });

  it('reports all faults of all questions at once, each with its place', () => {
    const questions = [
      { ...WAITING, scale: { min: 5, max: 1 }, dimention: 'speed' },
      { ...BRANCH, choices: { n: ' ' } },
      { id: 'waiting', text: 'And?', asks: 'comment', about: { moment: 'wait', area: 'hall' } },
      null,
    ];
    expect(messagesOf({ id: 'leaving', title: 'On leaving', questions })).toEqual([
      'questions[0].scale: found an object with min, max, expected min below max',
      'questions[0].dimention: unknown key, did you mean "dimension"?',
      'questions[1].choices.n: found " ", expected a text that is not blank',
      'questions[2].about: found an object with moment, area, expected either { moment } or { area }',
      'questions[3]: found null, expected an object',
      'questions[2].id: found "waiting", which questions[0] has already; expected an id that no other question has',
    ]);
  });

  it('reads a value that is no object where a question belongs as one of the wrong type', () => {
    const result = parseSurvey({ ...WHOLE, questions: [3] });
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: 'wrong-type' }]);
  });

  it('refuses keys that only a question of another kind has', () => {
    expect(messagesOf(withQuestion({ ...WORDS, scale: { min: 1, max: 5 } }))).toEqual([
      'questions[0].scale: unknown key, expected "id", "text", "asks", "about" or "meta"',
    ]);
  });

  it('refuses a whole cycle, and names the keys that a survey has', () => {
    const cycle = { id: 'c', name: 'C', moments: [], survey: WHOLE };
    expect(messagesOf(cycle)).toContain(
      'survey: unknown key, expected "id", "title", "questions", "$schema" or "meta"',
    );
  });

  it.each([
    ['null', null],
    ['a text', 'survey'],
    ['a list of questions', [WAITING]],
    ['nothing', undefined],
  ])('refuses %s as a whole', (_, input) => {
    const result = parseSurvey(input);
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: 'wrong-type', path: [] }]);
  });
});
