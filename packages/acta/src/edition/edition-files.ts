import { canonicalJson, hex, utf8 } from "../basics/index.js";
import type { Json, Sha256 } from "../basics/index.js";
import { writeTree } from "./area-files.js";
import type { TreeFiles } from "./area-files.js";
import { draftOf, provenanceOf } from "./contest-draft.js";
import type { ChildRow, Emit } from "./contest-draft.js";
import { writeDisputes } from "./disputes-file.js";
import { dataPath } from "./edition-state.js";
import type { EditionState } from "./edition-state.js";
import { writeOpen } from "./open-file.js";
import { writePlaces } from "./place-files.js";
import { legalDraft } from "./place-legal.js";
import { writeSpread } from "./spread-file.js";

const NO_PLACES: ReadonlyMap<number, readonly ChildRow[]> = new Map();

/**
 * Makes all published files of an edition, each named by the hash of its bytes: whoever replays the same entries makes the same.
 * @param emit gets every file, children before the area that names them and the edition file last.
 * @returns the hash of the edition file: from it everything else is reached.
 */
export function editionFiles(sha256: Sha256, state: EditionState, emit: Emit): string {
  const { election } = state;
  const contests = election.contests.flatMap((contest) => {
    const table = state.tables.get(contest.id);
    if (table === undefined) return [];
    const draft = draftOf(state, contest, table, sha256, emit);
    const legal = legalDraft(draft);
    const places = writePlaces(draft, legal);
    const trees = state.roll.trees.map((_, at) => treeJson(writeTree(draft, at, at === 0 ? places : NO_PLACES)));
    const open = writeOpen(draft);
    const disputes = writeDisputes(draft, legal, open.lead);
    return [{ contest: contest.id, disputes, open: open.hash, spread: writeSpread(draft), trees }];
  });
  const bytes = utf8(canonicalJson(editionJson(state, contests)));
  const hash = hex(sha256(bytes));
  const about = { kind: "edition", election: election.id, contest: "", area: "" } as const;
  emit({ path: dataPath(hash), sha256: hash, bytes, about });
  return hash;
}

function editionJson(state: EditionState, contests: Json): Json {
  const { edition } = state;
  return {
    schema: "acta-edition/1",
    provenance: provenanceOf(state),
    mode: state.ledger.mode,
    election: state.election.id,
    edition: {
      id: edition.id,
      number: edition.number,
      asOf: edition.asOf,
      sealedAt: edition.sealedAt,
      // The edition's own entry is the last one.
      size: edition.size,
      dataDigest: edition.dataDigest,
    },
    definition: edition.definition,
    roll: edition.roll,
    sources: edition.sources,
    findings: edition.findings,
    contests,
  };
}

function treeJson({ tree, root, groups }: TreeFiles): Json {
  return { tree, root, groups: groups.map(({ group, file }) => ({ group, file })) };
}
