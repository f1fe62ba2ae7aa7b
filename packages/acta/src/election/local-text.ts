/** A text in the languages of the definition; `es` and `en` are always present (one may stand in for the other). */
export interface LocalText {
  readonly es: string;
  readonly en: string;
}
