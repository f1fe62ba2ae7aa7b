import type { Gate } from "./gate.js";
import type { GateMateriality } from "./gate-materiality.js";
import type { OpenRange } from "./open-sheets.js";

/**
 * Whether what is open can still change the outcome. `decided` is a proof: not even a tie is in reach. `canChange` is the lack of
 * one, by numbers alone. Without petitions nothing is said to be decided (RECORD.md 8), and with those of one filer only nothing beyond
 * these (`filerCannotChange`).
 */
export interface Verdict {
  readonly kind: "noVotes" | "tied" | "decided" | "filerCannotChange" | "canChange" | "petitionsNotLoaded";
  /** What may be said, in this order; the words are in the message files. */
  readonly says: readonly Statement[];
}

/** One sentence: its code and its values. */
export interface Statement {
  readonly code: StatementCode;
  readonly values: Readonly<Record<string, number>>;
}

/** The sentences that a verdict is made of. `per` is 1 for votes, else the denominator of a share: amounts are in such parts of a vote. */
export type StatementCode =
  | "materiality.noVotes"
  | "materiality.tied"
  | "materiality.petitionsNotLoaded"
  | "materiality.petitionsNotLoadedAmong"
  | "materiality.petitionsNotLoadedNoSet"
  | "materiality.noPetitions"
  | "materiality.petitionsCannotChange"
  | "materiality.petitionsCouldChange"
  | "materiality.widerPetitions"
  | "materiality.nothingOpen"
  | "materiality.openOfUnknownSize"
  | "materiality.openCannotChange"
  | "materiality.openCouldChange"
  | "materiality.filedCannotChange"
  | "materiality.filedCouldChange"
  | "materiality.togetherCannotChange"
  | "materiality.filerCannotChange"
  | "materiality.togetherCouldChange";

/** What was not looked at, or cannot be bounded, and must be said. */
export interface VerdictLimits {
  /** Petitions of others were left out. */
  readonly oneFiler: boolean;
  /** Annulments among other sheets were left out. */
  readonly among: boolean;
  /** Petitions that ask for more than stations. */
  readonly wider: number;
}

/** Says what the working of the conditions of an outcome allows to be said. */
export function verdictOf(gates: readonly GateMateriality[], validVotes: number, limits: VerdictLimits): Verdict {
  const [first] = gates;
  if (validVotes === 0 || first === undefined)
    return { kind: "noVotes", says: [{ code: "materiality.noVotes", values: {} }] };
  const fallen = gates.find((each) => each.slack <= 0);
  if (fallen !== undefined) return { kind: "tied", says: [{ code: "materiality.tied", values: {} }] };
  const open = openStatements(gates, first);
  const petitions = petitionStatement(gates, first, limits);
  if (first.petitions === null) {
    const canChange = reaches(gates, (each) => each.bounds.arithmetic, 0) !== null;
    return { kind: canChange ? "canChange" : "petitionsNotLoaded", says: [petitions, ...open] };
  }
  const together = (kind: Verdict["kind"], code: StatementCode, values: Statement["values"] = {}): Verdict => ({
    kind,
    says: [petitions, ...open, { code, values }],
  });
  if (limits.wider > 0) return together("canChange", "materiality.widerPetitions", { count: limits.wider });
  if (reaches(gates, (each) => each.bounds.arithmetic, 1) !== null)
    return together("canChange", "materiality.togetherCouldChange");
  return limits.oneFiler
    ? together("filerCannotChange", "materiality.filerCannotChange")
    : together("decided", "materiality.togetherCannotChange");
}

/** Parts of a vote in which the amounts of a condition are given. */
function perOf(gate: Gate): number {
  return gate.kind === "ahead" ? 1 : gate.share.denominator;
}

/** The first condition that these bounds (less what petitions take, `withPetitions` 1) bring to a tie or below; null when none. */
function reaches(
  gates: readonly GateMateriality[],
  boundsOf: (gate: GateMateriality) => OpenRange | null,
  withPetitions: 0 | 1,
): GateMateriality | null {
  const found = gates.find((each) => {
    const bounds = boundsOf(each);
    return bounds === null || bounds.least - withPetitions * (each.petitions?.takes ?? 0) <= 0;
  });
  return found ?? null;
}

function petitionStatement(
  gates: readonly GateMateriality[],
  first: GateMateriality,
  limits: VerdictLimits,
): Statement {
  if (first.petitions === null) {
    let fewest: { readonly stations: number; readonly takes: number; readonly per: number } | null = null;
    for (const { gate, flip } of gates)
      if (flip.kind === "possible" && (fewest === null || flip.stations < fewest.stations))
        fewest = { stations: flip.stations, takes: flip.takes, per: perOf(gate) };
    if (fewest === null) return { code: "materiality.petitionsNotLoadedNoSet", values: {} };
    return {
      code: limits.among ? "materiality.petitionsNotLoadedAmong" : "materiality.petitionsNotLoaded",
      values: fewest,
    };
  }
  const could = gates.find((each) => (each.petitions?.takes ?? 0) >= each.slack);
  const shown = could ?? first;
  const values = { takes: shown.petitions?.takes ?? 0, slack: shown.slack, per: perOf(shown.gate) };
  if (could !== undefined) return { code: "materiality.petitionsCouldChange", values };
  const code = values.takes === 0 ? "materiality.noPetitions" : "materiality.petitionsCannotChange";
  return { code, values };
}

function openStatements(gates: readonly GateMateriality[], first: GateMateriality): readonly Statement[] {
  const stations = first.flagged.stations + first.pending.stations;
  if (stations === 0) return [{ code: "materiality.nothingOpen", values: {} }];
  const rollUnknown = first.flagged.rollUnknown + first.pending.rollUnknown;
  if (rollUnknown > 0) return [{ code: "materiality.openOfUnknownSize", values: { stations: rollUnknown } }];
  const could = reaches(gates, (each) => each.bounds.arithmetic, 0);
  const arithmetic = statementOf(could ?? first, (each) => each.bounds.arithmetic, stations);
  if (could === null) return [{ code: "materiality.openCannotChange", values: arithmetic }];
  const filedCould = reaches(gates, (each) => each.bounds.asFiledOrAnnulled, 0);
  const filed = statementOf(filedCould ?? first, (each) => each.bounds.asFiledOrAnnulled, first.flagged.stations);
  return [
    { code: "materiality.openCouldChange", values: arithmetic },
    {
      code: filedCould === null ? "materiality.filedCannotChange" : "materiality.filedCouldChange",
      values: { ...filed, lacking: first.flagged.lacking, pending: first.pending.stations },
    },
  ];
}

function statementOf(
  shown: GateMateriality,
  boundsOf: (gate: GateMateriality) => OpenRange | null,
  stations: number,
): Statement["values"] {
  const bounds = boundsOf(shown);
  return { stations, least: bounds?.least ?? 0, most: bounds?.most ?? 0, per: perOf(shown.gate) };
}
