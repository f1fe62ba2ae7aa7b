import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { POINTER_PATH, blobPath, dataPath, parsePointer } from "acta/edition";
import type { Pointer } from "acta/edition";
import { parseDefinition } from "acta/election";
import { tooEarly } from "./publish-hold.js";

const named = v.looseObject({ definition: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

/**
 * The pointer of a published folder, unless the law keeps one of its elections back: a folder may have been published elsewhere, by others.
 * @returns problems: `serve.notPublished`, `publish.tooEarly`.
 */
export function publishedPointer(folder: string, now: Instant): Result<Pointer> {
  const pointer = parsePointer(textOf(join(folder, POINTER_PATH)));
  if (!pointer.ok) return fail({ code: "serve.notPublished", where: folder });
  for (const { root } of pointer.value.editions) {
    const edition = v.safeParse(named, documentIn(folder, dataPath(root)));
    if (!edition.success) continue;
    const definition = parseDefinition(documentIn(folder, blobPath(edition.output.definition)));
    const early = definition.ok ? tooEarly(definition.value, now) : null;
    if (early !== null) return fail({ ...early, where: folder });
  }
  return succeed(pointer.value);
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
