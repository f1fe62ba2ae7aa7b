import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { editionEn, editionEs } from "acta/edition";
import { ledgerEn, ledgerEs } from "acta/ledger";
import { recordEn, recordEs } from "acta/record";
import type { Cell } from "acta/sheet";
import { proveStation, webVerifyEn, webVerifyEs } from "../verify/index.js";
import { folderAddress } from "./folder-address.js";
import type { PageContext } from "./page-kind.js";
import type { ListCell } from "./published-forms.js";
import type { StationRecord } from "./station-record.js";
import { textsIn } from "./wording.js";
import type { Wording } from "./wording.js";

/** A proof that was made and checked in the page. */
export interface MadeProof {
  readonly index: number;
  readonly size: number;
  readonly key: string;
  /** What is proved is what the page shows. */
  readonly isShown: boolean;
  /** False where a ruling or a correction came after it: those are acts, and a proof file is of a sheet. */
  readonly isInForce: boolean;
  readonly bytes: number;
  /** Address of the file in this page, and its name. */
  readonly href: string;
  readonly name: string;
}

const TEXTS: Readonly<Record<Wording["code"], Readonly<Record<string, string>>>> = {
  es: { ...ledgerEs, ...recordEs, ...editionEs, ...webVerifyEs },
  en: { ...ledgerEn, ...recordEn, ...editionEn, ...webVerifyEn },
};

/** Makes and checks the proof of the version in force. @returns a problem whose code is its text: other rooms' words are loaded with this file. */
export async function makeProof(context: PageContext, record: StationRecord): Promise<Result<MadeProof>> {
  const { wording, links, home } = context;
  const version = record.versions.findLast(({ batch }) => batch?.kind === "sheet");
  if (version === undefined || version.batch === null) return fail({ code: wording.say("station.none") });
  const folder = folderAddress(links);
  const made = await proveStation(folder, { entry: version.entry, batch: version.batch.batch });
  if (!made.ok) return fail({ code: problemText(wording, made.problem) });
  const { bytes, proved, key } = made.value;
  const shown = [...version.cells.values()];
  const isShown =
    proved.station === record.code &&
    proved.status === version.status &&
    proved.cells.length === shown.length &&
    proved.cells.every((cell, at) => sameCell(cell, shown[at] ?? null));
  return succeed({
    index: proved.index,
    size: proved.checkpoint.checkpoint.size,
    key,
    isShown,
    isInForce: version === record.versions.at(-1),
    bytes: bytes.length,
    href: URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: "text/plain" })),
    name: `${home.contest.id}-${record.code}`.replaceAll(/[^\p{L}\p{N}.-]/gu, "_") + ".acta-proof",
  });
}

function problemText(wording: Wording, { code, where = "", context = {} }: Problem): string {
  const text = textsIn(TEXTS, wording.code)?.[code];
  const said = text === undefined ? code : wording.format(text, { ...context, where });
  return where === "" ? said : `${said}: ${where}`;
}

function sameCell(cell: Cell, shown: ListCell): boolean {
  return cell.kind === "count" ? cell.value === shown : writtenAs(cell) === shown;
}

function writtenAs(cell: Exclude<Cell, { kind: "count" }>): string {
  switch (cell.kind) {
    case "blank":
      return "";
    case "illegible":
      return "?";
    case "notSupplied":
      return "-";
    case "absurd":
      return `!${cell.raw}`;
  }
}
