import { canonicalJson } from "acta/basics";
import type { Instant, Json } from "acta/basics";
import type { Act, ActMoment, CaseEntry, HearingEntry, PetitionEntry } from "acta/record";
import type { DocketRow } from "./docket-row.js";

/** Entries that a docket adds to the record, by kind; each `replaces` what it corrects. */
export interface DocketActs {
  readonly petitions: readonly PetitionEntry[];
  readonly cases: readonly CaseEntry[];
  readonly hearings: readonly HearingEntry[];
  /** Petitions that the record has already, just so. */
  readonly unchanged: number;
  /** Petitions that correct one in the record. */
  readonly corrected: number;
}

interface Recorded<E> {
  readonly index: number;
  readonly entry: E;
}

/** What the record holds of a docket by its numbers. */
interface RecordedDocket {
  readonly petitions: ReadonlyMap<string, Recorded<PetitionEntry>>;
  readonly cases: ReadonlyMap<string, Recorded<CaseEntry>>;
  readonly hearings: ReadonlySet<string>;
}

/**
 * What has to be entered so that the record says what the rows say. A docket may be read again: what is there is not entered twice,
 * and what differs corrects it.
 * @param acts the acts of the election that stand.
 */
export function docketActs(rows: readonly DocketRow[], acts: readonly Act[]): DocketActs {
  const recorded = recordedIn(acts);
  const petitions: PetitionEntry[] = [];
  let unchanged = 0;
  for (const { petition } of rows) {
    const known = recorded.petitions.get(keyOf(petition));
    const entry = { ...petition, replaces: known?.index ?? null };
    if (known !== undefined && isSame(known.entry, entry)) unchanged++;
    else petitions.push(entry);
  }
  return {
    petitions,
    cases: casesFor(rows, recorded),
    hearings: hearingsFor(rows, recorded),
    unchanged,
    corrected: petitions.filter(({ replaces }) => replaces !== null).length,
  };
}

/** One petition number of one body: bodies number on their own. */
export function keyOf({ petition, body }: Pick<PetitionEntry, "petition" | "body">): string {
  return JSON.stringify([body, petition]);
}

function recordedIn(acts: readonly Act[]): RecordedDocket {
  const petitions = new Map<string, Recorded<PetitionEntry>>();
  const cases = new Map<string, Recorded<CaseEntry>>();
  const hearings = new Set<string>();
  for (const act of acts) {
    if (act.kind === "petition") petitions.set(keyOf(act.entry), act);
    else if (act.kind === "case") cases.set(act.entry.case, act);
    else if (act.kind === "hearing") hearings.add(hearingKey(act.entry.case, act.entry.at));
  }
  return { petitions, cases, hearings };
}

/** A case opens with its first petition; stations that later ones add correct it. */
function casesFor(rows: readonly DocketRow[], recorded: RecordedDocket): readonly CaseEntry[] {
  const numbers = new Set(rows.map(({ petition }) => petition.case).filter((number) => number !== ""));
  const entries: CaseEntry[] = [];
  for (const number of numbers) {
    const of = rows.filter(({ petition }) => petition.case === number).map(({ petition }) => petition);
    const known = recorded.cases.get(number);
    const stations = [
      ...new Set([...stationsLeft(known, of, recorded), ...of.flatMap((each) => each.stations)]),
    ].toSorted();
    const entry: CaseEntry = {
      at: known?.entry.at ?? earliest(of.map(({ at }) => at)),
      replaces: known?.index ?? null,
      case: number,
      body: known?.entry.body ?? of[0]?.body ?? "",
      matter: known?.entry.matter ?? "petition",
      stations,
      joins: known?.entry.joins ?? [],
    };
    if (known === undefined || !isSame(known.entry, entry)) entries.push(entry);
  }
  return entries;
}

/** Stations of a recorded case that no corrected petition takes back. */
function stationsLeft(
  known: Recorded<CaseEntry> | undefined,
  corrections: readonly DocketRow["petition"][],
  { petitions }: RecordedDocket,
): readonly string[] {
  const corrected = new Set(corrections.map(keyOf));
  const of = [...petitions].filter(([, { entry }]) => entry.case === known?.entry.case);
  const namedBy = (isCorrected: boolean): Set<string> =>
    new Set(of.flatMap(([key, { entry }]) => (corrected.has(key) === isCorrected ? entry.stations : [])));
  const [taken, kept] = [namedBy(true), namedBy(false)];
  return (known?.entry.stations ?? []).filter((station) => !taken.has(station) || kept.has(station));
}

/** The text order of days and moments is their order, but for the hours of one day. */
function earliest(times: readonly (ActMoment | null)[]): ActMoment | null {
  return times.flatMap((time) => time ?? []).toSorted()[0] ?? null;
}

function hearingsFor(rows: readonly DocketRow[], { hearings }: RecordedDocket): readonly HearingEntry[] {
  const entries = new Map<string, HearingEntry>();
  for (const { petition, hearing } of rows) {
    const key = hearingKey(petition.case, hearing);
    if (hearing === null || petition.case === "" || hearings.has(key)) continue;
    const { body, case: number } = petition;
    entries.set(key, { at: hearing, replaces: null, case: number, body, state: "called", place: "" });
  }
  return [...entries.values()];
}

function hearingKey(number: string, at: ActMoment | null): string {
  return JSON.stringify([number, at]);
}

function isSame(one: PetitionEntry | CaseEntry, other: PetitionEntry | CaseEntry): boolean {
  return canonicalJson(plainOf(one)) === canonicalJson(plainOf(other));
}

function plainOf(entry: object): Json {
  const json: Json = JSON.parse(JSON.stringify({ ...entry, replaces: null }));
  return json;
}

/** Says that there are no petitions, as of a moment: a docket that was looked at and is empty. */
export function noPetitions(asOf: Instant | null): PetitionEntry {
  return {
    at: asOf,
    replaces: null,
    petition: "none",
    case: "",
    body: "",
    filer: { role: "unknown", party: "" },
    asks: "stationAnnulment",
    ground: "",
    stations: [],
    unlocated: 0,
    area: null,
    noted: "unknown",
    fee: "unknown",
    documents: [],
  };
}
