/**
 * What the rules about words know of one language. A list is one text of patterns, separated by
 * commas. In a pattern
 *
 * - `*` stands for any letters, alone for any one word: `satisf*`
 * - `~` for one of `endings`: `amabl~` is "amable" and "amables", and not "amabilidad"
 * - `#` for a number, in digits or one of `numbers`
 * - `|` separates alternatives of one word: `last|past year`
 * - a word in brackets may be missing, though not the first: `last (#) years`
 * - `...` stands for anything up to the end of the sentence, 80 letters at most: `if ... would`
 *
 * Matching knows no case and hits whole words only. Greek vowels without an accent stand for those
 * with one, save in words of one letter, so that capitals are read too.
 */
export interface LintWords {
  /** The endings of an adjective, separated by `|`. */
  readonly endings: string;
  /** The words for small numbers, separated by `|`. */
  readonly numbers: string;
  /** Words that join by adding, such as "and". */
  readonly and: string;
  /** Words that join by choosing, such as "or". */
  readonly or: string;
  /** Those of them that also open a question, and then stand first or behind a comma. */
  readonly particles: string;
  /** Sets of words with spaces between them: two of one set, joined, are one thing. */
  readonly together: string;
  /** Phrases in which such a word does not join two things asked. */
  readonly notJoining: string;
  /** Words that begin what is asked: a joining word in the clause before them is left alone. */
  readonly interrogatives: string;
  /** Openers, authorities and asides that lead. */
  readonly leading: string;
  /** Short questions behind a statement, such as "isn't it". */
  readonly tags: string;
  /** Words before a noun after which praise or blame leads, such as "our", separated by `|`. */
  readonly determiners: string;
  /** Words that may stand between those and the praise, such as "very", separated by `|`. */
  readonly intensifiers: string;
  /** Adjectives of praise or blame, separated by `|`. */
  readonly praise: string;
  /** Phrases that take something for granted. */
  readonly presupposing: string;
  /** Words that leave no exception. */
  readonly absolutes: string;
  /** Phrases in which they do. */
  readonly notAbsolute: string;
  /** Words that negate a sentence. */
  readonly negations: string;
  /** Words that make it a double negative: "without", "dissatisfied"; none that merely agree. */
  readonly negatives: string;
  /** A negation right before a word that denies by how it begins, such as "not uncommon". */
  readonly litotes: string;
  /** Phrases in which a negation is harmless. */
  readonly notNegative: string;
  /** Words for how often or how long ago that everyone counts otherwise. */
  readonly vague: string;
  /** Phrases in which they ask and do not count. */
  readonly notVague: string;
  /** Phrases that ask what would be if. */
  readonly hypothetical: string;
  /** Phrases in which such words are politeness, or "whether". */
  readonly notHypothetical: string;
  /** Stretches of time of a year or more. */
  readonly longRecall: string;
  /** Phrases of a question that ask for agreement. */
  readonly agreement: string;
  /** Words of labels that state agreement. */
  readonly agreementLabels: string;
  /** Words of the good side, in labels and in "easy or hard". */
  readonly good: string;
  /** Words of the bad side. */
  readonly bad: string;
  /** Words of the middle; they outweigh the others. */
  readonly middle: string;
  /** Words that turn a good word of a label into its absence, such as "not". */
  readonly absence: string;
  /** Words that put a label beyond good and bad, such as "too". */
  readonly excess: string;
  /** Words of a choice that catches the rest: "other", "none", "prefer not to say". */
  readonly otherChoice: string;
  /** Words of choices that divide a line and so leave nothing out: "before", "more", "never". */
  readonly dividing: string;
  /** Acronyms that every customer knows, besides those known everywhere, separated by spaces. */
  readonly acronyms: string;
  /** How bands of numbers are written. */
  readonly bands: BandWords;
}

/** How bands of numbers are written in one language. */
export interface BandWords {
  /** "from" or "between", before the lower end of a band. */
  readonly from: string;
  /** "to", between the ends. */
  readonly to: string;
  /** "less than". */
  readonly below: string;
  /** "more than". */
  readonly above: string;
  /** "up to". */
  readonly atMost: string;
  /** "at least". */
  readonly atLeast: string;
  /** "or less", behind the number. */
  readonly orLess: string;
  /** "or more", behind the number. */
  readonly orMore: string;
}
