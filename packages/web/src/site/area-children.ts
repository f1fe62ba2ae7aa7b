import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { PublishedData } from "./published-data.js";
import type { AreaFile, ListCell } from "./published-forms.js";

/** An area as it stands in the list of its parent: headline figures under the policy "counted". */
export interface ChildArea {
  readonly code: string;
  readonly name: string;
  /** Hash of its file. */
  readonly file: string;
  readonly stations: number;
  readonly counted: number;
  readonly registeredVoters: number;
  readonly ballotsCast: number;
  readonly validVotes: number;
  /** Votes by option, in the order of the contest. */
  readonly votes: readonly { readonly option: string; readonly votes: number }[];
}

const VOTES = "votes.";

/** The areas or places that an area is made of, in the order of their codes. Columns are found by name: there may be more of them one day. */
export async function childrenOf(data: PublishedData, area: AreaFile): Promise<Result<readonly ChildArea[]>> {
  const list = await data.rows(area.children);
  if (!list.ok) return list;
  const { columns, rows } = list.value;
  const at = (name: string): number => columns.indexOf(name);
  const text = (row: readonly ListCell[], name: string): string => String(row[at(name)] ?? "");
  const count = (row: readonly ListCell[], name: string): number => Number(row[at(name)] ?? 0);
  const options = columns.filter((name) => name.startsWith(VOTES));
  return succeed(
    rows.map((row) => ({
      code: text(row, "code"),
      name: text(row, "name"),
      file: text(row, "file"),
      stations: count(row, "stations"),
      counted: count(row, "counted"),
      registeredVoters: count(row, "registeredVoters"),
      ballotsCast: count(row, "ballotsCast"),
      validVotes: count(row, "validVotes"),
      votes: options.map((name) => ({ option: name.slice(VOTES.length), votes: count(row, name) })),
    })),
  );
}
