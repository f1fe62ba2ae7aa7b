import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { historyForm, spanIn } from "./history-form.js";
import type { History, HistoryEvent } from "./history.js";
import type { ProcedureLaw } from "./procedure-law.js";
import { shapeProblem } from "./written-form.js";

/**
 * Reads a history file (a parsed YAML or JSON document) whole. Its events stand in the order in which they happened.
 * @returns the history, or every problem at once with the path of its place: unknown names, a moment that is none or could be two,
 *   events out of order, a person who was not on the ticket that he is said to have been elected on.
 */
export function parseHistory(document: unknown, law: ProcedureLaw): Result<History, readonly Problem[]> {
  const shape = v.safeParse(historyForm(spanIn(law)), document);
  if (!shape.success) return fail(shape.issues.map(shapeProblem));
  const problems = eventProblems(shape.output.events, law);
  return problems.length > 0 ? fail(problems) : succeed(shape.output);
}

function eventProblems(events: readonly HistoryEvent[], law: ProcedureLaw): readonly Problem[] {
  const problems: Problem[] = [];
  const known = new Map<string, HistoryEvent>();
  const offices = new Set(law.rules.flatMap((rule) => (rule.kind === "office" ? [rule.office] : [])));
  events.forEach((event, at) => {
    const where = `events.${at}`;
    const unknown = (kind: string, name: string): void => {
      problems.push({ code: "procedure.unknownReference", where, context: { kind, name } });
    };
    const before = events[at - 1];
    if (before !== undefined && event.at.latest < before.at.earliest)
      problems.push({
        code: "procedure.outOfOrder",
        where,
        context: { id: event.id, at: event.at.written, before: before.at.written },
      });
    if (known.has(event.id)) problems.push({ code: "procedure.sameId", where, context: { id: event.id } });
    known.set(event.id, event);
    switch (event.kind) {
      case "step":
        if (!law.rules.some((rule) => rule.kind === "procedure" && rule.procedure === event.procedure))
          unknown("procedure", event.procedure);
        return;
      case "office":
        if (!offices.has(event.office)) unknown("office", event.office);
        if (!law.names.has(event.cause)) unknown("name", event.cause);
        if (event.follows !== "" && !offices.has(event.follows)) unknown("office", event.follows);
        if (event.because !== "" && !known.has(event.because)) unknown("event", event.because);
        if (event.ticket !== "") problems.push(...ticketProblems(event, events, where));
        return;
      case "ruling":
        for (const about of event.about) if (!known.has(about)) unknown("event", about);
        return;
      case "mark":
        if (!law.names.has(event.mark)) unknown("name", event.mark);
        return;
      case "situation":
        if (!law.names.has(event.situation)) unknown("name", event.situation);
        return;
      case "outside":
        if (!law.names.has(event.category)) unknown("name", event.category);
        return;
      case "ticket":
        for (const { office } of event.members) if (!offices.has(office)) unknown("office", office);
    }
  });
  return problems;
}

/** Only who stands on a ticket, and was neither excluded nor has withdrawn, is elected by it. */
function ticketProblems(
  { ticket, office, holder }: Extract<HistoryEvent, { kind: "office" }>,
  events: readonly HistoryEvent[],
  where: string,
): readonly Problem[] {
  const found = events.find((each) => each.kind === "ticket" && each.ticket === ticket);
  if (found?.kind !== "ticket")
    return [{ code: "procedure.unknownReference", where, context: { kind: "ticket", name: ticket } }];
  const member = found.members.find((each) => each.office === office && each.person === holder);
  return member?.state === "runs"
    ? []
    : [{ code: "procedure.notOnTicket", where, context: { holder, office, ticket, state: member?.state ?? "absent" } }];
}
