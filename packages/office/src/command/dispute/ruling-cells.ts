import { fail, parseCount, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ChallengedVotes } from "acta/dispute";
import type { Contest, Election, FormCell } from "acta/election";
import type { Language, Messages } from "../../language/index.js";
import { rulingEn } from "../messages/ruling-en.js";
import { rulingEs } from "../messages/ruling-es.js";

/** What names cells: a contest and the election whose options it has. */
export interface CellNames {
  readonly election: Election;
  readonly contest: Contest;
}

/**
 * The cell that somebody means: by its id, by its name in the reader's language, or by id, label, name or alias of its option; undefined
 * when none or several fit.
 */
export function cellCalled(language: Language, names: CellNames, text: string): FormCell | undefined {
  const { election, contest } = names;
  const { cells } = contest.form;
  const exact = cells.find(({ id }) => id === text);
  if (exact !== undefined) return exact;
  const wanted = plain(text);
  const found = cells.filter((cell) => {
    const own = [
      cell.id,
      cell.role,
      nameOfCell(language, names, cell),
      ...SHORT.flatMap((texts) => texts[`cell.${cell.role}.short`] ?? []),
    ];
    if (cell.role !== "preferential" && own.some((each) => plain(each) === wanted)) return true;
    const option = cell.role === "option" ? election.options.find(({ id }) => id === cell.option) : undefined;
    if (option === undefined) return false;
    const { id, label, name, aliases } = option;
    return [id, label.es, label.en, name.es, name.en, ...aliases].some((each) => plain(each) === wanted);
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Short names of cells in every language: a file of copies may be written in any. */
const SHORT: readonly Messages[] = [rulingEs, rulingEn];

/** Case, accents and blanks at the ends do not distinguish names. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").trim().toLowerCase();
}

/** Figures as `CELL=N,...`, by cell id. @returns `ruling.badFigures` or `act.unknownCell` with the part that is wrong. */
export function figuresIn(
  language: Language,
  names: CellNames,
  text: string | undefined,
): Result<Readonly<Record<string, number>>> {
  const figures: Record<string, number> = {};
  for (const part of (text ?? "") === "" ? [] : (text ?? "").split(",")) {
    const [name = "", value = ""] = part.split("=");
    const count = parseCount(value.trim());
    if (!part.includes("=") || count === undefined)
      return fail({ code: "ruling.badFigures", context: { part: part.slice(0, 40) } });
    const cell = cellCalled(language, names, name.trim());
    if (cell === undefined) {
      const known = names.contest.form.cells.map(({ id }) => id).join(", ");
      return fail({ code: "act.unknownCell", context: { cell: name.trim().slice(0, 40), known } });
    }
    if (cell.id in figures) return fail({ code: "ruling.badFigures", context: { part: part.slice(0, 40) } });
    figures[cell.id] = count;
  }
  return succeed(figures);
}

/** What is said of the challenged votes: nothing (nobody has opened the envelopes), `missing`, or where each went. */
export function challengedIn(language: Language, names: CellNames, text: string | undefined): Result<ChallengedVotes> {
  if (text === undefined) return succeed({ kind: "unopened" });
  if (text === "missing") return succeed({ kind: "missing" });
  const votes = figuresIn(language, names, text);
  return votes.ok ? succeed({ kind: "decided", votes: votes.value }) : votes;
}

/** The name of a cell: an option's label, "blank votes", "citizens who voted". */
export function nameOfCell(language: Language, { election }: CellNames, cell: FormCell): string {
  const option = election.options.find(({ id }) => id === cell.option);
  if (option === undefined) return language.say(`cell.${cell.role}`);
  const label = language.pick(option.label);
  return cell.role === "preferential" ? `${label} ${cell.candidate}` : label;
}
