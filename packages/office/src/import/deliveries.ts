import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import type { Source } from "acta/election";
import type { MatchedFile, SheetFile } from "./match-files.js";

/** Files of one source that make one edition together. */
export interface Delivery {
  readonly source: Source;
  readonly files: readonly SheetFile[];
  /** From the definition's list of known files; null when none of them has one. */
  readonly asOf: Instant | null;
}

/**
 * Groups files into deliveries. A source with one required part makes an edition of each of its files; one with several needs exactly
 * one file for each. Optional parts (a roll that fills gaps) go with every edition of their source.
 */
export function deliveriesOf(files: readonly MatchedFile[]): Result<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  const sheets = files.filter((file): file is SheetFile => file.kind === "sheets");
  for (const source of new Set(sheets.map((file) => file.source))) {
    const own = sheets.filter((file) => file.source === source);
    const grouped = groupsOf(source, own);
    if (!grouped.ok) return grouped;
    for (const group of grouped.value)
      deliveries.push({
        source,
        files: group,
        asOf: group.find((file) => file.known?.asOf != null)?.known?.asOf ?? null,
      });
  }
  return succeed(deliveries.toSorted((a, b) => ((a.asOf ?? "") < (b.asOf ?? "") ? -1 : 1)));
}

function groupsOf(source: Source, files: readonly SheetFile[]): Result<readonly (readonly SheetFile[])[]> {
  const required = source.parts.filter((part) => !part.optional);
  const optional = files.filter((file) => file.part.optional);
  const of = (part: string): readonly SheetFile[] => files.filter((file) => file.part.id === part);
  for (const part of source.parts)
    if ((part.optional || required.length > 1) && of(part.id).length > 1)
      return fail({
        code: "import.twoForPart",
        where: of(part.id)[1]?.path ?? "",
        context: { source: source.id, part: part.id },
      });
  const main = required[0];
  if (main === undefined) return succeed(files.map((file) => [file]));
  if (required.length === 1) return succeed(of(main.id).map((file) => [file, ...optional]));
  if (of(main.id).length === 0 && optional.length === files.length) return succeed([]);
  const missing = required.find((part) => of(part.id).length === 0);
  if (missing !== undefined)
    return fail({
      code: "import.missingPart",
      where: files[0]?.path ?? "",
      context: { source: source.id, part: missing.id },
    });
  return succeed([files]);
}
