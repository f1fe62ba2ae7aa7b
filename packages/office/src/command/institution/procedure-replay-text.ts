import type { HistoryEvent, ReplayedEvent, SuccessionDue } from "acta/procedure";
import { provenanceText } from "../count/result-text.js";
import type { FoundHistory } from "./procedure-file.js";
import { articleOf, judgementLines, nameOf, orNone } from "./procedure-words.js";
import type { Reader } from "./procedure-words.js";

/** Events in the order of time, each with what the law says; steps with every reason where one case is asked about or something is wrong. */
export function replayText(
  reader: Reader,
  { laws, history, leftOut }: FoundHistory,
  events: readonly ReplayedEvent[],
  isWhole: boolean,
): string {
  const { language } = reader;
  const mark = provenanceText(language, history?.provenance ?? laws.procedures.provenance);
  return [
    ...(mark === "" ? [] : [mark]),
    language.pick(history?.name ?? laws.procedures.name),
    "",
    ...events.flatMap((each) => eventLines(reader, each, isWhole)),
    ...(leftOut.length === 0
      ? []
      : ["", language.say("procedures.leftOut", { count: leftOut.length, entries: leftOut.join(", ") })]),
  ].join("\n");
}

function eventLines(reader: Reader, replayed: ReplayedEvent, isWhole: boolean): readonly string[] {
  const { language } = reader;
  const { event, judgement, ended, due, succession } = replayed;
  const lines = [`${event.at.written.padEnd(12)} ${eventLine(reader, replayed)}`];
  if (event.text !== null && (isWhole || event.kind !== "outside")) lines.push(indent(language.pick(event.text)));
  if (judgement !== null && (isWhole || judgement.conditions.length > 0 || judgement.verdict === "unlawful"))
    lines.push(...judgementLines(reader, judgement).map(indent));
  for (const { office, holder, ended: end } of ended) {
    // That somebody left is the event itself.
    if (event.kind === "office" && event.state === "left" && event.office === office) continue;
    lines.push(
      indent(
        language.say("procedures.leaves", {
          holder,
          office: nameOf(reader, office),
          cause: nameOf(reader, end?.cause ?? ""),
        }),
      ),
    );
  }
  lines.push(...due.map((each) => indent(dueText(reader, each))));
  if (succession !== null && succession.verdict !== "met")
    lines.push(
      indent(
        language.say(`procedures.succession.${succession.verdict}`, { holder: succession.due.next?.holder ?? "" }),
      ),
    );
  if (isWhole) lines.push(indent(language.say("procedures.sources", { sources: event.sources.join("; ") })));
  return lines;
}

function indent(line: string): string {
  return `             ${line}`;
}

/** An event in one line: what happened, and for a step whether it was lawful and how it came out. */
export function eventLine(reader: Reader, { event, judgement }: ReplayedEvent): string {
  const { language } = reader;
  if (judgement === null) return plainLine(reader, event);
  const { rule, step, vote, outcome, verdict } = judgement;
  const figures = vote?.figures;
  const votes =
    figures === null || figures === undefined
      ? ""
      : ` (${[figures.inFavour, figures.against, figures.abstentions].map((each) => each ?? "?").join("–")})`;
  const came = outcome === null || step.vote === null ? "" : `: ${nameOf(reader, outcome.outcome)}${votes}`;
  return `${language.say(`procedures.verdict.${verdict}`)} · ${language.pick(rule.name)}: ${language.pick(step.name)}${came}`;
}

function plainLine(reader: Reader, event: HistoryEvent): string {
  const { language } = reader;
  switch (event.kind) {
    case "office":
      return language.say(`procedures.office.${event.state}`, {
        holder: event.holder,
        office: nameOf(reader, event.office),
        cause: nameOf(reader, event.cause),
      });
    case "mark":
      return language.say("procedures.claims", {
        mark: nameOf(reader, event.mark),
        by: event.claimedBy === "" ? "none" : nameOf(reader, event.claimedBy),
      });
    case "situation":
      return language.say(`procedures.situation.${event.state}`, { situation: nameOf(reader, event.situation) });
    case "ruling": {
      const votes = event.figures === null ? "" : ` ${event.figures.inFavour}–${event.figures.against ?? "?"}`;
      return language.say(event.upholds ? "procedures.rulingUpholds" : "procedures.rulingAnnuls", {
        by: nameOf(reader, event.by),
        decision: `${event.decision}${votes}`,
        about: event.about.join(", "),
      });
    }
    case "ticket": {
      const members = event.members.map(({ office, person, state }) => {
        const who = person === "" ? "—" : person;
        return `${nameOf(reader, office)}: ${state === "runs" ? who : language.say(`procedures.ticketState.${state}`, { who })}`;
      });
      return language.say("procedures.ticket", { members: members.join("; ") });
    }
    case "outside":
      return language.say("procedures.outside", {
        category: nameOf(reader, event.category),
        text: event.text === null ? "" : language.pick(event.text),
      });
    case "step":
      return event.id;
  }
}

/** Who follows in an office that fell vacant, who before him could not, and what he must do. */
export function dueText(reader: Reader, { office, rule, skipped, next }: SuccessionDue): string {
  const { language } = reader;
  const article = articleOf(reader, rule.article);
  const before = skipped.map((each) => nameOf(reader, each)).join(", ");
  if (next === null)
    return language.say("procedures.dueNobody", { office: nameOf(reader, office), article, skipped: orNone(before) });
  const { duty } = next.successor;
  return language.say("procedures.due", {
    office: nameOf(reader, office),
    holder: next.holder,
    from: nameOf(reader, next.successor.office),
    article,
    skipped: orNone(before),
    duty: duty === "" ? "none" : nameOf(reader, duty),
    done: next.dutyDone === true ? "yes" : "no",
  });
}
