import { describe, expect, it } from 'vitest';
import type { Rated } from '../../../model/survey.ts';
import { lintSurvey } from '../lintSurvey.ts';
import type { WordingRuleId } from '../types.ts';

type Asked = Rated | 'comment' | 'profile';

function wordsHit(
  rule: WordingRuleId,
  language: string,
  text: string,
  asks: Asked = 'satisfaction',
): string[] {
  const facts = { id: 'q', text: { [language]: text } };
  const scale = { min: 1, max: 5 };
  const question =
    asks === 'comment'
      ? { ...facts, asks }
      : asks === 'profile'
        ? { ...facts, asks, choices: {} }
        : { ...facts, asks, scale };
  const { hits } = lintSurvey({ id: 's', title: 's', questions: [question] });
  return hits.flatMap((hit) => (hit.kind === 'wording' && hit.rule === rule ? [hit.text] : []));
}

describe('negative', () => {
  it.each([
    ['en', 'Were you not told about the delay?', 'not'],
    ['en', "Didn't you get a towel?", "Didn't"],
    ['en', 'Didn’t you get a towel?', 'Didn’t'],
    ['es', '¿No le avisaron del retraso?', 'No'],
    ['es', '¿No tuvo nunca un problema?', 'No'],
    ['el', 'Δεν σας ενημέρωσαν για την καθυστέρηση;', 'Δεν'],
    ['el', 'Δεν είχατε ποτέ πρόβλημα;', 'Δεν'],
    ['pl', 'Czy nie poinformowano Pana o opóźnieniu?', 'nie'],
    ['pl', 'Czy nigdy nie czekał Pan na obsługę?', 'nie'],
    ['lv', 'Vai Jūs nesaņēmāt rēķinu?', 'nesaņēmāt'],
    ['lv', 'Vai Jums nekad nebija problēmu?', 'nebija'],
  ])('hears a negation in %s: %s', (language, text, ...words) => {
    expect(wordsHit('negative', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'Were you told whether or not it applied?'],
    ['en', 'Is this question not applicable to you?'],
    ['en', 'Did you feel dissatisfied?'],
    ['en', 'Did the driver come on time or not?'],
    ['en', 'Did you read the notice?'],
    ['en', "Don't you agree that it was clean?"],
    ['es', '¿Resolvimos su consulta, sí o no?'],
    ['es', '¿Le ayudó no solo el médico?'],
    ['es', 'El personal fue amable, ¿no?'],
    ['es', '¿Notó la novedad?'],
    ['el', 'Λύθηκε το θέμα, ναι ή όχι;'],
    ['el', 'Ήταν δυσαρεστημένος ο γιατρός;'],
    ['el', 'Ήταν το δωμάτιο μη καπνιστών;'],
    ['pl', 'Czy personel był pomocny czy nie?'],
    ['pl', 'Czy był Pan niezadowolony?'],
    ['pl', 'Czy to pytanie nie dotyczy Pana?'],
    ['lv', 'Cik dienas nedēļā nākat?'],
    ['lv', 'Vai saņēmāt nepieciešamo informāciju?'],
    ['lv', 'Vai personāls bija laipns vai ne?'],
    ['lv', 'Vai piekrītat vai nepiekrītat?'],
  ])('leaves %s alone: %s', (language, text) => {
    expect(wordsHit('negative', language, text)).toEqual([]);
  });

  it('leaves open questions alone, which nobody answers with "no"', () => {
    expect(wordsHit('negative', 'en', 'What did you not find?', 'comment')).toEqual([]);
    expect(wordsHit('negative', 'en', 'Did you not find it?', 'incident')).toEqual(['not']);
  });

  it('gives way to the double negation that it is part of', () => {
    expect(wordsHit('negative', 'en', 'Were you not dissatisfied?')).toEqual([]);
  });
});

describe('double-negative', () => {
  it.each([
    ['en', 'Were you not dissatisfied with the room?', 'not dissatisfied'],
    ['en', 'Did you not leave without a receipt?', 'not leave without'],
    ['en', 'Is it unlikely that you would not return?', 'unlikely that you would not'],
    ['en', 'Did you not leave without a bill without a word?', 'not leave without'],
    ['es', '¿No se fue sin recibo?', 'No se fue sin'],
    ['es', '¿No quedó insatisfecho?', 'No quedó insatisfecho'],
    ['el', 'Δεν φύγατε χωρίς απόδειξη;', 'Δεν φύγατε χωρίς'],
    ['el', 'Δεν μείνατε δυσαρεστημένος;', 'Δεν μείνατε δυσαρεστημένος'],
    ['pl', 'Czy nie wyszedł Pan bez paragonu?', 'nie wyszedł Pan bez'],
    ['pl', 'Czy nie był Pan niezadowolony?', 'nie był Pan niezadowolony'],
    ['lv', 'Vai neaizgājāt bez čeka?', 'neaizgājāt bez'],
    ['lv', 'Vai nebijāt neapmierināts?', 'nebijāt neapmierināts'],
    ['en', 'It is not uncommon for me to wait more than ten minutes.', 'not uncommon'],
    ['en', "It isn't a very unusual wait.", "isn't a very unusual"],
    ['en', "Weren't you unaware of the delay?", "Weren't you unaware"],
    ['en', 'Was the staff not at all unwelcoming?', 'not at all unwelcoming'],
    ['en', 'It is not infrequently late.', 'not infrequently'],
    ['en', 'Was it not uncommon, and not unfair?', 'not uncommon', 'not unfair'],
    ['es', 'No es infrecuente que espere.', 'No es infrecuente'],
    ['es', 'No fue nada inusual la espera.', 'No fue nada inusual'],
    ['es', 'No es poco común que espere.', 'No es poco común'],
    ['el', 'Δεν είναι ασυνήθιστο να περιμένω.', 'Δεν είναι ασυνήθιστο'],
    ['el', 'Δεν ήταν και τόσο ασήμαντη η καθυστέρηση;', 'Δεν ήταν και τόσο ασήμαντη'],
    ['pl', 'Nie jest niczym niezwykłym, że czekam.', 'Nie jest niczym niezwykłym'],
    ['pl', 'Czy nie był Pan niecierpliwy?', 'nie był Pan niecierpliwy'],
    ['lv', 'Nav nekas neparasts, ka gaidu.', 'Nav nekas neparasts'],
    ['lv', 'Vai tas nebija negaidīti?', 'nebija negaidīti'],
  ])('hears two negations in %s: %s', (language, text, ...words) => {
    expect(wordsHit('double-negative', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'How satisfied or dissatisfied are you?'],
    ['en', 'Did you leave without a receipt?'],
    ['en', 'Did you not wait? Were you unhappy?'],
    [
      'en',
      'Were you not told, by any of the people you met at the long front desk, that breakfast comes without coffee?',
    ],
    ['es', '¿No tuvo nunca ningún problema?'],
    ['es', '¿Se fue sin recibo?'],
    ['es', '¿Está satisfecho o insatisfecho?'],
    ['el', 'Δεν είχατε ποτέ κανένα πρόβλημα;'],
    ['el', 'Φύγατε χωρίς απόδειξη;'],
    ['el', 'Είστε ικανοποιημένος ή δυσαρεστημένος;'],
    ['pl', 'Czy nigdy nikt Pana nie powitał?'],
    ['pl', 'Czy wyszedł Pan bez paragonu?'],
    ['pl', 'Czy był Pan zadowolony czy niezadowolony?'],
    ['lv', 'Vai Jums nekad nebija nekādu problēmu?'],
    ['lv', 'Vai aizgājāt bez čeka?'],
    ['lv', 'Vai bijāt apmierināts vai neapmierināts?'],
    ['en', 'Is it uncommon for you to wait?'],
    ['en', 'Was the unexpected charge not on your bill?'],
    ['en', 'Were you not told about the unusual hours?'],
    ['en', 'Was it not until noon that you were served?'],
    ['en', 'Could you not unlock the door?'],
    ['en', 'Did you not understand the bill?'],
    ['en', 'Was it common or not uncommon?'],
    ['es', '¿No es frecuente que espere?'],
    ['es', '¿No esperó poco tiempo?'],
    ['es', '¿Le resultó inusual la espera?'],
    ['el', 'Είναι ασυνήθιστο να περιμένετε;'],
    ['el', 'Δεν είναι σύνηθες να περιμένετε;'],
    ['pl', 'Czy to niezwykłe?'],
    ['pl', 'Czy nie było w niedzielę autobusu?'],
    ['pl', 'Czy nie jest Pan niemal pewien?'],
    ['lv', 'Vai tas bija neparasti?'],
    ['lv', 'Vai nav nedēļas biļetes?'],
  ])('hears one or none in %s: %s', (language, text) => {
    expect(wordsHit('double-negative', language, text)).toEqual([]);
  });
});
