import { buildCommand } from "@stricli/core";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { ancestorAt } from "acta/election";
import { NO_ENTRY, cellOf, checkTable, stateOf, statusOf } from "acta/sheet";
import type { Cell, Finding } from "acta/sheet";
import { PRESET_POLICIES } from "acta/tabulation";
import { drawTable } from "../../language/index.js";
import type { Language } from "../../language/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { cellName, cellText, findingText } from "../desk/finding-text.js";
import { dataFlags, optionalText } from "../desk/flags.js";
import { atOf, withContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { headText, levelName } from "./result-text.js";
import { stationCalled } from "../desk/station-code.js";
import type { ProofAsked } from "./station-proof-run.js";

/** `acta station`: one sheet as it is written, where it stands and what does not fit. */
export function stationCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("station.brief"), fullDescription: language.say("station.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        // Without a file name behind it the proof gets a name of its own.
        proof: { ...optionalText(language, "proof", "FILE"), inferEmpty: true },
        from: optionalText(language, "proofFrom", "FOLDER|URL"),
        trust: optionalText(language, "trust", "KEY"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.station"), parse: String, placeholder: "CODE" }],
      },
    },
    async func(this: Desk, flags: ProofAsked, code: string) {
      if (flags.proof !== undefined || flags.from !== undefined) {
        const { runStationProof } = await import("./station-proof-run.js");
        const proved = await runStationProof(this, flags, code);
        return proved.ok ? undefined : tell(this, proved.problem);
      }
      const { legalDocument, legalView } = await import("./legal-view.js");
      const { legalLines } = await import("./legal-text.js");
      const done = await withContest(this, flags, (opened) => {
        const view = viewOf(opened, code);
        if (!view.ok) return view;
        // Without a choice of edition the law's last word counts, also when no edition was sealed since.
        const upTo = flags.edition === undefined ? opened.index.size : opened.open.edition.size;
        const legal = legalView(this.language, opened, view.value.code, upTo, this.now());
        if (!legal.ok) return legal;
        if (flags.json) printJson(this, { ...stationDocument(opened, view.value), legal: legalDocument(legal.value) });
        else {
          const zone = opened.open.election.timeZone;
          this.print(stationText(this.language, opened, view.value));
          this.print(["", ...legalLines(this.language, legal.value, zone)].join("\n"));
        }
        return succeed(null);
      });
      if (!done.ok) tell(this, done.problem);
    },
  });
}

/** The sheet of a station and what stands around it. */
export interface StationView {
  readonly row: number;
  readonly code: string;
  readonly areas: readonly {
    readonly tree: string;
    readonly level: string;
    readonly code: string;
    readonly name: string;
  }[];
  readonly place: { readonly name: string; readonly address: string } | null;
  readonly registered: number | null;
  readonly cells: readonly { readonly id: string; readonly cell: Cell }[];
  readonly findings: readonly Finding[];
}

/** What is known of the sheet of a station. @returns a problem: `command.unknownStation`. */
export function viewOf(opened: OpenedContest, code: string): Result<StationView> {
  const { roll, election } = opened.open;
  const row = stationCalled(opened.open.roll, code);
  if (row < 0)
    return fail({ code: "command.unknownStation", context: { station: code.slice(0, 40), election: election.id } });
  const place = roll.places[roll.place[row] ?? -1];
  const registered = roll.registered[row] ?? -1;
  const list = checkTable(election, opened.contest, roll, opened.table);
  return succeed({
    row,
    code: roll.codes[row] ?? code,
    areas: areasOf(opened, row),
    place: place === undefined ? null : { name: place.name, address: place.address },
    registered: registered < 0 ? null : registered,
    cells: opened.contest.form.cells.map((cell, at) => ({
      id: cell.id,
      cell: cellOf(opened.table.cells[at]?.[row] ?? 0, opened.table.raw.get(row * opened.table.cells.length + at)),
    })),
    findings: list.findings.filter((finding) => finding.rows.includes(row)),
  });
}

function areasOf(opened: OpenedContest, row: number): StationView["areas"] {
  const { roll, election } = opened.open;
  return roll.trees.flatMap((tree, treeAt) => {
    const leaf = roll.leaves[treeAt]?.[row] ?? 0;
    const levels = election.trees.find((each) => each.id === tree.id)?.levels ?? [];
    return levels.flatMap((level, at) => {
      const area = tree.areas[ancestorAt(tree, leaf, at + 1)];
      return area === undefined || area.level !== at + 1
        ? []
        : [{ tree: tree.id, level: level.id, code: area.code, name: area.name }];
    });
  });
}

/** The documented JSON shape `acta-station/1`. */
export function stationDocument(opened: OpenedContest, view: StationView): Readonly<Record<string, unknown>> {
  const { edition, election } = opened.open;
  const status = statusOf(opened.table, view.row);
  const head = opened.table.head[view.row] ?? NO_ENTRY;
  return {
    schema: "acta-station/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    ...atOf(opened),
    station: view.code,
    areas: view.areas,
    place: view.place,
    registeredVoters: view.registered,
    state: stateOf(opened.table, view.row),
    status: status?.id ?? null,
    flags: status?.flags ?? [],
    resolved: status?.resolved ?? false,
    cells: Object.fromEntries(view.cells.map(({ id, cell }) => [id, cell.kind === "count" ? cell.value : cell])),
    entry: head === NO_ENTRY ? null : head,
    findings: view.findings.map(({ code, severity, values }) => ({ code, severity, values })),
  };
}

function stationText(language: Language, opened: OpenedContest, view: StationView): string {
  const policy = PRESET_POLICIES[0];
  const status = statusOf(opened.table, view.row);
  const geographic = view.areas.filter((area) => area.tree === opened.open.roll.trees[0]?.id);
  const lines = [
    policy === undefined ? "" : headText(language, opened, policy),
    "",
    language.say("station.title", { code: view.code }),
    geographic.map((area) => `${levelName(language, opened, area.level)} ${area.name} (${area.code})`).join(" · "),
  ];
  if (view.place !== null) lines.push([view.place.name, view.place.address].filter((text) => text !== "").join(", "));
  lines.push(
    view.registered === null
      ? language.say("station.registeredUnknown")
      : language.say("station.registered", { count: view.registered }),
    language.say("station.status", {
      status: status === undefined ? language.say("state.notCollected") : language.pick(status.name),
      state: language.say(`state.${stateOf(opened.table, view.row) ?? "outOfContest"}`),
    }),
    "",
    drawTable(
      [{ title: language.say("column.cell") }, { title: language.say("column.written"), align: "right" }],
      view.cells.map(({ id, cell }) => [cellName(language, opened, id), cellText(language, cell)]),
    ),
    "",
    ...(view.findings.length === 0
      ? [language.say("station.noFindings")]
      : view.findings.map((finding) => findingText(language, opened, finding))),
  );
  return lines.join("\n");
}
