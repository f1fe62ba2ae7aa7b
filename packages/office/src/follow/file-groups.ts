import type { BulletinFile, MatchedFile, SheetFile } from "../import/index.js";

/** Files that are imported together in one step. */
export interface FileGroup {
  readonly kind: "sheets" | "bulletin";
  readonly files: readonly MatchedFile[];
}

/**
 * Groups what the sources have now into imports that each stand alone, so that one bad file does not hold up another. A group without a
 * fresh file is left out. The files of a series of totals go together: some give only the names of areas, and others their codes.
 * Order: sheets first, since totals by the name of their area look it up in their roll; then by the clock that the definition gives.
 */
export function groupsOf(files: readonly MatchedFile[], fresh: ReadonlySet<string>): readonly FileGroup[] {
  const sheets = files.filter((file): file is SheetFile => file.kind === "sheets");
  const bulletins = files.filter((file): file is BulletinFile => file.kind === "bulletin");
  const groups: FileGroup[] = [];
  for (const source of new Set(sheets.map((file) => file.source)))
    groups.push(...sheetGroups(sheets.filter((file) => file.source === source)));
  for (const series of new Set(bulletins.map((file) => file.series)))
    groups.push({ kind: "bulletin", files: bulletins.filter((file) => file.series === series) });
  const wanted = groups.filter((group) => group.files.some((file) => fresh.has(file.sha256)));
  return wanted.toSorted((a, b) => (a.kind === b.kind ? byClock(a, b) : a.kind === "sheets" ? -1 : 1));
}

/** A source with one required part makes an edition of each of its files; with several, of all together. Optional parts go with each. */
function sheetGroups(files: readonly SheetFile[]): readonly FileGroup[] {
  const required = files[0]?.source.parts.filter((part) => !part.optional) ?? [];
  const optional = files.filter((file) => file.part.optional);
  const main = files.filter((file) => !file.part.optional);
  if (required.length !== 1 || main.length === 0) return [{ kind: "sheets", files }];
  return main.map((file) => ({ kind: "sheets", files: [file, ...optional] }));
}

function byClock(a: FileGroup, b: FileGroup): number {
  const left = clockOf(a);
  const right = clockOf(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function clockOf(group: FileGroup): string {
  return group.files.find((file) => file.known?.asOf != null)?.known?.asOf ?? "";
}
