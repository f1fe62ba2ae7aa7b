import { fail, succeed } from "acta/basics";
import type { Json, Result } from "acta/basics";
import { actsOfStations, checkRuling, legalFrame, legalPosition } from "acta/dispute";
import type { LegalFrame, LegalRecord } from "acta/dispute";
import { readAct } from "acta/record";
import type { Act, BatchHeader, ElectionState, LedgerState } from "acta/record";
import type { DataFolder } from "../store/index.js";
import { legalRecordOf } from "./legal-record.js";
import { heldLaws, recordedLaws } from "./recorded-law.js";

/** The law of one contest, and what the ledger held about its sheets when the door was opened. */
interface LegalFile {
  readonly frame: LegalFrame;
  readonly record: LegalRecord;
}

/**
 * Holds rulings against the law set of the record before they are entered: quorum, competence, order, and that none is entered twice.
 * A record without a law set only writes down. What is in the record already is never judged again.
 */
export class RulingDoor {
  readonly #folder: DataFolder;
  readonly #files = new Map<string, LegalFile | null>();

  constructor(folder: DataFolder) {
    this.#folder = folder;
  }

  /**
   * Checks the rulings of a batch one after the other.
   * @param state the ledger's state before the batch.
   */
  check(
    header: BatchHeader,
    entries: readonly Json[],
    election: ElectionState | null,
    state: LedgerState,
  ): Result<null> {
    if (header.kind !== "ruling" || election === null) return succeed(null);
    const file = this.#fileOf(header, election, state);
    if (!file.ok || file.value === null) return file.ok ? succeed(null) : file;
    const acts: Act[] = [...state.acts];
    for (const [at, json] of entries.entries()) {
      const index = state.size + 1 + at;
      const entry = readAct("ruling", json, index);
      if (!entry.ok) return entry;
      const act: Act = { kind: "ruling", entry: entry.value, index, header };
      const lawful = checkOne(act, acts, header, file.value);
      if (!lawful.ok) return lawful;
      acts.push(act);
    }
    return succeed(null);
  }

  #fileOf(header: BatchHeader, { election }: ElectionState, state: LedgerState): Result<LegalFile | null> {
    const key = `${header.election} ${header.scope}`;
    const known = this.#files.get(key);
    if (known !== undefined) return succeed(known);
    const laws = recordedLaws(this.#folder, state.acts, header.election);
    if (!laws.ok) return laws;
    if (laws.value.length === 0) {
      this.#files.set(key, null);
      return succeed(null);
    }
    const frame = legalFrame(heldLaws(laws.value), election);
    if (!frame.ok) return frame;
    const record = legalRecordOf(this.#folder, {
      election: header.election,
      contest: header.scope,
      stations: null,
    });
    if (!record.ok) return record;
    const file = { frame: frame.value, record: record.value };
    this.#files.set(key, file);
    return succeed(file);
  }
}

function checkOne(
  act: Extract<Act, { kind: "ruling" }>,
  acts: readonly Act[],
  header: BatchHeader,
  { frame, record }: LegalFile,
): Result<null> {
  const scope = { election: header.election, contest: header.scope };
  // An act that it corrects is left out of what is known by then.
  const concerned = actsOfStations([...acts, act], scope);
  const stations = [...concerned].filter(([, its]) => its.includes(act)).map(([station]) => station);
  const at = act.entry.at ?? header.asOf ?? header.recordedAt;
  const done = checkRuling(
    {
      entry: act.entry,
      at,
      stations,
      acts,
      positionOf: (station) => {
        const before = (concerned.get(station) ?? []).filter((each) => each !== act);
        return legalPosition(station, record.sheets.get(station) ?? [], before, frame);
      },
    },
    frame,
  );
  return done.ok ? done : fail({ ...done.problem, where: done.problem.where ?? act.entry.ruling });
}
