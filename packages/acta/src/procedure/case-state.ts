import type { HistoryEvent, StepEvent } from "./history.js";
import type { ProcedureRule } from "./procedure-law.js";
import type { Span } from "./span.js";

/** A step that was taken in a case. */
export interface TakenStep {
  readonly event: string;
  readonly step: string;
  readonly at: Span;
  readonly outcome: string;
}

/** Where a case stands. It belongs to the version of its procedure that was in force when it began. */
export interface CaseState {
  readonly case: string;
  readonly rule: ProcedureRule;
  readonly state: string;
  readonly taken: readonly TakenStep[];
  /** What its acts said, the latest of each fact: above all whom it is about (`accused`). */
  readonly facts: ReadonlyMap<string, string>;
}

/** Something that conditions count, with what bodies with the last word said of it. */
export interface Mark {
  readonly event: string;
  readonly mark: string;
  readonly at: Span;
  /** `certain`: nobody disputes it, or it was upheld. `claimed`: somebody's reading. `annulled`: it does not count. */
  readonly standing: "certain" | "claimed" | "annulled";
  /** Whose reading it is; "" when nobody's in particular. */
  readonly claimedBy: string;
}

/** Somebody in an office, from when until when, and by which events. */
export interface Holding {
  readonly office: string;
  readonly holder: string;
  readonly state: "held" | "suspended" | "disputed";
  readonly from: Span;
  /** Id of the event by which it began. */
  readonly by: string;
  readonly cause: string;
  /** Office with which it falls; "" for none. */
  readonly follows: string;
  /** Null while it lasts. `by` is the event; "" when the law itself ends it, with its term. */
  readonly ended: { readonly at: Span; readonly by: string; readonly cause: string } | null;
}

/** What a country's institutions look like after the events so far: the state that the reducer folds. */
export interface InstitutionState {
  readonly cases: ReadonlyMap<string, CaseState>;
  readonly marks: readonly Mark[];
  /** In the order in which they began; those that ended stay. */
  readonly holdings: readonly Holding[];
  /** Situations in force, with the event by which each began. */
  readonly situations: ReadonlyMap<string, string>;
  /** Rulings by the event that they are about, also those that come later: what is known. */
  readonly rulings: ReadonlyMap<string, Extract<HistoryEvent, { readonly kind: "ruling" }>>;
}

/** The state before anything happened, knowing rulings that come later. */
export function emptyState(rulings: InstitutionState["rulings"]): InstitutionState {
  return { cases: new Map(), marks: [], holdings: [], situations: new Map(), rulings };
}

/** Marks that an event leaves, as rulings leave them: upheld, annulled, or somebody's reading while nobody has decided. */
export function markOf(
  mark: string,
  event: Pick<StepEvent, "id" | "at">,
  claimedBy: string,
  rulings: InstitutionState["rulings"],
): Mark {
  const ruling = rulings.get(event.id);
  const standing =
    ruling === undefined ? (claimedBy === "" ? "certain" : "claimed") : ruling.upholds ? "certain" : "annulled";
  return { event: event.id, mark, at: event.at, standing, claimedBy };
}
