import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type * as v from "valibot";
import { childrenOf } from "./area-children.js";
import { shownName } from "./area-trail.js";
import type { ContestHome } from "./contest-home.js";
import { contestIn } from "./area-result.js";
import type { PageContext } from "./page-kind.js";
import type { PublishedData } from "./published-data.js";
import type { AreaFile, EditionFile } from "./published-forms.js";
import { lowestForm, lowestPath } from "./published-maps.js";
import type { MapIndex, lowestRow } from "./published-maps.js";
import { standingOf } from "./standing.js";
import type { OptionVotes, Standing } from "./standing.js";

type LowestRow = v.InferOutput<typeof lowestRow>;

/** What one file of figures takes at most as it is sent. */
const FILE_BYTES = 16_000;

/**
 * How all areas of the lowest level stand in the shown edition: from the files that are made for the newest one, else from the files of all the
 * areas above them.
 */
export async function lowestStandings(context: PageContext, index: MapIndex): Promise<Result<readonly Standing[]>> {
  const { data, home, edition, editionFile } = context;
  if (index.figures.edition !== edition.root) {
    const walked = await walkLowest(data, home, editionFile);
    return walked.ok ? succeed(walked.value.map((each) => ({ ...each, name: shownName(context, each.name) }))) : walked;
  }
  const files = await Promise.all(
    Array.from({ length: index.figures.files }, (_, at) => data.json(lowestPath(home, at), lowestForm)),
  );
  const standings: Standing[] = [];
  for (const file of files) {
    if (!file.ok) return file;
    for (const row of file.value.rows) standings.push(fromRow(home, row, shownName(context, row[1])));
  }
  return succeed(standings);
}

/** How the areas of the lowest level stand, from the top of the tree down; empty where that is the only level. Names are as in the source. */
export async function walkLowest(
  data: PublishedData,
  home: ContestHome,
  edition: EditionFile,
): Promise<Result<readonly Standing[]>> {
  const root = contestIn(edition, home.contest.id)?.trees[0]?.root;
  if (root === undefined) return fail({ code: "site.noContest" });
  const levels = home.words.trees[0]?.levels ?? [];
  if (levels.length < 2) return succeed([]);
  let above: readonly string[] = [root];
  for (let level = 1; level < levels.length; level++) {
    const below = await childFiles(data, above);
    if (!below.ok) return below;
    above = below.value;
  }
  const areas = await areasOf(data, above);
  if (!areas.ok) return areas;
  const standings: Standing[] = [];
  for (const area of areas.value) {
    const children = await childrenOf(data, area);
    if (!children.ok) return children;
    for (const child of children.value) standings.push(standingOf(child, child.name));
  }
  return succeed(standings);
}

async function areasOf(data: PublishedData, hashes: readonly string[]): Promise<Result<readonly AreaFile[]>> {
  const files = await Promise.all(hashes.map((hash) => data.area(hash)));
  const areas: AreaFile[] = [];
  for (const file of files) {
    if (!file.ok) return file;
    areas.push(file.value);
  }
  return succeed(areas);
}

async function childFiles(data: PublishedData, hashes: readonly string[]): Promise<Result<readonly string[]>> {
  const areas = await areasOf(data, hashes);
  if (!areas.ok) return areas;
  const files: string[] = [];
  for (const area of areas.value) {
    const children = await childrenOf(data, area);
    if (!children.ok) return children;
    files.push(...children.value.map(({ file }) => file));
  }
  return succeed(files);
}

/** The figures as files, none larger than what a reader waits for without noticing. */
export function lowestFiles(home: ContestHome, standings: readonly Standing[]): readonly string[] {
  const files: string[] = [];
  let rows: string[] = [];
  let size = 0;
  const close = (): void => {
    if (rows.length > 0) files.push(`{"schema":"acta-lowest/1","rows":[${rows.join(",")}]}`);
    [rows, size] = [[], 0];
  };
  for (const standing of standings) {
    const row = JSON.stringify(rowOf(home, standing));
    if (size + row.length > FILE_BYTES) close();
    rows.push(row);
    size += row.length + 1;
  }
  close();
  return files;
}

function rowOf({ contest }: ContestHome, standing: Standing): LowestRow {
  const { code, name, stations, counted, validVotes, first, second } = standing;
  const at = (option: OptionVotes | null): number => (option === null ? -1 : contest.options.indexOf(option.option));
  return [code, name, stations, counted, validVotes, at(first), first?.votes ?? 0, at(second), second?.votes ?? 0];
}

function fromRow({ contest }: ContestHome, row: LowestRow, name: string): Standing {
  const [code, , stations, counted, validVotes, firstAt, firstVotes, secondAt, secondVotes] = row;
  const named = (at: number, votes: number): OptionVotes | null => {
    const option = contest.options[at];
    return option === undefined ? null : { option, votes };
  };
  return {
    code,
    name,
    first: named(firstAt, firstVotes),
    second: named(secondAt, secondVotes),
    margin: firstVotes - secondVotes,
    validVotes,
    stations,
    counted,
  };
}
