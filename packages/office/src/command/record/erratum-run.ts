import { fail, parseCount, succeed } from "acta/basics";
import type { Json, Result } from "acta/basics";
import { enterActs } from "../../act/index.js";
import type { ActDraft, ActEntering } from "../../act/index.js";
import { acting, told } from "../desk/acting.js";
import type { ActingFlags } from "../desk/acting.js";
import type { Desk } from "../desk/desk.js";
import { enteredText } from "./enter-run.js";

/** Flags of `acta erratum`. */
export interface ErratumFlags extends ActingFlags {
  readonly text: string;
  readonly station?: string;
  readonly contest?: string;
  readonly status?: string;
  readonly figures?: string;
  readonly election?: string;
}

/** Runs `acta erratum`. */
export async function runErratum(desk: Desk, flags: ErratumFlags, entry: string): Promise<void> {
  await acting(desk, flags, async (entering) => {
    const of = parseCount(entry.replaceAll(/[,._\u00a0\u202f ]/g, ""));
    if (of === undefined || of >= entering.folder.ledger.size) return fail({ code: "act.badPosition", where: entry });
    const draft = draftOf(flags, of, entering);
    if (!draft.ok) return draft;
    const entered = await enterActs(entering, [draft.value]);
    if (!entered.ok) return entered;
    const { size } = entering.folder.ledger;
    const changed = draft.value.contest !== "";
    const text = enteredText(desk, entered.value, size);
    const next = changed ? `\n${desk.language.say("enter.sealNext", { data: flags.data })}` : "";
    return told(flags, { schema: "acta-enter/1", acts: entered.value, size }, `${text}${next}`);
  });
}

function draftOf(flags: ErratumFlags, of: number, { signer }: ActEntering): Result<ActDraft> {
  const { station, contest = "", election = "" } = flags;
  const figures = figuresIn(flags.figures ?? "");
  if (!figures.ok) return figures;
  const changes = station !== undefined && (flags.status !== undefined || Object.keys(figures.value).length > 0);
  if (!changes && (station !== undefined || flags.figures !== undefined))
    return fail({ code: "act.badEffect", where: station ?? "" });
  const effect: Json = { station: station ?? "", figures: figures.value, ...statusOf(flags) };
  const actor = signer === null ? { role: "recorder", name: "recorder" } : { role: signer.role, name: signer.holder };
  const effects = changes ? [effect] : [];
  return succeed({
    kind: "erratum",
    election,
    contest: changes ? contest : "",
    copy: "",
    actor,
    source: "",
    asOf: null,
    reason: flags.text,
    entries: [{ at: null, replaces: null, of, text: flags.text, effects }],
  });
}

function statusOf({ status }: ErratumFlags): { readonly status?: string } {
  return status === undefined ? {} : { status };
}

/** Cells as `votes.a=16,blank=-`: a number, or a mark of a cell as in the record ("" blank, ? illegible, - not supplied). */
function figuresIn(text: string): Result<Readonly<Record<string, Json>>> {
  const figures: Record<string, Json> = {};
  for (const part of text === "" ? [] : text.split(",")) {
    const [cell = "", value = ""] = part.split("=");
    const count = parseCount(value.trim());
    if (cell.trim() === "" || !part.includes("=")) return fail({ code: "act.badEffect", where: part.slice(0, 40) });
    figures[cell.trim()] = count ?? value.trim();
  }
  return succeed(figures);
}
