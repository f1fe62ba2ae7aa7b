import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as v from "valibot";
import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { ENTRIES_PATH, POINTER_PATH, blobPath, dataPath, parsePointer } from "acta/edition";
import type { Pointer } from "acta/edition";
import { parseDefinition } from "acta/election";
import type { Election } from "acta/election";
import { PublicationLog } from "acta/record";
import { PROJECTION_INDEX } from "web/site";
import { tooEarly } from "../desk/publish-hold.js";
import type { HeldProduct } from "../desk/publish-hold.js";

/** Bytes of unpacked entries beyond which a file is not what it claims to be. */
const MOST_ENTRIES = 1024 * 1024 * 1024;

const projected = v.looseObject({ files: v.array(v.string()) });
const named = v.looseObject({ definition: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

/**
 * The pointer of a published folder, unless the law keeps one of its elections back: a folder may have been published elsewhere, by others.
 * @returns problems: `serve.notPublished`, `publish.tooEarly`, `publish.projectionTooEarly` where projections stand beside the pages.
 */
export function publishedPointer(folder: string, now: Instant): Result<Pointer> {
  const pointer = parsePointer(textOf(join(folder, POINTER_PATH)));
  if (!pointer.ok) return fail({ code: "serve.notPublished", where: folder });
  let decided: Result<PublicationLog> | null = null;
  for (const { root } of pointer.value.editions) {
    const edition = v.safeParse(named, documentIn(folder, dataPath(root)));
    if (!edition.success) continue;
    const definition = parseDefinition(documentIn(folder, blobPath(edition.output.definition)));
    if (!definition.ok || definition.value.publishNotBefore.length === 0) continue;
    decided ??= decidedIn(folder, pointer.value.size);
    if (!decided.ok) return fail({ ...decided.problem, where: folder });
    for (const product of productsIn(folder, definition.value)) {
      const early = tooEarly(definition.value, product, now, decided.value.of(definition.value.id));
      if (early !== null) return fail({ ...early, where: folder });
    }
  }
  return succeed(pointer.value);
}

/** What of an election stands in a published folder: its results, and projections where somebody has put them beside the pages. */
function productsIn(folder: string, { id }: Election): readonly HeldProduct[] {
  const index = v.safeParse(projected, documentIn(folder, PROJECTION_INDEX));
  const isProjected = index.success && index.output.files.some((path) => path.startsWith(`projection/${id}/`));
  return isProjected ? ["results", "projection"] : ["results"];
}

/** What the published entries say about when something may be published. A folder without them decides nothing, and is held by its definition. */
function decidedIn(folder: string, size: number): Result<PublicationLog> {
  const log = new PublicationLog();
  try {
    const bytes = new Uint8Array(
      gunzipSync(readFileSync(join(folder, ENTRIES_PATH)), { maxOutputLength: MOST_ENTRIES }),
    );
    const walked = log.apply({ bytes, count: size });
    return walked.ok ? succeed(log) : walked;
  } catch {
    // Missing or cut off: whoever verifies the folder is told.
    return succeed(log);
  }
}

function documentIn(folder: string, path: string): unknown {
  try {
    const value: unknown = JSON.parse(textOf(join(folder, path)));
    return value;
  } catch {
    return null;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Missing: the caller says what that means.
    return "";
  }
}
