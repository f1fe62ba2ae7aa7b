import { FLAGS } from "../election/index.js";
import type { Flag, Roll } from "../election/index.js";
import type { Act } from "../record/index.js";
import { NO_ENTRY, NOT_SUPPLIED, statusOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { filedSheetAt } from "./filed-sheet.js";
import type { LawInForce } from "./law-in-force.js";
import type { ChallengedVotes, ComparedCopy, SheetMatter } from "./proposal.js";
import { flagsOf } from "./sheet-flags.js";
import type { SheetFlags } from "./sheet-flags.js";

/** What the record holds about a sheet that is to be ruled on. */
export interface MatterRecord {
  readonly roll: Roll;
  readonly table: SheetTable;
  /** Copies of others by name (`agent:PARTY/1`, `tribunal:firstTribunal/1`). */
  readonly copies: ReadonlyMap<string, SheetTable>;
  /** Acts that concern the station, in order. */
  readonly acts: readonly Act[];
}

/** A sheet as it comes before a body, with the reasons of its flags. */
export interface FlaggedMatter extends SheetMatter {
  readonly seen: SheetFlags;
}

/**
 * A sheet of the record as it comes before a body: its figures, the flags of its status, of flag entries and of its arithmetic, and
 * every copy of others that the record holds.
 */
export function matterOf(
  { roll, table, copies, acts }: MatterRecord,
  row: number,
  challenged: ChallengedVotes,
  law: LawInForce,
): FlaggedMatter {
  const sheet = filedSheetAt(table, roll.registered, row);
  const given = new Set<Flag>(statusOf(table, row)?.flags);
  for (const act of acts)
    if (act.kind === "flag" && act.entry.givenBy !== "computed")
      for (const reason of act.entry.reasons) given.add(FLAGS.find((flag) => flag === reason.split(":")[0]) ?? "other");
  const seen = flagsOf(sheet, law, [...given]);
  return { sheet, flags: seen.flags, copies: copiesAt(copies, row), challenged, seen };
}

function copiesAt(copies: ReadonlyMap<string, SheetTable>, row: number): readonly ComparedCopy[] {
  return [...copies].flatMap(([name, table]) => {
    if ((table.head[row] ?? NO_ENTRY) === NO_ENTRY) return [];
    return [{ holder: holderOf(name), cells: table.cells.map((column) => column[row] ?? NOT_SUPPLIED), signed: null }];
  });
}

/** Holder of a copy as the law calls it: for a body the role behind the colon, for all others what stands before it. */
function holderOf(copy: string): string {
  const [kind = "", name = ""] = (copy.split("/")[0] ?? "").split(":");
  return kind === "tribunal" ? name : kind;
}
