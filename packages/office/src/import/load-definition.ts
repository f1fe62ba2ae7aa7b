import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { LineCounter, parseDocument } from "yaml";
import { canonicalJson, fail, succeed, utf8 } from "acta/basics";
import type { Json, Problem, Result } from "acta/basics";
import { parseDefinition } from "acta/election";
import type { Election } from "acta/election";
import { systemProblem } from "../store/index.js";
import { yaml } from "./yaml.js";

/** A definition file that has been read: what it says, and the canonical bytes under whose hash it is recorded. */
export interface LoadedDefinition {
  readonly election: Election;
  /** Canonical JSON: comments and layout of the file do not change the hash. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

const MOST_BYTES = 4 << 20;

/** Reads a definition file (YAML or JSON) whole. @returns the definition, or every problem at once with file, line and column. */
export function loadDefinition(path: string): Result<LoadedDefinition, readonly Problem[]> {
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

function parseText(text: string, path: string): Result<LoadedDefinition, readonly Problem[]> {
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
  if (!looksLikeDefinition(value)) return fail([{ code: "definition.notOne", where: path }]);
  const election = parseDefinition(value);
  if (!election.ok)
    return fail(election.problem.map((problem) => ({ ...problem, where: placeOf(document, lines, path, problem) })));
  const { timeZone } = election.value;
  if (!isZone(timeZone)) {
    const problem = { code: "definition.badTimeZone", where: "timeZone", context: { received: timeZone } };
    return fail([{ ...problem, where: placeOf(document, lines, path, problem) }]);
  }
  const bytes = canonicalBytes(value);
  if (bytes === null) return fail([{ code: "definition.notText", where: path }]);
  return succeed({ election: election.value, bytes, sha256: createHash("sha256").update(bytes).digest("hex") });
}

/** Null when an escape of the file writes half a character (`"\\ud800"`), which is no text. */
function canonicalBytes(value: Json): Uint8Array | null {
  try {
    return utf8(canonicalJson(value));
  } catch {
    return null;
  }
}

/** Any other document would be answered with every key that it lacks. */
function looksLikeDefinition(value: Json): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return ["format", "contests", "options", "sources"].some((key) => Object.hasOwn(value, key));
}

/** The zones that a machine knows are its own matter; what is recorded must not depend on it, so this is asked here, at the door. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
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
