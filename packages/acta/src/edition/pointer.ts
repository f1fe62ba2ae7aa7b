import * as v from "valibot";
import { canonicalJson, fail, parseCanonicalJson, succeed, utf8 } from "../basics/index.js";
import type { Json, Result } from "../basics/index.js";
import type { PointedCourse } from "./course-file.js";

/** An edition as the pointer names it. */
export interface PointedEdition {
  readonly election: string;
  readonly id: string;
  readonly number: number;
  readonly asOf: string | null;
  /** Hash of the edition file: `data/<root>.json`. */
  readonly root: string;
}

/** The one file that changes in place: which checkpoint and manifest belong together, and which editions there are. */
export interface Pointer {
  readonly origin: string;
  readonly mode: string;
  /** Of what is published: a synthetic election and a drill are marked for ever. */
  readonly provenance: string;
  readonly size: number;
  /**
   * Verifier key with which the signatures in the folder hold. Whoever altered the folder may have altered this too: it shows that
   * the folder agrees with itself, never who made it.
   */
  readonly key: string;
  /** SHA-256 of the file `checkpoint`. */
  readonly checkpoint: string;
  /** SHA-256 of the file `manifest`. */
  readonly manifest: string;
  /** In the order of their sealing. */
  readonly editions: readonly PointedEdition[];
  /** The course of the count of every contest that has editions. */
  readonly courses: readonly PointedCourse[];
  /** Hash of the file of what was corrected after it had been published: `data/<corrections>.json`; null while nothing was. */
  readonly corrections: string | null;
}

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const schema = v.strictObject({
  schema: v.literal("acta-pointer/1"),
  origin: v.string(),
  mode: v.picklist(["ofRecord", "reported"]),
  provenance: v.picklist(["real", "synthetic", "drill"]),
  size: count,
  key: v.string(),
  checkpoint: hash,
  manifest: hash,
  corrections: v.nullable(hash),
  courses: v.array(v.strictObject({ election: v.string(), contest: v.string(), file: hash })),
  editions: v.array(
    v.strictObject({
      election: v.string(),
      id: v.string(),
      number: count,
      asOf: v.nullable(v.string()),
      root: hash,
    }),
  ),
});

/** The pointer's bytes: canonical JSON and a line end. */
export function formatPointer(pointer: Pointer): Uint8Array {
  const editions: Json = pointer.editions.map(({ election, id, number, asOf, root }) => ({
    election,
    id,
    number,
    asOf,
    root,
  }));
  const courses: Json = pointer.courses.map(({ election, contest, file }) => ({ election, contest, file }));
  return utf8(`${canonicalJson({ ...pointer, courses, editions, schema: "acta-pointer/1" })}\n`);
}

/** Reads a pointer; it has one form only. */
export function parsePointer(text: string): Result<Pointer> {
  const json = text.endsWith("\n") ? parseCanonicalJson(text.slice(0, -1)) : undefined;
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return fail({ code: "edition.badPointer" });
  const { origin, mode, provenance, size, key, checkpoint, manifest, editions, courses, corrections } = parsed.output;
  return succeed({ origin, mode, provenance, size, key, checkpoint, manifest, editions, courses, corrections });
}
