import type { Instant } from "../basics/index.js";
import type { PetitionEntry } from "../record/index.js";
import { dayOfAct } from "./case-law.js";
import type { CaseLaw } from "./case-law.js";
import { feeFor } from "./fee.js";
import type { Fee } from "./fee.js";
import { electionStart, filingTime } from "./filing-time.js";
import type { FilingTime, SetDeadline } from "./filing-time.js";
import { rulesOf } from "./law-in-force.js";
import { REQUISITES } from "./law.js";
import type { DefectEffect, GroundRule, Requisite } from "./law.js";

/** Whether a petition has something that it needs, and what the lack leads to. */
export interface RequisiteCheck {
  readonly requisite: Requisite;
  readonly state: "met" | "lacking" | "unknown" | "notNeeded";
  /** What the law makes of its lack; null when it is not lacking. */
  readonly effect: DefectEffect | null;
}

/** What the law sees in a petition before anybody looks at its merits. It foretells no decision: bodies decide. */
export interface PetitionReview {
  /** The ground; null when the petition names none that the law knows. */
  readonly ground: GroundRule | null;
  readonly time: FilingTime;
  readonly requisites: readonly RequisiteCheck[];
  /** The fee for one station or filing and the sum for the petition, in hundredths; null when the law gives none. */
  readonly fee: (Fee & { readonly sum: number }) | null;
  /** `examinable` when nothing is lacking; otherwise the gravest effect of what is, or `unknown`. */
  readonly outlook: "examinable" | DefectEffect | "unknown";
}

/**
 * Reviews a petition against a station. Where it names no ground, all grounds are looked at, and what they do not agree on is unknown.
 */
export function reviewPetition(law: CaseLaw, entry: PetitionEntry, deadlines: readonly SetDeadline[]): PetitionReview {
  const rules = rulesOf(law.on(dayOfAct(law, entry.at)), "ground");
  const isStation = entry.asks === "stationAnnulment";
  const candidates = rules.filter(({ ground }) => isStation && (entry.ground === "" || ground === entry.ground));
  const times = candidates.map((rule) => timeOf(law, entry, rule, deadlines));
  const requisites = isStation ? REQUISITES.map((each) => checkOf(each, entry, candidates, times)) : [];
  return {
    ground: entry.ground === "" ? null : (candidates[0] ?? null),
    time: times[0] !== undefined && areAlike(times) ? times[0] : NO_TIME,
    requisites,
    fee: feeOf(law, entry, candidates),
    outlook: outlookOf(requisites),
  };
}

const NO_TIME: FilingTime = {
  kind: "unknown",
  why: "noTerm",
  deadline: null,
  rule: "",
  article: "",
  movedBy: "",
};

function areAlike(times: readonly FilingTime[]): boolean {
  return times.every(({ deadline, kind }) => deadline === times[0]?.deadline && kind === times[0]?.kind);
}

function timeOf(law: CaseLaw, entry: PetitionEntry, rule: GroundRule, deadlines: readonly SetDeadline[]): FilingTime {
  const start: Instant = electionStart(law);
  return filingTime(law, rule.term, { start, at: entry.at, case: entry.case }, deadlines);
}

type CheckState = RequisiteCheck["state"];

function checkOf(
  requisite: Requisite,
  entry: PetitionEntry,
  candidates: readonly GroundRule[],
  times: readonly FilingTime[],
): RequisiteCheck {
  const states = candidates.map((rule, at) => stateOf(requisite, entry, rule, times[at]));
  const [first = "unknown"] = states;
  const state = states.every((each) => each === first) ? first : "unknown";
  if (state !== "lacking") return { requisite, state, effect: null };
  const effects = candidates.map(({ defects }) => defects.find(({ lacks }) => lacks === requisite)?.effect);
  const effect = effects.every((each) => each === effects[0]) ? effects[0] : undefined;
  return { requisite, state, effect: effect ?? "unsettled" };
}

function stateOf(
  requisite: Requisite,
  { filer, noted, fee }: PetitionEntry,
  rule: GroundRule,
  time: FilingTime | undefined,
): CheckState {
  switch (requisite) {
    case "standing":
      return filer.role === "unknown" ? "unknown" : rule.filers.includes(filer.role) ? "met" : "lacking";
    case "time":
      return time?.kind === "inTime" ? "met" : time?.kind === "late" ? "lacking" : "unknown";
    case "noted":
      return rule.noted ? BY_NOTED[noted] : "notNeeded";
    case "fee":
      return BY_FEE[fee];
  }
}

const BY_NOTED: Readonly<Record<PetitionEntry["noted"], CheckState>> = {
  yes: "met",
  no: "lacking",
  unknown: "unknown",
};

const BY_FEE: Readonly<Record<PetitionEntry["fee"], CheckState>> = {
  paid: "met",
  short: "lacking",
  missing: "lacking",
  notDue: "notNeeded",
  unknown: "unknown",
};

function feeOf(law: CaseLaw, entry: PetitionEntry, candidates: readonly GroundRule[]): PetitionReview["fee"] {
  const matters = new Set(candidates.map(({ fee }) => fee));
  const [matter] = matters;
  if (matter === undefined || matters.size > 1) return null;
  const day = dayOfAct(law, entry.at) ?? law.election.date;
  const fee = feeFor(law.on(day), matter, day);
  if (!fee.ok) return null;
  const stations = entry.stations.length + entry.unlocated;
  return { ...fee.value, sum: fee.value.per === "station" ? fee.value.cents * stations : fee.value.cents };
}

function outlookOf(requisites: readonly RequisiteCheck[]): PetitionReview["outlook"] {
  const effects = requisites.flatMap(({ effect }) => effect ?? []);
  for (const gravest of ["notExamined", "unsettled", "curable"] as const) if (effects.includes(gravest)) return gravest;
  return requisites.length === 0 || requisites.some(({ state }) => state === "unknown") ? "unknown" : "examinable";
}
