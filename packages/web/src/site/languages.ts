import { tabulationEn, tabulationEs } from "acta/tabulation";
import { siteEn } from "./messages/en.js";
import { siteEs } from "./messages/es.js";

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
  /** Texts by key (ICU MessageFormat). One that it lacks is said in the first language. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * The languages of the site in the order in which pages offer them. Another one is one file of messages and one line here; names that a definition does not
 * give in it are given in its first language.
 */
export const SITE_LANGUAGES: readonly [SiteLanguage, ...(readonly SiteLanguage[])] = [
  { code: "es", name: "Español", locale: "es-PE", percent: "\u00A0%", texts: { ...tabulationEs, ...siteEs } },
  { code: "en", name: "English", locale: "en-GB", percent: "%", texts: { ...tabulationEn, ...siteEn } },
];
