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

describe('double-barrelled', () => {
  it.each([
    [
      'en',
      'How satisfied are you with the speed and friendliness of the service?',
      'speed and friendliness',
    ],
    ['en', 'How was the food or the drink?', 'food or the drink'],
    ['en', 'Was the menu/wine list clear?', 'menu/wine'],
    ['en', 'How was the food and/or service?', 'food and/or service'],
    ['en', 'How easy was it to check in, and how clean was the room?', 'in, and how clean'],
    ['en', 'How clean, quiet and warm was the room?', 'quiet and warm'],
    ['en', 'How clean and clear was the water?', 'clean and clear'],
    ['en', 'When you arrived, was the hall clean and bright?', 'clean and bright'],
    ['en', 'Was the hall clean and bright, as far as you saw?', 'clean and bright'],
    [
      'en',
      'How clean and bright was the hall, and how was it lit?',
      'clean and bright',
      'hall, and how was it',
    ],
    ['en', 'How satisfied and unhurried did you feel?', 'satisfied and unhurried'],
    ['en', 'How satisfied are you with food & drink?', 'food & drink'],
    ['es', '¿Cómo valora la rapidez y la amabilidad?', 'rapidez y la amabilidad'],
    ['es', '¿Fueron bien atendidos padres e hijos?', 'padres e hijos'],
    ['es', '¿Cómo valora el desayuno o la cena?', 'desayuno o la cena'],
    ['es', '¿Había siete u ocho platos u otra opción y bebida?', 'opción y bebida'],
    [
      'el',
      'Πόσο ικανοποιημένος είστε από την ταχύτητα και την ευγένεια;',
      'ταχύτητα και την ευγένεια',
    ],
    ['el', 'Πώς κρίνετε το φαγητό ή το σέρβις;', 'φαγητό ή το σέρβις'],
    ['el', 'Πώς ήταν το φαγητό κι η εξυπηρέτηση;', 'φαγητό κι η εξυπηρέτηση'],
    ['pl', 'Jak ocenia Pan szybkość i uprzejmość obsługi?', 'szybkość i uprzejmość'],
    ['pl', 'Jak ocenia Pani pokój oraz łazienkę?', 'pokój oraz łazienkę'],
    ['pl', 'Jak ocenia Pan jedzenie lub obsługę?', 'jedzenie lub obsługę'],
    ['pl', 'Czy obsługa była szybka czy uprzejma?', 'szybka czy uprzejma'],
    ['lv', 'Cik apmierināts esat ar ātrumu un laipnību?', 'ātrumu un laipnību'],
    ['lv', 'Vai esat apmierināts ar ēdienu vai apkalpošanu?', 'ēdienu vai apkalpošanu'],
    ['lv', 'Kā vērtējat numuru/vannasistabu?', 'numuru/vannasistabu'],
    ['es', '¿Está satisfecho con la calidad y el precio?', 'calidad y el precio'],
    ['es', '¿Cómo valora el precio y la calidad de la comida?', 'precio y la calidad'],
    ['es', '¿Cómo valora el precio/calidad?', 'precio/calidad'],
    ['en', 'How satisfied are you with the price and the quality?', 'price and the quality'],
    ['el', 'Πώς κρίνετε την ποιότητα και την τιμή;', 'ποιότητα και την τιμή'],
    ['pl', 'Jak ocenia Pan jakość i cenę?', 'jakość i cenę'],
    ['lv', 'Kā vērtējat kvalitāti un cenu?', 'kvalitāti un cenu'],
    ['lv', 'Vai cenas un kvalitātes līmenis bija labs?', 'cenas un kvalitātes'],
    ['en', 'How quick were check-in and check-out?', 'check-in and check-out'],
    ['en', 'How quick were arrival and departure?', 'arrival and departure'],
    ['en', 'How helpful were the food and the staff?', 'food and the staff'],
    ['en', 'How friendly and helpful was the desk staff?', 'friendly and helpful'],
    ['en', 'Was the receptionist nice and helpful?', 'nice and helpful'],
    ['en', 'Was the room safe, and the sound good?', 'safe, and the sound'],
    ['en', 'How were the room and the board games?', 'room and the board'],
    ['es', '¿Cómo valora el check-in y el check-out?', 'check-in y el check-out'],
    ['es', '¿Fueron amables los camareros y los guardias?', 'camareros y los guardias'],
    ['el', 'Πώς κρίνετε την άφιξη και την αναχώρηση;', 'άφιξη και την αναχώρηση'],
    ['el', 'Ήταν ευγενικοί οι υπάλληλοι και οι γιατροί;', 'υπάλληλοι και οι γιατροί'],
    ['pl', 'Jak ocenia Pan zameldowanie i wymeldowanie?', 'zameldowanie i wymeldowanie'],
    ['pl', 'Czy pracownicy i kierownicy byli mili?', 'pracownicy i kierownicy'],
    ['lv', 'Kā vērtējat reģistrāciju un izrakstīšanos?', 'reģistrāciju un izrakstīšanos'],
    ['lv', 'Vai darbinieki un ārsti bija laipni?', 'darbinieki un ārsti'],
  ])('hears two questions in %s: %s', (language, text, ...words) => {
    expect(wordsHit('double-barrelled', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'How clear were the terms and conditions?'],
    ['en', 'How satisfied are you with the bed and breakfast?'],
    ['en', 'How likely are you to recommend us to a friend or colleague?'],
    ['en', 'How likely are you to recommend us to friends and close family?'],
    ['en', 'How easy or difficult was it to check in?'],
    ['en', 'How satisfied or dissatisfied are you with your room?'],
    ['en', 'How satisfied are you with the bus that runs between the airport and the hotel?'],
    ['en', 'When you arrived and checked in, how welcome did you feel?'],
    ['en', 'Thank you for staying and for taking part. How was your room?'],
    ['en', 'How satisfied are you with the help at the Lost and Found desk?'],
    ['en', 'How satisfied are you with the help from Barnes and Noble?'],
    ['en', 'Did you wait more or less than ten minutes?'],
    ['en', 'Was the driver on time or not?'],
    ['en', 'Did he/she greet you?'],
    ['en', 'Did you read https://example.com/rooms/prices?'],
    ['en', 'Did you have to call again and again?'],
    ['en', 'How handy was the cordless phone?'],
    ['en', 'Do you have other comments, questions or concerns?'],
    ['es', '¿Le ayudaron los/las recepcionistas?'],
    ['es', '¿Cómo valora la relación entre calidad y precio?'],
    ['el', 'Είδατε τον/την υπάλληλο;'],
    ['el', 'Πόσο ικανοποιημένοι είστε από τη σχέση ποιότητας και τιμής;'],
    ['pl', 'Czy znalazł(a) Pan(i) to, czego szukał(a)?'],
    ['lv', 'Cik apmierināts esat ar cenas un kvalitātes attiecību?'],
    ['es', '¿Qué tan claros fueron los términos y condiciones?'],
    ['es', '¿Nos recomendaría a un amigo o colega?'],
    ['es', '¿Qué tan fácil o difícil fue registrarse?'],
    ['es', '¿Está satisfecho/a con la limpieza?'],
    ['es', '¿Está satisfecho o satisfecha con la limpieza?'],
    ['es', '¿Esperó siete u ocho minutos?'],
    ['es', '¿Y cómo fue la cena?'],
    ['es', '¿Fue bueno el autobús entre el aeropuerto y el hotel?'],
    ['el', 'Πόσο σαφείς ήταν οι όροι και οι προϋποθέσεις;'],
    ['el', 'Θα μας συνιστούσατε σε έναν φίλο ή συνάδελφο;'],
    ['el', 'Πόσο εύκολο ή δύσκολο ήταν;'],
    ['el', 'Πόσο ικανοποιημένος/η είστε από την εξυπηρέτηση;'],
    ['el', 'Αν και έβρεχε, ήρθε το ταξί στην ώρα του;'],
    ['el', 'Και πώς ήταν η θέα;'],
    ['el', 'Πόσο καθαρή ήταν η αίθουσα;'],
    ['pl', 'Czy pokój był czysty?'],
    ['pl', 'Proszę powiedzieć, czy pokój był czysty.'],
    ['pl', 'Czy poleci nas Pan/Pani znajomym lub rodzinie?'],
    ['pl', 'Jak jasne były warunki i zasady?'],
    ['pl', 'Czy czekał Pan mniej czy więcej niż dziesięć minut?'],
    ['pl', 'Czy był Pan zadowolony czy niezadowolony?'],
    ['pl', 'Czy jest Pani zadowolony/zadowolona z pokoju?'],
    ['lv', 'Vai numurs bija tīrs?'],
    ['lv', 'Lūdzu, norādiet, vai numurs bija tīrs.'],
    ['lv', 'Vai ieteiktu mūs draugam vai kolēģim?'],
    ['lv', 'Cik skaidri bija noteikumi un nosacījumi?'],
    ['lv', 'Cik viegli vai grūti bija reģistrēties?'],
    ['lv', 'Vai personāls bija laipns vai ne?'],
    ['lv', 'Cik ātri strādāja uniforma?'],
    ['en', 'How satisfied are you with the check-in and check-out desk staff?'],
    ['en', 'How helpful was the check in and check out counter?'],
    ['en', 'How clean was the arrivals and departures hall?'],
    ['en', 'Was the pick-up and drop-off point easy to find?'],
    ['en', 'How helpful was the food and beverage team?'],
    ['en', 'Was the room nice and quiet?'],
    ['en', 'Did your luggage arrive safe and sound?'],
    ['en', 'How clear were the rules and regulations?'],
    ['en', 'How satisfied are you with the ear, nose and throat department?'],
    ['es', '¿Cómo valora el personal del mostrador de entrada y salida?'],
    ['es', '¿Cómo valora el mostrador de check-in y check-out?'],
    ['es', '¿Cómo valora la relación calidad/precio?'],
    ['es', '¿Cómo valora la relación de calidad y precio?'],
    ['es', '¿Fueron amables los empleados y las empleadas?'],
    ['es', '¿Llegó su equipaje sano y salvo?'],
    ['el', 'Πόσο φιλικό ήταν το προσωπικό του γραφείου άφιξης και αναχώρησης;'],
    ['el', 'Πόσο φιλικό ήταν το προσωπικό του check-in και check-out;'],
    ['el', 'Ήταν ευγενικοί οι υπάλληλοι και οι υπάλληλες;'],
    ['pl', 'Jak ocenia Pan personel stanowiska zameldowania i wymeldowania?'],
    ['pl', 'Czy pracownicy i pracownice byli mili?'],
    ['lv', 'Kā vērtējat reģistrācijas un izrakstīšanās letes personālu?'],
    ['lv', 'Vai darbinieki un darbinieces bija laipni?'],
  ])('leaves %s alone: %s', (language, text) => {
    expect(wordsHit('double-barrelled', language, text)).toEqual([]);
  });

  it('leaves open questions alone, whose answer has room for both', () => {
    const text = 'What did you think of the food and the service?';
    expect(wordsHit('double-barrelled', 'en', text, 'comment')).toEqual([]);
    expect(wordsHit('double-barrelled', 'en', text, 'perception')).toEqual([
      'food and the service',
    ]);
  });

  it('lets a question about the customer offer its choices, and not ask two things', () => {
    expect(wordsHit('double-barrelled', 'en', 'Are you a guest or a visitor?', 'profile')).toEqual(
      [],
    );
    expect(wordsHit('double-barrelled', 'en', 'What are your age and gender?', 'profile')).toEqual([
      'age and gender',
    ]);
  });

  it('reads statements when nothing in the text asks', () => {
    expect(wordsHit('double-barrelled', 'en', 'The room was clean and quiet.')).toEqual([
      'clean and quiet',
    ]);
  });
});
