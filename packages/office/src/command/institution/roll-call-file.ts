import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { rollCallOf, voteOfWord } from "acta/institution";
import type { ChamberRule, InstitutionLaw, NamedVote, RollCall } from "acta/institution";
import { filesEn, filesEs } from "../../files/index.js";
import type { Desk } from "../desk/desk.js";
import { columnOf, openTable } from "./seat-votes-file.js";

/** Columns of a roll call, by the words with which people head them. */
const COLUMNS = {
  member: ["member", "miembro", "congresista", "diputado", "senador", "nombre", "name"],
  group: ["group", "grupo", "bancada", "grupo parlamentario", "party", "partido"],
  vote: ["vote", "voto", "votación"],
} as const;

/** Reads a roll call from a CSV table, one row for each member. Words for votes are those of the institutions file. */
export async function readRollCall(
  desk: Desk,
  path: string,
  law: InstitutionLaw,
  chamber: ChamberRule,
): Promise<Result<RollCall>> {
  desk.language.learn({ es: filesEs, en: filesEn });
  const opened = await openTable(resolve(desk.cwd, path));
  if (!opened.ok) return opened;
  try {
    const { header } = opened.value;
    const at = {
      member: columnOf(header, COLUMNS.member),
      group: columnOf(header, COLUMNS.group),
      vote: columnOf(header, COLUMNS.vote),
    };
    if (at.member < 0 || at.vote < 0)
      return fail({ code: "vote.badHeader", where: path, context: { header: header.join(", ").slice(0, 200) } });
    const members: NamedVote[] = [];
    const problems: Problem[] = [];
    const done = await opened.value.each(
      (row) => {
        const word = row.text(at.vote);
        const vote = voteOfWord(law.voteWords, word);
        if (vote === undefined) {
          const context = { word: word.slice(0, 40) };
          problems.push({ code: "vote.unknownWord", where: `${path}:${row.line}`, context });
          return;
        }
        const group = at.group < 0 ? "" : row.text(at.group).trim();
        members.push({ member: row.text(at.member).trim(), group, vote });
      },
      ({ line }) => {
        problems.push({ code: "seats.badRow", where: `${path}:${line}` });
      },
    );
    if (!done.ok) return done;
    const [first] = problems;
    if (first !== undefined) return fail(first);
    const call = rollCallOf(members, chamber);
    return call.ok ? succeed(call.value) : fail({ ...call.problem, where: path });
  } finally {
    await opened.value.close();
  }
}
