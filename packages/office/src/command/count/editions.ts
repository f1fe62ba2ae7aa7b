import { buildCommand } from "@stricli/core";
import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Election } from "acta/election";
import { editionsInOrder } from "acta/record";
import type { Edition } from "acta/record";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText } from "../desk/flags.js";
import type { DataFlags } from "../desk/flags.js";
import { atOf, openContest, withElection } from "../desk/opened.js";
import type { OpenedElection } from "../desk/opened.js";
import { labelOf, titleLines } from "./result-text.js";
import { wholeResult } from "./whole-result.js";
import { definitionIn } from "../../store/index.js";

/** `acta editions`: the editions of an election, oldest first. */
export function editionsCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("editions.brief"), fullDescription: language.say("editions.full") },
    parameters: { flags: { ...dataFlags(language), margin: optionalText(language, "margin", "VOTES") } },
    async func(this: Desk, flags: DataFlags & { readonly margin?: string }) {
      const { margin } = flags;
      const ask = margin === undefined ? undefined : (await import("./margin.js")).tellMargin;
      const done = await withElection(this, flags, (opened) => {
        if (ask !== undefined && margin !== undefined) return ask(this, opened, flags, margin);
        const editions = editionsInOrder(opened.indexed.editions);
        if (flags.json) {
          const definition = definitionIn(opened.folder, opened.indexed);
          if (!definition.ok) return definition;
          printJson(this, { ...editionsDocument(definition.value, editions), ...atOf(opened) });
          return succeed(null);
        }
        return printTable(this, opened, editions, flags.contest);
      });
      if (!done.ok) tell(this, done.problem);
    },
  });
}

/** The documented JSON shape `acta-editions/1`. */
export function editionsDocument(election: Election, editions: readonly Edition[]): Readonly<Record<string, unknown>> {
  return {
    schema: "acta-editions/1",
    provenance: election.provenance,
    election: election.id,
    editions: editions.map(({ id, number, asOf, sealedAt, size, dataDigest }) => ({
      id,
      number,
      asOf,
      sealedAt,
      size,
      dataDigest,
    })),
  };
}

function printTable(
  desk: Desk,
  opened: OpenedElection,
  editions: readonly Edition[],
  contest: string | undefined,
): Result<null> {
  const { language } = desk;
  const rows: (readonly string[])[] = [];
  let head = "";
  for (const edition of editions) {
    const at = openContest(opened, edition, contest);
    if (!at.ok) return at;
    const result = wholeResult(at.value);
    head = titleLines(language, at.value.open.election, at.value.contest, opened.at).join("\n");
    rows.push([
      String(edition.number),
      edition.id,
      language.moment(edition.asOf, at.value.open.election.timeZone),
      `${language.number(result.stations.counted)}/${language.number(result.stations.total)}`,
      result.leader.id === null ? "–" : labelOf(language, at.value, result.leader.id),
      language.number(result.margin.votes),
      language.number(edition.size),
    ]);
  }
  const columns = ["number", "edition", "asOf", "counted", "leader", "margin", "size"];
  const right = new Set(["counted", "margin", "size"]);
  desk.print(head);
  desk.print(
    drawTable(
      columns.map((name) => ({ title: language.say(`column.${name}`), align: right.has(name) ? "right" : "left" })),
      rows,
    ),
  );
  return succeed(null);
}
