import { describe, expect, it } from 'vitest';
import type { LocalizedText } from '../../../model/localizedText.ts';
import type { Rated, Scale } from '../../../model/survey.ts';
import { lintSurvey } from '../lintSurvey.ts';

const ENDS = { '1': 'Bad', '5': 'Good' };

function hits(asks: Rated, scale: Scale, text: LocalizedText = 'Q'): string[] {
  const question = { id: 'q', text, asks, scale };
  return lintSurvey({ id: 's', title: 's', questions: [question] }).hits.map(
    (hit) => `${hit.rule}: ${hit.text}`,
  );
}

describe('scale-points', () => {
  it('finds fewer than 4 answers and more than 11', () => {
    const points = (min: number, max: number, step = 1): string[] =>
      hits('importance', { min, max, step, labels: { [min]: 'Low', [max]: 'High' } });
    expect(points(1, 3)).toEqual(['scale-points: 1 to 3']);
    expect(points(1, 4)).toEqual([]);
    expect(points(0, 11)).toEqual(['scale-points: 0 to 11']);
    expect(points(0, 100)).toEqual(['scale-points: 0 to 100']);
    expect(points(0, 1, 0.5)).toEqual(['scale-points: 0 to 1 in steps of 0.5']);
  });

  it('allows the net promoter question its 11 answers', () => {
    const labels = { '0': 'Not at all likely', '10': 'Extremely likely' };
    expect(hits('recommendation', { min: 0, max: 10, labels })).toEqual([]);
  });

  it('asks nothing of an incident, which is told by yes or no', () => {
    expect(hits('incident', { min: 0, max: 1 })).toEqual([]);
  });
});

describe('no-middle', () => {
  it('notes four or six answers where the middle has a meaning', () => {
    const points = (asks: Rated, max: number): string[] =>
      hits(asks, { min: 1, max, labels: { 1: 'Bad', [max]: 'Good' } });
    expect(points('satisfaction', 4)).toEqual(['no-middle: 1 to 4']);
    expect(points('effort', 6)).toEqual(['no-middle: 1 to 6']);
    expect(points('satisfaction', 5)).toEqual([]);
    expect(points('satisfaction', 10)).toEqual([]);
    expect(points('importance', 4)).toEqual([]);
  });
});

describe('unlabelled-ends', () => {
  it('finds an end without words', () => {
    expect(hits('satisfaction', { min: 1, max: 5 })).toEqual(['unlabelled-ends: 1, 5']);
    expect(hits('satisfaction', { min: 1, max: 5, labels: { '1': 'Bad', '3': 'Fair' } })).toContain(
      'unlabelled-ends: 5',
    );
    expect(hits('satisfaction', { min: 1, max: 5, labels: ENDS })).toEqual([]);
  });

  it('finds an end without words in a language that the question is put in', () => {
    const labels = { '1': 'Bad', '5': { en: 'Good', es: 'Bueno' } };
    const text = { en: 'Q', 'es-MX': 'P', lv: 'J' };
    const { hits } = lintSurvey({
      id: 's',
      title: 's',
      questions: [{ id: 'q', text, asks: 'satisfaction', scale: { min: 1, max: 5, labels } }],
    });
    expect(hits).toMatchObject([
      { rule: 'unlabelled-ends', language: 'lv', labels: ['5'], question: 'q' },
    ]);
  });

  it('asks nothing of incidents', () => {
    expect(hits('incident', { min: 0, max: 1 })).toEqual([]);
  });
});
