import type { Json } from "../basics/index.js";
import type { Contest, Election } from "../election/index.js";
import type { Edition } from "../record/index.js";
import type { SheetTable } from "../sheet/index.js";
import { marginPath, resultOf, tallyBy } from "../tabulation/index.js";
import type { AreaResult, Counted } from "../tabulation/index.js";
import { headlinePolicy } from "./contest-draft.js";
import type { EditionState } from "./edition-state.js";

/** Rows of the lists of a course file that follow from the editions of one contest. */
interface ContestCourse {
  readonly editions: readonly Json[];
  readonly steps: readonly Json[];
}

interface ContestNotes {
  readonly editions: { readonly edition: Edition; readonly result: AreaResult }[];
  readonly steps: Json[];
  before: { readonly counted: Counted; readonly number: number } | null;
}

/**
 * Notes each edition while the ledger is replayed. Tables belong to the fold, so that of the edition before is kept as a copy: one for each
 * contest, whatever the number of editions. What moved a lead is therefore said between neighbours in the order of sealing.
 */
export class CourseLog {
  readonly #notes = new Map<string, ContestNotes>();

  /** An edition was reached. */
  add(state: EditionState): void {
    for (const contest of state.election.contests) {
      const table = state.tables.get(contest.id);
      if (table !== undefined) this.#addContest(state, contest, table);
    }
  }

  /** The rows of a contest as it is defined at the end. */
  of(election: string, contest: Contest): ContestCourse {
    const notes = this.#notes.get(keyOf(election, contest.id));
    const rows = notes?.editions.map(({ edition, result }) => editionRow(edition, result, contest)) ?? [];
    return { editions: rows, steps: notes?.steps ?? [] };
  }

  #addContest(state: EditionState, contest: Contest, table: SheetTable): void {
    const { election, roll, edition } = state;
    const key = keyOf(election.id, contest.id);
    const notes: ContestNotes = this.#notes.get(key) ?? { editions: [], steps: [], before: null };
    this.#notes.set(key, notes);
    notes.editions.push({ edition, result: wholeResult(election, contest, { roll, table }) });
    const { before } = notes;
    const path =
      before === null ? null : marginPath(election, contest, headlinePolicy(election), before.counted, { roll, table });
    for (const { from: was, to: now, sheets, change } of path?.since?.steps ?? [])
      notes.steps.push([
        before?.number ?? 0,
        edition.number,
        path?.option ?? "",
        path?.rival ?? "",
        was,
        now,
        sheets,
        change,
      ]);
    notes.before = { counted: { roll, table: copyOf(table) }, number: edition.number };
  }
}

function keyOf(election: string, contest: string): string {
  return `${election}\u0000${contest}`;
}

function wholeResult(election: Election, contest: Contest, { roll, table }: Counted): AreaResult {
  const tally = tallyBy(election, roll, table, headlinePolicy(election), new Uint32Array(table.size), 1);
  return resultOf(contest, tally, 0, { code: "", name: "", level: "", wholeContest: true });
}

function editionRow(edition: Edition, result: AreaResult, contest: Contest): Json {
  const { stations, registeredVoters, ballotsCast, validVotes, options } = result;
  return [
    edition.number,
    edition.id,
    edition.asOf,
    stations.total,
    stations.processed,
    stations.counted,
    stations.annulled,
    stations.referred,
    stations.pending,
    registeredVoters,
    ballotsCast,
    validVotes,
    ...contest.options.map((id) => options.find((option) => option.id === id)?.votes ?? 0),
  ];
}

/** What `marginPath` reads of a table, kept as it is now. */
function copyOf(table: SheetTable): SheetTable {
  return {
    ...table,
    status: table.status.slice(),
    cells: table.cells.map((column) => column.slice()),
    raw: new Map(),
    first: new Map(),
  };
}
