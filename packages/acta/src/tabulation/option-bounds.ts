import type { Contest } from "../election/index.js";
import { slackOf } from "./gate.js";
import { openWorking } from "./open-sheets.js";
import type { OpenRange, OpenRows, OpenSheets } from "./open-sheets.js";
import type { RowTotals } from "./row-votes.js";

/** How far open sheets can move an option's lead over the best of the others. */
export interface OptionBounds {
  readonly option: string;
  /** The lead without the open sheets; negative when another is ahead. */
  readonly settled: number;
  /** Null where a station's roll is not known. */
  readonly arithmetic: OpenRange | null;
  readonly asFiledOrAnnulled: OpenRange | null;
}

/**
 * Bounds of each option's lead. Over several rivals it is the smallest of the leads over each, so both ends are the smallest of the ends:
 * a bound that no outcome of the open sheets leaves, reached exactly when there are two options.
 */
export function optionBounds(
  contest: Contest,
  settled: RowTotals,
  open: OpenRows,
  sheets: OpenSheets,
): readonly OptionBounds[] {
  const [any = "", other = ""] = contest.options;
  // A sheet that has not come can move every lead by the same: its registered voters.
  const pending = openWorking({ kind: "ahead", option: any, rival: other }, sheets, open.pending, "missing");
  return contest.options.map((option) => {
    let [lead, arithmetic, asFiled]: Ends = [Infinity, NO_END, NO_END];
    for (const rival of contest.options) {
      if (rival === option) continue;
      const gate = { kind: "ahead", option, rival } as const;
      const slack = slackOf(gate, settled);
      const flagged = openWorking(gate, sheets, open.flagged, "filed");
      lead = Math.min(lead, slack);
      arithmetic = smallest(arithmetic, slack, flagged.arithmetic, pending.arithmetic);
      asFiled = smallest(asFiled, slack, flagged.asFiledOrAnnulled, pending.asFiledOrAnnulled);
    }
    return contest.options.length < 2
      ? { option, settled: settled.votes.get(option) ?? 0, arithmetic: null, asFiledOrAnnulled: null }
      : { option, settled: lead, arithmetic, asFiledOrAnnulled: asFiled };
  });
}

type Ends = [number, OpenRange | null, OpenRange | null];

const NO_END: OpenRange = { least: Infinity, most: Infinity };

function smallest(
  ends: OpenRange | null,
  slack: number,
  flagged: OpenRange | null,
  pending: OpenRange | null,
): OpenRange | null {
  if (ends === null || flagged === null || pending === null) return null;
  return {
    least: Math.min(ends.least, slack + flagged.least + pending.least),
    most: Math.min(ends.most, slack + flagged.most + pending.most),
  };
}
