import { fail, parseCount, succeed } from "acta/basics";
import type { CivilDate, Problem, Result } from "acta/basics";
import { nextInCase, nextToBegin, procedureOfWord, replayEvents, spanOfDay, successionDue } from "acta/procedure";
import type { NextStep, NextSteps, ReplayedHistory, SuccessionDue } from "acta/procedure";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { conditionDocument, windowDocument } from "./judgement-document.js";
import { dayGiven, readEvents } from "./procedure-file.js";
import type { FoundHistory, HistoryFlags } from "./procedure-file.js";
import { dueText } from "./procedure-replay-text.js";
import { articleOf, conditionLines, nameOf, neededLines, ruleLines, windowText } from "./procedure-words.js";
import type { Reader } from "./procedure-words.js";

/** Flags of `acta procedure next`. */
export interface NextFlags extends HistoryFlags {
  readonly on?: string;
  readonly eligible?: string;
}

/** Runs `acta procedure next`: what may happen next in a case, or how a procedure begins, and who follows in vacant offices. */
export async function runProcedureNext(
  desk: Desk,
  flags: NextFlags,
  what: string | undefined,
): Promise<Result<null, readonly Problem[]>> {
  const found = await readEvents(desk, flags);
  if (!found.ok) return found;
  const on = dayGiven(desk, flags.on);
  if (!on.ok) return fail([on.problem]);
  const eligible = flags.eligible === undefined ? null : parseCount(flags.eligible);
  if (eligible === undefined)
    return fail([{ code: "vote.badCount", context: { value: (flags.eligible ?? "").slice(0, 40) } }]);
  const { laws, events } = found.value;
  const until = spanOfDay(laws.procedures.calendar, on.value).latest;
  const replayed = replayEvents(laws, events, { until, known: until });
  if (!replayed.ok) return fail([replayed.problem]);
  const vacant = vacantOffices(found.value, replayed.value, on.value);
  const next = what === undefined ? null : nextOf(found.value, replayed.value, what, { day: on.value, eligible });
  if (next !== null && !next.ok) return fail([next.problem]);
  if (flags.json) printJson(desk, nextDocument(found.value, on.value, what ?? null, next?.value ?? null, vacant));
  else {
    const reader = { language: desk.language, laws };
    desk.print(nextText(reader, on.value, replayed.value, next?.value ?? null, vacant).join("\n"));
  }
  return succeed(null);
}

function nextOf(
  { laws }: FoundHistory,
  { state }: ReplayedHistory,
  what: string,
  asked: { readonly day: CivilDate; readonly eligible: number | null },
): Result<NextSteps> {
  if (state.cases.has(what)) return nextInCase(laws, state, what, asked);
  const rule = procedureOfWord(laws.procedures, what, asked.day);
  if (rule.ok) return nextToBegin(laws, state, rule.value.procedure, asked);
  return rule.problem.code === "procedure.unknownWord" ? nextInCase(laws, state, what, asked) : rule;
}

/** Offices that somebody held, that are vacant on the day, and in which the law says who follows. */
function vacantOffices({ laws }: FoundHistory, { state }: ReplayedHistory, day: CivilDate): readonly SuccessionDue[] {
  const at = spanOfDay(laws.procedures.calendar, day);
  const offices = new Set(state.holdings.map(({ office }) => office));
  return [...offices].flatMap((office) => {
    const last = state.holdings.findLast((each) => each.office === office && each.state === "held");
    // After the end of a term somebody else is elected: nobody succeeds.
    if (last?.ended?.by === "") return [];
    return successionDue(laws.procedures, state, office, at, last?.holder ?? null) ?? [];
  });
}

function nextText(
  reader: Reader,
  on: CivilDate,
  { state }: ReplayedHistory,
  next: NextSteps | null,
  vacant: readonly SuccessionDue[],
): readonly string[] {
  const { language } = reader;
  const lines = vacant.map((due) => dueText(reader, due));
  if (next === null) {
    const open = [...state.cases.values()].filter(({ rule, state: now }) =>
      rule.steps.some(({ from }) => from.includes(now)),
    );
    return [
      language.day(on),
      ...lines,
      language.say("procedures.openCases", { count: open.length }),
      ...open.map((each) => `  ${each.case} · ${language.pick(each.rule.name)}: ${nameOf(reader, each.state)}`),
    ];
  }
  return [
    `${language.pick(next.rule.name)} · ${language.day(on)} · ${nameOf(reader, next.state)}`,
    ...ruleLines(reader, next.rule, next.rule.confidence),
    ...(next.steps.length === 0 ? ["", language.say("procedures.over")] : []),
    ...next.steps.flatMap((each) => stepLines(reader, each)),
    ...(lines.length === 0 ? [] : ["", ...lines]),
  ];
}

function stepLines(reader: Reader, next: NextStep): readonly string[] {
  const { language } = reader;
  const { step, when, window, conditions } = next;
  const isBarred = when === "open" && conditions.some(({ verdict }) => verdict === "unmet");
  return [
    "",
    `${step.id} · ${language.pick(step.name)} (${articleOf(reader, step.article)}) · ${language.say(`procedures.when.${isBarred ? "barred" : when}`)}`,
    `  ${language.say("procedures.actor", { by: nameOf(reader, step.by) })}`,
    ...neededLines(reader, next).map((line) => `  ${line}`),
    ...(window === null ? [] : [`  ${windowText(reader, window)}`]),
    ...conditions.flatMap((each) => conditionLines(reader, each).map((line) => `  ${line}`)),
    ...step.outcomes.map(({ outcome, to }) => `  → ${nameOf(reader, outcome)}: ${nameOf(reader, to)}`),
  ];
}

/** The documented JSON shape `acta-next/1`. */
function nextDocument(
  { laws, sha256, history, historySha256 }: FoundHistory,
  on: CivilDate,
  asked: string | null,
  next: NextSteps | null,
  vacant: readonly SuccessionDue[],
) {
  return {
    schema: "acta-next/1",
    provenance: history?.provenance ?? laws.procedures.provenance,
    law: { id: laws.procedures.id, sha256 },
    history: history === null ? null : { id: history.id, sha256: historySha256 },
    on,
    asked,
    procedure: next?.rule.procedure ?? null,
    rule: next?.rule.id ?? null,
    state: next?.state ?? null,
    steps: (next?.steps ?? []).map(({ step, when, window, majority, conditions }) => ({
      step: step.id,
      article: step.article,
      by: step.by,
      when,
      window: windowDocument(window),
      majority:
        majority === null
          ? null
          : { rule: majority.rule.id, chamber: majority.chamber.chamber, levels: majority.levels },
      conditions: conditions.map(conditionDocument),
      outcomes: step.outcomes,
    })),
    vacant: vacant.map(({ office, rule, skipped, next: follows }) => ({
      office,
      rule: rule.id,
      article: rule.article,
      skipped,
      next: follows === null ? null : { holder: follows.holder, from: follows.successor.office },
    })),
  };
}
