import type { Fraction } from "acta/basics";
import type { CheckedPart, KnownValue } from "acta/claim";
import type { Language } from "../../language/index.js";
import { knownText, reasonText, workingText } from "./claim-words.js";
import { provenanceIn, zoneOf } from "./checked-claims.js";
import type { ClaimsChecked } from "./checked-claims.js";

/** The documented JSON shape `acta-claims-check/1`: one of `claims` for each claim of the file. */
export function claimsDocument(language: Language, checked: ClaimsChecked): Readonly<Record<string, unknown>> {
  const { file, mapping, claims, evidence } = checked;
  const zone = zoneOf(checked);
  return {
    schema: "acta-claims-check/1",
    provenance: provenanceIn(checked),
    file: checked.path,
    mapping,
    facts: evidence.evidence.facts.length,
    elections: evidence.elections,
    summary: Object.fromEntries(
      [...new Set(claims.map(({ verdict }) => verdict))]
        .toSorted()
        .map((verdict) => [verdict, claims.filter((each) => each.verdict === verdict).length]),
    ),
    claims: claims.map(({ claim, verdict, parts, contradicts }) => ({
      id: claim.id,
      statement: claim.statement,
      claimed: claim.values.map(({ text }) => text),
      unit: claim.unit,
      asOf: claim.asOf?.text ?? null,
      source: claim.source,
      verdict,
      verdictText: language.say(`claim.verdict.${verdict}`),
      // Null where nothing is to be had: beside it stands the reason.
      value: parts.length === 1 && parts[0] !== undefined ? valueDocument(parts[0].value) : null,
      edition: sourceIn(parts),
      rule: parts.find(({ rule }) => rule !== null)?.rule ?? null,
      reason: reasonText(language, parts, claim.problem),
      contradicts,
      parts: parts.map((part) => partDocument(language, part, zone)),
    })),
    problems: file.problems.map((problem) => ({ ...problem, text: language.problem(problem) })),
  };
}

/** The edition, bulletin or fact that the verdict rests on. */
function sourceIn(parts: readonly CheckedPart[]): string | null {
  for (const { atTheTime, value } of parts)
    for (const each of [...atTheTime, value])
      if (each?.kind === "number" && each.source !== null) return each.source.id;
  return null;
}

function partDocument(language: Language, part: CheckedPart, zone: string): Readonly<Record<string, unknown>> {
  const { computation, claimed, verdict, value, atTheTime, reason, problem, rule, working } = part;
  return {
    compute: computation,
    claimed: claimed?.text ?? null,
    verdict,
    value: valueDocument(value),
    valueText: value === null ? null : knownText(language, value, zone),
    atTheTime: atTheTime.map(valueDocument),
    reason,
    problem: problem === null ? null : { ...problem, text: language.problem(problem) },
    rule,
    working: working.map((each) => ({ ...each, text: workingText(language, each, zone) })),
  };
}

function valueDocument(value: KnownValue | null): Readonly<Record<string, unknown>> | null {
  if (value === null) return null;
  if (value.kind === "word") return { kind: value.kind, word: value.word.id };
  return value.kind === "number" ? { ...value, exact: fractionText(value.exact) } : { ...value };
}

function fractionText({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}
