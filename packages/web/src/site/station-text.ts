import { areaName } from "./area-name.js";
import type { PageContext } from "./page-kind.js";
import type { Wording } from "./wording.js";

/** A legal state as the published files name it. */
export interface LegalWords {
  readonly state: string | null;
  readonly effect: string | null;
  readonly how: string | null;
  readonly reasons?: readonly string[];
}

/** A legal state in words: what it is, what it did to the sheet, how it became final, for which reasons. */
export function legalStateText(wording: Wording, { state, effect, how, reasons = [] }: LegalWords): string {
  if (state === null) return wording.say("legalText.none");
  return wording.say("legalText.state", {
    state: wording.has(`legalState.${state}`) ? wording.say(`legalState.${state}`) : state,
    effect: effect === null ? "none" : wording.say(`stationEffect.${effect}`),
    how: how === null ? "none" : wording.say(`stationHow.${how}`),
    reasons: reasons.length === 0 ? "none" : reasons.map((each) => causeText(wording, each)).join(", "),
  });
}

/** A reason for which a sheet is not in the count. */
export function causeText(wording: Wording, cause: string): string {
  return wording.say(`stationCause.${cause}`);
}

/** A body as the law in the record calls it, with its place; as the act writes it where the law knows none of this role. */
export function bodyText(
  wording: Wording,
  bodies: readonly { readonly id: string; readonly name: { readonly es: string; readonly en: string } }[],
  body: string,
): string {
  const [role = "", ...places] = body.split(":");
  const name = bodies.find(({ id }) => id === role)?.name;
  if (name === undefined) return body.slice(0, 200);
  return [wording.pick(name), areaName(places.join(" ").replaceAll("-", " ").toUpperCase())].join(" ").trim();
}

/** What the law allows, as a verb. */
export function legalActText(wording: Wording, act: string): string {
  return wording.has(`legalAct.${act}`) ? wording.say(`legalAct.${act}`) : act;
}

/** A moment of an act: a day stays a day. */
export function actMoment({ wording, home }: PageContext, at: string): string {
  return at.includes("T") ? wording.moment(at, home.words.timeZone) : wording.day(at);
}
