import { describe, expectTypeOf, it } from 'vitest';
import { inWords, type Sayable } from '../words/inWords.ts';
import type { Words } from '../words/words.ts';
import { english } from './en.ts';

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
  });

  it('are handed in, and say only what there is', () => {
    // @ts-expect-error -- in which language
    inWords('met', {});
    // @ts-expect-error -- there is no such level
    inWords('terrible', { words: english });
    expectTypeOf<'not-met'>().toExtend<Sayable>();
  });
});
