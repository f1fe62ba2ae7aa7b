import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { ENTRY_VERSIONS, readAct } from "acta/record";
import { describe, expect, test } from "vitest";
import { SAMPLE_ACTS } from "../packages/acta/src/record/sample-acts.js";
import { root } from "./workshop.mjs";

const folder = join(root, "docs/schemas");
const ajv = new Ajv2020({ allErrors: false, strict: true, strictTuples: false });

function validatorOf(kind: string, version = 1): ValidateFunction {
  const schema: unknown = JSON.parse(readFileSync(join(folder, `${kind}.v${version}.schema.json`), "utf8"));
  if (typeof schema !== "object" || schema === null) throw new Error(kind);
  return ajv.compile(schema);
}

describe("the published JSON Schemas of entries", () => {
  test("there is one for every kind and version, and for the header", () => {
    const wanted = Object.entries({ header: 1, ...ENTRY_VERSIONS }).map(([kind, v]) => `${kind}.v${v}.schema.json`);
    expect(readdirSync(folder).toSorted()).toEqual(wanted.toSorted());
  });

  test.each(Object.keys(SAMPLE_ACTS))("%s: schema and reader accept and refuse the same", (name) => {
    const kind = kindOf(name);
    const validate = validatorOf(kind);
    const sample = Object.entries(SAMPLE_ACTS[kind]);
    const changes = [undefined, null, "", "x", -1, 1.5, 7, [], [1], {}, true];
    const leaves = [
      Object.fromEntries(sample),
      { ...Object.fromEntries(sample), more: 1 },
      ...sample.map(([field]) => Object.fromEntries(sample.filter(([each]) => each !== field))),
      ...sample.flatMap(([field]) => changes.map((value) => ({ ...Object.fromEntries(sample), [field]: value }))),
    ];
    for (const leaf of leaves) {
      const json: unknown = JSON.parse(JSON.stringify(leaf));
      expect([JSON.stringify(json), validate(json)]).toEqual([JSON.stringify(json), readAct(kind, json, 0).ok]);
    }
  });

  test("a sheet is a station, a status, its cells, and what it replaces", () => {
    const validate = validatorOf("sheet");
    for (const sheet of [
      ["026140", "counted", [137, 0, "", "?", "-", "!1O2"]],
      ["026140", "counted", [], 4_711],
    ])
      expect(validate(sheet)).toBe(true);
    for (const sheet of [
      ["026140", "counted"],
      ["026140", "counted", [1], -1],
      [1, "counted", []],
      ["a", "b", [], 1, 2],
    ])
      expect(validate(sheet)).toBe(false);
  });
});

function kindOf(name: string): keyof typeof SAMPLE_ACTS {
  if (Object.hasOwn(SAMPLE_ACTS, name))
    return Object.keys(SAMPLE_ACTS).find((each): each is keyof typeof SAMPLE_ACTS => each === name) ?? "flag";
  throw new Error(name);
}
