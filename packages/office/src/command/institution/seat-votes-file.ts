import { resolve } from "node:path";
import { fail, parseCount, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { parseChamberVotes } from "acta/institution";
import type { WrittenChamberVotes } from "acta/institution";
import { filesEn, filesEs, openRows } from "../../files/index.js";
import type { Dialect, Row } from "../../files/index.js";
import type { Desk } from "../desk/desk.js";
import { readDocument } from "../dispute/scenario-file.js";

/** Columns of a table of votes, by the words with which people head them. */
const COLUMNS = {
  district: ["district", "distrito", "area", "ámbito"],
  list: ["list", "lista", "party", "partido", "option", "opción"],
  votes: ["votes", "votos"],
} as const;

/** District of a table that has no such column. */
export const WHOLE = "whole";

/** Reads votes by list, and by district: a CSV table, or a document `acta-votes/1` (JSON or YAML). */
export async function readSeatVotes(
  desk: Desk,
  path: string,
): Promise<Result<WrittenChamberVotes, readonly Problem[]>> {
  desk.language.learn({ es: filesEs, en: filesEn });
  if (/\.(?:csv|tsv|txt)(?:\.gz)?$/i.test(path)) {
    const table = await readTable(resolve(desk.cwd, path), path);
    return table.ok ? table : fail([table.problem]);
  }
  const document = readDocument(resolve(desk.cwd, path), path);
  if (!document.ok) return fail([document.problem]);
  const votes = parseChamberVotes(document.value);
  if (votes.ok) return votes;
  return fail(
    votes.problem.map((problem) => ({ ...problem, where: [path, problem.where].filter(Boolean).join(": ") })),
  );
}

/** How a table is written: commas, semicolons or tabs, whichever its header shows. */
function tableDialect(separator: string): Dialect {
  return { format: "csv", separator, quote: '"', encoding: "utf-8", headerRows: 1, worksheet: "", records: "" };
}

/** Opens a CSV table with the separator that gives its header more than one column. */
export async function openTable(path: string): ReturnType<typeof openRows> {
  for (const separator of [";", "\t"]) {
    const opened = await openRows(path, tableDialect(separator));
    // A quoted name with a comma in it is a stray quotation mark while another separator is tried.
    if (!opened.ok) continue;
    if (opened.value.header.length > 1) return opened;
    await opened.value.close();
  }
  return openRows(path, tableDialect(","));
}

/** The position of a column by its words; -1 without one. */
export function columnOf(header: readonly string[], words: readonly string[]): number {
  return header.findIndex((name) => words.includes(name.trim().toLowerCase()));
}

async function readTable(path: string, shown: string): Promise<Result<WrittenChamberVotes>> {
  const opened = await openTable(path);
  if (!opened.ok) return opened;
  try {
    const at = {
      district: columnOf(opened.value.header, COLUMNS.district),
      list: columnOf(opened.value.header, COLUMNS.list),
      votes: columnOf(opened.value.header, COLUMNS.votes),
    };
    if (at.list < 0 || at.votes < 0)
      return fail({
        code: "seats.badHeader",
        where: shown,
        context: { header: opened.value.header.join(", ").slice(0, 200) },
      });
    const districts = new Map<string, { list: string; votes: number; candidates: [] }[]>();
    let problem: Problem | null = null;
    const refuse = (line: number, code: string, context: Problem["context"] = {}): void => {
      problem ??= { code, where: `${shown}:${line}`, context };
    };
    const done = await opened.value.each(
      (row: Row) => {
        const district = at.district < 0 ? WHOLE : row.text(at.district).trim();
        const list = row.text(at.list).trim();
        const votes = parseCount(row.text(at.votes).trim());
        if (list === "" || district === "") return refuse(row.line, "seats.emptyName");
        if (votes === undefined)
          return refuse(row.line, "seats.badVotes", { list, votes: row.text(at.votes).slice(0, 40) });
        const lists = districts.get(district) ?? [];
        if (lists.some((each) => each.list === list)) return refuse(row.line, "seats.listTwice", { list });
        districts.set(district, [...lists, { list, votes, candidates: [] }]);
        return undefined;
      },
      ({ line }) => refuse(line, "seats.badRow"),
    );
    if (!done.ok) return done;
    if (problem !== null) return fail(problem);
    return succeed(votesOf(districts));
  } finally {
    await opened.value.close();
  }
}

type Districts = ReadonlyMap<string, readonly { list: string; votes: number; candidates: [] }[]>;

function votesOf(districts: Districts): WrittenChamberVotes {
  return {
    provenance: "real",
    source: "",
    votes: {
      whole: { validVotes: null, ballotsCast: null, registeredVoters: null },
      lists: [],
      qualified: null,
      districts: [...districts].map(([district, lists]) => ({ district, lists, omits: "nothing" as const })),
      lots: new Map(),
    },
  };
}
