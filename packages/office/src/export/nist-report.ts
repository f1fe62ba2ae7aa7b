import { fail, succeed, utf8 } from "acta/basics";
import type { Result } from "acta/basics";
import type { OpenEdition } from "../store/index.js";
import { remarksOf, resultStatusOf } from "./export-notes.js";
import { selectionOf } from "./export-request.js";
import type { Selection, TableRequest } from "./export-request.js";
import { ballotCountsOf, candidatesOf, isBetweenLists, nistContest, optionsOf, partiesOf } from "./nist-contest.js";
import { nistIdentifier, nistText } from "./nist-form.js";
import type { NistElection, NistReport } from "./nist-form.js";
import { areasOf } from "./nist-units.js";
import type { NistArea } from "./nist-units.js";
import { say } from "./wording.js";

/** A report as bytes. */
export interface NistFile {
  readonly bytes: Uint8Array;
  /** Areas in it. */
  readonly areas: number;
}

/**
 * Writes one contest as a NIST SP 1500-100 v2 election report (JSON), from the whole down to the level that is asked for, the lowest
 * of the tree when none is. The mapping and its reasons: docs/decisions/0005-exports.md. The same edition gives the same bytes.
 */
export function writeNist(open: OpenEdition, request: TableRequest): Result<NistFile> {
  const selected = selectionOf(open, request);
  if (!selected.ok) return selected;
  const { level, group } = selected.value;
  if (group !== null) return fail({ code: "export.nistWholeContest", context: { group: group.id } });
  if (level.kind !== "area") return fail({ code: "export.nistLevel", context: { level: level.id } });
  const areas = areasOf(selected.value, level.depth);
  const report = reportOf(selected.value, areas);
  return succeed({ bytes: utf8(`${JSON.stringify(report)}\n`), areas: areas.length });
}

function reportOf(selection: Selection, areas: readonly NistArea[]): NistReport {
  const { open, contest, policy, provenance } = selection;
  const { edition } = open;
  const root = areas[0];
  if (root === undefined) throw new Error("a tree has a root");
  const options = optionsOf(selection);
  const lists = isBetweenLists(contest, options);
  return {
    "@type": "ElectionResults.ElectionReport",
    Format: "summary-contest",
    // Not the clock: who exports the same edition again gets the same bytes.
    GeneratedDate: edition.sealedAt,
    // Who computed, not the authority: it has not issued this.
    Issuer: "Acta",
    IssuerAbbreviation: "Acta",
    IsTest: provenance !== "real",
    ...(provenance === "real" ? {} : { TestType: provenance }),
    Notes: remarks(selection),
    SequenceStart: 1,
    SequenceEnd: 1,
    Status: resultStatusOf(selection) === "complete" ? "unofficial-complete" : "unofficial-partial",
    VendorApplicationId: "acta",
    ExternalIdentifier: [
      nistIdentifier("acta-edition", edition.id),
      nistIdentifier("acta-data-digest", edition.dataDigest),
      nistIdentifier("acta-policy", policy.id),
    ],
    GpUnit: areas.map((area) => area.unit),
    Party: partiesOf(options, lists),
    Election: [electionOf(selection, areas, root, lists)],
  };
}

function electionOf(selection: Selection, areas: readonly NistArea[], root: NistArea, lists: boolean): NistElection {
  const { election } = selection.open;
  return {
    "@type": "ElectionResults.Election",
    Name: nistText(election.name),
    // A runoff is an election that follows another (RECORD.md 4).
    Type: election.follows === null ? "general" : "runoff",
    StartDate: election.date,
    EndDate: election.date,
    ElectionScopeId: root.unit["@id"],
    ExternalIdentifier: [nistIdentifier("acta-election", election.id)],
    BallotCounts: ballotCountsOf(selection, areas),
    Candidate: lists ? [] : candidatesOf(optionsOf(selection)),
    Contest: [nistContest(selection, areas, root, lists)],
  };
}

/** The remarks in both languages, with the credit of the sources: the standard has one field of plain text for all of it. */
function remarks(selection: Selection): string {
  const { election } = selection.open;
  const preferential = selection.contest.form.cells.some((cell) => cell.role === "preferential");
  const notes = [
    ...remarksOf(selection),
    say("export.note.nistBallots"),
    ...(preferential ? [say("export.note.nistPreferential")] : []),
    ...election.sources.map(({ title, credit, licence }) => {
      const rest = [credit, licence].filter((part) => part !== "").join("; ");
      return { es: `${title.es}: ${rest}`, en: `${title.en}: ${rest}` };
    }),
  ];
  return [...notes.map((note) => note.es), ...notes.map((note) => note.en)].join("\n");
}
