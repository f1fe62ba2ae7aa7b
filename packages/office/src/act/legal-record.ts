import { LegalRecordWalk } from "acta/dispute";
import type { LegalRecord, LegalScope } from "acta/dispute";
import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { blobsOf } from "../store/index.js";
import type { DataFolder } from "../store/index.js";

/** All acts of a ledger, and what the authority's sheets in it say of their legal state. @param upTo size of the ledger that is read. */
export function legalRecordOf(
  folder: DataFolder,
  scope: LegalScope,
  upTo: number = folder.ledger.size,
): Result<LegalRecord> {
  const walk = new LegalRecordWalk(blobsOf(folder), scope);
  const read = folder.ledger.read(upTo, (leaves) => walk.apply(leaves));
  return read.ok ? succeed(walk.record()) : read;
}
