import { bySource } from "./newest-edition.js";

/** What a page compares: whether it still shows what is newest. */
export interface SeenPointer {
  /** Entries of the ledger: it never shrinks, so a smaller one is an older copy in some cache. */
  readonly size: number;
  /** Root of the newest edition of the election that the page is about; "" while there is none. */
  readonly edition: string;
  /** Hash of the file of corrections; "" while there is none. */
  readonly corrections: string;
  /** Where news are told as they come; null where only files are served. */
  readonly events: string | null;
}

/**
 * Looks at the pointer of a publication. The browser asks with what it has (`If-None-Match`), and an unchanged pointer costs one line.
 * @param election "" for whichever is there. @returns null when nobody answers, or with something else.
 */
export async function lookAtPointer(address: string, election: string): Promise<SeenPointer | null> {
  try {
    const answer = await fetch(address, { cache: "no-cache" });
    if (!answer.ok) return null;
    const events = eventsIn(answer.headers.get("link"), answer.url);
    const document: unknown = await answer.json();
    return seenIn(document, election, events);
  } catch {
    // No network, or cut off.
    return null;
  }
}

/** The address of the stream of events, as `acta serve` names it beside the pointer (RFC 8288). */
function eventsIn(link: string | null, base: string): string | null {
  const named = /<([^>]+)>;\s*rel="alternate";\s*type="text\/event-stream"/.exec(link ?? "")?.[1];
  return named === undefined ? null : new URL(named, base).href;
}

/** Only what is compared is read here; whoever shows figures parses the whole pointer. */
function seenIn(document: unknown, election: string, events: string | null): SeenPointer | null {
  if (typeof document !== "object" || document === null) return null;
  if (!("size" in document) || typeof document.size !== "number") return null;
  if (!("editions" in document) || !Array.isArray(document.editions)) return null;
  const given: readonly unknown[] = document.editions;
  const editions = given.flatMap((each) => editionIn(each));
  const own = editions.filter((each) => election === "" || each.election === election);
  const corrections = "corrections" in document && typeof document.corrections === "string" ? document.corrections : "";
  return { size: document.size, edition: bySource(own).at(-1)?.root ?? "", corrections, events };
}

interface Edition {
  readonly election: string;
  readonly root: string;
  readonly number: number;
  readonly asOf: string | null;
}

function editionIn(given: unknown): readonly Edition[] {
  if (typeof given !== "object" || given === null) return [];
  const { election, root, number, asOf } = { election: "", root: "", number: 0, asOf: null, ...given };
  const isOne = typeof election === "string" && typeof root === "string" && typeof number === "number";
  return isOne ? [{ election, root, number, asOf: typeof asOf === "string" ? asOf : null }] : [];
}
