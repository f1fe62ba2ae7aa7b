import { editionsInOrder } from "acta/record";
import { NO_SHEET, OUT_OF_SCOPE } from "acta/sheet";
import type { SheetTable } from "acta/sheet";
import { openEdition } from "../store/index.js";
import type { DataFolder, IndexedElection } from "../store/index.js";
import type { LastDelivery } from "./torn-snapshot.js";

/** What the last recorded delivery of each source looked like: what a follower that starts anew compares with. */
export function lastDeliveries(folder: DataFolder, indexed: IndexedElection): ReadonlyMap<string, LastDelivery> {
  const last = new Map<string, LastDelivery>();
  const sources = new Set(indexed.files.map((file) => sourceOf(file.part)));
  for (const source of sources) {
    const bytes = new Map(
      indexed.files.flatMap((file) => (sourceOf(file.part) === source ? [[file.sha256, file.bytes]] : [])),
    );
    const edition = editionsInOrder(indexed.editions).findLast((each) => each.sources.some((file) => bytes.has(file)));
    const open = edition === undefined ? undefined : openEdition(folder, indexed, edition);
    if (edition === undefined || open === undefined || !open.ok) continue;
    const stations = Math.max(0, ...[...open.value.tables.values()].map(sheetsIn));
    last.set(source, { stations, bytes: Math.max(0, ...edition.sources.map((file) => bytes.get(file) ?? 0)) });
  }
  return last;
}

/** A file's part is recorded as `source/part`. */
function sourceOf(part: string): string {
  return part.split("/")[0] ?? "";
}

function sheetsIn(table: SheetTable): number {
  let sheets = 0;
  for (const status of table.status) if (status !== NO_SHEET && status !== OUT_OF_SCOPE) sheets++;
  return sheets;
}
