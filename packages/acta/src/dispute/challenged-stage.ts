import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { cellsWith, figuresOf } from "./filed-sheet.js";
import type { FiledSheet } from "./filed-sheet.js";
import type { ChallengedRule, RulingAction } from "./law.js";
import type { ChallengedVotes } from "./proposal.js";
import { applyAction } from "./ruling-action.js";

/** What the stage of the challenged votes made of a sheet. */
export type ChallengedStage =
  | { readonly kind: "none" }
  | { readonly kind: "open" }
  | {
      readonly kind: "done";
      readonly sheet: FiledSheet;
      readonly did: RulingAction | { readonly do: "assignChallenged" };
    };

/**
 * Challenged votes come first: each goes where the body decided, or, without its envelope, where the law says; then none is left
 * and the other flags are treated.
 * @returns `dispute.challengedSum` or `dispute.unknownCell` when the decisions do not account for every challenged vote.
 */
export function challengedStage(
  sheet: FiledSheet,
  challenged: ChallengedVotes,
  rule: ChallengedRule,
): Result<ChallengedStage> {
  const { challengedVotes } = figuresOf(sheet);
  if (challengedVotes === 0) return succeed({ kind: "none" });
  switch (challenged.kind) {
    case "unopened":
      return succeed({ kind: "open" });
    case "missing": {
      let moved: FiledSheet | null = sheet;
      for (const action of rule.missing) moved = moved === null ? null : applyAction(action, moved);
      const [did] = rule.missing;
      return succeed(moved === null || did === undefined ? { kind: "open" } : { kind: "done", sheet: moved, did });
    }
    case "decided":
      return assigned(sheet, challenged.votes, challengedVotes);
  }
}

function assigned(
  sheet: FiledSheet,
  votes: Readonly<Record<string, number>>,
  challengedVotes: number | null,
): Result<ChallengedStage> {
  const targets = cellsWith(sheet.form, ["option", "blank", "null"]);
  const cells = [...sheet.cells];
  let sum = 0;
  for (const [id, count] of Object.entries(votes)) {
    const at = targets.find((each) => sheet.form.cells[each]?.id === id);
    if (at === undefined) return fail({ code: "dispute.unknownCell", context: { cell: id.slice(0, 64) } });
    const now = cells[at] ?? -1;
    if (now < 0 || count < 0 || !Number.isSafeInteger(count))
      return fail({ code: "dispute.noFigure", context: { cell: id } });
    cells[at] = now + count;
    sum += count;
  }
  if (sum !== challengedVotes)
    return fail({ code: "dispute.challengedSum", context: { decided: sum, challenged: challengedVotes ?? 0 } });
  for (const at of cellsWith(sheet.form, ["challenged"])) cells[at] = 0;
  return succeed({ kind: "done", sheet: { ...sheet, cells }, did: { do: "assignChallenged" } });
}
