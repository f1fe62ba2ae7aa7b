import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { PointedEdition } from "acta/edition";
import type { ElectionWords } from "./election-words.js";
import { bySource } from "./newest-edition.js";
import type { PublishedData } from "./published-data.js";

/** One contest of one election of a published folder, with its editions. */
export interface ContestHome {
  readonly words: ElectionWords;
  readonly contest: ElectionWords["contests"][number];
  /** Its folder under that of a language: "" for the contest of the front page. */
  readonly folder: string;
  /** By the source's clock, the newest last: the one that is shown. */
  readonly editions: readonly PointedEdition[];
}

/**
 * The contests of a folder. The front page belongs to the first contest of the latest election (by the day of voting); all others have folders of
 * their own.
 * @param definitionOf where the names are read: from the newest definition while pages are written, else from beside them.
 */
export async function contestHomes(
  data: PublishedData,
  definitionOf: (newest: PointedEdition) => Promise<Result<string | null>>,
): Promise<Result<readonly ContestHome[]>> {
  const elections: { readonly words: ElectionWords; readonly editions: readonly PointedEdition[] }[] = [];
  for (const id of new Set(data.head.editions.map(({ election }) => election))) {
    const editions = bySource(data.head.editions.filter(({ election }) => election === id));
    const newest = editions.at(-1);
    if (newest === undefined) continue;
    const definition = await definitionOf(newest);
    if (!definition.ok) return definition;
    const words = await data.words(id, definition.value);
    if (!words.ok) return words;
    elections.push({ words: words.value, editions });
  }
  elections.sort((a, b) => (a.words.date < b.words.date ? 1 : a.words.date > b.words.date ? -1 : 0));
  const homes = elections.flatMap(({ words, editions }, election) =>
    words.contests.map((contest, at) => ({
      words,
      contest,
      editions,
      folder: election === 0 && at === 0 ? "" : `election/${words.id}/${contest.id}/`,
    })),
  );
  return homes.length === 0 ? fail({ code: "site.noEditions" }) : succeed(homes);
}
