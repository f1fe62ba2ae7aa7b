import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { editionsInOrder } from "acta/record";
import type { Edition } from "acta/record";
import { checkDrift } from "acta/sheet";
import type { FindingList } from "acta/sheet";
import { openEdition } from "../../store/index.js";
import type { IndexedElection } from "../../store/index.js";
import type { OpenedContest } from "../desk/opened.js";

interface Earlier {
  readonly indexed: IndexedElection;
  readonly edition: Edition;
}

/**
 * Compares the roll of an edition with the one before it; the first edition of a runoff with the newest of the election that it
 * follows, when that is in the folder and station codes mean the same there. Null when there is nothing to compare with.
 */
export function rollDrift(opened: OpenedContest): Result<FindingList | null> {
  const earlier = earlierRoll(opened);
  if (earlier === null || earlier.edition.roll === opened.open.edition.roll) return succeed(null);
  const before = openEdition(opened.folder, earlier.indexed, earlier.edition);
  if (!before.ok) return before;
  return succeed(checkDrift(before.value.roll, opened.open.roll, opened.open.election.checks));
}

function earlierRoll(opened: OpenedContest): Earlier | null {
  const ordered = editionsInOrder(opened.indexed.editions);
  const before = ordered[ordered.findIndex((edition) => edition.id === opened.open.edition.id) - 1];
  if (before !== undefined) return { indexed: opened.indexed, edition: before };
  const { follows } = opened.open.election;
  const followed = opened.index.elections.find(
    (each) => follows?.stationsMatch === true && each.id === follows.election,
  );
  const newest = followed === undefined ? undefined : editionsInOrder(followed.editions).at(-1);
  return followed === undefined || newest === undefined ? null : { indexed: followed, edition: newest };
}

/** Two lists of findings as one. */
export function joinFindings(list: FindingList, more: FindingList | null): FindingList {
  if (more === null) return list;
  return {
    findings: [...list.findings, ...more.findings],
    counts: new Map([...list.counts, ...more.counts]),
    leftOut: list.leftOut + more.leftOut,
  };
}
