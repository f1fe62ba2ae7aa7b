import type { CivilDate } from "acta/basics";
import { nextInCase } from "acta/procedure";
import type { CaseState, NextStep, ReplayedEvent, ReplayedHistory } from "acta/procedure";
import type { FoundHistory } from "./procedure-file.js";
import { eventLine } from "./procedure-replay-text.js";
import { conditionFinding, judgementFindings, nameOf, neededLines, toBoth, windowText } from "./procedure-words.js";
import type { Reader, Readers, WrittenFinding } from "./procedure-words.js";

/** Every case in the order in which it began: its steps with what each rests on, where it stands, and what may happen next on a day. */
export function writtenCases(readers: Readers, found: FoundHistory, replayed: ReplayedHistory, on: CivilDate) {
  return [...replayed.state.cases.values()].map((each) => ({
    case: each.case,
    procedure: each.rule.procedure,
    rule: each.rule.id,
    article: each.rule.article,
    state: each.state,
    ...toBoth(readers, (reader) => ({
      name: reader.language.pick(each.rule.name),
      state: nameOf(reader, each.state),
    })),
    steps: replayed.events
      .filter(({ event }) => event.kind === "step" && event.case === each.case)
      .map((event) => writtenStep(readers, event)),
    next: writtenNext(readers, found, replayed, each, on),
  }));
}

function writtenStep(readers: Readers, replayed: ReplayedEvent) {
  const { event, judgement } = replayed;
  return {
    event: event.id,
    at: event.at.written,
    verdict: judgement?.verdict ?? "undetermined",
    article: judgement?.step.article ?? "",
    sources: [...event.sources],
    ...toBoth(readers, (reader) => ({
      what: eventLine(reader, replayed),
      text: event.text === null ? "" : reader.language.pick(event.text),
      findings: judgement === null ? [] : judgementFindings(reader, judgement).map(findingDocument),
    })),
  };
}

/** What may happen next; nothing when the case is over, or its windows cannot be reckoned: then the steps say why. */
function writtenNext(
  readers: Readers,
  { laws }: FoundHistory,
  { state }: ReplayedHistory,
  of: CaseState,
  day: CivilDate,
) {
  const next = nextInCase(laws, state, of.case, { day, eligible: null });
  return (next.ok ? next.value.steps : []).map((each) => ({
    step: each.step.id,
    // Open by the calendar is not yet allowed.
    when: each.when === "open" && each.conditions.some(({ verdict }) => verdict === "unmet") ? "barred" : each.when,
    article: each.step.article,
    opens: each.window?.opens.day ?? null,
    closes: each.window?.closes?.day ?? null,
    ...toBoth(readers, (reader) => nextWords(reader, each)),
  }));
}

function nextWords(reader: Reader, next: NextStep) {
  const { step, window, conditions } = next;
  return {
    name: reader.language.pick(step.name),
    by: nameOf(reader, step.by),
    needs: [...neededLines(reader, next), ...(window === null ? [] : [windowText(reader, window)])],
    findings: conditions.map((each) => findingDocument(conditionFinding(reader, each))),
    leadsTo: step.outcomes.map(({ outcome, to }) => `${nameOf(reader, outcome)}: ${nameOf(reader, to)}`),
  };
}

function findingDocument({ verdict, text, below }: WrittenFinding) {
  return { verdict, text, below: [...below] };
}
