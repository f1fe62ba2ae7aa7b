import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { replayEvents } from "acta/procedure";
import type { ReplayedEvent } from "acta/procedure";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { momentGiven, readEvents } from "./procedure-file.js";
import type { FoundHistory, HistoryFlags } from "./procedure-file.js";
import { replayText } from "./procedure-replay-text.js";
import { judgementDocument } from "./judgement-document.js";

/** Flags of `acta procedure replay`. */
export interface ReplayFlags extends HistoryFlags {
  readonly case?: string;
  readonly until?: string;
  readonly known?: string;
}

/** Runs `acta procedure replay`: dated events by the law of their days. */
export async function runProcedureReplay(desk: Desk, flags: ReplayFlags): Promise<Result<null, readonly Problem[]>> {
  const found = await readEvents(desk, flags);
  if (!found.ok) return found;
  const until = momentGiven(found.value.laws, flags.until);
  if (!until.ok) return fail([until.problem]);
  const known = momentGiven(found.value.laws, flags.known);
  if (!known.ok) return fail([known.problem]);
  const moment = { until: until.value?.latest ?? null, known: known.value?.latest ?? null };
  const replayed = replayEvents(found.value.laws, found.value.events, moment);
  if (!replayed.ok) return fail([replayed.problem]);
  const { cases } = replayed.value.state;
  const events = replayed.value.events.filter(
    ({ event }) => flags.case === undefined || (event.kind === "step" && event.case === flags.case),
  );
  if (flags.case !== undefined && events.length === 0)
    return fail([
      {
        code: "procedure.unknownCase",
        context: { case: flags.case.slice(0, 60), known: [...cases.keys()].join(", ") },
      },
    ]);
  if (flags.json) printJson(desk, replayDocument(found.value, events, flags));
  else {
    const isWhole = flags.case !== undefined;
    desk.print(replayText({ language: desk.language, laws: found.value.laws }, found.value, events, isWhole));
  }
  return succeed(null);
}

/** The documented JSON shape `acta-replay/1`. */
function replayDocument(found: FoundHistory, events: readonly ReplayedEvent[], flags: ReplayFlags) {
  const { laws, sha256, history, historySha256, leftOut } = found;
  return {
    schema: "acta-replay/1",
    provenance: history?.provenance ?? laws.procedures.provenance,
    law: { id: laws.procedures.id, sha256 },
    history: history === null ? null : { id: history.id, sha256: historySha256 },
    until: flags.until ?? null,
    known: flags.known ?? null,
    leftOut,
    events: events.map(({ event, judgement, began, ended, succession, due }) => ({
      event: event.id,
      kind: event.kind,
      at: event.at.written,
      text: event.text,
      sources: event.sources,
      confidence: event.confidence,
      judgement: judgement === null ? null : judgementDocument(judgement),
      began: began === null ? null : { office: began.office, holder: began.holder, state: began.state },
      ended: ended.map(({ office, holder, ended: end }) => ({ office, holder, cause: end?.cause ?? null })),
      succession:
        succession === null
          ? null
          : { verdict: succession.verdict, holder: succession.due.next?.holder ?? null, rule: succession.due.rule.id },
      due: due.map(({ office, rule, skipped, next }) => ({
        office,
        rule: rule.id,
        article: rule.article,
        skipped,
        next:
          next === null
            ? null
            : { holder: next.holder, from: next.successor.office, duty: next.successor.duty, dutyDone: next.dutyDone },
      })),
    })),
  };
}
