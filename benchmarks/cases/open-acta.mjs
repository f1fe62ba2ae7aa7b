// Opening a data folder and counting what is in it, for the cases.
import { valueOf } from "../measure.mjs";
import {
  editionIn,
  electionIn,
  indexOf,
  openEdition,
  openFolder,
  policiesOf,
  tallyPlaces,
  tallyTree,
} from "./acta.mjs";

/** Opens the newest edition of the only election in a folder. */
export function openNewest(path) {
  const folder = valueOf(openFolder(path));
  try {
    const election = valueOf(electionIn(folder, valueOf(indexOf(folder))));
    return valueOf(openEdition(folder, election, valueOf(editionIn(election))));
  } finally {
    folder.close();
  }
}

/** Every area of every level of every tree and every polling place, under every policy, for every contest. */
export function recount({ election, roll, tables }) {
  const tallies = [];
  for (const table of tables.values())
    for (const policy of policiesOf(election)) {
      roll.trees.forEach((_, tree) => tallies.push(tallyTree(election, roll, table, policy, tree)));
      tallies.push(tallyPlaces(election, roll, table, policy));
    }
  return tallies;
}

/** The totals of every area of every tree, as the authority counts: what the pandas script adds up. */
export function areaTotals({ election, roll, tables }) {
  const counted = policiesOf(election).find((policy) => policy.id === "counted");
  return [...tables.values()].flatMap((table) =>
    roll.trees.map((_, tree) => tallyTree(election, roll, table, counted, tree)),
  );
}

/** The totals of the first tree alone, as the authority counts. */
export function geographicTotals({ election, roll, tables }) {
  const [table] = tables.values();
  const counted = policiesOf(election).find((policy) => policy.id === "counted");
  return tallyTree(election, roll, table, counted, 0);
}

/** The national votes of the options of the first contest, as the authority counts. */
export function nationalVotes(opened) {
  const tally = geographicTotals(opened);
  const [table] = opened.tables.values();
  const options = table.form.cells.flatMap((cell, at) =>
    cell.role === "option" ? [[cell.option, tally.cells[at][0]]] : [],
  );
  return Object.fromEntries(options);
}
