import type { AreaName, PetitionEntry } from "../record/index.js";
import type { CaseBook, CaseRecord } from "./case-record.js";
import type { FilingTime } from "./filing-time.js";

/** Whether a case was filed in time: as its petitions were, `unknown` where they differ or nobody can say. */
export type CaseTime = FilingTime["kind"];

/** An open petition or appeal against a station that is known. */
export interface OpenLocated {
  readonly station: string;
  /** The list that filed; "" when nobody said. */
  readonly filer: string;
  readonly ground: string;
  readonly time: CaseTime;
  readonly case: string;
}

/** Open petitions of which only the number is known, one station each. */
export interface OpenUnlocated {
  readonly filer: string;
  readonly stations: number;
  readonly area: AreaName | null;
  readonly time: CaseTime;
}

/** What is open among petitions and appeals. Not to have them loaded is a state of its own (RECORD.md 8). */
export type OpenPetitions =
  | { readonly kind: "notLoaded" }
  | {
      readonly kind: "loaded";
      readonly located: readonly OpenLocated[];
      readonly unlocated: readonly OpenUnlocated[];
      /** Open petitions for something else than the annulment of stations, or of an unknown number: no count of stations bounds them. */
      readonly wider: readonly { readonly filer: string }[];
    };

/**
 * The petitions and appeals of a book that no final decision has closed: what materiality has to bound. A late petition is open until
 * a body has said so and nobody can appeal; `time` tells it apart. A joined case is open as long as the one that it went into.
 */
export function openPetitions(book: CaseBook): OpenPetitions {
  if (book.petitions === "notLoaded") return { kind: "notLoaded" };
  const located: OpenLocated[] = [];
  const unlocated: OpenUnlocated[] = [];
  const wider: { readonly filer: string }[] = [];
  for (const each of book.cases) {
    if (!isAboutPetitions(each) || !isOpen(book, each)) continue;
    for (const { entry } of each.petitions) if (!isBounded(entry)) wider.push({ filer: entry.filer.party });
    // A case about petitions of which nobody says anything could ask for anything.
    if (each.petitions.length === 0 && each.stations.length === 0) wider.push({ filer: "" });
    const covered = new Set<string>();
    for (const { entry, review } of each.petitions) {
      if (entry.asks !== "stationAnnulment") continue;
      const facts = { filer: entry.filer.party, time: review?.time.kind ?? "unknown" } as const;
      for (const station of entry.stations) {
        covered.add(station);
        located.push({ station, ground: entry.ground, case: each.case, ...facts });
      }
      if (entry.unlocated > 0) unlocated.push({ stations: entry.unlocated, area: entry.area, ...facts });
    }
    // Stations that only the case names: whose petition it is, nobody said.
    for (const station of each.stations)
      if (!covered.has(station)) located.push({ station, filer: "", ground: "", time: "unknown", case: each.case });
  }
  return { kind: "loaded", located, unlocated, wider };
}

function isBounded({ asks, stations, unlocated }: PetitionEntry): boolean {
  return asks === "stationAnnulment" && stations.length + unlocated > 0;
}

/** True for a case about petitions or appeals against them; flagged sheets are open by their status, not here. */
export function isAboutPetitions({ matter, petitions }: CaseRecord): boolean {
  return petitions.length > 0 || matter === "petition" || matter === "appeal";
}

/** True until a case has its final decision, or the one that it was joined to has. */
export function isOpen(book: CaseBook, record: CaseRecord): boolean {
  let at = record;
  while (at.state.kind === "joined") {
    const { into } = at.state;
    const next = book.cases.find((each) => each.case === into);
    if (next === undefined) return true;
    at = next;
  }
  return at.state.kind !== "final";
}
