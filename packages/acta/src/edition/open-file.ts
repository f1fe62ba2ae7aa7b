import { canonicalJson, hex, utf8 } from "../basics/index.js";
import type { Json, Result } from "../basics/index.js";
import type { Contest } from "../election/index.js";
import type { Act } from "../record/index.js";
import type { SheetTable } from "../sheet/index.js";
import { materialityOf } from "../tabulation/index.js";
import type { Gate, GateMateriality, Materiality } from "../tabulation/index.js";
import { HEADLINE_POLICY, headlinePolicy, provenanceOf } from "./contest-draft.js";
import type { ContestDraft } from "./contest-draft.js";
import { docketOf } from "./edition-docket.js";
import { dataPath } from "./edition-state.js";
import type { EditionState } from "./edition-state.js";

/** Conditions that are published: those with the least slack. A field of twenty options stands on hundreds, most of them out of reach. */
const MOST_GATES = 12;

/**
 * Writes what is open in a contest and whether it can change the outcome (docs/decisions/0018). Sizes only: no station is named. Petitions are
 * those of the ledger's own entries at the edition.
 * @returns the hash of the file, and the lead that least would bring down.
 */
export function writeOpen({ state, contest, table, sha256, emit }: ContestDraft): WrittenOpen {
  const worked = materialityAt(state, contest, table);
  const bytes = utf8(canonicalJson(openJson(state, contest, worked)));
  const hash = hex(sha256(bytes));
  const about = { kind: "open", election: state.election.id, contest: contest.id, area: "" } as const;
  emit({ path: dataPath(hash), sha256: hash, bytes, about });
  return { hash, lead: worked.ok ? closestLead(worked.value) : null };
}

/** The condition on which an outcome stands most narrowly, where it is a lead. */
export interface ClosestLead {
  readonly gate: Extract<Gate, { kind: "ahead" }>;
  /** Votes of the lead. */
  readonly slack: number;
}

/** The file of what is open, and its closest lead. */
interface WrittenOpen {
  readonly hash: string;
  readonly lead: ClosestLead | null;
}

function closestLead({ gates }: Materiality): ClosestLead | null {
  for (const { gate, slack } of gates.toSorted((a, b) => a.slack - b.slack))
    if (gate.kind === "ahead") return { gate, slack };
  return null;
}

function openJson(state: EditionState, contest: Contest, worked: Result<Materiality>): Json {
  const { election, edition } = state;
  return {
    schema: "acta-open/1",
    provenance: provenanceOf(state),
    mode: state.ledger.mode,
    election: election.id,
    contest: contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    policy: HEADLINE_POLICY,
    certified: certifiedJson(state),
    ...answerJson(worked),
  };
}

/** The last certification of the whole that stands; null while the result is not certified. */
function certifiedJson({ acts, election }: EditionState): Json {
  let last: Extract<Act, { kind: "certification" }> | undefined;
  const replaced = new Set(acts.flatMap((act) => (act.kind === "certification" ? [act.entry.replaces] : [])));
  for (const act of acts)
    if (act.kind === "certification" && act.header.election === election.id && act.entry.area === null)
      if (!replaced.has(act.index)) last = act;
  return last === undefined ? null : { at: last.entry.at, body: last.entry.body, resolution: last.entry.resolution };
}

function materialityAt(state: EditionState, contest: Contest, table: SheetTable): Result<Materiality> {
  const { election, roll } = state;
  const policy = headlinePolicy(election);
  return materialityOf({
    election,
    contest,
    roll,
    table,
    policy,
    scope: null,
    petitions: docketOf(state, contest.id).open,
    filer: null,
    among: null,
    any: [],
  });
}

/** What cannot be worked out (a petition against a station that no roll knows) is said, and nothing else then. */
function answerJson(worked: Result<Materiality>): { readonly [key: string]: Json } {
  if (!worked.ok) {
    const { code, context = {} } = worked.problem;
    const verdict = { kind: "unknown", says: [{ code, values: { ...context } }] };
    return { question: "outcome", petitions: { kind: "notLoaded" }, verdict, gates: [], gatesInAll: 0 };
  }
  const { question, petitions, verdict, gates } = worked.value;
  const shown = gates.toSorted((a, b) => a.slack - b.slack).slice(0, MOST_GATES);
  return {
    question,
    petitions: { ...petitions },
    verdict: { kind: verdict.kind, says: verdict.says.map(({ code, values }) => ({ code, values: { ...values } })) },
    gates: shown.map(gateJson),
    gatesInAll: gates.length,
  };
}

function gateJson(each: GateMateriality): Json {
  const { gate, gains, slack, flagged, pending, bounds, flip, petitions } = each;
  return {
    gate: gate.kind === "ahead" ? { ...gate } : { ...gate, share: { ...gate.share } },
    gains,
    slack,
    flagged: workingJson(flagged),
    pending: workingJson(pending),
    bounds: { arithmetic: rangeJson(bounds.arithmetic), asFiledOrAnnulled: rangeJson(bounds.asFiledOrAnnulled) },
    flip: { kind: flip.kind, stations: flip.stations, takes: flip.takes },
    petitions:
      petitions === null
        ? null
        : { located: petitions.located, unlocated: petitions.unlocated.takes, takes: petitions.takes },
  };
}

function workingJson(working: GateMateriality["flagged"]): Json {
  const { stations, registeredVoters, rollUnknown, lacking, arithmetic, asFiledOrAnnulled } = working;
  return {
    stations,
    registeredVoters,
    rollUnknown,
    lacking,
    arithmetic: rangeJson(arithmetic),
    asFiledOrAnnulled: rangeJson(asFiledOrAnnulled),
  };
}

function rangeJson(range: GateMateriality["bounds"]["arithmetic"]): Json {
  return range === null ? null : { least: range.least, most: range.most };
}
