import { describe, expect, it } from 'vitest';
import { lintSurvey } from '../lintSurvey.ts';
import type { WordingRuleId } from '../types.ts';

function wordsHit(rule: WordingRuleId, language: string, text: string): string[] {
  const scale = { min: 1, max: 5 };
  const question = { id: 'q', text: { [language]: text }, asks: 'satisfaction', scale } as const;
  const { hits } = lintSurvey({ id: 's', title: 's', questions: [question] });
  return hits.flatMap((hit) => (hit.kind === 'wording' && hit.rule === rule ? [hit.text] : []));
}

describe('presupposing', () => {
  it.each([
    ['en', 'How much did you enjoy your breakfast?', 'How much did you enjoy'],
    ['en', 'Why do you like our hotel?', 'Why do you like'],
    ['en', 'What did you like about the pool?', 'What did you like'],
    ['es', '¿Cuánto disfrutó de la cena?', 'Cuánto disfrutó'],
    ['es', '¿Por qué le gusta nuestro hotel?', 'Por qué le gusta'],
    ['es', '¿Qué es lo que más le gustó?', 'Qué es lo que más le gustó'],
    ['el', 'Πόσο απολαύσατε το πρωινό;', 'Πόσο απολαύσατε'],
    ['el', 'Γιατί σας αρέσει το ξενοδοχείο;', 'Γιατί σας αρέσει'],
    ['el', 'Τι σας άρεσε περισσότερο;', 'Τι σας άρεσε'],
    ['pl', 'Jak bardzo podobał się Panu pokój?', 'Jak bardzo podobał'],
    ['pl', 'Dlaczego lubi Pani nasz hotel?', 'Dlaczego lubi'],
    ['pl', 'Co najbardziej się Panu podobało?', 'Co najbardziej się Panu podobało'],
    ['lv', 'Cik ļoti Jums patika brokastis?', 'Cik ļoti Jums patika'],
    ['lv', 'Kāpēc Jums patīk mūsu viesnīca?', 'Kāpēc Jums patīk'],
    ['lv', 'Kas Jums vislabāk patika?', 'Kas Jums vislabāk patika'],
  ])('hears a foregone answer in %s: %s', (language, text, ...words) => {
    expect(wordsHit('presupposing', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'Did you enjoy your breakfast?'],
    ['en', 'How much did you pay?'],
    ['en', 'Why did you call?'],
    ['en', 'What else would you like to tell us?'],
    ['es', '¿Le gustó la cena?'],
    ['es', '¿Cuánto pagó?'],
    ['es', '¿Qué le gustaría contarnos?'],
    ['el', 'Σας άρεσε το πρωινό;'],
    ['el', 'Πόσο πληρώσατε;'],
    ['el', 'Γιατί καλέσατε;'],
    ['pl', 'Czy podobał się Panu pokój?'],
    ['pl', 'Jak bardzo jest Pan zadowolony z pokoju?'],
    ['pl', 'Dlaczego Pan dzwonił?'],
    ['lv', 'Vai Jums patika brokastis?'],
    ['lv', 'Cik maksājāt?'],
    ['lv', 'Kāpēc zvanījāt?'],
  ])('leaves %s alone: %s', (language, text) => {
    expect(wordsHit('presupposing', language, text)).toEqual([]);
  });
});

describe('absolute', () => {
  it.each([
    ['en', 'Do our staff always greet you?', 'always'],
    ['en', 'Was everyone polite?', 'everyone'],
    ['en', 'Were all the rooms clean and did nobody smoke?', 'all', 'nobody'],
    ['en', 'Do we greet you every time?', 'every'],
    ['es', '¿Siempre le saludan?', 'Siempre'],
    ['es', '¿Todos fueron amables?', 'Todos'],
    ['es', '¿Nunca le atendió nadie?', 'Nunca', 'nadie'],
    ['el', 'Σας χαιρετούν πάντα;', 'πάντα'],
    ['el', 'ΗΤΑΝ ΟΛΟΙ ΕΥΓΕΝΙΚΟΙ;', 'ΟΛΟΙ'],
    ['el', 'Σας χαιρετούν κάθε φορά;', 'κάθε φορά'],
    ['pl', 'Czy zawsze Pana witamy?', 'zawsze'],
    ['pl', 'Czy wszyscy byli mili?', 'wszyscy'],
    ['pl', 'Czy witamy Panią za każdym razem?', 'każdym'],
    ['lv', 'Vai Jūs vienmēr sveicina?', 'vienmēr'],
    ['lv', 'Vai visi bija laipni?', 'visi'],
    ['lv', 'Vai katrs darbinieks Jūs sveicina?', 'katrs'],
  ])('hears no exception in %s: %s', (language, text, ...words) => {
    expect(wordsHit('absolute', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'Is the service, from not at all good to very good, to your taste?'],
    ['en', 'How satisfied are you with our all-inclusive offer?'],
    ['en', 'Overall, how satisfied are you?'],
    ['en', 'All things considered, how satisfied are you?'],
    ['en', 'Do you come every day?'],
    ['en', 'Was the hallway clean?'],
    ['es', '¿Cómo fue el paquete todo incluido?'],
    ['es', '¿Viene todos los días?'],
    ['es', '¿Conoce el método de pago?'],
    ['es', '¿Casi siempre viene en coche?'],
    ['el', 'Είχατε ποτέ πρόβλημα;'],
    ['el', 'Σας βοήθησε κανείς;'],
    ['el', "Πάνω απ' όλα, νιώσατε ασφαλής;"],
    ['el', 'Μείνατε όλη τη μέρα;'],
    ['pl', 'Przede wszystkim: czy czuł się Pan bezpiecznie?'],
    ['pl', 'Biorąc pod uwagę wszystko, jak ocenia Pan pobyt?'],
    ['pl', 'Czy przychodzi Pan każdego dnia?'],
    ['lv', 'Vai nākat katru dienu?'],
    ['lv', 'Kā vērtējat visu uzturēšanos?'],
    ['lv', 'Vai gandrīz vienmēr braucat ar auto?'],
  ])('leaves %s alone: %s', (language, text) => {
    expect(wordsHit('absolute', language, text)).toEqual([]);
  });
});

describe('vague-quantifier', () => {
  it.each([
    ['en', 'Do you often call us?', 'often'],
    ['en', 'Have you called us recently?', 'recently'],
    ['en', 'Do you usually wait?', 'usually'],
    ['es', '¿Nos llama a menudo?', 'a menudo'],
    ['es', '¿Nos ha llamado recientemente?', 'recientemente'],
    ['es', '¿Viene con frecuencia?', 'con frecuencia'],
    ['el', 'Μας καλείτε συχνά;', 'συχνά'],
    ['el', 'Μας καλέσατε πρόσφατα;', 'πρόσφατα'],
    ['el', 'Περιμένετε συνήθως;', 'συνήθως'],
    ['pl', 'Czy często Pan dzwoni?', 'często'],
    ['pl', 'Czy niedawno Pan dzwonił?', 'niedawno'],
    ['pl', 'Czy zazwyczaj Pani czeka?', 'zazwyczaj'],
    ['lv', 'Vai bieži zvanāt?', 'bieži'],
    ['lv', 'Vai nesen zvanījāt?', 'nesen'],
    ['lv', 'Vai parasti gaidāt?', 'parasti'],
  ])('hears a vague count in %s: %s', (language, text, ...words) => {
    expect(wordsHit('vague-quantifier', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'How often do you call us?'],
    ['en', 'How many times did you call?'],
    ['en', 'Were you served as soon as you sat down?'],
    ['en', 'How satisfied are you with your recent visit?'],
    ['es', '¿Con qué frecuencia nos llama?'],
    ['es', '¿Qué tan a menudo nos llama?'],
    ['es', '¿Le atendimos tan pronto como llegó?'],
    ['el', 'Πόσο συχνά μας καλείτε;'],
    ['el', 'Πόσο σύντομα σας εξυπηρέτησαν;'],
    ['el', 'Σας άρεσε η συχνότητα των δρομολογίων;'],
    ['pl', 'Jak często Pan dzwoni?'],
    ['pl', 'Kiedy ostatnio Pan nas odwiedził?'],
    ['pl', 'Jak ocenia Pani niezwykły wystrój?'],
    ['lv', 'Cik bieži zvanāt?'],
    ['lv', 'Cik drīz Jūs apkalpoja?'],
    ['lv', 'Vai redzējāt nesenās izmaiņas?'],
  ])('leaves %s alone: %s', (language, text) => {
    expect(wordsHit('vague-quantifier', language, text)).toEqual([]);
  });
});

describe('hypothetical', () => {
  it.each([
    ['en', 'If we opened on Sundays, would you come?', 'If we opened on Sundays, would'],
    ['en', 'Would you pay more if the room were bigger?', 'Would you pay more if'],
    ['en', 'Imagine a bigger room. How much is it worth to you?', 'Imagine'],
    ['es', 'Si abriéramos los domingos, ¿vendría?', 'Si abriéramos los domingos, ¿vendría'],
    ['es', '¿Pagaría más si el cuarto fuera más grande?', 'Pagaría más si'],
    ['el', 'Αν ανοίγαμε την Κυριακή, θα ερχόσασταν;', 'Αν ανοίγαμε την Κυριακή, θα'],
    ['el', 'Φανταστείτε ένα μεγαλύτερο δωμάτιο. Πόσο αξίζει;', 'Φανταστείτε'],
    ['pl', 'Gdybyśmy otwierali w niedziele, czy przyszedłby Pan?', 'Gdybyśmy'],
    ['pl', 'Czy zapłaciłaby Pani więcej, gdyby pokój był większy?', 'gdyby'],
    ['lv', 'Vai nāktu, ja mēs strādātu svētdienās?', 'nāktu, ja'],
    [
      'lv',
      'Ja mēs strādātu svētdienās, vai Jūs varētu atnākt?',
      'Ja mēs strādātu svētdienās, vai Jūs varētu',
    ],
  ])('hears what would be in %s: %s', (language, text, ...words) => {
    expect(wordsHit('hypothetical', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'Would you recommend this hotel?'],
    ['en', 'If you used the pool, how would you rate it?'],
    ['en', 'If you called us, how long did you wait?'],
    ['en', 'Were you asked if you would like help?'],
    ['es', '¿Recomendaría nuestro hotel?'],
    ['es', 'Si usó la piscina, ¿cómo la calificaría?'],
    ['es', 'Si fue a la cafetería, ¿cuánto esperó?'],
    ['es', '¿Comió en casa o comió fuera? Si comió fuera, díganos dónde.'],
    ['el', 'Θα μας συνιστούσατε σε έναν φίλο;'],
    ['el', 'Αν χρησιμοποιήσατε την πισίνα, πώς θα την αξιολογούσατε;'],
    ['el', 'Αν και έβρεχε, ήρθε το ταξί;'],
    ['pl', 'Czy poleciłby Pan nasz hotel?'],
    ['pl', 'Jeśli korzystał Pan z basenu, jak oceniłby go Pan?'],
    ['pl', 'Czy jest coś, co chciałaby Pani dodać?'],
    ['lv', 'Vai Jūs ieteiktu mūsu viesnīcu?'],
    ['lv', 'Ja izmantojāt baseinu, kā to vērtējat?'],
    ['lv', 'Vai saņēmāt rezultātu, ja zvanījāt?'],
  ])('leaves %s alone: %s', (language, text) => {
    expect(wordsHit('hypothetical', language, text)).toEqual([]);
  });
});

describe('long-recall', () => {
  it.each([
    ['en', 'How many times did you fly in the past 12 months?', 'past 12 months'],
    ['en', 'How often did you stay here in the last two years?', 'last two years'],
    ['en', 'Did you complain last year?', 'last year'],
    ['es', '¿Cuántas veces voló en los últimos doce meses?', 'últimos doce meses'],
    ['es', '¿Cuántas veces vino el año pasado?', 'año pasado'],
    ['es', '¿Vino en los últimos 2 años?', 'últimos 2 años'],
    ['el', 'Πόσες φορές πετάξατε τους τελευταίους δώδεκα μήνες;', 'τελευταίους δώδεκα μήνες'],
    ['el', 'Πόσες φορές ήρθατε τα τελευταία δύο χρόνια;', 'τελευταία δύο χρόνια'],
    ['pl', 'Ile razy leciał Pan w ciągu ostatnich 12 miesięcy?', 'ostatnich 12 miesięcy'],
    ['pl', 'Ile razy był Pan u nas w ostatnim roku?', 'ostatnim roku'],
    ['lv', 'Cik reižu lidojāt pēdējo 12 mēnešu laikā?', 'pēdējo 12 mēnešu'],
    ['lv', 'Cik reižu bijāt pie mums pēdējā gada laikā?', 'pēdējā gada'],
  ])('hears a year or more in %s: %s', (language, text, ...words) => {
    expect(wordsHit('long-recall', language, text)).toEqual(words);
  });

  it.each([
    ['en', 'How many times did you fly in the last four weeks?'],
    ['en', 'How satisfied are you with your last visit?'],
    ['en', 'How many years have you been a customer?'],
    ['es', '¿Cuántas veces vino en las últimas cuatro semanas?'],
    ['es', '¿Qué tan satisfecho está con su última visita?'],
    ['es', '¿Cuántos años tiene?'],
    ['el', 'Πόσες φορές ήρθατε τις τελευταίες τέσσερις εβδομάδες;'],
    ['el', 'Πόσο ικανοποιημένος είστε από τον χρόνο αναμονής;'],
    ['pl', 'Ile razy był Pan u nas w ostatnim miesiącu?'],
    ['pl', 'Jak ocenia Pan ostatnią wizytę?'],
    ['lv', 'Cik reižu zvanījāt pēdējo četru nedēļu laikā?'],
    ['lv', 'Vai pēdējā gadījumā Jums palīdzēja?'],
  ])('leaves %s alone: %s', (language, text) => {
    expect(wordsHit('long-recall', language, text)).toEqual([]);
  });
});
