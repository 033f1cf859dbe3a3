import { describe, expectTypeOf, it } from 'vitest';
import type { PictureWords } from '../pictures/pictureWords.ts';
import { inWords, type Sayable } from '../words/inWords.ts';
import type { MoreWords, Words } from '../words/words.ts';
import { english, englishMore, englishPictures } from './en.ts';

describe('the words of a language', () => {
  it('do not compile with a code left out, nor with one too many', () => {
    const { critical: _, ...others } = english.terms;
    // @ts-expect-error -- nobody says what `critical` is
    const short: Words = { ...english, terms: others };
    const { 'no-answers': __, ...known } = english.notKnown;
    // @ts-expect-error -- nobody says what `no-answers` is
    const silent: Words = { ...english, notKnown: known };
    // @ts-expect-error -- there is no such step
    const long: Words = { ...english, steps: { ...english.steps, 'dance-a-little': 'Dance' } };
    expectTypeOf([short, silent, long]).toEqualTypeOf<Words[]>();
    const { funnel: ___, ...drawn } = englishPictures;
    // @ts-expect-error -- nobody says what `funnel` is
    const blank: PictureWords = drawn;
    const { missing: ____, ...faults } = englishMore;
    // @ts-expect-error -- nobody says what `missing` is
    const mute: MoreWords = faults;
    expectTypeOf([blank]).toEqualTypeOf<PictureWords[]>();
    expectTypeOf([mute]).toEqualTypeOf<MoreWords[]>();
  });

  it('are handed in, and say only what there is', () => {
    // @ts-expect-error -- in which language
    inWords('met', {});
    // @ts-expect-error -- there is no such level
    inWords('terrible', { words: english });
    expectTypeOf<'not-met'>().toExtend<Sayable>();
  });
});
