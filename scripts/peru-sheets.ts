// The sheets of the real runoff in columns, read straight from the files in ../shared: independent of import and ledger.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import { RollBuilder, parseDefinition } from "../packages/acta/src/election/index.js";
import type { Contest, Election, Roll, SourcePart } from "../packages/acta/src/election/index.js";
import { BLANK, NOT_SUPPLIED, emptyTable } from "../packages/acta/src/sheet/index.js";
import type { SheetTable } from "../packages/acta/src/sheet/index.js";
import { sharedPath } from "./shared-data.js";
import { root } from "./workshop.mjs";

/** One edition as tabulation reads it. */
export interface PeruSheets {
  readonly election: Election;
  readonly contest: Contest;
  readonly roll: Roll;
  readonly table: SheetTable;
}

const DEFINITION = join(root, "jurisdictions", "peru", "2021-runoff", "election.yaml");

function fileOf(name: string): string {
  return `runoff-2021-06-${name}.csv.gz`;
}

/** Reads a runoff file of Peru 2021 by its short name with the definition in this repository. */
export function peruSheets(name: "08" | "09" | "17"): PeruSheets {
  const parsed = parseDefinition(parseYaml(readFileSync(DEFINITION, "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const election = parsed.value;
  const contest = election.contests[0] ?? raise("a contest");
  const part = election.sources.find((source) => source.files.some((file) => file.name === fileOf(name)))?.parts[0];
  if (part === undefined) return raise("a source");
  const rows = rowsOf(name, part);
  const roll = rollOf(election, part, rows);
  const table = emptyTable(contest, election.statuses, rows.length);
  rows.forEach((row, at) => fill(election, contest, part, table, row, at));
  return { election, contest, roll, table };
}

type Row = Readonly<Record<string, string>>;

function raise(what: string): never {
  throw new Error(`the definition has ${what}`);
}

function rowsOf(name: "08" | "09" | "17", part: SourcePart): readonly Row[] {
  const rows: Row[] = parse(gunzipSync(readFileSync(sharedPath("data", "peru-2021", fileOf(name)))), { columns: true });
  const { column, padTo } = part.station;
  const code = (row: Row): string => (row[column] ?? "").padStart(padTo, "0");
  return rows.map((row) => ({ ...row, [column]: code(row) })).toSorted((a, b) => (code(a) < code(b) ? -1 : 1));
}

function rollOf(election: Election, part: SourcePart, rows: readonly Row[]): Roll {
  const builder = new RollBuilder(election.trees);
  const facts = part.roll ?? raise("a roll");
  for (const row of rows) {
    const leaves = election.trees.map((tree, at) => {
      const levels = facts.trees.find((each) => each.tree === tree.id)?.levels ?? [];
      const text = (column: string, take: number): string => {
        const value = row[column] ?? "";
        return take === 0 ? value : value.slice(0, take);
      };
      const codes = levels.map(({ code }) => text(code.column, code.take));
      const names = levels.map((level) => (level.name === null ? "" : (row[level.name.column] ?? "")));
      return codes.length === 0 || codes[0] === "NA" ? builder.unknown(at) : builder.area(at, codes, names);
    });
    const registered = row[facts.registered] ?? "NA";
    const position = builder.position(row[part.station.column] ?? "");
    builder.set(position, leaves, "", "", registered === "NA" ? -1 : Number(registered));
  }
  return builder.build();
}

function fill(election: Election, contest: Contest, part: SourcePart, table: SheetTable, row: Row, at: number): void {
  const from = part.sheets[0] ?? raise("sheets");
  const words = from.statusColumns.map((column) => row[column]).join("|");
  const status = election.statuses.findIndex((each) => each.words.some((pair) => pair.join("|") === words));
  if (status < 0) throw new Error(`a status for ${words}`);
  table.status[at] = status;
  const { state, blankWhenZero } = election.statuses[status] ?? raise("the status");
  if (state === "pending" || state === "notInstalled") return;
  for (const { cell, column } of from.cells) {
    const values = table.cells[contest.form.cells.findIndex((each) => each.id === cell)] ?? raise(cell);
    const text = row[column] ?? "NA";
    values[at] = text === "NA" ? NOT_SUPPLIED : text === "0" && blankWhenZero.includes(cell) ? BLANK : Number(text);
  }
}
