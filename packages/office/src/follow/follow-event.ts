import type { Instant, Problem } from "acta/basics";
import type { Provenance } from "acta/election";

/** An edition as events name it. */
export interface EditionMark {
  readonly id: string;
  readonly number: number;
  readonly asOf: Instant | null;
}

/** Who leads a contest and by how much; `leader` is null on a tie, which then names who is tied. */
export interface Standing {
  readonly leader: string | null;
  readonly tie: readonly string[];
  readonly margin: number;
  readonly votes: Readonly<Record<string, number>>;
}

/** A station whose counted votes changed, by option. */
export interface StationVotes {
  readonly station: string;
  readonly votes: Readonly<Record<string, number>>;
}

/** Why bytes were held back. `unstable`: the file was written while it was read. */
export type HoldReason = "twoMoments" | "fewerStations" | "smaller" | "unstable";

/** Stations that an event is about: all of them counted, the first of them named. */
interface Stations {
  readonly contest: string;
  readonly count: number;
  readonly stations: readonly string[];
}

/** Something that happened while a source was followed. */
export type News =
  | { readonly kind: "started"; readonly sources: readonly string[]; /** Seconds. */ readonly every: number }
  | {
      readonly kind: "edition";
      readonly edition: EditionMark;
      readonly contests: readonly ContestNews[];
      readonly shown: boolean;
    }
  | { readonly kind: "bulletins"; readonly series: string; readonly written: number; readonly until: Instant | null }
  | { readonly kind: "seenAgain"; readonly file: string; readonly edition: EditionMark | null }
  | {
      readonly kind: "leadChange";
      readonly edition: EditionMark;
      readonly contest: string;
      readonly before: Standing;
      readonly after: Standing;
    }
  | {
      readonly kind: "marginChange";
      readonly edition: EditionMark;
      readonly contest: string;
      readonly before: Standing;
      readonly after: Standing;
    }
  | ({ readonly kind: "regression"; readonly edition: EditionMark } & Stations)
  | ({ readonly kind: "annulled"; readonly edition: EditionMark } & Stations)
  | ({ readonly kind: "restored"; readonly edition: EditionMark } & Stations)
  | ({
      readonly kind: "countedChanged";
      readonly edition: EditionMark;
      readonly changes: readonly StationVotes[];
    } & Stations)
  | { readonly kind: "findings"; readonly edition: EditionMark; readonly codes: readonly FindingRise[] }
  | {
      readonly kind: "held";
      readonly source: string;
      readonly sha256: string;
      readonly kept: string;
      readonly reason: HoldReason;
      readonly found: number;
      readonly before: number;
    }
  | { readonly kind: "refused"; readonly source: string; readonly sha256: string; readonly problem: Problem }
  | { readonly kind: "failed"; readonly source: string; readonly problem: Problem }
  | { readonly kind: "silent"; readonly since: Instant; readonly rounds: number }
  | { readonly kind: "back"; readonly source: string }
  | { readonly kind: "stopped"; readonly rounds: number; readonly editions: number };

/** One contest of a new edition. */
export interface ContestNews extends Standing {
  readonly contest: string;
  readonly counted: number;
  readonly total: number;
}

/** A finding that is raised much more often than in the edition before. */
export interface FindingRise {
  readonly code: string;
  readonly before: number;
  readonly after: number;
}

/** News with its head: the documented JSON shape `acta-event/1`. */
export type FollowEvent = News & {
  readonly schema: "acta-event/1";
  /** Our clock. */
  readonly at: Instant;
  readonly election: string;
  readonly provenance: Provenance;
};

/** By what every event is known for one, whoever tells it: of a source here, of a mirrored ledger elsewhere. */
export type EventHead = Pick<FollowEvent, "schema" | "at">;
