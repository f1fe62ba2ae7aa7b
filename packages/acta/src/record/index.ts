export { BatchWalk } from "./batch-walk.js";
export type { BatchVisitor } from "./batch-walk.js";
export { dataDigest } from "./data-digest.js";
export { ENTRY_VERSIONS, MOST_LEAF_BYTES, leafOf } from "./entry.js";
export type {
  BatchHeader,
  BlobEntry,
  BulletinEntry,
  EditionEntry,
  EntryKind,
  LedgerEntry,
  PlainEntry,
} from "./entry.js";
export { LeafWriter, eachLeaf, joinLeaves } from "./leaf-writer.js";
export type { Leaves } from "./leaf-writer.js";
export { originOf } from "./ledger-origin.js";
export { AUTHORITY_COPY, editionsInOrder } from "./ledger-state.js";
export type { Bulletin, Edition, ElectionState, LedgerState, SourceFile } from "./ledger-state.js";
export { Replay } from "./replay.js";
export type { Blobs } from "./replay.js";
export { SheetHistory } from "./sheet-history.js";
export type { SheetName, SheetVersion } from "./sheet-history.js";
export { sheetEntryFromJson, writeSheetEntry } from "./sheet-entry.js";
export { scopeOf } from "./table-change.js";
export type { SheetColumns, SheetEntry } from "./sheet-entry.js";
export { cellsOf, changeBetween } from "./version-change.js";
export type { CellChange, VersionChange } from "./version-change.js";
export { recordEn } from "./messages/en.js";
export { recordEs } from "./messages/es.js";
