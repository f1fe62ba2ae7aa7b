import { succeed } from "../basics/index.js";
import { BatchWalk } from "../record/index.js";
import type { Leaves } from "../record/index.js";
import { blobPath } from "./ledger-files.js";
import { jsonOf } from "./published-reader.js";

const HASH = /^[0-9a-f]{64}$/;

/**
 * Paths of the definitions, rolls and law sets that entries name: what a replay and its reader will ask for. An entry that cannot be read ends the list; the fold
 * will say where and why.
 */
export function namedBlobs(leaves: Leaves): readonly string[] {
  const paths = new Set<string>();
  const walk = new BatchWalk({
    entry: ({ kind }, bytes, start, end) => {
      if (kind !== "definition" && kind !== "roll" && kind !== "lawSet") return succeed(null);
      const json = jsonOf(bytes.subarray(start, end));
      const named = typeof json === "object" && json !== null && "sha256" in json ? json.sha256 : "";
      if (typeof named === "string" && HASH.test(named)) paths.add(blobPath(named));
      return succeed(null);
    },
  });
  // What is found up to a problem is what replay gets to.
  const walked = walk.next(leaves);
  return walked.ok || paths.size > 0 ? [...paths] : [];
}
