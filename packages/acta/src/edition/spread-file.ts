import { canonicalJson, hex, utf8 } from "../basics/index.js";
import type { Json } from "../basics/index.js";
import { LEAD_CLASS, SPREAD_CLASSES, stationSpread } from "../tabulation/index.js";
import type { LeadClass } from "../tabulation/index.js";
import { HEADLINE_POLICY, headlinePolicy, provenanceOf } from "./contest-draft.js";
import type { ContestDraft } from "./contest-draft.js";
import { dataPath } from "./edition-state.js";

/**
 * Writes how the stations of a contest are spread: turnout against share, leads, and what changed on superseded sheets. Counts in classes,
 * a few kilobytes whatever the number of stations; it names no edition, so that one without news shares it.
 * @returns the hash of the file; null for a contest of fewer than two options.
 */
export function writeSpread({ state, contest, table, sha256, emit }: ContestDraft): string | null {
  const { election, roll } = state;
  const spread = stationSpread(election, contest, { roll, table }, headlinePolicy(election));
  if (spread === null) return null;
  const { option, rival, turnout, leads, ahead, changes, leftOut } = spread;
  const json: Json = {
    schema: "acta-spread/1",
    provenance: provenanceOf(state),
    mode: state.ledger.mode,
    election: election.id,
    contest: contest.id,
    policy: HEADLINE_POLICY,
    option,
    rival,
    classes: SPREAD_CLASSES,
    leadClass: LEAD_CLASS,
    turnout: {
      columns: ["class", "stations", "registeredVoters", "ballotsCast", "validVotes", "votes", "rivalVotes", "shares"],
      rows: turnout.map((each) => [
        each.at,
        each.stations,
        each.registeredVoters,
        each.ballotsCast,
        each.validVotes,
        each.votes,
        each.rivalVotes,
        // Most classes are empty at both ends: the first that is not, then the counts.
        filledPart(each.shares),
      ]),
    },
    leads: { ...classesJson(leads), ahead: { ...ahead } },
    changes:
      changes === null ? null : { same: changes.same, lacking: changes.lacking, ...classesJson(changes.classes) },
    leftOut: { ...leftOut },
  };
  const bytes = utf8(canonicalJson(json));
  const hash = hex(sha256(bytes));
  const about = { kind: "spread", election: election.id, contest: contest.id, area: "" } as const;
  emit({ path: dataPath(hash), sha256: hash, bytes, about });
  return hash;
}

function filledPart(counts: readonly number[]): readonly number[] {
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  return [first, ...counts.slice(first, last + 1)];
}

function classesJson(classes: readonly LeadClass[]): { readonly columns: Json; readonly rows: Json } {
  return { columns: ["class", "sheets", "sum"], rows: classes.map(({ at, sheets, sum }) => [at, sheets, sum]) };
}
