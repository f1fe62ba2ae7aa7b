import { FLAGS } from "../election/index.js";
import type { Flag } from "../election/index.js";
import type { Act, RulingEntry } from "../record/index.js";
import { rulesOf } from "./law-in-force.js";
import type { LawInForce } from "./law-in-force.js";
import type { LegalActKind } from "./law.js";
import type { LegalAct, LegalState, RulingEffect } from "./legal-state.js";

/** What is known of a sheet when an act on it comes. */
export interface ActSurroundings {
  readonly state: LegalState;
  /** The law in force on the day of the act; null where the record holds none. */
  readonly law: LawInForce | null;
  /** A petition to annul the station is in the record. */
  readonly petitioned: boolean;
  /** The ballots of the sheet were ordered to be counted again. */
  readonly recounted: boolean;
  /** True for a status whose sheets are annulled. */
  readonly isAnnulled: (status: string) => boolean;
}

/**
 * What an entry does to the legal state of a station's sheet; null when it moves nothing: a case that only takes a referred sheet in, a
 * hearing, a petition that was rejected.
 */
export function legalActOf(act: Act, station: string, now: ActSurroundings): LegalAct | null {
  switch (act.kind) {
    case "flag": {
      const isFlagged = now.state.kind === "flagged" || now.state.kind === "referred";
      const by = roleOf(act.header.actor.role, now.law) ?? competent("flag", now);
      return isFlagged ? null : { kind: "flag", by, reasons: flagsNamed(act.entry.reasons) };
    }
    case "case": {
      const refers = act.entry.matter === "flaggedSheet" || act.entry.matter === "challengedVotes";
      return refers && now.state.kind !== "referred" ? { kind: "refer", by: competent("refer", now) } : null;
    }
    case "ruling":
      return rulingActOf(act.entry, station, now);
    case "appeal": {
      // An appeal against the rejection of a petition: the sheet was counted and stays so.
      if (now.state.kind === "counted") return null;
      const { role } = act.entry.filer;
      return { kind: "appeal", by: role === "unknown" ? competent("appeal", now) : role };
    }
    case "final":
      if (act.entry.how === "decided" || now.state.kind === "final") return null;
      return {
        kind: "closeUnappealed",
        by: roleOf(act.header.actor.role, now.law) ?? competent("closeUnappealed", now),
      };
    default:
      return null;
  }
}

/** What a ruling does to the legal state of one of its sheets; null when it leaves it: a recount, a term to cure, a petition rejected. */
export function rulingActOf(entry: RulingEntry, station: string, now: ActSurroundings): LegalAct | null {
  const { outcome, instance } = entry;
  if (outcome === "recount" || outcome === "curable") return null;
  if (instance > 1) {
    const isRejected = outcome === "rejectedOnMerits" || outcome === "notExamined";
    if (now.state.kind === "counted" && isRejected) return null;
    const effect = effectOf(entry, station, now) ?? ("effect" in now.state ? now.state.effect : "kept");
    // Only a petition brings a counted sheet before the last body; without one the law refuses it as not before it.
    if (now.state.kind === "counted" && !now.petitioned)
      return { kind: "rule", by: roleOf(entry.body, now.law) ?? competent("ruleOnAppeal", now), effect };
    return { kind: "ruleOnAppeal", by: roleOf(entry.body, now.law) ?? competent("ruleOnAppeal", now), effect };
  }
  const kind = kindOfRuling(entry, now);
  const effect = effectOf(entry, station, now) ?? "kept";
  return kind === null ? null : { kind, by: roleOf(entry.body, now.law) ?? competent(kind, now), effect };
}

/** A petition is ruled on a counted sheet; a ruling that rejects it leaves the sheet as it is. */
function kindOfRuling(
  { outcome }: RulingEntry,
  now: ActSurroundings,
): "rule" | "ruleFinally" | "upholdPetition" | null {
  const { state, law } = now;
  const isRejected = outcome === "rejectedOnMerits" || outcome === "notExamined";
  if (state.kind === "counted" && (now.petitioned || outcome === "upheld")) return isRejected ? null : "upholdPetition";
  const onlyChallenged =
    state.kind === "referred" && state.reasons.length > 0 && state.reasons.every((flag) => flag === "challengedVotes");
  const endsThere =
    law !== null &&
    rulesOf(law, "transition").some((rule) => rule.act === "ruleFinally" && rule.from.includes(state.kind));
  return endsThere && (onlyChallenged || now.recounted) ? "ruleFinally" : "rule";
}

/** What a ruling makes of a sheet; undefined when it confirms what was decided before. */
function effectOf({ outcome, effects }: RulingEntry, station: string, now: ActSurroundings): RulingEffect | undefined {
  if (outcome === "keptAsFiled") return "kept";
  if (outcome === "corrected" || outcome === "annulled") return outcome;
  const effect = effects.find(([code]) => code === station);
  if (effect !== undefined) return now.isAnnulled(String(effect[1])) ? "annulled" : "corrected";
  return outcome === "upheld" && now.state.kind === "counted" ? "annulled" : undefined;
}

/**
 * The role that a body has: its id is a role of the law, or begins with one (`firstTribunal:lima-centro-1`). Undefined for a body that
 * the law does not name: then the role is the one whose the act is.
 */
export function roleOf(body: string, law: LawInForce | null): string | undefined {
  const [begin = ""] = body.split(":");
  return law?.law.roles.some(({ id }) => id === begin) === true ? begin : undefined;
}

function competent(kind: LegalActKind, { state, law }: ActSurroundings): string {
  if (law === null) return "";
  const steps = rulesOf(law, "transition").filter(({ act }) => act === kind);
  return (steps.find(({ from }) => from.includes(state.kind)) ?? steps[0])?.by ?? "";
}

/** Reasons by the words of the law set, `materialError:D`; a word that is no flag is another cause. */
function flagsNamed(reasons: readonly string[]): readonly Flag[] {
  return [...new Set(reasons.map((reason): Flag => FLAGS.find((flag) => flag === reason.split(":")[0]) ?? "other"))];
}
