import { dirname, resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { countPoints, historyFacts } from "acta/claim";
import type { ClaimEvidence, ClaimFact, ClaimsFile, CountEvidence } from "acta/claim";
import type { Law } from "acta/dispute";
import type { Contest, Election, Provenance } from "acta/election";
import type { InstitutionLaw } from "acta/institution";
import { ALL, replayEvents } from "acta/procedure";
import { editionsInOrder } from "acta/record";
import type { Bulletin } from "acta/record";
import { PRESET_POLICIES, mergeBulletins, resultOf, tallyTree } from "acta/tabulation";
import type { AreaResult } from "acta/tabulation";
import { loadHistory, loadInstitutions, loadLaw } from "../../import/index.js";
import { definitionIn, openEdition, replayFolder } from "../../store/index.js";
import type { DataFolder, FolderIndex, IndexedElection, OpenEdition } from "../../store/index.js";

/** What claims are checked against, and what of it there is. */
export interface GatheredEvidence {
  readonly evidence: ClaimEvidence;
  readonly elections: readonly GatheredElection[];
}

/** An election that evidence was taken from. */
export interface GatheredElection {
  readonly id: string;
  readonly provenance: Provenance;
  readonly timeZone: string;
  readonly editions: readonly string[];
  /** Moments at which anything was said about the whole. */
  readonly moments: number;
}

/** An open data folder. */
export interface OpenedFolder {
  readonly folder: DataFolder;
  readonly index: FolderIndex;
}

/** Gathers what a data folder, the law files of a claims file and its facts say. @param from the file whose law paths are relative to it */
export function evidenceOf(
  opened: OpenedFolder | null,
  file: ClaimsFile,
  from: string,
): Result<GatheredEvidence, readonly Problem[]> {
  const law = file.law === "" ? succeed(null) : lawAt(resolve(dirname(from), file.law));
  if (!law.ok) return law;
  const institutions =
    file.institutions === "" ? succeed(null) : institutionsAt(resolve(dirname(from), file.institutions));
  if (!institutions.ok) return institutions;
  const history = file.history === "" ? succeed([]) : factsAt(resolve(dirname(from), file.history));
  if (!history.ok) return history;
  const counts = new Map<string, CountEvidence>();
  const elections: GatheredElection[] = [];
  if (opened !== null) {
    // Bulletins are read from the ledger: once, for all elections.
    const replayed = replayFolder(opened.folder, opened.index.size);
    if (!replayed.ok) return fail([replayed.problem]);
    const state = replayed.value.state();
    for (const indexed of opened.index.elections) {
      const bulletins = state.elections.get(indexed.id)?.bulletins ?? [];
      const gathered = countIn(opened, indexed, bulletins, file);
      if (!gathered.ok) return fail([gathered.problem]);
      counts.set(indexed.id, gathered.value.count);
      elections.push(gathered.value.about);
    }
  }
  return succeed({
    evidence: {
      count: (election) => counts.get(election) ?? null,
      law: law.value,
      institutions: institutions.value,
      // A fact of the file stands before one of the history, so that it may add names to it.
      facts: [...file.facts, ...history.value],
    },
    elections,
  });
}

function lawAt(path: string): Result<Law | null, readonly Problem[]> {
  const loaded = loadLaw(path);
  return loaded.ok ? succeed(loaded.value.law) : loaded;
}

function institutionsAt(path: string): Result<InstitutionLaw | null, readonly Problem[]> {
  const loaded = loadInstitutions(path);
  return loaded.ok ? succeed(loaded.value.law) : loaded;
}

/** What the history of a country says, once it is replayed by the law of its days. */
function factsAt(path: string): Result<readonly ClaimFact[], readonly Problem[]> {
  const loaded = loadHistory(path);
  if (!loaded.ok) return loaded;
  const { laws, history } = loaded.value;
  const replayed = replayEvents(laws, history.events, ALL);
  return replayed.ok ? succeed(historyFacts(laws, replayed.value)) : fail([replayed.problem]);
}

interface Gathered {
  readonly count: CountEvidence;
  readonly about: GatheredElection;
}

/** Everything that a folder knows of the first contest of an election. */
function countIn(
  { folder }: OpenedFolder,
  indexed: IndexedElection,
  bulletins: readonly Bulletin[],
  file: ClaimsFile,
): Result<Gathered> {
  const definition = definitionIn(folder, indexed);
  if (!definition.ok) return definition;
  const election = definition.value;
  const [contest] = election.contests;
  if (contest === undefined) return fail({ code: "claim.noElection", context: { election: indexed.id } });
  const editions = [];
  let areas: readonly AreaResult[] = [];
  let areasFrom: CountEvidence["areasFrom"] = null;
  for (const edition of editionsInOrder(indexed.editions)) {
    const open = openEdition(folder, indexed, edition);
    if (!open.ok) return open;
    areas = resultsByArea(open.value, contest);
    areasFrom = { at: edition.asOf, source: { kind: "edition", id: edition.id } };
    const [whole] = areas;
    if (whole !== undefined) editions.push({ edition, result: whole });
  }
  const points = countPoints(election, contest, editions, mergeBulletins(bulletins), file.facts);
  return succeed({
    count: { election, options: contest.options, points, areas, areasFrom },
    about: aboutOf(election, indexed, points.length),
  });
}

function aboutOf(election: Election, indexed: IndexedElection, moments: number): GatheredElection {
  const { id, provenance, timeZone } = election;
  return { id, provenance, timeZone, editions: editionsInOrder(indexed.editions).map((each) => each.id), moments };
}

/** Results of all areas of the first tree under what the authority counts; the root is the first of them. */
function resultsByArea({ election, roll, tables }: OpenEdition, contest: Contest): readonly AreaResult[] {
  const [policy] = PRESET_POLICIES;
  const [tree] = roll.trees;
  const table = tables.get(contest.id);
  if (policy === undefined || tree === undefined || table === undefined) return [];
  const tally = tallyTree(election, roll, table, policy, 0);
  const levels = election.trees[0]?.levels ?? [];
  return tree.areas.map(({ code, name, level }, at) =>
    resultOf(contest, tally, at, {
      code,
      name,
      level: level === 0 ? (election.trees[0]?.root.level ?? "") : (levels[level - 1]?.id ?? ""),
      wholeContest: at === 0,
    }),
  );
}
