/** What one language says: a sentence for every code of a result. */
export interface Words {
  /** The language, as `Intl` knows it. */
  readonly language: string;
}
