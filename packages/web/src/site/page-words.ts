import * as v from "valibot";
import type { LanguageCode } from "./wording.js";

/** The texts of one kind of page in one language, as published. */
export const pageWordsForm = v.object({ schema: v.literal("acta-words/1"), texts: v.record(v.string(), v.string()) });

/** Where they stand beside the pages. */
export function pageWordsPath(language: LanguageCode, kind: string): string {
  return `assets/words/${language}.${kind}.json`;
}

/** Where what is said of sheets that do not add up stands, as if it were a page of its own. */
export const FINDING_WORDS = "findings";
