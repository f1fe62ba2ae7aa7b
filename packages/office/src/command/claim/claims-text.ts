import type { CheckedClaim, CheckedPart, KnownValue } from "acta/claim";
import type { Language } from "../../language/index.js";
import { knownMoment, knownText, reasonText, workingText } from "./claim-words.js";
import { zoneOf } from "./checked-claims.js";
import type { ClaimsChecked } from "./checked-claims.js";

/** The answer for a reader: each claim with its verdict, the right value, what it rests on and whom it contradicts; the sums last. */
export function claimsText(language: Language, checked: ClaimsChecked): string {
  const zone = zoneOf(checked);
  const { claims, mapping, evidence } = checked;
  const editions = evidence.elections.reduce((sum, each) => sum + each.editions.length, 0);
  const moments = evidence.elections.reduce((sum, each) => sum + each.moments, 0);
  const made = evidence.elections.filter(({ provenance }) => provenance !== "real").map(({ id }) => id);
  return [
    language.say("claims.title", { claims: claims.length, editions, moments, facts: evidence.evidence.facts.length }),
    ...(mapping === null ? [] : [language.say("claims.mapping", { mapping })]),
    ...(made.length === 0 ? [] : [language.say("claims.made", { elections: made.join(", ") })]),
    ...claims.map((each) => `\n${claimText(language, each, zone)}`),
    "",
    summaryText(language, claims),
  ].join("\n");
}

function claimText(language: Language, { claim, verdict, parts, contradicts }: CheckedClaim, zone: string): string {
  const said = claim.values.map(({ text }) => text).join("; ");
  const head = { id: claim.id, verdict: language.say(`claim.verdict.${verdict}`).toUpperCase() };
  const reason = reasonText(language, parts, claim.problem);
  const rule = parts.find((part) => part.rule !== null)?.rule ?? null;
  return [
    language.say("claims.head", head),
    ...(claim.statement === "" ? [] : [`  ${claim.statement}`]),
    ...(said === "" ? [] : [language.say("claims.said", { said, unit: claim.unit, asOf: claim.asOf?.text ?? "–" })]),
    ...parts.flatMap((part) => partLines(language, part, zone)),
    ...(reason === null ? [] : [language.say("claims.reason", { reason })]),
    ...(rule === null
      ? []
      : [language.say("claims.rule", { rule: rule.id, article: rule.article === "" ? "–" : rule.article })]),
    ...(contradicts.length === 0 ? [] : [language.say("claims.contradicts", { claims: contradicts.join(", ") })]),
  ].join("\n");
}

function partLines(language: Language, { value, working }: CheckedPart, zone: string): readonly string[] {
  const found = value === null ? [] : [foundText(language, value, zone)];
  return [...found, ...working.map((each) => `    ${workingText(language, each, zone)}`)];
}

/** A value with a moment is the last word of something that changed; the values at the time of the claim stand below it. */
function foundText(language: Language, value: KnownValue, zone: string): string {
  const text = knownText(language, value, zone);
  const at = knownMoment(language, value, zone);
  return at === "" ? language.say("claims.found", { value: text }) : language.say("claims.last", { value: text, at });
}

function summaryText(language: Language, claims: readonly CheckedClaim[]): string {
  const counts = new Map<string, number>();
  for (const { verdict } of claims) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const parts = [...counts].map(([verdict, count]) => `${language.say(`claim.verdict.${verdict}`)}: ${count}`);
  return language.say("claims.summary", { counts: parts.join(" · ") });
}
