import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
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
  let text: string;
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MOST_BYTES)
      return fail([{ code: "definition.tooLarge", where: path, context: { most: MOST_BYTES } }]);
    text = bytes.toString("utf8");
  } catch (error) {
    return fail([systemProblem(error, path)]);
  }
  return parseText(text, path);
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
  const election = parseDefinition(value);
  if (!election.ok)
    return fail(election.problem.map((problem) => ({ ...problem, where: placeOf(document, lines, path, problem) })));
  const bytes = utf8(canonicalJson(value));
  return succeed({ election: election.value, bytes, sha256: createHash("sha256").update(bytes).digest("hex") });
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
