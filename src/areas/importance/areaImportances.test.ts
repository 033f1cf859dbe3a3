import { describe, expect, it } from 'vitest';
import { cycleOf, scoresOf } from '../../../test/support/areaSketch.ts';
import type { Question } from '../../model/survey.ts';
import { areaImportances } from './areaImportances.ts';

const scale = { min: 1, max: 5 } as const;

/** "How much does this area matter to you?" */
function asksFor(area: string): Question {
  const about = { area };
  return { id: `importance of ${area}`, text: 'How much?', asks: 'importance', about, scale };
}

describe('areaImportances', () => {
  it('takes the word of the organization, as a judgement', () => {
    const cycle = cycleOf([
      { id: 'hall', importance: 30 },
      { id: 'desk', importance: 0 },
    ]);
    expect([...areaImportances(cycle, scoresOf(cycle, {}))]).toEqual([
      ['hall', { value: 30, basis: 'judged' }],
      ['desk', { value: 0, basis: 'judged' }],
    ]);
  });

  it('takes the mean answer of customers, as measured, where the organization says nothing', () => {
    const cycle = cycleOf([{ id: 'hall' }, { id: 'desk' }], [asksFor('hall'), asksFor('desk')]);
    const scores = scoresOf(cycle, {
      'importance of hall': [1, 0, 0, 0, 3],
      'importance of desk': [0, 1, 0, 1, 0],
    });
    expect([...areaImportances(cycle, scores)]).toEqual([
      ['hall', { value: 4, basis: 'measured' }],
      ['desk', { value: 3, basis: 'measured' }],
    ]);
  });

  it('never mixes the two: what is stated for one area silences what customers say of the others', () => {
    const cycle = cycleOf([{ id: 'hall', importance: 30 }, { id: 'desk' }], [asksFor('desk')]);
    const scores = scoresOf(cycle, { 'importance of desk': [0, 1, 0, 1, 0] });
    expect([...areaImportances(cycle, scores)]).toEqual([['hall', { value: 30, basis: 'judged' }]]);
  });

  it('knows how much an area matters on which all customers agree', () => {
    const cycle = cycleOf([{ id: 'hall' }], [asksFor('hall')]);
    const scores = scoresOf(cycle, { 'importance of hall': [0, 0, 0, 0, 80] });
    expect(areaImportances(cycle, scores).get('hall')).toEqual({ value: 5, basis: 'measured' });
  });

  it('leaves out an area that nobody said anything about', () => {
    const cycle = cycleOf([{ id: 'hall' }, { id: 'desk' }], [asksFor('hall')]);
    expect([...areaImportances(cycle, scoresOf(cycle, {}))]).toEqual([]);
  });

  it('hears only what is asked about the area itself', () => {
    const cycle = cycleOf(
      [{ id: 'hall' }],
      [
        { id: 'all', text: 'Q', asks: 'importance', scale },
        { id: 'moment', text: 'Q', asks: 'importance', scale, about: { moment: 'at hall' } },
        { id: 'liked', text: 'Q', asks: 'satisfaction', scale, about: { area: 'hall' } },
      ],
    );
    const said = [1, 0, 0, 0, 9];
    const scores = scoresOf(cycle, { all: said, moment: said, liked: said });
    expect([...areaImportances(cycle, scores)]).toEqual([]);
  });

  it('is empty for a cycle without areas', () => {
    const { id, name, moments, survey } = cycleOf([], [asksFor('hall')]);
    const bare = { id, name, moments, survey: survey! };
    expect([...areaImportances(bare, scoresOf(bare, {}))]).toEqual([]);
  });
});
