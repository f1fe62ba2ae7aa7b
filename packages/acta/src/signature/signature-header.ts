import { ENTRY_VERSIONS } from "../record/index.js";
import type { BatchHeader } from "../record/index.js";
import { signerName } from "./key-register.js";
import type { RegisteredKey } from "./key-register.js";

/**
 * The header of the batch that signs a range. It follows from the key and from the last batch of the range, so that there is nothing in
 * it that nobody has signed.
 */
export function signatureHeader(
  { key, role, holder }: Pick<RegisteredKey, "key" | "role" | "holder">,
  last: Pick<BatchHeader, "recordedAt">,
): BatchHeader {
  return {
    kind: "signature",
    version: ENTRY_VERSIONS.signature,
    count: 1,
    actor: { role, name: holder },
    signer: signerName(key),
    basis: "firstHand",
    source: "",
    asOf: null,
    recordedAt: last.recordedAt,
    reason: "",
    election: "",
    definition: "",
    scope: "",
    copy: "",
  };
}
