import * as v from "valibot";

// What whoever publishes writes and pages read; no page is needed for it.

const whole = v.pipe(v.number(), v.integer());
const interval = v.tuple([whole, whole]);
/** The form of the file of projections. */
export const projectedForm = v.object({
  schema: v.literal("acta-projected-ends/1"),
  previous: v.nullable(v.string()),
  seed: whole,
  draws: whole,
  editions: v.array(
    v.object({
      number: whole,
      asOf: v.nullable(v.string()),
      projected: v.nullable(
        v.object({
          of: v.string(),
          over: v.string(),
          expected: whole,
          interval50: interval,
          interval90: interval,
          pLead: v.nullable(v.number()),
          base: v.object({ counted: whole, stations: whole, registeredCounted: whole, registered: whole }),
        }),
      ),
    }),
  ),
});

/** What each edition of a contest let expect of its end; `projected` is null where no honest number could be given. */
export type ProjectedEnds = v.InferOutput<typeof projectedForm>;

/** Where the projections of a contest stand, beside the pages: whoever publishes decides whether there are any. */
export function projectedPath(election: string, contest: string): string {
  return `projection/${election}/${contest}.json`;
}

/** The file that names what was projected: a page asks for nothing that is not there. */
export const PROJECTION_INDEX = "assets/projections.json";

/** Where the page of how projections are made stands in the folder of a language; written where there are any. */
export const PROJECTING_PAGE = "projecting.html";

/** The form of that file: paths in the published folder. */
export const projectionIndexForm = v.object({
  schema: v.literal("acta-projection-index/1"),
  files: v.array(v.string()),
});
