import type { Problem } from "../basics/index.js";
import type { Status } from "../election/index.js";
import type { Act, ActMoment } from "../record/index.js";
import { caseOf } from "./acts-of-stations.js";
import type { LawInForce } from "./law-in-force.js";
import { legalActOf } from "./legal-acts.js";
import type { ActSurroundings } from "./legal-acts.js";
import type { LegalFrame } from "./legal-frame.js";
import type { SheetMention } from "./legal-record.js";
import { advance, stateAfter } from "./legal-state.js";
import type { LegalAct, LegalState, RulingEffect } from "./legal-state.js";

/** One entry in the legal life of a sheet. */
export interface LegalEvent {
  /** Ledger position. */
  readonly entry: number;
  readonly at: ActMoment | null;
  /** `reported`: a source says the state; `taken`: an act moved it; `refused`: the law does not allow the act; `noted`: it moves nothing. */
  readonly kind: "reported" | "taken" | "refused" | "noted";
  /** Kind of the entry that it is: `sheet`, `flag`, `ruling`, ... */
  readonly by: Act["kind"] | "sheet";
  /** The body or person that acted. */
  readonly body: string;
  /** State after it; null while no sheet was processed. */
  readonly state: LegalState | null;
  /** The rule of the transition and its article; empty without a law set, and for what a source reports. */
  readonly rule: string;
  readonly article: string;
  /** Why the law does not allow it: its figures stand as written all the same (RECORD.md 6). */
  readonly problem: Problem | null;
  /** Number of the decision, petition, appeal or case; "" for none. */
  readonly number: string;
}

/** The last ruling on a sheet, and when it was made known: terms run from there. */
export interface StandingRuling {
  readonly entry: number;
  readonly ruling: string;
  readonly onPetition: boolean;
  readonly known: readonly { readonly form: "notification" | "publication"; readonly at: ActMoment }[];
}

/** The legal state of a sheet, apart from what is written on it. */
export interface LegalPosition {
  /** `reported`: the state follows from the statuses of a source alone; `recorded`: from acts. */
  readonly basis: "reported" | "recorded";
  readonly state: LegalState | null;
  /** Body before which its case is; "" while no entry says. */
  readonly before: string;
  readonly case: string;
  readonly ruling: StandingRuling | null;
  /** A petition to annul the station is in the record. */
  readonly petitioned: boolean;
  /** The ballots were ordered to be counted again. */
  readonly recounted: boolean;
  /** The source's last word. */
  readonly reported: SheetMention | null;
  readonly events: readonly LegalEvent[];
}

interface Life {
  state: LegalState | null;
  basis: LegalPosition["basis"];
  before: string;
  case: string;
  ruling: StandingRuling | null;
  reported: SheetMention | null;
  petitioned: boolean;
  recounted: boolean;
  /** Figures as they were when the sheet was referred; null when it never was. */
  referred: string | null;
  readonly events: LegalEvent[];
}

/** Nothing known of a sheet yet. */
export const NO_POSITION: LegalPosition = {
  basis: "reported",
  state: null,
  before: "",
  case: "",
  ruling: null,
  petitioned: false,
  recounted: false,
  reported: null,
  events: [],
};

/**
 * The legal state of a station's sheet: a pure fold of what the source says and of the acts that concern it, in the order of the ledger.
 * Once an act has moved it, a source's status is noted and moves it no more. An act that the law does not allow is told with its reason
 * and moves nothing.
 */
export function legalPosition(
  station: string,
  sheets: readonly SheetMention[],
  acts: readonly Act[],
  frame: LegalFrame,
): LegalPosition {
  const life: Life = { ...NO_POSITION, events: [], referred: null };
  let next = 0;
  for (const act of acts) {
    for (let sheet = sheets[next]; sheet !== undefined && sheet.entry < act.index; sheet = sheets[++next])
      mention(life, sheet);
    take(life, act, station, frame);
  }
  for (const sheet of sheets.slice(next)) mention(life, sheet);
  const { referred: _, ...position } = life;
  return position;
}

function mention(life: Life, sheet: SheetMention): void {
  const { status, figures, entry } = sheet;
  life.reported = sheet;
  const isFree = life.basis === "reported";
  if (isFree) life.state = reportedState(status, life.referred, figures);
  if (status.state === "referred") life.referred = figures;
  life.events.push({
    entry,
    at: sheet.asOf,
    kind: isFree ? "reported" : "noted",
    by: "sheet",
    body: sheet.actor,
    state: life.state,
    rule: "",
    article: "",
    problem: null,
    number: "",
  });
}

/** What the definition's status says of the legal state; null before the sheet is processed. */
function reportedState(status: Status, referred: string | null, figures: string): LegalState | null {
  switch (status.state) {
    case "counted": {
      if (!status.resolved) return { kind: "counted" };
      const effect: RulingEffect = referred === null ? "unknown" : referred === figures ? "kept" : "corrected";
      return { kind: "ruled", effect };
    }
    case "annulled":
      return { kind: "ruled", effect: "annulled" };
    case "referred":
      return { kind: "referred", reasons: status.flags };
    default:
      return null;
  }
}

function take(life: Life, act: Act, station: string, frame: LegalFrame): void {
  const { kind, entry, index, header } = act;
  const at = "at" in entry ? entry.at : null;
  const law = frame.lawOn(at ?? header.asOf ?? header.recordedAt, index);
  const state = life.state ?? { kind: "processed" };
  const now: ActSurroundings = { ...life, state, law, isAnnulled: frame.isAnnulled };
  const legal = legalActOf(act, station, now);
  const moved = legal === null ? null : step(state, legal, law);
  if (moved?.state !== undefined) {
    life.state = moved.state;
    life.basis = "recorded";
  }
  const onPetition = legal?.kind === "upholdPetition" || (life.ruling?.onPetition ?? false);
  if (kind === "ruling" && moved?.state !== undefined)
    life.ruling = { entry: index, ruling: entry.ruling, onPetition, known: [] };
  remember(life, act);
  life.events.push({
    entry: index,
    at,
    kind: moved === null ? "noted" : moved.state === undefined ? "refused" : "taken",
    by: kind,
    body: bodyOf(act),
    state: life.state,
    rule: moved?.rule ?? "",
    article: moved?.article ?? "",
    problem: moved?.problem ?? null,
    number: numberOf(act),
  });
}

interface Moved {
  readonly state?: LegalState;
  readonly rule: string;
  readonly article: string;
  readonly problem: Problem | null;
}

function step(state: LegalState, act: LegalAct, law: LawInForce | null): Moved {
  if (law === null) return { state: stateAfter(state, act), rule: "", article: "", problem: null };
  const done = advance(state, act, law);
  if (!done.ok) return { rule: "", article: "", problem: done.problem };
  return { state: done.value.state, rule: done.value.rule, article: done.value.article, problem: null };
}

/** What an act says beside moving the state. */
function remember(life: Life, act: Act): void {
  const number = caseOf(act);
  if (number !== "") life.case = number;
  if (act.kind === "case") {
    life.before = act.entry.body;
    if (act.entry.matter === "petition") life.petitioned = true;
  }
  if (act.kind === "petition") life.petitioned = true;
  if (act.kind === "ruling" && act.entry.outcome === "recount") life.recounted = true;
  if (act.kind !== "notification" || act.entry.at === null || life.ruling === null) return;
  if (act.entry.of !== null && act.entry.of !== life.ruling.entry) return;
  const known = [...life.ruling.known, { form: act.entry.form, at: act.entry.at }];
  life.ruling = { ...life.ruling, known };
}

/** Who acted: the body that decides or hears; those who petition and appeal, not the body before which they do. */
function bodyOf({ kind, entry, header }: Act): string {
  const isFiled = kind === "petition" || kind === "appeal";
  const body = "body" in entry && !isFiled ? entry.body : "";
  return body === "" ? header.actor.name : body;
}

function numberOf(act: Act): string {
  switch (act.kind) {
    case "ruling":
      return act.entry.ruling;
    case "petition":
      return act.entry.petition;
    case "appeal":
      return act.entry.appeal;
    default:
      return caseOf(act);
  }
}
