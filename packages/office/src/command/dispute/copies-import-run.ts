import { resolve } from "node:path";
import { fail, parseCount, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { ElectionState } from "acta/record";
import { enterCopies } from "../../act/index.js";
import type { ActEntering, EnteredCopies } from "../../act/index.js";
import { filesEn, filesEs } from "../../files/index.js";
import { importEn, importEs, readCopies } from "../../import/index.js";
import type { CopyFile } from "../../import/index.js";
import { momentOf } from "../../language/index.js";
import { replayFolder } from "../../store/index.js";
import { acting, told } from "../desk/acting.js";
import type { ActingFlags } from "../desk/acting.js";
import { tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { electionFor } from "./ruling-bench.js";
import { cellCalled, nameOfCell } from "./ruling-cells.js";
import type { CellNames } from "./ruling-cells.js";
import { stationCalled } from "../desk/station-code.js";

/** Flags of `acta copies import`. */
export interface ImportCopiesFlags extends ActingFlags {
  readonly holder: string;
  readonly name: string;
  readonly number: string;
  readonly asOf?: string;
  readonly election?: string;
  readonly contest?: string;
}

/** Who may hold copies, and the role that signs them in a ledger of record. */
const HOLDERS: ReadonlyMap<string, string> = new Map([
  ["agent", "partyAgent"],
  ["observer", "observer"],
  ["tribunal", "tribunal"],
]);

/** Runs `acta copies import`: a file of copies becomes evidence in the record; what counts does not change. */
export async function runImportCopies(desk: Desk, flags: ImportCopiesFlags, file: string): Promise<void> {
  desk.language.learn({ es: importEs, en: importEn });
  desk.language.learn({ es: filesEs, en: filesEn });
  await acting(desk, flags, async (entering) => {
    const copy = copyNamed(flags);
    if (!copy.ok) return copy;
    const names = namesIn(flags, entering);
    if (!names.ok) return names;
    return importCopies(desk, flags, file, copy.value, names.value, entering);
  });
}

interface Named extends CellNames {
  readonly state: ElectionState;
}

/** `agent:PARTY/1`: what a copy is called in the record. */
function copyNamed({ holder, name, number }: ImportCopiesFlags): Result<string> {
  if (!HOLDERS.has(holder))
    return fail({
      code: "copies.badHolder",
      context: { holder: holder.slice(0, 40), known: [...HOLDERS.keys()].join(", ") },
    });
  const count = parseCount(number);
  if (count === undefined || count < 1 || count > 999 || !/^[^/\s]{1,60}$/.test(name))
    return fail({ code: "copies.badName", context: { name: `${name}/${number}`.slice(0, 80) } });
  return succeed(`${holder}:${name}/${count}`);
}

function namesIn(flags: ImportCopiesFlags, { folder }: ActEntering): Result<Named> {
  const replayed = replayFolder(folder);
  if (!replayed.ok) return replayed;
  const state = electionFor(replayed.value.state(), flags.election);
  if (!state.ok) return state;
  const { election } = state.value;
  const contest = election.contests.find(({ id }) => flags.contest === undefined || id === flags.contest);
  const known = election.contests.map(({ id }) => id).join(", ");
  return contest === undefined
    ? fail({ code: "command.unknownContest", context: { contest: flags.contest ?? "", known } })
    : succeed({ election, contest, state: state.value });
}

async function importCopies(
  desk: Desk,
  flags: ImportCopiesFlags,
  file: string,
  copy: string,
  names: Named,
  entering: ActEntering,
): Promise<Result<string>> {
  const read = await readFor(desk, file, names);
  if (!read.ok) return read;
  const asOf = flags.asOf === undefined ? null : momentOf(flags.asOf, names.election.timeZone);
  if (asOf === undefined) return fail({ code: "act.badMoment", context: { text: (flags.asOf ?? "").slice(0, 40) } });
  const { sheets, name, sha256 } = read.value;
  const entered = await enterCopies(entering, {
    election: names.election.id,
    contest: names.contest.id,
    copy,
    actor: { role: HOLDERS.get(flags.holder) ?? flags.holder, name: flags.name },
    asOf,
    sheets,
    file: { name, sha256 },
  });
  if (!entered.ok) return entered;
  return saidOf(desk, flags, { copy, names, file: read.value, entered: entered.value }, entering.folder.ledger.size);
}

/** Reads the file; of several problems all but the last are told here. */
async function readFor(desk: Desk, file: string, names: Named): Promise<Result<CopyFile>> {
  const { cwd, language } = desk;
  const { cells } = names.contest.form;
  const path = resolve(cwd, file);
  const read = await readCopies(path, {
    cells: cells.length,
    cellAt: (header) => {
      const cell = cellCalled(language, names, header);
      return cell === undefined ? undefined : cells.indexOf(cell);
    },
    stationOf: (text) => names.state.roll.codes[stationCalled(names.state.roll, text)],
  });
  if (read.ok) return read;
  const problems = read.problem.map((problem) => shownAs(problem, path, file));
  tellAll(desk, problems.slice(0, -1));
  return fail(problems.at(-1) ?? { code: "copies.noRows", where: file });
}

interface Imported {
  readonly copy: string;
  readonly names: Named;
  readonly file: CopyFile;
  readonly entered: EnteredCopies;
}

function saidOf(
  { language }: Desk,
  flags: ImportCopiesFlags,
  { copy, names, file, entered }: Imported,
  size: number,
): Result<string> {
  const { ignored, sha256 } = file;
  const lacking = file.lacking.flatMap((at) => names.contest.form.cells[at] ?? []);
  const lackingNames = lacking.map((cell) => nameOfCell(language, names, cell)).join(", ");
  const ids = lacking.map(({ id }) => id);
  const text = [
    language.say("copies.entered", { copy, read: entered.read, written: entered.written }),
    ...(ignored.length === 0 ? [] : [`  ${language.say("copies.ignored", { columns: ignored.join(", ") })}`]),
    ...(ids.length === 0 ? [] : [`  ${language.say("copies.lacking", { cells: lackingNames })}`]),
    language.say("copies.next", { data: flags.data }),
  ].join("\n");
  return told(flags, { schema: "acta-copies-import/1", copy, sha256, ...entered, ignored, lacking: ids, size }, text);
}

/** Problems name the file as it was given. */
function shownAs(problem: Problem, path: string, file: string): Problem {
  return { ...problem, where: (problem.where ?? file).replace(path, file) };
}
