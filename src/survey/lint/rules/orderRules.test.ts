import { describe, expect, it } from 'vitest';
import type { Question } from '../../../model/survey.ts';
import { lintSurvey } from '../lintSurvey.ts';

const scale = { min: 1, max: 5, labels: { '1': 'Low', '5': 'High' } };
const overall: Question = { id: 'overall', text: 'O', asks: 'satisfaction', scale };
const part: Question = { ...overall, id: 'part', about: { moment: 'pay' } };
const area: Question = { ...overall, id: 'area', about: { area: 'desk' } };
const incident: Question = {
  id: 'incident',
  text: 'I',
  asks: 'incident',
  scale: { min: 0, max: 1 },
};
const profile: Question = {
  id: 'profile',
  text: 'P',
  asks: 'profile',
  choices: { a: 'A', b: 'B' },
};
const comment: Question = { id: 'comment', text: 'C', asks: 'comment' };

function hits(...questions: Question[]): string[] {
  return lintSurvey({ id: 's', title: 's', questions }).hits.map(
    ({ rule, question }) => `${rule}: ${question}`,
  );
}

describe('overall-late', () => {
  it('notes a question about the whole after one about a part', () => {
    expect(hits(part, overall)).toEqual(['overall-late: overall']);
    expect(hits(area, comment, { ...overall, asks: 'recommendation' })).toEqual([
      'overall-late: overall',
    ]);
  });

  it('says the place of the question', () => {
    const { hits } = lintSurvey({ id: 's', title: 's', questions: [part, overall] });
    expect(hits).toEqual([
      {
        kind: 'order',
        rule: 'overall-late',
        severity: 'note',
        question: 'overall',
        text: 'question 2 of 2',
        message: 'asks about the whole after parts such as "part", which colour the answer',
        suggestion: 'Put it first, or at least keep it in this place in every wave.',
      },
    ]);
  });

  it('is content when the whole comes first, and asks nothing of incidents', () => {
    expect(hits(overall, part, area)).toEqual([]);
    expect(hits(part, incident)).toEqual([]);
    expect(hits(overall, comment, { ...overall, id: 'ease', asks: 'effort' })).toEqual([]);
  });
});

describe('profile-first', () => {
  it('notes a question about the customer before any about the service', () => {
    expect(hits(profile, comment, overall)).toEqual(['profile-first: profile']);
  });

  it('is content with it at the end, or where nothing is rated', () => {
    expect(hits(overall, profile)).toEqual([]);
    expect(hits(profile, comment)).toEqual([]);
  });
});

describe('direction-flip', () => {
  const reversed: Question = { ...part, id: 'reversed', scale: { ...scale, reversed: true } };

  it('finds a scale that runs the other way than that of its kind before it', () => {
    expect(hits(part, reversed, area)).toEqual([
      'direction-flip: reversed',
      'direction-flip: area',
    ]);
  });

  it('is content when another kind of question, or an open one, stands between', () => {
    expect(hits(part, { ...reversed, asks: 'effort' })).toEqual([]);
    expect(hits(part, comment, reversed)).toEqual([]);
    expect(hits(reversed, { ...reversed, id: 'again' })).toEqual([]);
    expect(hits(part, { ...area, scale: { ...scale, reversed: false } })).toEqual([]);
  });
});
