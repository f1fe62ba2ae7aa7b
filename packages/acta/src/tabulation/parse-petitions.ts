import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import type { Petitions } from "./petition.js";

// The shape of a list of petitions as somebody writes it who has it from elsewhere than the ledger.

const MOST = 1_000_000;

const word = v.pipe(v.string(), v.maxLength(100));
const code = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST));

const petitionsSchema = v.strictObject({
  format: v.literal("acta-petitions/1"),
  located: v.optional(
    v.pipe(
      v.array(v.strictObject({ station: code, filer: v.optional(word, ""), ground: v.optional(word, "") })),
      v.maxLength(MOST),
    ),
    [],
  ),
  unlocated: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          filer: v.optional(word, ""),
          stations: count,
          area: v.nullish(v.strictObject({ tree: code, code }), null),
        }),
      ),
      v.maxLength(MOST),
    ),
    [],
  ),
  wider: v.optional(v.pipe(v.array(v.strictObject({ filer: v.optional(word, "") })), v.maxLength(MOST)), []),
});

/**
 * Reads a list of open petitions and appeals (a parsed JSON or YAML document of the format `acta-petitions/1`): those against known
 * stations, numbers of those whose stations are not known, and those that ask for more than stations. @returns the list as loaded, or every problem with its place.
 */
export function parsePetitions(document: unknown): Result<Petitions, readonly Problem[]> {
  const shape = v.safeParse(petitionsSchema, document);
  if (shape.success)
    return succeed({
      kind: "loaded",
      located: shape.output.located,
      unlocated: shape.output.unlocated,
      wider: shape.output.wider,
    });
  return fail(
    shape.issues.map((issue) => ({
      code: issue.input === undefined ? "materiality.missing" : "materiality.badPetitions",
      where: v.getDotPath(issue) ?? "",
      context: { received: issue.received.slice(0, 80) },
    })),
  );
}
