import { describe, expect, it } from 'vitest';
import type { About } from '../../../model/survey.ts';
import { lintSurvey } from '../lintSurvey.ts';

const moments = [{ id: 'dinner', usage: 0.5 }, { id: 'arrival', usage: 1 }, { id: 'bill' }];

function hits(about: About | undefined, notApplicable?: readonly (number | string)[]): string[] {
  const scale = { min: 1, max: 5, ...(notApplicable === undefined ? {} : { notApplicable }) };
  const question = {
    id: 'q',
    text: 'Q',
    asks: 'satisfaction',
    scale,
    ...(about === undefined ? {} : { about }),
  } as const;
  return lintSurvey({ id: 's', title: 's', questions: [question] }, { moments }).hits.flatMap(
    (hit) => (hit.rule === 'no-not-applicable' ? [hit.text] : []),
  );
}

describe('no-not-applicable', () => {
  it('finds a scale without "does not apply" on a moment that not every visit passes', () => {
    expect(hits({ moment: 'dinner' })).toEqual(['dinner']);
    expect(hits({ moment: 'dinner' }, [])).toEqual(['dinner']);
  });

  it('is content with any code for it', () => {
    expect(hits({ moment: 'dinner' }, [9])).toEqual([]);
    expect(hits({ moment: 'dinner' }, ['none'])).toEqual([]);
  });

  it('asks it of no other question', () => {
    expect(hits({ moment: 'arrival' })).toEqual([]);
    expect(hits({ moment: 'bill' })).toEqual([]);
    expect(hits({ moment: 'unheard-of' })).toEqual([]);
    expect(hits({ area: 'dinner' })).toEqual([]);
    expect(hits(undefined)).toEqual([]);
  });
});
