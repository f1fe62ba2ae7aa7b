import { fail, parseCivilDate, parseCount, parseInstant, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { bodyNamed } from "acta/dispute";
import type { CaseLaw } from "acta/dispute";
import { stationAt } from "acta/election";
import type { Election, Roll } from "acta/election";
import type { ActMoment, AreaName, PetitionEntry } from "acta/record";
import { momentOf } from "../language/index.js";
import { plainText } from "./docket-columns.js";
import type { DocketColumn } from "./docket-columns.js";
import { ASKS, FEES, NOTED, ROLES, valueOf } from "./docket-words.js";

/** What the rows of a docket are read against. */
export interface DocketContext {
  readonly election: Election;
  readonly roll: Roll;
  /** Null without a law set: then bodies and grounds are taken as they are written. */
  readonly law: CaseLaw | null;
}

/** One petition of a docket, after parsing; it holds nothing about a private person. */
export interface DocketRow {
  readonly line: number;
  readonly petition: Omit<PetitionEntry, "replaces">;
  readonly hearing: ActMoment | null;
  /** The time as written, when it was written in another offset than that of the election's zone. */
  readonly otherZone: string;
}

/** Cells of a row by column; "" where the file has no such column. */
export type DocketCells = (column: DocketColumn) => string;

/**
 * Reads a row of a docket.
 * @returns the first thing in it that cannot be right, as a problem of this room without its line.
 */
export function readDocketRow(line: number, cell: DocketCells, context: DocketContext): Result<DocketRow> {
  const numbers = numbersOf(cell);
  if (!numbers.ok) return numbers;
  const body = bodyOf(cell("body"), context);
  if (!body.ok) return body;
  const filer = filerOf(cell, context.election);
  if (!filer.ok) return filer;
  const asks = valueOf(ASKS, cell("asks"));
  if (asks === undefined) return unreadable("docket.badAsks", cell("asks"));
  const ground = groundOf(cell("ground"), context);
  if (!ground.ok) return ground;
  const where = stationsOf(cell, context.roll);
  if (!where.ok) return where;
  const area = areaOf(cell("area"), context.roll);
  if (!area.ok) return area;
  const at = timeOf(cell("filed"), context.election.timeZone, "filed");
  if (!at.ok) return at;
  const hearing = timeOf(cell("hearing"), context.election.timeZone, "hearing");
  if (!hearing.ok) return hearing;
  const noted = valueOf(NOTED, cell("noted"));
  const fee = valueOf(FEES, cell("fee"));
  if (noted === undefined) return unreadable("docket.badNoted", cell("noted"));
  if (fee === undefined) return unreadable("docket.badFee", cell("fee"));
  const petition = {
    at: at.value,
    ...numbers.value,
    body: body.value,
    filer: filer.value,
    asks,
    ground: ground.value,
    ...where.value,
    area: area.value,
    noted,
    fee,
    documents: [],
  };
  const otherZone = isOtherZone(cell("filed"), context.election.timeZone) ? cell("filed").trim() : "";
  return succeed({ line, petition, hearing: hearing.value, otherZone });
}

function unreadable(code: string, value: string): { readonly ok: false; readonly problem: Problem } {
  return fail({ code, context: { value: value.slice(0, 40) } });
}

/** A number has a digit and is no bare eight digits, which would be the document number of somebody. */
const NUMBER = /^(?=.*\d)[\p{L}\p{N} ._/°-]{1,80}$/u;
const DOCUMENT = /^\d{8}$/;

function numbersOf(cell: DocketCells): Result<{ readonly petition: string; readonly case: string }> {
  const [petition, number] = [cell("petition").trim(), cell("case").trim()];
  if (petition === "" && number === "") return fail({ code: "docket.noNumber" });
  for (const each of [petition, number])
    if (each !== "" && (!NUMBER.test(each) || DOCUMENT.test(each))) return fail({ code: "docket.badNumber" });
  // One row is one petition: a case with several is told apart by its stations.
  const own = petition === "" ? [number, ...codesIn(cell("stations"))].join(" ").slice(0, 200) : petition;
  return succeed({ petition: own, case: number });
}

function bodyOf(text: string, { law }: DocketContext): Result<string> {
  if (law === null)
    return /^[\p{L}\p{N} :._-]{1,100}$/u.test(text.trim()) ? succeed(text.trim()) : unreadable("docket.badBody", text);
  const body = bodyNamed(law.law, text);
  return body === null ? unreadable("docket.badBody", text) : succeed(body.id);
}

/** A list is stored only when the definition knows it: whatever else stands there could be the name of a person. */
function filerOf(cell: DocketCells, election: Election): Result<PetitionEntry["filer"]> {
  const role = valueOf(ROLES, cell("role"));
  if (role === undefined) return fail({ code: "docket.badRole" });
  const written = plainText(cell("party"));
  const option = election.options.find(({ id, name, label, aliases }) =>
    [id, name.es, name.en, label.es, label.en, ...aliases].some((each) => plainText(each) === written),
  );
  const isList = role === "legalAgent" || role === "tableAgent" || role === "party" || written !== "";
  if (option === undefined && isList && written !== "") return fail({ code: "docket.badParty" });
  return succeed({ role: role === "unknown" && option !== undefined ? "party" : role, party: option?.id ?? "" });
}

function groundOf(text: string, { law }: DocketContext): Result<string> {
  const written = plainText(text).split(" ").at(-1) ?? "";
  if (written === "") return succeed("");
  const grounds = law === null ? [] : law.law.rules.flatMap((rule) => (rule.kind === "ground" ? rule.ground : []));
  const found = grounds.find((ground) => plainText(ground) === written);
  if (found !== undefined) return succeed(found);
  return law === null && /^[a-z0-9]{1,8}$/.test(written) ? succeed(written) : unreadable("docket.badGround", text);
}

function codesIn(text: string): readonly string[] {
  return text.split(/[\s,;|]+/).filter((code) => code !== "");
}

function stationsOf(
  cell: DocketCells,
  roll: Roll,
): Result<{ readonly stations: readonly string[]; readonly unlocated: number }> {
  const width = roll.codes[0]?.length ?? 0;
  const stations: string[] = [];
  for (const code of codesIn(cell("stations"))) {
    // Spreadsheets drop the zeros in front.
    const station = stationAt(roll, code) < 0 ? code.padStart(width, "0") : code;
    if (stationAt(roll, station) < 0)
      return fail({ code: "docket.unknownStation", context: { station: code.slice(0, 40) } });
    if (!stations.includes(station)) stations.push(station);
  }
  const written = cell("unlocated").trim();
  const unlocated = written === "" ? 0 : parseCount(written);
  if (unlocated === undefined || unlocated > roll.codes.length) return unreadable("docket.badCount", written);
  return succeed({ stations: stations.toSorted(), unlocated });
}

/** `tree:code`, or a code of the first tree. */
function areaOf(text: string, roll: Roll): Result<AreaName | null> {
  const written = text.trim();
  if (written === "") return succeed(null);
  const [first = "", second] = written.split(":");
  const tree = second === undefined ? roll.trees[0] : roll.trees.find(({ id }) => id === first);
  const code = second ?? first;
  if (tree === undefined || !tree.areas.some((area) => area.code === code)) return unreadable("docket.badArea", text);
  return succeed({ tree: tree.id, code });
}

/** A day stays a day: nobody guesses the hour. */
function timeOf(text: string, zone: string, column: string): Result<ActMoment | null> {
  const written = text.trim();
  if (written === "") return succeed(null);
  const moment = parseCivilDate(written) ?? momentOf(written, zone);
  return moment === undefined
    ? fail({ code: "docket.badTime", context: { column, value: written.slice(0, 40) } })
    : succeed(moment);
}

/** True when a time with an offset has other digits than the clock of the election's zone had then. */
function isOtherZone(text: string, zone: string): boolean {
  const moment = parseInstant(text.trim());
  return moment !== undefined && momentOf(text.trim().slice(0, 16), zone)?.slice(0, 16) !== moment.slice(0, 16);
}
