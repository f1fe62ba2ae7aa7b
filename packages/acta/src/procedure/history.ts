import type { CivilDate } from "../basics/index.js";
import type { LocalText, Provenance } from "../election/index.js";
import type { InstitutionRuleFacts, VoteFigures } from "../institution/index.js";
import type { Span } from "./span.js";

/** What every event says besides its own facts. */
export interface EventFacts {
  readonly id: string;
  readonly at: Span;
  readonly text: LocalText | null;
  /** Where it is read: decisions, documents, research notes. */
  readonly sources: readonly string[];
  readonly confidence: InstitutionRuleFacts["confidence"];
}

/** A step of a procedure was taken, or somebody tried to. */
export interface StepEvent extends EventFacts {
  readonly kind: "step";
  readonly case: string;
  readonly procedure: string;
  readonly step: string;
  /** What the source says came out; null when only the figures do, or it cannot be otherwise. */
  readonly outcome: string | null;
  readonly figures: VoteFigures | null;
  /** What the act says, by fact: days, words. */
  readonly facts: ReadonlyMap<string, string>;
  /** Somebody did it; whether it has an effect is what the law is asked. Without it an unlawful step is refused as a mistake. */
  readonly attempt: boolean;
}

/** Somebody takes, leaves or claims an office. */
export interface OfficeEvent extends EventFacts {
  readonly kind: "office";
  readonly office: string;
  readonly holder: string;
  readonly state: "taken" | "left" | "suspended" | "disputed";
  readonly cause: string;
  /** Office from which this one follows and with which it falls; "" for none. */
  readonly follows: string;
  /** Id of the event that brought it about; "" for none. */
  readonly because: string;
  /** The ticket on which he was elected; "" for none. */
  readonly ticket: string;
}

/** Something that conditions count, outside the steps of a procedure. */
export interface MarkEvent extends EventFacts {
  readonly kind: "mark";
  readonly mark: string;
  /** Whose reading it is while nobody has decided; "" when nobody disputes it. */
  readonly claimedBy: string;
}

/** A situation begins or ends, such as a state of siege. */
export interface SituationEvent extends EventFacts {
  readonly kind: "situation";
  readonly situation: string;
  readonly state: "begins" | "ends";
}

/** A body with the last word upholds or annuls what an earlier event did or claims. */
export interface RulingEvent extends EventFacts {
  readonly kind: "ruling";
  /** Events that it upholds or annuls. */
  readonly about: readonly string[];
  readonly upholds: boolean;
  readonly by: string;
  readonly decision: string;
  readonly figures: VoteFigures | null;
}

/** Who stands or stood for which office on one ticket. */
export interface TicketEvent extends EventFacts {
  readonly kind: "ticket";
  readonly ticket: string;
  readonly members: readonly {
    readonly office: string;
    /** "" when nobody of the sources names the person. */
    readonly person: string;
    readonly state: "runs" | "excluded" | "withdrawn";
  }[];
}

/** Something outside the procedures and the count: a letter, an audio, a march, a statement of observers. No verdict of ours. */
export interface OutsideEvent extends EventFacts {
  readonly kind: "outside";
  readonly category: string;
}

/** A dated, sourced event. */
export type HistoryEvent =
  | StepEvent
  | OfficeEvent
  | MarkEvent
  | SituationEvent
  | RulingEvent
  | TicketEvent
  | OutsideEvent;

/** Events of a country in the order in which they happened: `acta-history/1`. */
export interface History {
  readonly id: string;
  readonly name: LocalText;
  readonly provenance: Provenance;
  /** The procedures file by whose law they are judged, as its path is written. */
  readonly law: string;
  /** Offices whose every change between two days is told: only there does silence mean that nobody held one. */
  readonly covers: readonly { readonly office: string; readonly from: CivilDate; readonly to: CivilDate }[];
  readonly events: readonly HistoryEvent[];
}
