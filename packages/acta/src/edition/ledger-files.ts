import { fail, succeed } from "../basics/index.js";
import type { Result, Sha256 } from "../basics/index.js";
import type { Provenance } from "../election/index.js";
import { lawSetsIn } from "../record/index.js";
import type { LedgerState, Leaves } from "../record/index.js";
import { writeCorrections } from "./corrections-file.js";
import { writeCourses } from "./course-file.js";
import type { PointedCourse } from "./course-file.js";
import { CourseLog } from "./course-log.js";
import { editionFiles } from "./edition-files.js";
import type { EditionBlobs } from "./edition-state.js";
import type { MadeFile } from "./made-file.js";
import type { PointedEdition } from "./pointer.js";
import { replayEditions } from "./replay-editions.js";
import { treeFiles } from "./tree-files.js";

/** All leaves behind their lengths, in one gzip: for recounting without thousands of requests. */
export const ENTRIES_PATH = "entries.gz";
/** The ledger's signed checkpoint. */
export const CHECKPOINT_PATH = "checkpoint";

/** What a ledger's entries say about the folder that publishes them, its tree apart. */
export interface StateFiles {
  readonly state: LedgerState;
  readonly provenance: Provenance;
  readonly size: number;
  /** In the order of their sealing. */
  readonly editions: readonly PointedEdition[];
  /** The course of the count of every contest that has editions. */
  readonly courses: readonly PointedCourse[];
  /** Hash of the file of what was corrected; null while nothing was. */
  readonly corrections: string | null;
  /** Definitions and rolls that entries name: without them nobody can replay. And law sets: rulings name them by hash. */
  readonly blobs: readonly string[];
}

/** The same with the root of the tree. */
export interface LedgerFiles extends StateFiles {
  readonly root: Uint8Array;
}

/** Path of a content-addressed file that entries name. */
export function blobPath(sha256: string): string {
  return `blobs/${sha256}`;
}

/**
 * Makes every published file that follows from the entries: tiles, bundles, and the files of all editions.
 * @param emit gets each file once; what follows for the folder as a whole is returned.
 */
export function ledgerFiles(
  sha256: Sha256,
  leaves: Leaves,
  blobs: EditionBlobs,
  emit: (file: MadeFile) => void,
): Result<LedgerFiles> {
  const tree = treeFiles(sha256, leaves, emit);
  if (tree === undefined) return fail({ code: "record.tornLeaves", context: { index: leaves.count } });
  const files = stateFiles(sha256, leaves, blobs, emit);
  return files.ok ? succeed({ ...files.value, root: tree.root }) : files;
}

/** Makes the files of all editions and of the course of the count: the fold, stopped at each edition. @param emit gets each file once. */
export function stateFiles(
  sha256: Sha256,
  leaves: Leaves,
  blobs: EditionBlobs,
  emit: (file: MadeFile) => void,
): Result<StateFiles> {
  const made = new Set<string>();
  const once = (file: MadeFile): void => {
    if (made.has(file.path)) return;
    made.add(file.path);
    emit(file);
  };
  const named = new Set<string>();
  const editions: PointedEdition[] = [];
  const log = new CourseLog();
  const replayed = replayEditions(noting(blobs, named), leaves, (state) => {
    const { id, number, asOf } = state.edition;
    editions.push({ election: state.election.id, id, number, asOf, root: editionFiles(sha256, state, once) });
    log.add(state);
  });
  if (!replayed.ok) return replayed;
  const provenance = provenanceOf(replayed.value);
  const courses = writeCourses({ sha256, emit: once, provenance }, replayed.value, log);
  const corrections = writeCorrections({ sha256, emit: once, provenance }, leaves, blobs, replayed.value);
  if (!corrections.ok) return corrections;
  return succeed({
    state: replayed.value,
    provenance,
    size: leaves.count,
    editions,
    courses,
    corrections: corrections.value,
    blobs: [...new Set([...named, ...lawSetsIn(replayed.value.acts).map(({ blob }) => blob.sha256)])],
  });
}

/** What has been made up marks the whole folder, whatever else is in it. */
function provenanceOf({ ledger, elections }: LedgerState): Provenance {
  const all = [...elections.values()].map(({ election }) => election.provenance);
  if (all.includes("synthetic")) return "synthetic";
  return ledger?.drill === true || all.includes("drill") ? "drill" : "real";
}

function noting(blobs: EditionBlobs, named: Set<string>): EditionBlobs {
  const note =
    <T>(read: (sha256: string) => T) =>
    (sha256: string) => {
      named.add(sha256);
      return read(sha256);
    };
  return { definition: note(blobs.definition), roll: note(blobs.roll), lawSet: note(blobs.lawSet) };
}
