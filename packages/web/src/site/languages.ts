/** A language in which the site is written. */
export interface SiteLanguage {
  /** BCP 47; also the name of its folder, the first language apart, which stands at the root. */
  readonly code: string;
  /** As it calls itself. */
  readonly name: string;
  /** By which numbers and dates are written. */
  readonly locale: string;
  /** The sign of percent, with the space before it where there is one. */
  readonly percent: string;
}

/**
 * The languages of the site in the order in which pages offer them. Another one is one file of messages (language-texts.ts) and one line here; names that a
 * definition does not give in it are given in its first language.
 */
export const SITE_LANGUAGES: readonly [SiteLanguage, ...(readonly SiteLanguage[])] = [
  { code: "es", name: "Español", locale: "es-PE", percent: "\u00A0%" },
  { code: "en", name: "English", locale: "en-GB", percent: "%" },
];
