import * as v from "valibot";
import { definitionSchema } from "./definition-schema.js";
import type { WrittenDefinition } from "./definition-schema.js";

/**
 * A document with mistakes of shape, made readable by stand-ins, so that what refers to what can be checked in the same run and
 * all mistakes are reported at once. Never used as a definition.
 */
export interface Repaired {
  readonly definition: WrittenDefinition;
  /** True when a problem at this path, with these words in it, may come from a repair and not from the writer. */
  readonly touches: (where: string, words: readonly (string | number)[]) => boolean;
}

type Issue = v.BaseIssue<unknown>;
type Node = Map<string, unknown> | unknown[];

const MOST_ROUNDS = 60;
/** With more mistakes than this, the reader has enough to do. */
const MOST_ISSUES = 500;
const STAND_IN = "stand-in";

/** What may stand in for a value of some kind; tried one after the other. */
const STAND_INS: readonly (() => unknown)[] = [
  () => STAND_IN,
  () => "1/2",
  () => "0".repeat(64),
  () => "https://stand-in.invalid/",
  () => "#000000",
  () => "XX",
  () => "Z",
  () => "share",
  () => 1,
  () => false,
  () => [],
  () => new Map<string, unknown>(),
  () => [STAND_IN],
  () => new Map<string, unknown>([["fixed", STAND_IN]]),
];

/** Repairs a document; null when it is too far from a definition. */
export function repairDocument(document: unknown): Repaired | null {
  const root = toNodes(document);
  if (!(root instanceof Map)) return null;
  const tries = new Map<string, number>();
  const lost = new Set<string>([STAND_IN]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const parsed = v.safeParse(definitionSchema, fromNodes(root));
    if (parsed.success) return { definition: parsed.output, touches: touchTest(new Set(tries.keys()), lost) };
    if (parsed.issues.length > MOST_ISSUES) return null;
    for (const issue of parsed.issues) if (!repair(root, issue, tries, lost)) return null;
  }
  return null;
}

function touchTest(touched: ReadonlySet<string>, lost: ReadonlySet<string>): Repaired["touches"] {
  return (where, words) =>
    words.some((word) => lost.has(String(word))) ||
    [...touched].some((path) => path === where || path.startsWith(`${where}.`) || where.startsWith(`${path}.`));
}

/** Takes an unknown key out, or puts the next stand-in in the place of a value that was refused. */
function repair(root: Node, issue: Issue, tries: Map<string, number>, lost: Set<string>): boolean {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const last = keys.at(-1);
  const parent = nodeAt(root, keys.slice(0, -1));
  if (last === undefined || parent === undefined) return false;
  const path = keys.join(".");
  const tried = tries.get(path) ?? 0;
  tries.set(path, tried + 1);
  if (tried === 0) keepWords(childOf(parent, last), lost);
  if (issue.type === "strict_object" && issue.expected === "never") return remove(parent, last);
  const choices = [...quotedWords(issue), ...STAND_INS];
  const choice = choices[tried];
  if (choice === undefined) return tried === choices.length && remove(parent, last);
  put(parent, last, choice());
  return true;
}

/** The words that the schema would take, from its own message: `("csv" | "json")`. */
function quotedWords(issue: Issue): readonly (() => unknown)[] {
  const quoted = /"([^"]*)"/.exec(issue.expected ?? "")?.[1];
  return quoted === undefined ? [] : [() => quoted];
}

function toNodes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toNodes);
  if (typeof value !== "object" || value === null) return value;
  return new Map<string, unknown>(Object.entries(value).map(([key, each]) => [key, toNodes(each)]));
}

function fromNodes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromNodes);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([key, each]) => [String(key), fromNodes(each)]));
}

function nodeAt(root: Node, keys: readonly string[]): Node | undefined {
  let node: unknown = root;
  for (const key of keys) node = isNode(node) ? childOf(node, key) : undefined;
  return isNode(node) ? node : undefined;
}

function isNode(value: unknown): value is Node {
  return Array.isArray(value) || value instanceof Map;
}

function childOf(node: Node, key: string): unknown {
  return Array.isArray(node) ? node[Number(key)] : node.get(key);
}

function put(node: Node, key: string, value: unknown): void {
  if (Array.isArray(node)) node[Number(key)] = value;
  else node.set(key, value);
}

function remove(node: Node, key: string): boolean {
  if (Array.isArray(node)) node.splice(Number(key), 1);
  else node.delete(key);
  return true;
}

/** Remembers the words of a value that goes: references to them are not the writer's mistake. */
function keepWords(value: unknown, lost: Set<string>): void {
  if (typeof value === "string") lost.add(value);
  else if (Array.isArray(value)) for (const each of value) keepWords(each, lost);
  else if (value instanceof Map) for (const each of value.values()) keepWords(each, lost);
}
