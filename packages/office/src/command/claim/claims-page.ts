import { canonicalJson, utf8 } from "acta/basics";
import { claimEn, claimEs } from "acta/claim";
import type { CheckedClaim, CheckedPart } from "acta/claim";
import { disputeEn, disputeEs } from "acta/dispute";
import { makeLanguage } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { catalogOf } from "../catalog.js";
import { knownMoment, knownText, reasonText, workingText } from "./claim-words.js";
import { provenanceIn, zoneOf } from "./checked-claims.js";
import type { ClaimsChecked } from "./checked-claims.js";

/** The answers as pages read them (`acta-claims-page/1`): in the words of both languages, so that pages need no rules of their own. */
export function claimsPage(checked: ClaimsChecked): Uint8Array {
  const zone = zoneOf(checked);
  const languages = { es: spoken("es"), en: spoken("en") };
  const { claims, evidence } = checked;
  return utf8(
    canonicalJson({
      schema: "acta-claims-page/1",
      provenance: provenanceIn(checked),
      facts: evidence.evidence.facts.length,
      editions: evidence.elections.reduce((sum, { editions }) => sum + editions.length, 0),
      moments: evidence.elections.reduce((sum, { moments }) => sum + moments, 0),
      claims: claims.map((each) => ({
        id: each.claim.id,
        statement: each.claim.statement,
        claimed: each.claim.values.map(({ text }) => text).join("; "),
        unit: each.claim.unit,
        asOf: each.claim.asOf?.text ?? "",
        source: each.claim.source,
        verdict: each.verdict,
        rule: ruleOf(each.parts),
        contradicts: [...each.contradicts],
        es: wordsOf(languages.es, each, zone),
        en: wordsOf(languages.en, each, zone),
      })),
    }),
  );
}

function spoken(code: Language["code"]): Language {
  const language = makeLanguage(code, catalogOf(code));
  language.learn({ es: claimEs, en: claimEn });
  language.learn({ es: disputeEs, en: disputeEn });
  return language;
}

function ruleOf(parts: readonly CheckedPart[]): { readonly id: string; readonly article: string } | null {
  const rule = parts.find((part) => part.rule !== null)?.rule;
  return rule === undefined || rule === null ? null : { id: rule.id, article: rule.article };
}

function wordsOf(language: Language, { claim, parts }: CheckedClaim, zone: string) {
  return {
    reason: reasonText(language, parts, claim.problem) ?? "",
    parts: parts.map(({ value, working }) => ({
      value: value === null ? "" : knownText(language, value, zone),
      at: value === null ? "" : knownMoment(language, value, zone),
      working: working.map((each) => workingText(language, each, zone)),
    })),
  };
}
