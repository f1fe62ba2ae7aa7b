import { disputeEn, disputeEs } from "acta/dispute";
import { sheetEn, sheetEs } from "acta/sheet";
import { tabulationEn, tabulationEs } from "acta/tabulation";
import { siteEn } from "./messages/en.js";
import { siteEs } from "./messages/es.js";
import { FIRST_LANGUAGE } from "./wording.js";
import type { LanguageCode, Texts } from "./wording.js";

/**
 * The texts of each language by key (ICU MessageFormat): the site's own, and those of the library that pages say. Browsers never load this: each
 * kind of page has a file with what it says (put-words.ts).
 */
const LANGUAGE_TEXTS: Readonly<Record<LanguageCode, Texts>> = {
  es: { ...tabulationEs, ...disputeEs, ...findingTexts(sheetEs), ...siteEs },
  en: { ...tabulationEn, ...disputeEn, ...findingTexts(sheetEn), ...siteEn },
};

/** Findings are written in three parts; here each part has a key. */
function findingTexts({ findings }: typeof sheetEs): Texts {
  return Object.fromEntries(
    Object.entries(findings).flatMap(([code, parts]) =>
      Object.entries(parts).map(([part, text]) => [`finding.${code}.${part}`, text]),
    ),
  );
}

/** All texts of a language. One that it lacks is said in the first language. */
export function textsOf(code: LanguageCode): Texts {
  return { ...LANGUAGE_TEXTS[FIRST_LANGUAGE], ...LANGUAGE_TEXTS[code] };
}
