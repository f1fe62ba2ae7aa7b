import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Contest, Policy } from "acta/election";
import type { SheetTable } from "acta/sheet";
import { policiesOf } from "acta/tabulation";
import type { Edition } from "acta/record";
import { momentOf } from "../../language/index.js";
import {
  checkpointStanding,
  editionIn,
  definitionIn,
  electionIn,
  indexAt,
  indexOf,
  openEdition,
  openFolder,
  sizeAt,
} from "../../store/index.js";
import type { DataFolder, FolderIndex, IndexedElection, OpenEdition } from "../../store/index.js";
import type { Desk } from "./desk.js";
import type { DataFlags } from "./flags.js";
import { freshen } from "./fresh-copy.js";

/** A data folder opened at one election. */
export interface OpenedElection {
  readonly folder: DataFolder;
  readonly index: FolderIndex;
  readonly indexed: IndexedElection;
  /** Entries that are looked at when somebody asks for the ledger as it was; null for all of them. */
  readonly at: number | null;
}

/** An edition opened at one contest. */
export interface OpenedContest extends OpenedElection {
  readonly open: OpenEdition;
  readonly contest: Contest;
  readonly table: SheetTable;
}

/** Opens the folder and election that the flags name. The caller closes `folder`. */
export async function openElection(desk: Desk, flags: DataFlags): Promise<Result<OpenedElection>> {
  const path = resolve(desk.cwd, flags.data);
  const fresh = await freshen(desk, path);
  if (!fresh.ok) return fresh;
  const folder = openFolder(path);
  if (!folder.ok)
    return fail(folder.problem.code === "store.noData" ? { ...folder.problem, where: flags.data } : folder.problem);
  const opened = electionOf(folder.value, flags);
  if (!opened.ok) folder.value.close();
  else tellBehind(desk, folder.value);
  return opened;
}

function electionOf(folder: DataFolder, flags: DataFlags): Result<OpenedElection> {
  const index = indexOf(folder);
  if (!index.ok) return index;
  const indexed = electionIn(folder, index.value, flags.election);
  if (!indexed.ok) return indexed;
  const opened = { folder, index: index.value, indexed: indexed.value, at: null };
  return flags.at === undefined ? succeed(opened) : asItWas(opened, flags, flags.at);
}

/** The same folder at an earlier size of its ledger: nothing that was recorded later is seen. */
function asItWas(opened: OpenedElection, flags: DataFlags, text: string): Result<OpenedElection> {
  const { folder } = opened;
  const definition = definitionIn(folder, opened.indexed);
  if (!definition.ok) return definition;
  const size = sizeAt(folder, opened.indexed, { text, until: momentOf(text, definition.value.timeZone) ?? null });
  if (!size.ok) return size;
  const index = indexAt(folder, size.value);
  if (!index.ok) return index;
  if (index.value.elections.length === 0) return fail({ code: "store.nothingAt", context: { at: text } });
  const indexed = electionIn(folder, index.value, flags.election);
  return indexed.ok ? succeed({ folder, index: index.value, indexed: indexed.value, at: size.value }) : indexed;
}

/** A write that was cut off between its entries and their checkpoint takes nothing away, and is told. */
function tellBehind(desk: Desk, folder: DataFolder): void {
  const standing = checkpointStanding(folder);
  if (standing !== null && standing.behind > 0)
    desk.warn(desk.language.say("ledger.behind", { size: standing.size, behind: standing.behind }));
}

/** For the documents of commands that were asked for the ledger as it was: `at`, its size then. */
export function atOf(opened: OpenedElection): { readonly at?: number } {
  return opened.at === null ? {} : { at: opened.at };
}

/** Chooses the edition that a text names: an id, a number, a moment or a day in the election's zone; the newest without one. */
export function chooseEdition(opened: OpenedElection, text: string | undefined): Result<Edition> {
  if (text === undefined) return editionIn(opened.indexed, undefined);
  const definition = definitionIn(opened.folder, opened.indexed);
  if (!definition.ok) return definition;
  return editionIn(opened.indexed, { text, until: momentOf(text, definition.value.timeZone) ?? null });
}

/** Opens an edition at the contest that the flags name; the first one without. */
export function openContest(
  opened: OpenedElection,
  edition: Edition,
  contestId: string | undefined,
): Result<OpenedContest> {
  const open = openEdition(opened.folder, opened.indexed, edition);
  if (!open.ok) return open;
  const { contests } = open.value.election;
  const contest = contestId === undefined ? contests[0] : contests.find((each) => each.id === contestId);
  const table = contest === undefined ? undefined : open.value.tables.get(contest.id);
  if (contest === undefined || table === undefined)
    return fail({
      code: "command.unknownContest",
      context: { contest: contestId ?? "", known: contests.map((each) => each.id).join(", ") },
    });
  return succeed({ ...opened, open: open.value, contest, table });
}

/** The policy with this id. */
export function choosePolicy(open: OpenEdition, id: string): Result<Policy> {
  const policies = policiesOf(open.election);
  const found = policies.find((policy) => policy.id === id);
  const known = policies.map((policy) => policy.id).join(", ");
  return found === undefined ? fail({ code: "command.unknownPolicy", context: { policy: id, known } }) : succeed(found);
}

/** Runs a piece of work on an opened contest and closes the folder whatever happens. */
export async function withContest<Value = null>(
  desk: Desk,
  flags: DataFlags & { readonly edition?: string },
  work: (opened: OpenedContest) => Result<Value> | Promise<Result<Value>>,
): Promise<Result<Value>> {
  return withElection(desk, flags, (opened) => {
    const edition = chooseEdition(opened, flags.edition);
    if (!edition.ok) return edition;
    const contest = openContest(opened, edition.value, flags.contest);
    return contest.ok ? work(contest.value) : contest;
  });
}

/** Runs a piece of work on an opened election and closes the folder whatever happens. */
export async function withElection<Value = null>(
  desk: Desk,
  flags: DataFlags,
  work: (opened: OpenedElection) => Result<Value> | Promise<Result<Value>>,
): Promise<Result<Value>> {
  const opened = await openElection(desk, flags);
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    opened.value.folder.close();
  }
}
