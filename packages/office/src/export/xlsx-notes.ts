import type { LocalText } from "acta/election";
import type { CellStyle, WriteSheet } from "hucre/xlsx";
import type { ExportNotes } from "./export-notes.js";
import { say } from "./wording.js";
import { cellText } from "./xlsx-text.js";

const BOLD: CellStyle = { font: { bold: true } };

/** The sheet `notes`: what, then value in Spanish, then value in English; after the facts one line for each column. */
export function notesSheet(notes: ExportNotes): WriteSheet {
  const lines = [...factLines(notes), ...notes.notes.map((note) => line(say("export.heading.note"), note))];
  const columns = notes.columns.map(({ id, about }) => [id, about.es, about.en]);
  const heading = say("export.heading.column");
  const rows = [["", "es", "en"], ...lines, [], [both(heading), "es", "en"], ...columns];
  return {
    name: "notes",
    columns: [{ width: 34 }, { width: 70 }, { width: 70 }],
    rows: rows.map((row) => row.map(cellText)),
    cells: new Map(rows.map((_, at) => [`${at},0`, { style: BOLD }])),
  };
}

function factLines(notes: ExportNotes): readonly string[][] {
  const { election, edition, contest, policy, tree, group } = notes;
  const moment = edition.asOf === null ? say("export.note.unknownMoment") : same(edition.asOf);
  return [
    line(say("export.heading.provenance"), say(`export.provenance.${notes.provenance}`)),
    line(say("export.heading.election"), withId(election.name, election.id)),
    line(say("export.heading.authority"), same(election.authority)),
    line(say("export.heading.contest"), withId(contest.name, contest.id)),
    line(say("export.heading.edition"), same(`${edition.id} (${edition.number}; ${edition.ledgerSize})`)),
    line(say("export.heading.dataDigest"), same(edition.dataDigest)),
    line(say("export.heading.moment"), moment),
    line(say("export.heading.policy"), withId(policy.name, policy.id)),
    line(say("export.heading.tree"), withId(tree.name, tree.id)),
    line(say("export.heading.level"), same(notes.level)),
    ...(group === null ? [] : [line(say("export.heading.group"), withId(group.name, group.id))]),
    line(say("export.heading.resultStatus"), say(`export.resultStatus.${notes.resultStatus}`)),
    line(say("export.heading.rows"), same(String(notes.rowCount))),
    ...notes.sources.map(({ title, credit, licence }) => {
      const credits = (words: string): string => [words, credit, licence].filter((part) => part !== "").join("; ");
      return line(say("export.heading.credit"), { es: credits(title.es), en: credits(title.en) });
    }),
  ];
}

function line(heading: LocalText, value: LocalText): string[] {
  return [both(heading), value.es, value.en];
}

function both({ es, en }: LocalText): string {
  return es === en ? es : `${es} / ${en}`;
}

function same(text: string): LocalText {
  return { es: text, en: text };
}

function withId({ es, en }: LocalText, id: string): LocalText {
  return { es: `${es} (${id})`, en: `${en} (${id})` };
}
