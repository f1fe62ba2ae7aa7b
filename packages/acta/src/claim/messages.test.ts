import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OUTSIDE_REASONS } from "./finding.js";
import { VERDICTS, claimEn, claimEs } from "./index.js";

const sources = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));
const all = sources.join("\n");
const said = new Set([...all.matchAll(/"(claim\.[a-zA-Z]+)"/g)].map(([, code = ""]) => code));
const words = new Set(
  [...all.matchAll(/wordAnswer\(([^;]*?)\)[,;)\]]/gs)].flatMap(([, inside = ""]) =>
    [...inside.matchAll(/"([a-zA-Z]+)"/g)].map(([, word = ""]) => word),
  ),
);
const keys = (prefix: string): readonly string[] =>
  Object.keys(claimEn)
    .filter((key) => key.startsWith(`claim.${prefix}.`))
    .map((key) => key.slice(`claim.${prefix}.`.length));

describe("the messages of the room", () => {
  test("exist for everything that is said or raised, and for nothing else", () => {
    const plain = Object.keys(claimEn).filter((key) => key.split(".").length === 2);
    expect(plain.toSorted()).toEqual([...said].toSorted());
  });

  test("exist for every verdict, reason and unit", () => {
    expect(keys("verdict").toSorted()).toEqual([...VERDICTS].toSorted());
    expect(keys("reason").toSorted()).toEqual([...OUTSIDE_REASONS, "noComputation"].toSorted());
    const units = /export type Unit =([^;]*);/s.exec(all)?.[1] ?? "";
    expect(keys("unit").toSorted()).toEqual(
      [...units.matchAll(/"([a-zA-Z]+)"/g)].map(([, unit = ""]) => unit).toSorted(),
    );
  });

  test("exist for every word of this room", () => {
    expect(words.size).toBeGreaterThan(20);
    for (const word of words) expect(Object.keys(claimEn)).toContain(`claim.word.${word}`);
  });

  test("have the same keys in both languages", () => {
    expect(Object.keys(claimEs).toSorted()).toEqual(Object.keys(claimEn).toSorted());
  });
});
