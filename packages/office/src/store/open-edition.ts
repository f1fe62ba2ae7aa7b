import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import type { Election } from "acta/election";
import { editionsInOrder } from "acta/record";
import type { Bulletin, Edition, LedgerState, SourceFile } from "acta/record";
import type { Roll } from "acta/election";
import type { SheetTable } from "acta/sheet";
import { readDefinition, replayFolder } from "./data-folder.js";
import type { DataFolder } from "./data-folder.js";
import { dropDerived, readDerived, writeDerived } from "./derived-file.js";
import { decodeEdition, editionFileName, encodeEdition } from "./edition-file.js";
import type { EditionColumns } from "./edition-file.js";

/** What a data folder holds, without its sheets. */
export interface FolderIndex {
  readonly mode: string;
  readonly drill: boolean;
  readonly size: number;
  readonly elections: readonly IndexedElection[];
}

/** One election of a data folder, without its sheets. */
export interface IndexedElection {
  readonly id: string;
  /** The ledger is a drill's: then so is everything in it. */
  readonly drill: boolean;
  readonly definition: string;
  readonly editions: readonly Edition[];
  readonly files: readonly SourceFile[];
  readonly bulletins: number;
}

/** An edition opened for reading: definition, roll and the tables of its contests. */
export interface OpenEdition {
  readonly election: Election;
  readonly edition: Edition;
  readonly roll: Roll;
  readonly tables: ReadonlyMap<string, SheetTable>;
}

const INDEX_FORMAT = 2;

/** What the folder holds. Read from a derived file when its root equals the head, else folded from the ledger. */
export function indexOf(folder: DataFolder): Result<FolderIndex> {
  const stored = readDerived(folder, indexFileName(folder));
  if (stored !== null) {
    const index = parseIndex(stored.toString("utf8"));
    if (index !== null) return succeed(index);
  }
  const replay = replayFolder(folder);
  if (!replay.ok) return replay;
  return succeed(keepIndex(folder, replay.value.state()));
}

/** Name of the derived index of the folder's head. */
export function indexFileName(folder: DataFolder): string {
  return `index-${folder.ledger.head.chain.slice(0, 24)}.v${INDEX_FORMAT}.json`;
}

/** What a state holds, without its sheets. */
export function describeState(state: LedgerState): FolderIndex {
  return {
    mode: state.ledger?.mode ?? "",
    drill: state.ledger?.drill ?? false,
    size: state.size,
    elections: [...state.elections.values()].map((each) => ({
      id: each.election.id,
      drill: state.ledger?.drill ?? false,
      definition: each.definition,
      editions: each.editions,
      files: each.files,
      bulletins: each.bulletins.length,
    })),
  };
}

/** Writes the derived index of the folder's head. */
export function keepIndex(folder: DataFolder, state: LedgerState): FolderIndex {
  const index = describeState(state);
  const name = indexFileName(folder);
  writeDerived(folder, name, Buffer.from(JSON.stringify(index), "utf8"));
  // Those of earlier heads are never asked for again.
  dropDerived(folder, (other) => other.startsWith("index-") && other !== name);
  return index;
}

function parseIndex(text: string): FolderIndex | null {
  try {
    const value: unknown = JSON.parse(text);
    return isIndex(value) ? value : null;
  } catch {
    return null;
  }
}

function isIndex(value: unknown): value is FolderIndex {
  return typeof value === "object" && value !== null && "elections" in value && Array.isArray(value.elections);
}

/** Chooses an election: by id, else the one that voted last. */
export function electionIn(folder: DataFolder, index: FolderIndex, id: string | undefined): Result<IndexedElection> {
  if (index.elections.length === 0) return fail({ code: "store.noElection", where: folder.path });
  if (id !== undefined) {
    const found = index.elections.find((each) => each.id === id);
    const known = index.elections.map((each) => each.id).join(", ");
    return found === undefined
      ? fail({ code: "store.unknownElection", context: { election: id, known } })
      : succeed(found);
  }
  const dated = index.elections.flatMap((each) => {
    const definition = readDefinition(folder, each.definition);
    return definition.ok ? [{ each, date: definition.value.date }] : [];
  });
  const last = dated.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  return last === undefined ? fail({ code: "store.noElection", where: folder.path }) : succeed(last.each);
}

/**
 * Chooses an edition: by id or its beginning, by number, or the newest whose `asOf` is not after a moment; without a choice the
 * newest `asOf`.
 */
export function editionIn(
  election: IndexedElection,
  choice: { readonly text: string; readonly until: Instant | null } | undefined,
): Result<Edition> {
  const ordered = editionsInOrder(election.editions);
  const newest = ordered.at(-1);
  if (newest === undefined) return fail({ code: "store.noEdition", context: { election: election.id } });
  if (choice === undefined) return succeed(newest);
  const { text, until } = choice;
  if (until !== null) {
    const found = ordered.findLast((edition) => edition.asOf !== null && edition.asOf <= until);
    return found === undefined ? fail({ code: "store.noEditionBefore", context: { moment: text } }) : succeed(found);
  }
  const matches = ordered.filter((edition) => edition.id === text || String(edition.number) === text);
  const begun = matches.length > 0 ? matches : ordered.filter((edition) => edition.id.startsWith(text));
  const only = begun[0];
  if (only === undefined || begun.length > 1)
    return fail({
      code: "store.unknownEdition",
      context: { edition: text, known: ordered.map((each) => each.id).join(", ") },
    });
  return succeed(only);
}

/** A definition of an election as it is to be shown: the newest without a choice. In the ledger of a drill it is one of a drill. */
export function definitionIn(
  folder: DataFolder,
  election: IndexedElection,
  sha256: string = election.definition,
): Result<Election> {
  const definition = readDefinition(folder, sha256);
  return definition.ok ? succeed(asDrill(definition.value, election.drill)) : definition;
}

/** Marks a real election as a drill where the ledger is one's; what is made up stays marked as that. */
export function asDrill(election: Election, drill: boolean): Election {
  return drill && election.provenance === "real" ? { ...election, provenance: "drill" } : election;
}

/** Opens an edition: its columns from the derived file of that root, else from the ledger, which then leaves the file behind. */
export function openEdition(folder: DataFolder, election: IndexedElection, edition: Edition): Result<OpenEdition> {
  const definition = definitionIn(folder, election, edition.definition);
  if (!definition.ok) return definition;
  const name = editionFileOf(folder, election.id, edition);
  const stored = readDerived(folder, name);
  const columns = stored === null ? null : decodeEdition(stored);
  if (columns !== null) return succeed({ election: definition.value, edition, ...columns });
  const replay = replayFolder(folder, edition.size);
  if (!replay.ok) return replay;
  const state = replay.value.state().elections.get(election.id);
  if (state === undefined)
    return fail({ code: "store.unknownElection", context: { election: election.id, known: "" } });
  writeDerived(folder, name, encodeEdition(state));
  return succeed({ election: definition.value, edition, roll: state.roll, tables: state.tables });
}

/** Leaves the derived file of an edition behind, right after it was sealed. */
export function keepEdition(folder: DataFolder, election: string, edition: Edition, columns: EditionColumns): void {
  writeDerived(folder, editionFileOf(folder, election, edition), encodeEdition(columns));
}

/** Name of the derived file of an edition. It carries the root that it was made from: a folder whose entries differ has other names. */
export function editionFileOf(folder: DataFolder, election: string, edition: Edition): string {
  const chain = folder.ledger.pointCovering(edition.size)?.chain ?? "";
  return editionFileName(chain, edition.size, edition.definition, election);
}

/** All bulletins of an election, up to a size of the ledger when one is given: they are few and read from the ledger. */
export function bulletinsIn(folder: DataFolder, election: IndexedElection, upTo?: number): Result<readonly Bulletin[]> {
  const replay = replayFolder(folder, upTo);
  if (!replay.ok) return replay;
  return succeed(replay.value.state().elections.get(election.id)?.bulletins ?? []);
}
