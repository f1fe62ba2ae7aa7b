import type { PublishedReader, VerifyPlatform } from "./published-reader.js";
import type { Verification, VerifyTrust } from "./verification.js";
import { verifySteps } from "./verify-steps.js";

/** Verifies a published folder whose files can all be read at once: on disk, or fetched before. See `verifySteps`. */
export function verifyFolder(platform: VerifyPlatform, reader: PublishedReader, trust: VerifyTrust): Verification {
  const steps = verifySteps({ crypto: platform, reader, trust });
  for (let step = steps.next(); ;) {
    if (step.done === true) return step.value;
    step = steps.next(step.value.kind === "unpack" ? platform.gunzip(step.value.bytes) : undefined);
  }
}
