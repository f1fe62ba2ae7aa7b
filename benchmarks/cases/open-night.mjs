// The grounds of a projection out of a data folder, for the cases: an edition of the newest election, and the contest before it.
import { valueOf } from "../measure.mjs";
import { editionIn, electionIn, indexOf, openEdition, openFolder } from "./acta.mjs";

/** @param {string} path @param {readonly string[]} editions numbers of editions @returns the contest before, and these editions */
export function openNight(path, editions) {
  const folder = valueOf(openFolder(path));
  try {
    const index = valueOf(indexOf(folder));
    const ground = (indexed, choice) => {
      const { election, roll, tables } = valueOf(
        openEdition(folder, indexed, valueOf(editionIn(indexed, choice && { text: choice, until: null }))),
      );
      const [contest] = election.contests;
      return { election, contest, roll, table: tables.get(contest.id) };
    };
    const now = valueOf(electionIn(folder, index));
    const [newest] = [ground(now)];
    const before = index.elections.find(({ id }) => id === newest.election.follows.election);
    const previous = { ...ground(before), official: new Map() };
    return { previous, editions: editions.map((each) => ground(now, each)) };
  } finally {
    folder.close();
  }
}
