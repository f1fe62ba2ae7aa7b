// Reference cases for projection, quick count and exit poll: one file, answered by the rooms that know each kind.
import { projectionKinds } from "./projection.mjs";
import { samplingKinds } from "./sampling.mjs";

/**
 * @typedef {{
 *   id: string, kind: string, input: unknown, expected: Record<string, unknown>, tolerance?: { rel?: number, abs?: number },
 * }} Case
 */

/** @type {Readonly<Record<string, (input: any) => unknown>>} */
const kinds = { ...projectionKinds, ...samplingKinds };

/**
 * @param {unknown} json
 * @returns {json is { cases: Case[] }}
 */
function isEstimates(json) {
  if (typeof json !== "object" || json === null || !("cases" in json) || !Array.isArray(json.cases)) return false;
  return json.cases.length > 0 && json.cases.every((one) => typeof one?.kind === "string" && one.kind in kinds);
}

/**
 * True when both have the same shape and every number lies within the tolerance of the case; whatever else is expected must be equal.
 * @param {unknown} got
 * @param {unknown} want
 * @param {{ rel?: number, abs?: number }} tolerance
 * @returns {boolean}
 */
function agrees(got, want, tolerance) {
  if (typeof want === "number") {
    if (typeof got !== "number" || !Number.isFinite(got)) return false;
    return Math.abs(got - want) <= Math.max((tolerance.rel ?? 0) * Math.abs(want), tolerance.abs ?? 1e-15);
  }
  if (typeof want !== "object" || want === null) return got === want;
  if (typeof got !== "object" || got === null) return false;
  return Object.entries(want).every(([key, value]) => agrees(Reflect.get(got, key), value, tolerance));
}

/** @type {import("./check-vectors.mjs").Runner} */
export const estimates = {
  name: "projection, quick count and exit poll",
  matches: isEstimates,
  *run(json) {
    if (!isEstimates(json)) throw new Error("not a file of this format");
    for (const { id, kind, input, expected, tolerance = {} } of json.cases) {
      // The reason of a refusal is prose of the file's own.
      const { why: _why, ...want } = expected;
      const got = kinds[kind]?.(input);
      yield { id, passed: Object.keys(want).length > 0 && agrees(got, want, tolerance), got, want };
    }
  },
};
