import { ancestorAt } from "acta/election";
import type { ExportColumn } from "./export-column.js";
import type { Selection } from "./export-request.js";
import { say } from "./wording.js";

/** Code and name of the areas that a row lies in, from the level under the root down to a depth. */
export function parentColumns(
  { tree, treeDefinition, codes }: Selection,
  depth: number,
  areaOf: (row: number) => number,
): readonly ExportColumn[] {
  return treeDefinition.levels.slice(0, Math.max(depth, 0)).flatMap((level, index): ExportColumn[] => {
    const areaAt = (row: number) => {
      const area = tree.areas[ancestorAt(tree, areaOf(row), index + 1)];
      // A group lies in no area, and a tree may end early: then there is no area of this level.
      return area?.level === index + 1 ? area : undefined;
    };
    const values = { level: level.name, codes };
    return [
      {
        id: `area.${level.id}.code`,
        kind: "code",
        about: say("export.column.parentCode", values),
        cell: (row) => areaAt(row)?.code ?? "",
      },
      {
        id: `area.${level.id}.name`,
        kind: "text",
        about: say("export.column.parentName", values),
        cell: (row) => areaAt(row)?.name ?? "",
      },
    ];
  });
}
