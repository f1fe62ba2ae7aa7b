import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";

/** Where the page that verifies a published folder stands in it. */
export const VERIFIER_FOLDER = "verify";

/** A file of the verifier, as it is published. */
export interface VerifierPage {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The page, its module and its worker, as the package `web` has built them: the same bytes for every publication by one version. */
export function verifierPages(): Result<readonly VerifierPage[]> {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve("web/published/index.html"));
    const names = readdirSync(folder).toSorted();
    return succeed(
      names.map((name) => ({ path: `${VERIFIER_FOLDER}/${name}`, bytes: readFileSync(join(folder, name)) })),
    );
  } catch {
    // Not there: somebody has compiled a part of the repository only.
    return fail({ code: "publish.noVerifier" });
  }
}
