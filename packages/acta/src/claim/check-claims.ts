import { contradictionsOf } from "./contradiction.js";
import type { ClaimEvidence } from "./claim-evidence.js";
import type { CheckedClaim, CheckedPart, Claim, Verdict } from "./claim.js";
import { judgePart } from "./judge-part.js";

/** Checks every claim: in the order of the file, one for each, also those that cannot be read or checked. */
export function checkClaims(evidence: ClaimEvidence, claims: readonly Claim[]): readonly CheckedClaim[] {
  const checked = claims.map((claim) => {
    const parts = claim.problem === null ? claim.parts.map((part) => judgePart(evidence, claim, part)) : [];
    return { claim, parts, verdict: verdictOf(parts) };
  });
  const against = contradictionsOf(checked);
  return checked.map((each, at) => ({ ...each, contradicts: against[at] ?? [] }));
}

const RIGHT: readonly Verdict[] = ["exact", "rounding", "rightAtTheTime"];

/**
 * The verdict of a claim from those of its parts: the weakest of them when all are right, wrong when all are wrong, not checkable when
 * nothing of it can be checked, and partly in every other case.
 */
function verdictOf(parts: readonly Pick<CheckedPart, "verdict">[]): Verdict {
  const verdicts = parts.map(({ verdict }) => verdict);
  if (verdicts.every((each) => each === "notCheckable")) return "notCheckable";
  if (verdicts.every((each) => each === "wrong")) return "wrong";
  if (!verdicts.every((each) => RIGHT.includes(each))) return "partly";
  return RIGHT.findLast((each) => verdicts.includes(each)) ?? "partly";
}
