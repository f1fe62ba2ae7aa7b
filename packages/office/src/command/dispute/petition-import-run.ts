import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Instant, Json, Result } from "acta/basics";
import { caseBook } from "acta/dispute";
import type { CaseBook, CaseLaw } from "acta/dispute";
import type { Act, ElectionState } from "acta/record";
import { enterActs } from "../../act/index.js";
import type { ActDraft, ActEntering } from "../../act/index.js";
import { docketActs, docketEn, docketEs, noPetitions, readDocket } from "../../docket/index.js";
import type { ReadDocket } from "../../docket/index.js";
import { filesEn, filesEs, sha256File } from "../../files/index.js";
import { momentOf } from "../../language/index.js";
import { replayFolder } from "../../store/index.js";
import { acting, told } from "../desk/acting.js";
import type { ActingFlags } from "../desk/acting.js";
import { chosenLaw } from "../desk/chosen-law.js";
import type { Desk } from "../desk/desk.js";
import { docketDocument, docketText } from "./petition-import-text.js";
import type { ImportedDocket } from "./petition-import-text.js";

/** Flags of `acta petition import`. */
export interface PetitionImportFlags extends ActingFlags {
  readonly column?: readonly string[];
  readonly separator: string;
  readonly asOf?: string;
  /** The docket was looked at, and there are no petitions. */
  readonly none: boolean;
  readonly law?: string;
  readonly election?: string;
  readonly contest?: string;
}

/** Runs `acta petition import`. */
export async function runPetitionImport(desk: Desk, flags: PetitionImportFlags, file: string): Promise<void> {
  desk.language.learn({ es: docketEs, en: docketEn });
  desk.language.learn({ es: filesEs, en: filesEn });
  await acting(desk, flags, async (entering) => {
    const imported = await importDocket(desk, flags, file, entering);
    if (!imported.ok) return fail({ ...imported.problem, where: imported.problem.where ?? file });
    const document = docketDocument(imported.value);
    return told(flags, document, docketText(desk.language, file, imported.value));
  });
}

interface Standing {
  readonly acts: readonly Act[];
  readonly state: ElectionState;
  readonly law: CaseLaw | null;
}

async function importDocket(
  desk: Desk,
  flags: PetitionImportFlags,
  file: string,
  entering: ActEntering,
): Promise<Result<ImportedDocket>> {
  const standing = standingOf(desk, flags, entering);
  if (!standing.ok) return standing;
  const { acts, state, law } = standing.value;
  const { election, roll } = state;
  const asOf = flags.asOf === undefined ? null : momentOf(flags.asOf, election.timeZone);
  if (asOf === undefined) return fail({ code: "act.badMoment", context: { text: flags.asOf ?? "" } });
  const path = resolve(desk.cwd, file);
  const form = { separator: flags.separator, mapping: flags.column ?? [] };
  const docket = await readDocket(path, form, { election, roll, law });
  if (!docket.ok) return docket;
  const source = await sha256File(path);
  if (!source.ok) return source;
  const before = bookOf(standing.value, acts, entering.recordedAt);
  const empty = emptiness(flags, docket.value, before);
  if (!empty.ok) return empty;
  const facts = { flags, election: election.id, source: source.value.sha256, asOf, state };
  const drafts = draftsOf(entering, docket.value, acts, { ...facts, isNone: empty.value });
  const entered = drafts.drafts.length === 0 ? succeed([]) : await enterActs(entering, drafts.drafts);
  if (!entered.ok) return entered;
  const after = standingOf(desk, flags, entering);
  if (!after.ok) return after;
  const book = bookOf(after.value, after.value.acts, entering.recordedAt);
  const { size } = entering.folder.ledger;
  return succeed({
    docket: docket.value,
    acts: drafts.acts,
    none: empty.value,
    entered: entered.value,
    book,
    size,
    election,
  });
}

function standingOf(desk: Desk, flags: PetitionImportFlags, { folder }: ActEntering): Result<Standing> {
  const replayed = replayFolder(folder);
  if (!replayed.ok) return replayed;
  const { acts, elections } = replayed.value.state();
  const all = [...elections.values()];
  const found = flags.election === undefined ? all : all.filter(({ election }) => election.id === flags.election);
  const [state] = found;
  if (state === undefined || found.length > 1)
    return fail({ code: "act.whichElection", context: { known: all.map(({ election }) => election.id).join(", ") } });
  const law = chosenLaw(desk, folder, acts, state.election, flags.law);
  return law.ok ? succeed({ acts, state, law: law.value }) : law;
}

function bookOf({ state, law }: Standing, acts: readonly Act[], now: Instant): CaseBook {
  return caseBook(acts, state.election.id, law, now);
}

/** Whether the docket says that there are no petitions. An empty one says nothing: it could be the wrong file. */
function emptiness({ none }: PetitionImportFlags, docket: ReadDocket, before: CaseBook): Result<boolean> {
  const isEmpty = docket.rows.length === 0 && docket.refused.length === 0;
  if (none) return isEmpty && before.petitions !== "loaded" ? succeed(true) : fail({ code: "docket.notNone" });
  return isEmpty ? fail({ code: "docket.empty" }) : succeed(false);
}

interface DraftFacts {
  readonly flags: PetitionImportFlags;
  readonly election: string;
  readonly source: string;
  readonly asOf: Instant | null;
  readonly state: ElectionState;
  readonly isNone: boolean;
}

/** One batch of each kind, all appended in one step. In a recorder's ledger the docket is what the juries' desk says. */
function draftsOf(
  { signer }: ActEntering,
  docket: ReadDocket,
  acts: readonly Act[],
  { flags, election, source, asOf, state, isNone }: DraftFacts,
): { readonly drafts: readonly ActDraft[]; readonly acts: ReturnType<typeof docketActs> } {
  const replaced = new Set(acts.flatMap(({ entry }) => ("replaces" in entry ? (entry.replaces ?? []) : [])));
  const inForce = acts.filter(({ index, header }) => !replaced.has(index) && header.election === election);
  const changes = docketActs(docket.rows, inForce);
  const actor = signer === null ? { role: "tribunal", name: "docket" } : { role: signer.role, name: signer.holder };
  const contest = flags.contest ?? state.election.contests[0]?.id ?? "";
  const facts = { election, contest, copy: "", actor, source, asOf, reason: isNone ? "no petitions" : "docket" };
  const petitions = isNone ? [noPetitions(asOf)] : changes.petitions;
  const kinds = [
    ["case", changes.cases],
    ["petition", petitions],
    ["hearing", changes.hearings],
  ] as const;
  const drafts = kinds.flatMap(([kind, entries]): readonly ActDraft[] =>
    entries.length === 0 ? [] : [{ ...facts, kind, entries: entries.map(jsonOf) }],
  );
  return { drafts, acts: changes };
}

function jsonOf(entry: object): Readonly<Record<string, Json>> {
  const json: Readonly<Record<string, Json>> = JSON.parse(JSON.stringify(entry));
  return json;
}
