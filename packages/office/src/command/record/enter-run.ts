import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { actFields } from "acta/record";
import { enterActs, parseActs } from "../../act/index.js";
import type { ActDraft, ActEntering, EnteredActs } from "../../act/index.js";
import { systemProblem } from "../../store/index.js";
import { acting, told, zoneOf } from "../desk/acting.js";
import type { ActingFlags } from "../desk/acting.js";
import type { Desk } from "../desk/desk.js";

/** A document of acts is written by hand or by a small program: it is not this large. */
const MOST_BYTES = 64_000_000;

/** Runs `acta enter`. */
export async function runEnter(desk: Desk, flags: ActingFlags, file: string): Promise<void> {
  await acting(desk, flags, async (entering) => {
    const drafts = draftsIn(resolve(desk.cwd, file), file, entering);
    if (!drafts.ok) return drafts;
    const entered = await enterActs(entering, drafts.value);
    if (!entered.ok) return fail({ ...entered.problem, where: entered.problem.where ?? file });
    const { size } = entering.folder.ledger;
    const acts = entered.value;
    return told(flags, { schema: "acta-enter/1", acts, size }, enteredText(desk, acts, size));
  });
}

/** What was entered, in words. */
export function enteredText({ language }: Desk, acts: readonly EnteredActs[], size: number): string {
  const lines = acts.map(({ kind, first, count, signer }) =>
    language.say(signer === "" ? "enter.entered" : "enter.signed", {
      kind,
      first,
      last: first + count - 1,
      count,
      signer,
    }),
  );
  return [...lines, language.say("enter.size", { size })].join("\n");
}

function draftsIn(path: string, where: string, entering: ActEntering): Result<readonly ActDraft[]> {
  const json = jsonIn(path, where);
  if (!json.ok) return json;
  const zone = zoneOf(entering);
  if (!zone.ok) return zone;
  const drafts = parseActs(json.value, zone.value, actFields);
  return drafts.ok ? drafts : fail({ ...drafts.problem, where });
}

function jsonIn(path: string, where: string): Result<unknown> {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MOST_BYTES) return fail({ code: "act.notReadable", where });
    const json: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return succeed(json);
  } catch (error) {
    return error instanceof SyntaxError || error instanceof TypeError
      ? fail({ code: "act.notReadable", where })
      : fail(systemProblem(error, where));
  }
}
