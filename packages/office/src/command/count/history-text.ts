import { AUTHORITY_COPY, cellsOf, changeBetween } from "acta/record";
import type { Edition, SheetVersion, VersionChange } from "acta/record";
import type { Cell } from "acta/sheet";
import type { Language } from "../../language/index.js";
import { cellName, cellText } from "../desk/finding-text.js";
import { atOf } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { titleLines } from "./result-text.js";

/** The documented JSON shape `acta-history/1`. */
export function historyDocument(
  opened: OpenedContest,
  station: string,
  versions: readonly SheetVersion[],
): Readonly<Record<string, unknown>> {
  const { election } = opened.open;
  return {
    schema: "acta-history/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    ...atOf(opened),
    station,
    versions: versions.map((version) => ({
      entry: version.index,
      kind: version.header.kind,
      replaces: version.replaces < 0 ? null : version.replaces,
      edition: editionJson(editionOf(opened, version)),
      asOf: version.header.asOf,
      recordedAt: version.header.recordedAt,
      actor: version.header.actor,
      signer: version.header.signer,
      basis: version.header.basis,
      reason: version.header.reason,
      source: sourceOf(opened, version),
      definition: version.header.definition,
      copy: version.header.copy,
      state: version.status.state,
      status: version.status.id,
      flags: version.status.flags,
      resolved: version.status.resolved,
      cells: Object.fromEntries([...cellsOf(version)].map(([id, cell]) => [id, cellJson(cell)])),
      changed: changeJson(changeOf(versions, version)),
    })),
  };
}

function editionJson(edition: Edition | undefined): Readonly<Record<string, unknown>> | null {
  return edition === undefined ? null : { id: edition.id, number: edition.number, asOf: edition.asOf };
}

function cellJson(cell: Cell | null): unknown {
  return cell?.kind === "count" ? cell.value : cell;
}

function changeJson(change: VersionChange | null): Readonly<Record<string, unknown>> | null {
  if (change === null) return null;
  const { status, cells } = change;
  return { status, cells: cells.map(({ cell, from, to }) => ({ cell, from: cellJson(from), to: cellJson(to) })) };
}

/** The edition that a version came in: the next that was sealed after it. */
function editionOf(opened: OpenedContest, version: SheetVersion): Edition | undefined {
  return opened.indexed.editions.find((edition) => edition.number === version.edition);
}

function sourceOf(
  opened: OpenedContest,
  version: SheetVersion,
): { readonly sha256: string; readonly name: string } | null {
  const sha256 = version.header.source;
  if (sha256 === "") return null;
  return { sha256, name: opened.indexed.files.find((file) => file.sha256 === sha256)?.name ?? "" };
}

/** What a version changed in the one that it replaces; null for the first. */
function changeOf(versions: readonly SheetVersion[], version: SheetVersion): VersionChange | null {
  const before = versions.find((each) => each.index === version.replaces);
  return before === undefined ? null : changeBetween(before, version);
}

/** Every version in words, oldest entry first. */
export function historyText(
  language: Language,
  opened: OpenedContest,
  station: string,
  versions: readonly SheetVersion[],
): string {
  const lines = [
    ...titleLines(language, opened.open.election, opened.contest, opened.at),
    language.say("history.title", { station, count: versions.length }),
  ];
  for (const version of versions) lines.push("", ...versionLines(language, opened, versions, version));
  return lines.join("\n");
}

function versionLines(
  language: Language,
  opened: OpenedContest,
  versions: readonly SheetVersion[],
  version: SheetVersion,
): readonly string[] {
  const zone = opened.open.election.timeZone;
  const { actor, asOf, basis, reason, recordedAt } = version.header;
  const edition = editionOf(opened, version);
  const source = sourceOf(opened, version);
  const change = changeOf(versions, version);
  return [
    edition === undefined
      ? language.say("history.unsealed", { index: version.index })
      : language.say("history.version", {
          index: version.index,
          number: edition.number,
          id: edition.id,
          moment: language.moment(asOf, zone),
        }),
    ...actLine(language, version),
    language.say(`history.${basis}`, { actor: actor.name, moment: language.moment(recordedAt, zone), reason }),
    ...(source === null
      ? []
      : [
          language.say("history.source", {
            name: source.name === "" ? "–" : source.name,
            sha256: source.sha256.slice(0, 12),
          }),
        ]),
    ...statusLine(language, version),
    change === null ? writtenLine(language, opened, version) : changeLine(language, opened, change, version.replaces),
  ];
}

/** A copy of somebody else is evidence and has no status of the authority's. */
function statusLine(language: Language, { header, status }: SheetVersion): readonly string[] {
  if (header.copy !== "" && header.copy !== AUTHORITY_COPY)
    return [`  ${language.say("history.copy", { copy: header.copy })}`];
  const state = language.say(`state.${status.state}`);
  return [`  ${language.say("station.status", { status: language.pick(status.name), state })}`];
}

/** A version that no sheet brought says what did. */
function actLine(language: Language, { header }: SheetVersion): readonly string[] {
  const { kind, actor } = header;
  return kind === "ruling" || kind === "erratum" ? [language.say(`history.${kind}`, { actor: actor.name })] : [];
}

function writtenLine(language: Language, opened: OpenedContest, version: SheetVersion): string {
  const cells = [...cellsOf(version)].map(
    ([id, cell]) => `${cellName(language, opened, id)} ${cellText(language, cell)}`,
  );
  return language.say("history.written", { cells: cells.join(", ") });
}

function changeLine(language: Language, opened: OpenedContest, change: VersionChange, replaces: number): string {
  if (change.cells.length === 0) return language.say("history.statusOnly", { replaces });
  const text = (cell: Cell | null): string => (cell === null ? "–" : cellText(language, cell));
  const cells = change.cells.map(
    ({ cell, from, to }) => `${cellName(language, opened, cell)} ${text(from)} → ${text(to)}`,
  );
  return language.say("history.changed", { replaces, cells: cells.join(", ") });
}
