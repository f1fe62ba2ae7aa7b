import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Contest, SheetState } from "acta/election";
import { editionsInOrder } from "acta/record";
import type { Edition } from "acta/record";
import { stateOf } from "acta/sheet";
import { PRESET_POLICIES, diffOf, resultOf, tallyTree } from "acta/tabulation";
import type { AreaResult, Counted, Diff, SheetChange } from "acta/tabulation";
import { openEdition } from "../store/index.js";
import type { DataFolder, IndexedElection, OpenEdition } from "../store/index.js";
import type { ContestNews, EditionMark, FindingRise, News, Standing, StationVotes } from "./follow-event.js";

const MOST_NAMED = 100;

/**
 * What a new edition says that the one before did not. An edition whose clock lies before one that is already known changes nothing in
 * what is shown: it is only said that it was sealed.
 */
export function editionNews(folder: DataFolder, indexed: IndexedElection, edition: Edition): Result<readonly News[]> {
  const after = openEdition(folder, indexed, edition);
  if (!after.ok) return after;
  const mark = markOf(edition);
  const contests = after.value.election.contests.flatMap((contest) => contestNews(after.value, contest));
  const previous = editionBefore(indexed.editions, edition);
  const shown = previous === null || !isOlder(edition, previous);
  const sealed: News = { kind: "edition", edition: mark, contests, shown };
  if (previous === null || !shown) return succeed([sealed]);
  const before = openEdition(folder, indexed, previous);
  if (!before.ok) return fail(before.problem);
  const changes = after.value.election.contests.flatMap((contest) =>
    changeNews(before.value, after.value, contest, mark),
  );
  return succeed([sealed, ...changes, ...findingNews(previous, edition, mark)]);
}

/** An edition as events name it. */
export function markOf({ id, number, asOf }: Edition): EditionMark {
  return { id, number, asOf };
}

/** The edition that was shown until now; with an unknown clock the one sealed last, since nothing else puts them in order. */
function editionBefore(editions: readonly Edition[], edition: Edition): Edition | null {
  const earlier = editions.filter((each) => each.number < edition.number);
  const ordered = edition.asOf === null ? earlier.toSorted((a, b) => a.number - b.number) : editionsInOrder(earlier);
  return ordered.at(-1) ?? null;
}

function isOlder(edition: Edition, previous: Edition): boolean {
  return edition.asOf !== null && previous.asOf !== null && edition.asOf < previous.asOf;
}

function resultIn(open: OpenEdition, contest: Contest): AreaResult | null {
  const policy = PRESET_POLICIES[0];
  const table = open.tables.get(contest.id);
  if (policy === undefined || table === undefined) return null;
  const tally = tallyTree(open.election, open.roll, table, policy, 0);
  return resultOf(contest, tally, 0, { code: "", name: "", level: "", wholeContest: true });
}

function standingOf({ leader, margin, options }: AreaResult): Standing {
  const votes = Object.fromEntries(options.map((option) => [option.id, option.votes]));
  return { leader: leader.id, tie: leader.tie, margin: margin.votes, votes };
}

function contestNews(open: OpenEdition, contest: Contest): readonly ContestNews[] {
  const result = resultIn(open, contest);
  if (result === null) return [];
  const { counted, total } = result.stations;
  return [{ contest: contest.id, counted, total, ...standingOf(result) }];
}

function changeNews(before: OpenEdition, after: OpenEdition, contest: Contest, edition: EditionMark): readonly News[] {
  const from = resultIn(before, contest);
  const to = resultIn(after, contest);
  const earlier = countedIn(before, contest);
  const later = countedIn(after, contest);
  if (from === null || to === null || earlier === null || later === null) return [];
  const diff = diffOf(after.election, contest, earlier, later);
  return [...leadNews(from, to, contest, edition), ...sheetNews(diff, earlier, later, contest, edition)];
}

function countedIn(open: OpenEdition, contest: Contest): Counted | null {
  const table = open.tables.get(contest.id);
  return table === undefined ? null : { roll: open.roll, table };
}

/** The first votes of a count are no change of the lead. */
function leadNews(from: AreaResult, to: AreaResult, { id: contest }: Contest, edition: EditionMark): readonly News[] {
  const before = standingOf(from);
  const after = standingOf(to);
  if (from.validVotes === 0) return [];
  const sameTie = before.tie.join("\u0000") === after.tie.join("\u0000");
  if (before.leader !== after.leader || !sameTie) return [{ kind: "leadChange", edition, contest, before, after }];
  return before.margin === after.margin ? [] : [{ kind: "marginChange", edition, contest, before, after }];
}

function sheetNews(
  diff: Diff,
  before: Counted,
  after: Counted,
  contest: Contest,
  edition: EditionMark,
): readonly News[] {
  const moved = (from: SheetState, to: SheetState): readonly SheetChange[] =>
    diff.changes.filter(
      (change) => stateAt(before, change.rowBefore) === from && stateAt(after, change.rowAfter) === to,
    );
  const changed = moved("counted", "counted").filter((change) => change.figuresChanged);
  const about = (changes: readonly SheetChange[]) => ({
    contest: contest.id,
    count: changes.length,
    stations: changes.slice(0, MOST_NAMED).map((change) => change.station),
  });
  const regressions = diff.changes.filter((change) => change.regression);
  const annulled = moved("counted", "annulled");
  const restored = moved("annulled", "counted");
  const votes = changed.slice(0, MOST_NAMED).map((change) => votesOf(change, contest));
  return [
    ...some(regressions, { kind: "regression", edition, ...about(regressions) }),
    ...some(changed, { kind: "countedChanged", edition, ...about(changed), changes: votes }),
    ...some(annulled, { kind: "annulled", edition, ...about(annulled) }),
    ...some(restored, { kind: "restored", edition, ...about(restored) }),
  ];
}

function some(changes: readonly SheetChange[], news: News): readonly News[] {
  return changes.length === 0 ? [] : [news];
}

function stateAt({ table }: Counted, row: number): SheetState | null {
  return row < 0 ? null : stateOf(table, row);
}

function votesOf(change: SheetChange, contest: Contest): StationVotes {
  const votes = Object.fromEntries(contest.options.map((option, at) => [option, change.votes[at] ?? 0]));
  return { station: change.station, votes };
}

const LEAST_RISE = 10;

/** Codes that are raised for at least ten more sheets than before, and at least half as many again: what a newsroom should look at. */
function findingNews(before: Edition, after: Edition, edition: EditionMark): readonly News[] {
  const codes: FindingRise[] = [];
  for (const [code, count] of Object.entries(after.findings)) {
    const known = before.findings[code] ?? 0;
    if (count - known >= LEAST_RISE && 2 * count >= 3 * known) codes.push({ code, before: known, after: count });
  }
  return codes.length === 0 ? [] : [{ kind: "findings", edition, codes }];
}
