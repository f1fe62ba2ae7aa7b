import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../scripts/workshop.mjs";
import { COMPUTATIONS, argumentsOf } from "./computation-form.js";

/** The table of computations of a page: name, and the arguments in their order. */
function tableOf(page: string): readonly (readonly [string, readonly string[]])[] {
  const text = readFileSync(join(root, "docs", page), "utf8");
  const rows = text.slice(text.indexOf("| what |")).split("\n\n")[0]?.split("\n").slice(2) ?? [];
  return rows.map((row) => {
    const [, name = "", given = ""] = row.split("|");
    const quoted = (cell: string): readonly string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, word = ""]) => word);
    return [quoted(name)[0] ?? "", quoted(given)];
  });
}

describe("the list of computations", () => {
  test.each(["claims.md", "afirmaciones.md"])("stands in docs/%s, each with its arguments and no other", (page) => {
    expect(tableOf(page)).toEqual(COMPUTATIONS.map((name) => [name, argumentsOf(name)]));
  });
});
