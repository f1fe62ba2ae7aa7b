import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { AllocationRule } from "./allocation.js";
import type { Frame, SamplingUnit } from "./frame.js";

/** A drawn sample as it is written down: enough to draw it again, and to know whether a frame is still the same. */
export interface SampleDocument {
  readonly format: "acta-sample/1";
  readonly provenance: "real" | "synthetic" | "drill";
  readonly election: string;
  readonly contest: string;
  readonly unit: SamplingUnit;
  readonly tree: string;
  /** Level of the strata; "" for one stratum. */
  readonly level: string;
  readonly allocation: AllocationRule;
  readonly seed: number;
  readonly strata: readonly { readonly code: string; readonly units: number; readonly drawn: number }[];
  /** Codes of the stations, in the order of the frame. */
  readonly stations: readonly string[];
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const schema = v.strictObject({
  format: v.literal("acta-sample/1"),
  provenance: v.picklist(["real", "synthetic", "drill"]),
  election: v.string(),
  contest: v.string(),
  unit: v.picklist(["station", "place"]),
  tree: v.string(),
  level: v.string(),
  allocation: v.picklist(["proportional", "neyman", "equal"]),
  seed: v.pipe(v.number(), v.safeInteger()),
  strata: v.array(v.strictObject({ code: v.string(), units: count, drawn: count })),
  stations: v.array(v.string()),
});

/** Reads a sample that was written by `acta quick-count design`. */
export function parseSampleDocument(document: unknown): Result<SampleDocument> {
  const parsed = v.safeParse(schema, document);
  if (parsed.success) return succeed(parsed.output);
  const issue = parsed.issues[0];
  return fail({ code: "sampling.badDocument", context: { path: v.getDotPath(issue) ?? "format" } });
}

/** Refuses a frame that is not the one that a sample was drawn from: other strata, or another number of units in one. */
export function checkFrame(frame: Frame, { strata }: SampleDocument): Result<null> {
  const before = new Map(strata.map(({ code, units }) => [code, units]));
  for (const { code, name, units } of frame.strata)
    if (before.get(code) !== units)
      return fail({
        code: "sampling.otherFrame",
        context: { stratum: name || code, before: before.get(code) ?? 0, now: units },
      });
  return frame.strata.length === strata.length
    ? succeed(null)
    : fail({ code: "sampling.otherFrame", context: { stratum: "*", before: strata.length, now: frame.strata.length } });
}
