import type { Holding, InstitutionState } from "./case-state.js";
import type { History, HistoryEvent } from "./history.js";
import type { ProcedureLaw } from "./procedure-law.js";
import type { ReplayedHistory } from "./replay.js";
import { daysOf } from "./span.js";
import type { Span } from "./span.js";

/** Who holds an office at an instant or during a day, as far as it is known. */
export interface HoldersAt {
  readonly office: string;
  /** Held it for certain at that instant, or all of that day. */
  readonly certain: readonly Holding[];
  /** Held it during a part of the day, or perhaps: only the day of a change is known. */
  readonly possible: readonly Holding[];
  /** Claimed it while others did not grant it, or was suspended from it. */
  readonly disputed: readonly Holding[];
  /** Whether nobody held it; `untold` when the history does not tell every change of this office at that time. */
  readonly vacant: "yes" | "no" | "perhaps" | "untold";
}

/** A time between two holders of an office. */
export interface OfficeGap {
  readonly office: string;
  /** Nobody held it; false when the history does not tell every change of that time, so that somebody may have. */
  readonly told: boolean;
  readonly after: Holding;
  readonly before: Holding;
}

/** Whether a history tells every change of an office during a span, so that silence means that nobody held it. */
export function isTold({ covers }: History, { calendar }: ProcedureLaw, office: string, at: Span): boolean {
  const [first, last] = daysOf(calendar, at);
  return covers.some((each) => each.office === office && each.from <= first && last <= each.to);
}

/**
 * Who held an office at an instant, or during a span. Replay the history whole: terms end by themselves.
 * @param told whether the history tells every change of the office then (`isTold`)
 */
export function holdersAt(state: InstitutionState, office: string, at: Span, told: boolean): HoldersAt {
  const all = state.holdings.filter((each) => each.office === office);
  const touching = all.filter(
    ({ from, ended }) => from.earliest <= at.latest && (ended === null || ended.at.latest >= at.earliest),
  );
  const held = touching.filter((each) => each.state === "held");
  const isCertain = ({ from, ended }: Holding): boolean =>
    from.latest <= at.earliest && (ended === null || ended.at.earliest > at.latest);
  const certain = held.filter(isCertain);
  const possible = held.filter((each) => !isCertain(each));
  return {
    office,
    certain,
    possible,
    disputed: touching.filter((each) => each.state !== "held"),
    vacant: certain.length > 0 ? "no" : possible.length > 0 ? "perhaps" : told ? "yes" : "untold",
  };
}

/**
 * The times between two holders of an office.
 * @param told whether the history tells every change of the office in a span (`isTold`)
 */
export function officeGaps(
  state: InstitutionState,
  office: string,
  told: (between: Span) => boolean,
): readonly OfficeGap[] {
  const held = state.holdings.filter((each) => each.office === office && each.state === "held");
  return held.flatMap((before, at): readonly OfficeGap[] => {
    const after = held[at - 1];
    const end = after?.ended;
    return after === undefined || end === null || end === undefined || end.at.latest >= before.from.earliest
      ? []
      : [{ office, told: told({ ...end.at, latest: before.from.earliest }), after, before }];
  });
}

/**
 * The chain of reasons of a holding, newest first: the taking, the step that made room for it with the steps of its case before it, and
 * how he came into the office from which he comes.
 */
export function reasonsOf({ events, state }: ReplayedHistory, holding: Holding): readonly HistoryEvent[] {
  const byId = new Map(events.map(({ event }) => [event.id, event]));
  const reasons: HistoryEvent[] = [];
  const add = (id: string): void => {
    const event = byId.get(id);
    if (event === undefined || reasons.includes(event)) return;
    reasons.push(event);
    if (event.kind === "office" && event.because !== "") add(event.because);
    if (event.kind === "office") {
      for (const { event: other } of events)
        if (isAbout(other, event.id) || (other.kind === "ticket" && other.ticket === event.ticket)) add(other.id);
    }
    if (event.kind === "step")
      for (const { event: earlier, at } of (state.cases.get(event.case)?.taken ?? []).toReversed())
        if (at.earliest <= event.at.latest) add(earlier);
  };
  add(holding.by);
  const source = state.holdings.findLast(
    (each) => each !== holding && each.holder === holding.holder && each.from.earliest <= holding.from.earliest,
  );
  if (source !== undefined && source.office !== holding.office) add(source.by);
  return reasons;
}

function isAbout(event: HistoryEvent, id: string): boolean {
  return event.kind === "ruling" && event.about.includes(id);
}
