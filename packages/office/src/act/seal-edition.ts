import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { ENTRY_VERSIONS, LeafWriter, dataDigest, joinLeaves, leafOf } from "acta/record";
import type { Act, Edition, ElectionState, Leaves } from "acta/record";
import { checkTable } from "acta/sheet";
import { signRange, signerName } from "acta/signature";
import { sha256 } from "../keys/index.js";
import { appendTo, keepIndex, replayFolder } from "../store/index.js";
import type { ActEntering } from "./enter-acts.js";

/** Which election is sealed, as of when. */
export interface Sealing {
  /** "" for the only one. */
  readonly election: string;
  readonly asOf: Instant;
  readonly reason: string;
}

/** Seals the ledger as it stands as an edition: so that rulings and corrections come into what is shown and published. */
export async function sealEdition(entering: ActEntering, sealing: Sealing): Promise<Result<Edition>> {
  const { folder, signer } = entering;
  const replayed = replayFolder(folder);
  if (!replayed.ok) return replayed;
  const replay = replayed.value;
  const { acts, elections, ledger, size } = replay.state();
  const all = [...elections.values()];
  const state = all.find(({ election }) => election.id === sealing.election) ?? (all.length === 1 ? all[0] : undefined);
  if (state === undefined)
    return fail({ code: "act.whichElection", context: { known: all.map(({ election }) => election.id).join(", ") } });
  const batch = editionBatch(entering, sealing, state, acts);
  if (!batch.ok) return batch;
  const place = { origin: ledger?.origin ?? "", first: size };
  const signature = signer === null ? null : signRange(sha256, batch.value, signer, place);
  if (signature !== null && !signature.ok) return signature;
  const leaves = signature === null ? batch.value : joinLeaves([batch.value, signature.value]);
  const applied = replay.apply(leaves);
  if (!applied.ok) return applied;
  const appended = await appendTo(folder, leaves);
  if (!appended.ok) return appended;
  keepIndex(folder, replay.state());
  const edition = replay.state().elections.get(state.election.id)?.editions.at(-1);
  if (edition === undefined) throw new Error("the edition was applied");
  return succeed(edition);
}

function editionBatch(
  { signer, recordedAt }: ActEntering,
  sealing: Sealing,
  state: ElectionState,
  acts: readonly Act[],
): Result<Leaves> {
  const { election, definition, editions, roll, rollHash, tables } = state;
  if (rollHash === "") return fail({ code: "store.noEdition", context: { election: election.id } });
  const digest = dataDigest(roll, tables.values(), sha256);
  const last = editions.at(-1);
  const isSame = last?.dataDigest === digest && last.definition === definition && last.roll === rollHash;
  if (isSame && !hasNewActs(acts, election.id, last.size))
    return fail({ code: "act.nothingToSeal", context: { edition: last.id } });
  const writer = new LeafWriter();
  const role = signer === null ? "electionAuthority" : signer.role;
  writer.leaf(
    leafOf({
      kind: "edition",
      version: ENTRY_VERSIONS.edition,
      count: 1,
      actor: { role, name: signer?.holder ?? election.authority.name },
      signer: signer === null ? "recorder" : signerName(signer.signer.key),
      basis: signer === null ? "reported" : "firstHand",
      source: "",
      asOf: sealing.asOf,
      recordedAt,
      reason: sealing.reason,
      election: election.id,
      definition,
      scope: "",
      copy: "",
    }),
  );
  const id = `${sealing.asOf.replaceAll(/[-:]/g, "")}-${digest.slice(0, 8)}`;
  const taken = editions.filter((each) => each.id === id || each.id.startsWith(`${id}.`)).length;
  writer.leaf(
    leafOf({
      id: taken === 0 ? id : `${id}.${taken + 1}`,
      number: editions.length + 1,
      dataDigest: digest,
      roll: rollHash,
      definition,
      sources: [],
      findings: findingsOf(state),
    }),
  );
  return succeed(writer.leaves());
}

/** Petitions, rulings, a certification, the law: what is open may be another without any figure that changed. Keys and signatures say nothing of it. */
function hasNewActs(acts: readonly Act[], election: string, since: number): boolean {
  return acts.some(
    ({ kind, header, index }) =>
      index >= since &&
      kind !== "key" &&
      kind !== "signature" &&
      (header.election === "" || header.election === election),
  );
}

function findingsOf({ election, roll, tables }: ElectionState): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const contest of election.contests) {
    const table = tables.get(contest.id);
    if (table === undefined) continue;
    for (const [code, count] of checkTable(election, contest, roll, table).counts)
      counts[code] = (counts[code] ?? 0) + count;
  }
  return counts;
}
