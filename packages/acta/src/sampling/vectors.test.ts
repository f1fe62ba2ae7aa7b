import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { samplingKinds } from "../../../../scripts/vectors/sampling.mjs";

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: never;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance?: { readonly rel: number };
}

/** Compares a recomputed value with the expected one within a relative tolerance, part by part. */
function expectNear(found: unknown, expected: unknown, tolerance: number, where: string): void {
  if (Array.isArray(expected))
    expected.forEach((part, at) =>
      expectNear(Array.isArray(found) ? found[at] : undefined, part, tolerance, `${where}[${at}]`),
    );
  else if (typeof expected === "number" && expected !== 0)
    expect(Math.abs(Number(found) / expected - 1), `${where}: ${String(found)}`).toBeLessThan(tolerance);
  else if (expected === 0) expect(Math.abs(Number(found)), where).toBeLessThan(1e-15);
  else expect(found, where).toEqual(expected);
}

describeWithShared("quick count and exit poll against an independent implementation", () => {
  const kinds = new Map<string, (input: never) => object>(Object.entries(samplingKinds));
  const { cases }: { readonly cases: readonly Case[] } = JSON.parse(
    readFileSync(sharedPath("vectors", "projection.json"), "utf8"),
  );
  const own = cases.filter(({ kind }) => kinds.has(kind));

  test.each(own.map((one) => [one.id, one] as const))("%s", (_id, { kind, input, expected, tolerance }) => {
    const found = kinds.get(kind)?.(input) ?? {};
    const { why: _why, ...fields } = expected;
    for (const [field, value] of Object.entries(fields))
      expectNear(Reflect.get(found, field), value, tolerance?.rel ?? 0, field);
    expect(Object.keys(found).length, "nothing besides a refusal").toBe(Object.keys(fields).length);
  });

  test("are all of these kinds", () => {
    expect(own.length).toBe(21);
  });
});
