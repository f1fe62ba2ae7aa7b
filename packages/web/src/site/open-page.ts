import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ContestHome } from "./contest-home.js";
import { pageLinks } from "./page-links.js";
import type { PagePlace, Query } from "./page-links.js";
import type { PageContext, TurnPage } from "./page-kind.js";
import type { PublishedData } from "./published-data.js";
import type { Wording } from "./wording.js";

/** What a page is asked for: where it stands, in which words, and what its address says. */
export interface PageRequest {
  readonly data: PublishedData;
  readonly wording: Wording;
  readonly homes: readonly ContestHome[];
  /** Where the page stands. */
  readonly root: string;
  /** Of which contest it is; the address may name another one (`election`, `contest`). */
  readonly home: ContestHome;
  readonly query: Query;
  /** Where the page is alive: how it is turned to another edition. */
  readonly turn?: TurnPage;
}

/**
 * Finds what a page is made from. Problems: `site.noElection` for an election or contest that the folder does not hold, `site.noEdition` for an
 * edition that there is not, and those of reading.
 */
export async function openPage(request: PageRequest): Promise<Result<PageContext>> {
  const { data, wording, homes, query } = request;
  const home = homeNamed(request);
  if (home === undefined) return fail({ code: "site.noElection" });
  const asked = query["edition"];
  const edition =
    asked === undefined
      ? home.editions.at(-1)
      : home.editions.find(({ number, id }) => String(number) === asked || id === asked);
  if (edition === undefined) return fail({ code: "site.noEdition", context: { edition: (asked ?? "").slice(0, 40) } });
  // Each of them is a way to the server and back: they go together.
  const [file, corrections, claims, history] = await Promise.all([
    data.edition(edition.root),
    data.corrections(),
    data.claims(),
    data.history(),
  ]);
  if (!file.ok) return file;
  if (!corrections.ok) return corrections;
  const own = corrections.value.filter(
    (each) => each.election === home.words.id && (each.contest === "" || each.contest === home.contest.id),
  );
  if (!claims.ok) return claims;
  if (!history.ok) return history;
  const before = home.editions[home.editions.indexOf(edition) - 1] ?? null;
  const links = pageLinks(placeOf(request, home, asked === undefined ? null : edition.number));
  return succeed({
    data,
    wording,
    links,
    homes,
    home,
    edition,
    editionFile: file.value,
    before,
    corrections: own,
    claims: claims.value,
    history: history.value,
    query,
    turn: request.turn ?? null,
  });
}

function homeNamed({ homes, home, query }: PageRequest): ContestHome | undefined {
  const { election, contest } = query;
  if (election === undefined) return home;
  return homes.find((each) => each.words.id === election && (contest === undefined || each.contest.id === contest));
}

function placeOf({ root, wording }: PageRequest, home: ContestHome, edition: number | null): PagePlace {
  const named = home.folder === "" ? null : { election: home.words.id, contest: home.contest.id };
  return { root, language: wording.code, home: home.folder, named, edition };
}
