import type { AddressAnswer, KnownLedger } from "../verify/index.js";

const NAME = "acta.ledgers";

/** What this browser remembers of the ledgers that it has verified, by origin. Whatever cannot be read is as if it were not there. */
export function rememberedLedgers(storage: Storage | null): Readonly<Record<string, KnownLedger>> {
  try {
    const json: unknown = JSON.parse(storage?.getItem(NAME) ?? "{}");
    if (typeof json !== "object" || json === null) return {};
    const known: Record<string, KnownLedger> = {};
    for (const [origin, each] of Object.entries(json)) if (isKnown(each)) known[origin] = each;
    return known;
  } catch {
    return {};
  }
}

function isKnown(value: unknown): value is KnownLedger {
  if (typeof value !== "object" || value === null) return false;
  if (!("key" in value) || !("checkpoint" in value) || !("seenAt" in value)) return false;
  return [value.key, value.checkpoint, value.seenAt].every((each) => typeof each === "string");
}

/** Remembers key and checkpoint of a sound answer. @returns false when the browser keeps nothing. */
export function rememberAnswer(storage: Storage | null, answer: AddressAnswer, now: Date): boolean {
  if (storage === null || answer.remember === null) return false;
  const all = { ...rememberedLedgers(storage), [answer.origin]: { ...answer.remember, seenAt: now.toISOString() } };
  try {
    storage.setItem(NAME, JSON.stringify(all));
    return true;
  } catch {
    return false;
  }
}

/** The browser's memory; null where it is forbidden. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
