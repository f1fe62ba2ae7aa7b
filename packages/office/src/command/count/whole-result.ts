import { PRESET_POLICIES, resultOf, tallyTree } from "acta/tabulation";
import type { AreaResult } from "acta/tabulation";
import type { OpenedContest } from "../desk/opened.js";

/** The national result of an edition under the policy `counted`. */
export function wholeResult(opened: OpenedContest): AreaResult {
  const policy = PRESET_POLICIES[0];
  if (policy === undefined) throw new Error("there are policies");
  const { election, roll } = opened.open;
  const tally = tallyTree(election, roll, opened.table, policy, 0);
  return resultOf(opened.contest, tally, 0, { code: "", name: "", level: "", wholeContest: true });
}
