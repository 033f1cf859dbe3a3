import { describe, expect, it } from 'vitest';
import { lintSurvey } from '../lintSurvey.ts';
import type { WordingRuleId } from '../types.ts';

function wordsHit(rule: WordingRuleId, language: string, text: string): string[] {
  const scale = { min: 1, max: 5 };
  const question = { id: 'q', text: { [language]: text }, asks: 'satisfaction', scale } as const;
  const { hits } = lintSurvey({ id: 's', title: 's', questions: [question] });
  return hits.flatMap((hit) => (hit.kind === 'wording' && hit.rule === rule ? [hit.text] : []));
}

describe('leading', () => {
  it.each([
    ['en', "Don't you agree that the room was clean?", "Don't you agree"],
    ['en', 'Don’t you think the room was clean?', 'Don’t you think'],
    ['en', 'How satisfied are you with our very friendly staff?', 'our very friendly'],
    ['en', 'Experts say that sleep matters. How did you sleep?', 'Experts say'],
    ['en', "The staff were helpful, weren't they?", "weren't they"],
    ['en', 'What did you think of the outrageous price?', 'the outrageous'],
    ['es', '¿No cree que el personal fue amable?', 'No cree'],
    ['es', '¿Qué le pareció nuestro excelente desayuno?', 'nuestro excelente'],
    ['es', 'El personal fue amable, ¿verdad?', 'verdad'],
    ['es', 'Como todos saben, dormir es sano. ¿Durmió bien?', 'Como todos saben'],
    ['el', 'Δεν νομίζετε ότι το δωμάτιο ήταν καθαρό;', 'Δεν νομίζετε'],
    ['el', 'Πώς ήταν το εξαιρετικό πρωινό μας;', 'το εξαιρετικό'],
    ['el', 'Το προσωπικό ήταν φιλικό, έτσι δεν είναι;', 'έτσι δεν είναι'],
    ['el', 'ΔΕΝ ΝΟΜΙΖΕΤΕ ΟΤΙ ΗΤΑΝ ΚΑΘΑΡΟ;', 'ΔΕΝ ΝΟΜΙΖΕΤΕ'],
    ['pl', 'Czy nie uważa Pan, że pokój był czysty?', 'Czy nie uważa'],
    ['pl', 'Jak smakowało Panu śniadanie naszej wspaniałej kuchni?', 'naszej wspaniałej'],
    ['pl', 'Personel był miły, prawda?', 'prawda'],
    ['pl', 'Większość gości lubi basen. A Pan?', 'Większość gości'],
    ['lv', 'Vai nedomājat, ka numurs bija tīrs?', 'Vai nedomājat'],
    ['lv', 'Kā vērtējat mūsu lieliskās brokastis?', 'mūsu lieliskās'],
    ['lv', 'Personāls bija laipns, vai ne?', 'vai ne'],
    ['lv', 'Kā zināms, miegs ir svarīgs. Kā gulējāt?', 'Kā zināms'],
  ])('hears a push in %s: %s', (language, text, ...words) => {
    expect(wordsHit('leading', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'How friendly were our staff?'],
    ['en', 'How satisfied are you with the friendliness of our staff?'],
    ['en', 'Was the most helpful person at the desk?'],
    ['en', 'Did you get a great room?'],
    ['en', 'Did you turn right?'],
    ['en', 'How satisfied are you with the golf course?'],
    ['en', 'Do you think the price was fair?'],
    ['es', '¿Fue amable nuestro personal?'],
    ['es', '¿Cómo valora la amabilidad del personal?'],
    ['es', '¿Resolvimos su consulta, sí o no?'],
    ['es', '¿Recibió un buen servicio?'],
    ['es', '¿Le dieron los buenos días?'],
    ['el', 'Πόσο φιλικό ήταν το προσωπικό μας;'],
    ['el', 'Πόσο ικανοποιημένος είστε από την εξυπηρετικότητα του προσωπικού;'],
    ['el', 'Ήρθατε στο αριστερό γκισέ;'],
    ['el', 'Πώς ήταν η φιλοξενία;'],
    ['pl', 'Jak miły był nasz personel?'],
    ['pl', 'Jak ocenia Pan uprzejmość personelu?'],
    ['pl', 'Czy dostał Pan wyniki badania?'],
    ['pl', 'Czy nie dostał Pan klucza?'],
    ['lv', 'Cik laipns bija mūsu personāls?'],
    ['lv', 'Kā vērtējat personāla laipnību?'],
    ['lv', 'Vai personāls bija laipns vai ne?'],
  ])('leaves %s alone: %s', (language, text) => {
    expect(wordsHit('leading', language, text)).toEqual([]);
  });
});
