import { printJson, tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { checkedClaims, mistakesIn } from "./checked-claims.js";
import type { ClaimsAsked } from "./checked-claims.js";
import { claimsDocument } from "./claims-document.js";
import { claimsText } from "./claims-text.js";

/** Flags of `acta claims check`. */
export interface ClaimsFlags extends ClaimsAsked {
  readonly json: boolean;
}

/** Runs `acta claims check`: every claim that can be read is checked; what cannot be read is told in a line each, and the exit code is 1. */
export async function runClaims(desk: Desk, flags: ClaimsFlags, path: string): Promise<void> {
  const checked = await checkedClaims(desk, flags, path);
  if (!checked.ok) return tellAll(desk, checked.problem);
  if (flags.json) printJson(desk, claimsDocument(desk.language, checked.value));
  else desk.print(claimsText(desk.language, checked.value));
  tellAll(desk, mistakesIn(checked.value));
  return undefined;
}
