import * as v from "valibot";
import { fail, isCount, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import type { ChamberVotes } from "./chamber-votes.js";

/** Votes of a chamber as a document gives them, and where they come from. */
export interface WrittenChamberVotes {
  readonly provenance: "real" | "synthetic" | "drill";
  readonly source: string;
  readonly votes: ChamberVotes;
}

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const count = v.pipe(
  v.number(),
  v.check((value: number) => isCount(value)),
);
const countOrNone = v.optional(v.nullable(count), null);
const lists = <T extends v.GenericSchema>(item: T) => v.optional(v.pipe(v.array(item), v.maxLength(10_000)), []);

const form = v.strictObject({
  format: v.literal("acta-votes/1"),
  provenance: v.optional(v.picklist(["real", "synthetic", "drill"]), "real"),
  source: v.optional(v.pipe(v.string(), v.maxLength(2_000)), ""),
  whole: v.optional(
    v.strictObject({ validVotes: countOrNone, ballotsCast: countOrNone, registeredVoters: countOrNone }),
    { validVotes: null, ballotsCast: null, registeredVoters: null },
  ),
  lists: lists(
    v.strictObject({
      list: name,
      votes: countOrNone,
      parties: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 1),
    }),
  ),
  qualified: v.optional(v.nullable(v.array(name)), null),
  districts: v.pipe(
    v.array(
      v.strictObject({
        district: name,
        omits: v.optional(v.picklist(["nothing", "listsWithoutSeat", "unknown"]), "nothing"),
        lists: lists(
          v.strictObject({
            list: name,
            votes: count,
            candidates: lists(v.strictObject({ number: count, votes: count })),
          }),
        ),
        lots: lists(name),
      }),
    ),
    v.maxLength(10_000),
  ),
  /** Lots among candidates of one list. */
  candidateLots: lists(v.strictObject({ district: name, list: name, numbers: v.array(count) })),
});

/**
 * Reads a votes document (`acta-votes/1`, parsed JSON or YAML).
 * @returns every problem at once: `seats.badDocument` with the path of its place, `seats.listTwice`.
 */
export function parseChamberVotes(document: unknown): Result<WrittenChamberVotes, readonly Problem[]> {
  const shape = v.safeParse(form, document);
  if (!shape.success)
    return fail(
      shape.issues.map((issue) => ({
        code: "seats.badDocument",
        where: v.getDotPath(issue) ?? "",
        context: { received: issue.received.slice(0, 80) },
      })),
    );
  const { provenance, source, whole, qualified, districts, candidateLots } = shape.output;
  const problems = [
    ...twice("lists", shape.output.lists),
    ...districts.flatMap((each, at) => twice(`districts.${at}.lists`, each.lists)),
  ];
  if (problems.length > 0) return fail(problems);
  const lots = new Map<string, readonly string[]>(districts.map((each) => [each.district, each.lots]));
  for (const { district, list, numbers } of candidateLots) lots.set(`${district}/${list}`, numbers.map(String));
  const votes = { whole, lists: shape.output.lists, qualified, districts, lots };
  return succeed({ provenance, source, votes });
}

function twice(where: string, named: readonly { readonly list: string }[]): readonly Problem[] {
  const seen = new Set<string>();
  return named.flatMap(({ list }, at) => {
    if (seen.has(list)) return [{ code: "seats.listTwice", where: `${where}.${at}`, context: { list } }];
    seen.add(list);
    return [];
  });
}
