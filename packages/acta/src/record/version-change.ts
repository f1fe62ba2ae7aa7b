import { cellOf } from "../sheet/index.js";
import type { Cell } from "../sheet/index.js";
import type { SheetVersion } from "./sheet-history.js";

/** One cell that two versions of a sheet write differently; null where the form of that version has no such cell. */
export interface CellChange {
  readonly cell: string;
  readonly from: Cell | null;
  readonly to: Cell | null;
}

/** What a version of a sheet changed in the one before it. */
export interface VersionChange {
  /** Ids of the statuses; null when the status is the same. */
  readonly status: { readonly from: string; readonly to: string } | null;
  readonly cells: readonly CellChange[];
}

/** The cells of a version by id, in the order of its form. */
export function cellsOf(version: SheetVersion): ReadonlyMap<string, Cell> {
  return new Map(version.form.map((cell, at) => [cell.id, cellOf(version.cells[at] ?? 0, version.raw.get(at))]));
}

/** What differs between two versions of a sheet. */
export function changeBetween(before: SheetVersion, after: SheetVersion): VersionChange {
  const old = cellsOf(before);
  const now = cellsOf(after);
  const cells = [...new Set([...old.keys(), ...now.keys()])].flatMap((cell): readonly CellChange[] => {
    const from = old.get(cell) ?? null;
    const to = now.get(cell) ?? null;
    return sameCell(from, to) ? [] : [{ cell, from, to }];
  });
  const status = before.status.id === after.status.id ? null : { from: before.status.id, to: after.status.id };
  return { status, cells };
}

function sameCell(a: Cell | null, b: Cell | null): boolean {
  if (a === null || b === null || a.kind !== b.kind) return a === b;
  if (a.kind === "count" && b.kind === "count") return a.value === b.value;
  return a.kind !== "absurd" || b.kind !== "absurd" || a.raw === b.raw;
}
