import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { LineCounter, parseDocument } from "yaml";
import { canonicalJson, fail, succeed, utf8 } from "acta/basics";
import type { Json, Problem, Result } from "acta/basics";
import { systemProblem } from "../store/index.js";
import { yaml } from "./yaml.js";

/** A YAML or JSON file that has been read whole, before anybody says what it is. */
export interface WrittenDocument {
  readonly value: Json;
  /** Canonical JSON: comments and layout of the file do not change the hash. Null: an escape writes half a character, which is no text. */
  readonly bytes: Uint8Array | null;
  readonly sha256: string;
  /** A problem with file, line and column instead of its path in the document. */
  readonly placed: (problem: Problem) => Problem;
}

const MOST_BYTES = 4 << 20;

/** Reads a YAML or JSON file of at most 4 MiB. @returns every problem of its form at once, with file, line and column. */
export function readDocument(path: string): Result<WrittenDocument, readonly Problem[]> {
  const text = readText(path);
  return text.ok ? parseText(text.value, path) : fail([text.problem]);
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function readText(path: string): Result<string> {
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > MOST_BYTES)
      return fail({ code: "definition.tooLarge", where: path, context: { most: MOST_BYTES } });
    bytes = readFileSync(path);
  } catch (error) {
    return fail(systemProblem(error, path));
  }
  try {
    const text = decoder.decode(bytes);
    if (!text.includes("\u0000")) return succeed(text);
  } catch {
    // Names in another encoding would be recorded with letters lost.
  }
  return fail({ code: "definition.notText", where: path });
}

function parseText(text: string, path: string): Result<WrittenDocument, readonly Problem[]> {
  const reader = yaml();
  const lines = new reader.LineCounter();
  // Aliases may multiply a small file into a huge one: they are not needed here and refused.
  const document = reader.parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0)
    return fail(
      document.errors.map((error) => {
        const at = lines.linePos(error.pos[0]);
        return {
          code: "definition.badYaml",
          where: `${path}:${at.line}:${at.col}`,
          context: { reason: error.message },
        };
      }),
    );
  let value: Json;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return fail([{ code: "definition.aliases", where: path }]);
  }
  const bytes = canonicalBytes(value);
  return succeed({
    value,
    bytes,
    sha256: createHash("sha256")
      .update(bytes ?? "")
      .digest("hex"),
    placed: (problem) => ({ ...problem, where: placeOf(document, lines, path, problem) }),
  });
}

/** Null when an escape of the file writes half a character (`"\\ud800"`), which is no text. */
function canonicalBytes(value: Json): Uint8Array | null {
  try {
    return utf8(canonicalJson(value));
  } catch {
    return null;
  }
}

/** File, line and column of a problem's path; the nearest node that exists when the path names something missing. */
function placeOf(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  file: string,
  problem: Problem,
): string {
  const path = problem.where ?? "";
  const keys = path === "" ? [] : path.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  for (let length = keys.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(keys.slice(0, length), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
      const at = lines.linePos(Number(node.range[0]));
      return `${file}:${at.line}:${at.col}${path === "" ? "" : ` (${path})`}`;
    }
  }
  return file;
}
