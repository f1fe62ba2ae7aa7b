import type { WrittenDefinition } from "./definition-schema.js";
import type { Geography } from "./geography.js";
import type { ProblemList } from "./problem-list.js";

type WrittenGeography = NonNullable<WrittenDefinition["geography"]>;

/** What stands in a row of tiles where no area is. */
const GAP = /^\.+$/;

/** Resolves where areas lie; a file, level, tree or group that is named and not defined is a problem. */
export function geographyOf(written: WrittenDefinition, problems: ProblemList): Geography | null {
  const { geography } = written;
  if (geography === undefined) return null;
  const tree = geography.tree === "" ? written.trees[0] : written.trees.find((each) => each.id === geography.tree);
  if (tree === undefined) problems.unknown("tree", "geography.tree", geography.tree);
  checkFiles(geography, problems);
  const levels = new Set(tree?.levels.map(({ id }) => id) ?? []);
  const known = (level: string, where: string): void => {
    if (tree !== undefined && !levels.has(level)) problems.unknown("level", where, level);
  };
  geography.outlines.forEach(({ level }, at) => known(level, `geography.outlines.${at}.level`));
  geography.points.forEach(({ level }, at) => known(level, `geography.points.${at}.level`));
  geography.panels.forEach((group, at) => {
    if (!written.groups.some((each) => each.id === group && each.tree === tree?.id))
      problems.unknown("group", `geography.panels.${at}`, group);
  });
  return {
    tree: tree?.id ?? "",
    credit: geography.credit,
    outlines: geography.outlines.map((outline) => ({ ...outline, crosswalk: outline.crosswalk ?? null })),
    points: geography.points,
    panels: geography.panels,
    tiles: tilesOf(geography.tiles, problems),
    files: geography.files,
  };
}

/** Two files of one name could not be told apart, and a hash that stands twice is a slip of the pen. */
function checkFiles(geography: WrittenGeography, problems: ProblemList): void {
  const names = new Set<string>();
  const hashes = new Set<string>();
  geography.files.forEach(({ name, sha256 }, at) => {
    if (names.has(name)) problems.add("definition.sameId", `geography.files.${at}.name`, { id: name });
    if (hashes.has(sha256))
      problems.add("definition.sameHash", `geography.files.${at}`, { sha256: sha256.slice(0, 12) });
    names.add(name);
    hashes.add(sha256);
  });
  const named = (name: string, where: string): void => {
    if (!names.has(name)) problems.unknown("file", where, name);
  };
  geography.outlines.forEach(({ file, crosswalk }, at) => {
    named(file, `geography.outlines.${at}.file`);
    if (crosswalk !== undefined) named(crosswalk.file, `geography.outlines.${at}.crosswalk.file`);
  });
  geography.points.forEach(({ file }, at) => named(file, `geography.points.${at}.file`));
}

/** A line for each row of tiles: codes and full stops, with spaces between them. */
function tilesOf(rows: readonly string[], problems: ProblemList): Geography["tiles"] {
  const seen = new Set<string>();
  return rows.map((row, at) =>
    row
      .split(" ")
      .filter((word) => word !== "")
      .map((word) => {
        if (GAP.test(word)) return "";
        if (seen.has(word)) problems.add("definition.sameId", `geography.tiles.${at}`, { id: word });
        seen.add(word);
        return word;
      }),
  );
}
