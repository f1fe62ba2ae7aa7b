export type {
  Act,
  ActEntries,
  ActFacts,
  ActMoment,
  AppealEntry,
  AreaName,
  CaseEntry,
  CertificationEntry,
  DeadlineEntry,
  Document,
  ErratumEntry,
  EvidenceEntry,
  FeeState,
  Filer,
  FinalEntry,
  FlagEntry,
  HearingEntry,
  KeyEntry,
  KeyRole,
  LawReference,
  MemberVote,
  MembershipEntry,
  MotionEntry,
  NotificationEntry,
  ObserverReportEntry,
  OfficeEntry,
  OutsideEventEntry,
  PetitionEntry,
  PublicationEntry,
  RollCallEntry,
  RulingEntry,
  SheetEffect,
  SignatureEntry,
  VoteEntry,
} from "./act.js";
export { actFields, actForms, readAct } from "./act-form.js";
export { ActLog } from "./act-log.js";
export type { BatchHeader } from "./batch-header.js";
export { headerForm } from "./batch-header.js";
export { BatchWalk } from "./batch-walk.js";
export type { BatchVisitor } from "./batch-walk.js";
export { dataDigest } from "./data-digest.js";
export { MOST_LEAF_BYTES, leafOf, plainForms, readLedgerEntry } from "./entry.js";
export type { BlobEntry } from "./blob-entry.js";
export type { BulletinEntry, EditionEntry, LedgerEntry, PlainEntry } from "./entry.js";
export { sheetForm } from "./entry-form.js";
export { ENTRY_VERSIONS, isActKind } from "./entry-kind.js";
export type { ActKind, EntryKind } from "./entry-kind.js";
export { lawSetsIn } from "./law-set.js";
export type { LawSet } from "./law-set.js";
export { LeafWriter, eachLeaf, joinLeaves, parseLeaf } from "./leaf-writer.js";
export type { Leaves } from "./leaf-writer.js";
export { originOf } from "./ledger-origin.js";
export { AUTHORITY_COPY, editionsInOrder } from "./ledger-state.js";
export type { Bulletin, Edition, ElectionState, LedgerState, SourceFile } from "./ledger-state.js";
export { PublicationLog } from "./publication-log.js";
export { Replay } from "./replay.js";
export type { Blobs } from "./replay.js";
export { SheetHistory } from "./sheet-history.js";
export type { SheetName, SheetVersion } from "./sheet-history.js";
export { sheetEntryFromJson, writeSheetEntry } from "./sheet-entry.js";
export { scopeOf } from "./table-change.js";
export type { SheetColumns, SheetEntry } from "./sheet-entry.js";
export { VersionChains } from "./version-chains.js";
export type { ChainedVersion, PlacedBatch } from "./version-chains.js";
export { cellsOf, changeBetween } from "./version-change.js";
export type { CellChange, VersionChange } from "./version-change.js";
export { recordEn } from "./messages/en.js";
export { recordEs } from "./messages/es.js";
