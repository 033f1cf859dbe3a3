import { foldText, originalSpan } from '../survey/lint/text/foldText.ts';
import { occurrences, overlap, wordPattern } from '../survey/lint/text/wordPattern.ts';
import type { TextSpan } from '../survey/lint/types.ts';
import { wordsFor } from '../survey/lint/words/wordLists.ts';

/** A word found in a text, as it stands there. */
interface FoundWord {
  /** The word. */
  readonly text: string;
  /** Where it stands. */
  readonly span: TextSpan;
}

/** Finds the words of a text that promise without saying how much. */
export type FindVagueWords = (text: string) => readonly FoundWord[];

/**
 * A finder of words of a language that everyone understands otherwise: how often, which surveys are
 * checked for too, how fast, how good, and ways out such as "where possible". None where the language is
 * not known.
 */
export function vagueWordFinder(tag: string): FindVagueWords | undefined {
  const [language = ''] = tag.toLowerCase().split('-');
  const words = wordsFor(language);
  const own = Object.hasOwn(PROMISES, language) ? PROMISES[language] : undefined;
  if (words === undefined || own === undefined) return undefined;
  const vague = wordPattern(`${own.vague}, ${words.vague}`, words);
  const harmless = wordPattern(`${own.harmless}, ${words.notVague}`, words);
  return (original) => {
    const text = foldText(original);
    const exempt = occurrences(text.folded, harmless);
    return occurrences(text.folded, vague)
      .filter((hit) => !exempt.some((span) => overlap(hit, span)))
      .map((hit) => originalSpan(text, hit))
      .map((span) => ({ text: original.slice(span.start, span.end), span }));
  };
}

/** The words of a language that promise, in the patterns of the checks of surveys. */
interface PromiseWords {
  /** How fast, how good, and ways out. */
  readonly vague: string;
  /** Phrases in which they promise nothing. */
  readonly harmless: string;
}

const PROMISES: { readonly [language: string]: PromiseWords } = {
  en: {
    vague: `fast, faster, quick, quickly, rapid, rapidly, prompt, promptly, swift, swiftly, speedy, speedily, short, brief,
      briefly, timely, at once, immediate, immediately, as soon as possible, friendly, polite, politely, courteous*, kind,
      kindly, helpful, attentive*, professional, professionally, nice, nicely, pleasant*, warm, warmly, good, well, better, best,
      excellent, high-quality, adequate*, appropriate*, sufficient*, enough, reasonable, reasonably, acceptable, suitable,
      suitably, proper, properly, clean, tidy, comfortable, comfortably, easy, easily, simple, simply, clear, clearly,
      convenient*, flexible, user-friendly, efficient*, effective*, minimal, if|where|when|wherever|whenever possible,
      if|where|when necessary, as far as possible, etc`,
    harmless: `as well as, as well, good morning|afternoon|evening|day|night, fast food, well-being, kind of, best before,
      in good time`,
  },
  es: {
    vague: `rápid~, rápidamente, con rapidez, ágil, ágiles, ágilmente, breve, breves, brevemente, cort~, oportun~,
      oportunamente, inmediat~, inmediatamente, de inmediato, en seguida, enseguida, lo antes posible, cuanto antes,
      amabl~, amablemente, con amabilidad, cortés, corteses, cortésmente, educad~, atent~, atentamente, servicial*,
      profesionalmente, buen, buen~, bien, mejor, mejores, excelent~, adecuad~, adecuadamente, apropiad~, suficient~,
      razonabl~, razonablemente, aceptabl~, limpi~, cómod~, cómodamente, fácil, fáciles, fácilmente, sencill~, clar~,
      claramente, cálid~, agradabl~, eficient~, eficientemente, eficaz, eficaces, eficazmente, si es posible,
      en lo posible, cuando sea posible, en la medida de lo posible, si es necesario, etc`,
    harmless: 'buenos días, buenas tardes|noches, más bien, si bien, o bien, claro que',
  },
  el: {
    vague: `γρηγορ~, ταχυ, ταχεια, ταχυτατ~, αμεσ~, αμεσως, συντομ~, εγκαιρ~, εγκαιρως, φιλικ~, ευγενικ~, εξυπηρετικ~,
      επαγγελματικ~, καλ~, καλυτερ~, αριστ~, εξαιρετικ~, επαρκ*, καταλληλ~, ευλογ~, αποδεκτ~, καθαρ~, ανετ~, ευκολ~, απλ~,
      σαφ*, ευχαριστ~, αποτελεσματικ~, το συντομοτερο δυνατο, οσο το δυνατον, αν ειναι δυνατον, οπου ειναι δυνατον,
      κ.λπ.`,
    harmless: 'καλη μερα|σας|ορεξη, καλως ηρθατε|ορισατε, απλα',
  },
  pl: {
    vague: `szybk~, szybko, szybciej, sprawn~, sprawnie, prędko, niezwłocznie, natychmiast, natychmiastow~, krótk~, krótko,
      terminowo, przyjazn~, przyjaźnie, uprzejm~, uprzejmie, mił~, miło, grzeczn~, grzecznie, pomocn~, profesjonaln~,
      profesjonalnie, dobr~, dobrze, lepsz~, lepiej, doskonał~, odpowiedni~, odpowiednio, wystarczając~, wystarczająco,
      rozsądn~, czyst~, czysto, wygodn~, wygodnie, łatw~, łatwo, prost~, prosto, jasn~, jasno, zrozumiał~, zrozumiale,
      skuteczn~, skutecznie, jak najszybciej, w miarę możliwości, jeśli to możliwe, o ile to możliwe, itp, itd`,
    harmless: 'dzień dobry, dobry wieczór, dobranoc, prosto z|do',
  },
  lv: {
    vague: `ātr~, ātri, ātrāk, nekavējoties, uzreiz, īs~, īsi, laikus, savlaicīg~, savlaicīgi, draudzīg~, draudzīgi, laipn~,
      laipni, pieklājīg~, pieklājīgi, izpalīdzīg~, profesionāl~, profesionāli, lab~, labi, labāk*, lielisk~, atbilstoš~,
      atbilstoši, piemērot~, pietiekam~, pietiekami, saprātīg~, pieņemam~, tīr~, tīri, ērt~, ērti, viegl~, viegli, vienkārš~,
      vienkārši, skaidr~, skaidri, saprotam~, efektīv~, efektīvi, pēc iespējas, cik iespējams, ja iespējams, utt, u.c.`,
    harmless: 'labdien, labrīt, labvakar, lūdzu laipni',
  },
};
