import type { CivilDate, Instant, Result } from "../basics/index.js";
import { fail, succeed } from "../basics/index.js";
import type { Law } from "../dispute/index.js";
import type { Election } from "../election/index.js";
import type { InstitutionLaw } from "../institution/index.js";
import type { AreaResult } from "../tabulation/index.js";
import type { ClaimFact } from "./claim-fact.js";
import type { DayFrom, TotalFigure } from "./computation.js";
import type { ValueSource } from "./finding.js";

/** What a count said at a moment about the whole contest; null where it did not say. Shares are exact, or in millionths as printed. */
export interface CountPoint {
  readonly at: Instant;
  readonly source: ValueSource;
  readonly votes: ReadonlyMap<string, number>;
  readonly figures: Readonly<Record<TotalFigure, number | null>>;
  /** Of the stations. */
  readonly processed: PartOfWhole | null;
  readonly counted: PartOfWhole | null;
  /** Stations in all; null where the point has printed shares only. */
  readonly stations: number | null;
  readonly certified: boolean;
}

/** A part and its whole. */
export interface PartOfWhole {
  readonly part: number;
  readonly whole: number;
}

/** Everything that is known of the count of one contest. */
export interface CountEvidence {
  readonly election: Pick<Election, "id" | "date">;
  readonly options: readonly string[];
  /** Oldest first: every edition, every bulletin about the whole, every published total. */
  readonly points: readonly CountPoint[];
  /** Results of the newest edition by area, of the first tree. */
  readonly areas: readonly AreaResult[];
  readonly areasFrom: { readonly at: Instant | null; readonly source: ValueSource } | null;
}

/** What claims are checked against. */
export interface ClaimEvidence {
  /** Null for an election that is not there. */
  readonly count: (election: string) => CountEvidence | null;
  readonly law: Law | null;
  readonly institutions: InstitutionLaw | null;
  readonly facts: readonly ClaimFact[];
}

/** The count of an election. @returns `claim.noElection` when it is not among the data. */
export function countOf(evidence: ClaimEvidence, election: string): Result<CountEvidence> {
  const count = evidence.count(election);
  return count === null ? fail({ code: "claim.noElection", context: { election } }) : succeed(count);
}

/** A fact of a kind. @returns `claim.noFact`. */
export function factOf<K extends ClaimFact["kind"]>(
  { facts }: Pick<ClaimEvidence, "facts">,
  kind: K,
  id: string,
): Result<Extract<ClaimFact, { readonly kind: K }>> {
  const fact = factsOf(facts, kind).find((each) => each.id === id);
  return fact === undefined ? fail({ code: "claim.noFact", context: { fact: id, kind } }) : succeed(fact);
}

/** All facts of a kind, in the order of the file. */
export function factsOf<K extends ClaimFact["kind"]>(
  facts: readonly ClaimFact[],
  kind: K,
): readonly Extract<ClaimFact, { readonly kind: K }>[] {
  return facts.filter((each): each is Extract<ClaimFact, { readonly kind: K }> => each.kind === kind);
}

/** The day that a computation names. @returns `claim.noFact`, `claim.noDay`, `claim.noElection`. */
export function dayFrom(evidence: ClaimEvidence, from: DayFrom): Result<CivilDate> {
  if (from.kind === "day") return succeed(from.day);
  if (from.kind === "election") {
    const count = countOf(evidence, from.election);
    return count.ok ? succeed(count.value.election.date) : count;
  }
  const fact = evidence.facts.find((each) => each.id === from.fact);
  if (fact === undefined) return fail({ code: "claim.noFact", context: { fact: from.fact, kind: "any" } });
  const day = dayIn(fact, from.field);
  return day === null ? fail({ code: "claim.noDay", context: { fact: from.fact, field: from.field } }) : succeed(day);
}

function dayIn(fact: ClaimFact, field: "on" | "from" | "to"): CivilDate | null {
  if (fact.kind === "holding") return field === "from" ? fact.from : field === "to" ? fact.to : null;
  return field === "on" && "on" in fact ? fact.on : null;
}
