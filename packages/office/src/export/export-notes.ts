import type { CivilDate, Instant } from "acta/basics";
import type { LocalText, Policy, Provenance } from "acta/election";
import { tallyBy } from "acta/tabulation";
import type { ExportColumn } from "./export-column.js";
import type { Selection } from "./export-request.js";
import { say } from "./wording.js";

/** What an export is about: everything that a reader needs to cite it, to find its base and to make it again. */
export interface ExportNotes {
  readonly format: "acta-export/1";
  /** Stands first: what is synthetic or a drill says so before anything else. */
  readonly provenance: Provenance;
  readonly election: {
    readonly id: string;
    readonly name: LocalText;
    readonly country: string;
    readonly date: CivilDate;
    readonly timeZone: string;
    readonly authority: string;
  };
  readonly contest: { readonly id: string; readonly name: LocalText };
  readonly edition: {
    readonly id: string;
    readonly number: number;
    /** The source's clock; null when nobody said. */
    readonly asOf: Instant | null;
    readonly sealedAt: Instant;
    readonly ledgerSize: number;
    readonly dataDigest: string;
    readonly definition: string;
    readonly roll: string;
    /** SHA-256 of the raw files. */
    readonly sourceFiles: readonly string[];
  };
  readonly policy: Policy;
  readonly tree: { readonly id: string; readonly name: LocalText; readonly codes: string };
  readonly level: string;
  readonly group: { readonly id: string; readonly name: LocalText } | null;
  /** Whether every station of the contest is in the authority's count. Never certified: that is an act of a tribunal. */
  readonly resultStatus: "partial" | "complete";
  readonly rowCount: number;
  readonly sources: readonly {
    readonly id: string;
    readonly title: LocalText;
    readonly credit: string;
    readonly licence: string;
  }[];
  readonly notes: readonly LocalText[];
  readonly columns: readonly { readonly id: string; readonly kind: ExportColumn["kind"]; readonly about: LocalText }[];
}

/** Writes the notes of a selection. */
export function notesOf(selection: Selection, columns: readonly ExportColumn[], rows: number): ExportNotes {
  const { open, contest, policy, treeDefinition, codes, level, group, provenance } = selection;
  const { election, edition } = open;
  return {
    format: "acta-export/1",
    provenance,
    election: {
      id: election.id,
      name: election.name,
      country: election.country,
      date: election.date,
      timeZone: election.timeZone,
      authority: election.authority.name,
    },
    contest: { id: contest.id, name: contest.name },
    edition: {
      id: edition.id,
      number: edition.number,
      asOf: edition.asOf,
      sealedAt: edition.sealedAt,
      ledgerSize: edition.size,
      dataDigest: edition.dataDigest,
      definition: edition.definition,
      roll: edition.roll,
      sourceFiles: edition.sources,
    },
    policy,
    tree: { id: treeDefinition.id, name: treeDefinition.name, codes },
    level: level.id,
    group: group === null ? null : { id: group.id, name: group.name },
    resultStatus: resultStatusOf(selection),
    rowCount: rows,
    sources: election.sources.map(({ id, title, credit, licence }) => ({ id, title, credit, licence })),
    notes: remarksOf(selection),
    columns: columns.map(({ id, kind, about }) => ({ id, kind, about })),
  };
}

/** Whether the whole contest is in the authority's count, whatever part of it is exported. */
export function resultStatusOf({ open, table, policy }: Selection): "partial" | "complete" {
  const whole = tallyBy(open.election, open.roll, table, policy, new Uint32Array(table.size), 1);
  const { referred, pending, notCollected } = whole.byState;
  const outside = (referred[0] ?? 0) + (pending[0] ?? 0) + (notCollected[0] ?? 0);
  return outside === 0 && (whole.stations[0] ?? 0) > 0 ? "complete" : "partial";
}

/** Sentences for people: what the figures are, what they are not, how to read the cells. */
export function remarksOf({ open, policy, level, group, provenance }: Selection): readonly LocalText[] {
  const { election, edition } = open;
  const unknown = say("export.note.unknownMoment");
  return [
    ...(provenance === "real" ? [] : [say(`export.note.${provenance}`)]),
    say("export.note.base", { edition: edition.id, moment: edition.asOf ?? unknown }),
    say("export.note.notOfficial", { authority: election.authority.name }),
    say("export.note.policy", { policy: policy.name }),
    // Until petitions can be loaded, nothing may be said about what is open without these words (RECORD.md 8).
    say("export.note.petitions"),
    ...(group === null ? [] : [say("export.note.group", { group: group.name })]),
    say(level.kind === "station" ? "export.note.cells" : "export.note.shares"),
    say("export.note.emptyCells"),
    say("export.note.unknownArea"),
  ];
}
