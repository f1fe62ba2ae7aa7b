import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import type { ClaimFact } from "./claim-fact.js";
import type { Claim, ClaimPart, ClaimsFile } from "./claim.js";
import { claimedValue } from "./claimed-value.js";
import { parsePart } from "./computation-form.js";
import { factForm } from "./fact-form.js";
import { cleanText, idForm, receivedText, wordForm } from "./form-parts.js";
import { timeWindow } from "./time-window.js";

/** Most claims and facts of one file. */
const MOST = 10_000;

const list = v.optional(v.pipe(v.array(v.unknown()), v.maxLength(MOST)), []);
const ownForm = v.strictObject({
  format: v.literal("acta-claims/1"),
  id: idForm,
  title: wordForm,
  offset: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^(?:Z|[+-]\d\d:\d\d)$/))), null),
  law: wordForm,
  institutions: wordForm,
  history: wordForm,
  facts: list,
  claims: v.pipe(v.array(v.unknown()), v.maxLength(MOST)),
});
/** A list of claims of somebody else: what it says besides is left alone. */
const otherForm = v.object({ claims: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(MOST)) });

const text = v.pipe(v.string(), v.maxLength(2_000), v.transform(cleanText));
const value = v.union([v.number(), text]);
const claimEntries = {
  id: idForm,
  statement: v.optional(text),
  value: v.optional(v.nullable(v.union([value, v.pipe(v.array(value), v.maxLength(100))])), null),
  unit: v.optional(text, ""),
  asOf: v.optional(v.nullable(text), null),
  source: v.optional(text),
  /** Free text in lists of others: then it says nothing to us. */
  compute: v.optional(v.unknown()),
};
const ownClaim = v.strictObject(claimEntries);
const otherClaim = v.object({
  ...claimEntries,
  claim: v.optional(text),
  claimedValue: claimEntries.value,
  pressReport: v.optional(text),
});

/**
 * Reads a claims file (a parsed YAML or JSON document): `acta-claims/1`, or any document with a list `claims` whose members have `id`,
 * `claim` or `statement`, `claimedValue` or `value`, `unit` and `asOf`. Whatever else such a list says, a verdict among it, is not read.
 * @param mapping a second file that says what to compute for claims of the same ids, and brings the facts
 * @returns `claim.badFile` when it is no claims file at all; problems of single claims and facts stand beside those that can be read.
 */
export function parseClaims(document: unknown, mapping: ClaimsFile | null): Result<ClaimsFile> {
  const own = v.safeParse(ownForm, document);
  const isOwn = typeof document === "object" && document !== null && "format" in document;
  if (isOwn && !own.success) return fail(fileProblem(own.issues[0]));
  const other = v.safeParse(otherForm, document);
  if (!other.success) return fail(fileProblem(other.issues[0]));
  const head = own.success
    ? own.output
    : { id: "claims", offset: null, law: "", institutions: "", history: "", facts: [], claims: other.output.claims };
  const problems: Problem[] = [];
  const offset = head.offset ?? mapping?.offset ?? null;
  const facts = readFacts(head.facts, problems);
  const claims = readClaims(head.claims, own.success, offset, mapping, problems);
  return succeed({
    id: head.id,
    offset,
    law: head.law === "" ? (mapping?.law ?? "") : head.law,
    institutions: head.institutions === "" ? (mapping?.institutions ?? "") : head.institutions,
    history: head.history === "" ? (mapping?.history ?? "") : head.history,
    facts: [...(mapping?.facts ?? []), ...facts],
    claims,
    problems: [...(mapping?.problems ?? []), ...problems],
  });
}

function placeOf(issue: v.BaseIssue<unknown>): string {
  return cleanText(v.getDotPath(issue) ?? "").slice(0, 60);
}

function fileProblem(issue: v.BaseIssue<unknown>): Problem {
  return {
    code: "claim.badFile",
    where: placeOf(issue),
    context: { received: receivedText(issue.received) },
  };
}

function readFacts(documents: readonly unknown[], problems: Problem[]): readonly ClaimFact[] {
  const facts = new Map<string, ClaimFact>();
  documents.forEach((document, at) => {
    const read = v.safeParse(factForm, document);
    if (!read.success) {
      const [issue] = read.issues;
      const where = [`facts.${at}`, placeOf(issue)].filter((each) => each !== "").join(".");
      problems.push({ code: "claim.badFact", where, context: { received: receivedText(issue.received) } });
    } else if (facts.has(read.output.id))
      problems.push({ code: "claim.sameId", where: `facts.${at}`, context: { id: read.output.id } });
    else facts.set(read.output.id, read.output);
  });
  return [...facts.values()];
}

function readClaims(
  documents: readonly unknown[],
  isOwn: boolean,
  offset: string | null,
  mapping: ClaimsFile | null,
  problems: Problem[],
): readonly Claim[] {
  const seen = new Set<string>();
  const mapped = new Map(mapping?.claims.map((claim) => [claim.id, claim]));
  return documents.map((document, at) => {
    const read = v.safeParse(isOwn ? ownClaim : otherClaim, document);
    if (!read.success) {
      const [issue] = read.issues;
      const context = { place: placeOf(issue), received: receivedText(issue.received) };
      return refused({ code: "claim.badClaim", where: `claims.${at}`, context }, problems);
    }
    const { id } = read.output;
    if (seen.has(id)) return refused({ code: "claim.sameId", where: `claims.${at}`, context: { id } }, problems, id);
    seen.add(id);
    return readClaim(read.output, offset, mapped.get(id) ?? null, problems);
  });
}

/** A claim that cannot be read keeps its place in the list. */
function refused(problem: Problem, problems: Problem[], id: string = problem.where ?? ""): Claim {
  problems.push(problem);
  return { id, statement: "", values: [], unit: "", asOf: null, source: "", parts: [], problem };
}

type WrittenClaim = v.InferOutput<typeof ownClaim> & Partial<v.InferOutput<typeof otherClaim>>;

function readClaim(written: WrittenClaim, offset: string | null, mapped: Claim | null, problems: Problem[]): Claim {
  const { id } = written;
  const given = written.value ?? written.claimedValue ?? null;
  const window = written.asOf === null || written.asOf === "" ? succeed(null) : timeWindow(written.asOf, offset);
  const parts = mapped === null ? partsOf(written.compute) : succeed(mapped.parts);
  const problem = mapped?.problem ?? (parts.ok ? null : parts.problem) ?? (window.ok ? null : window.problem);
  // What is wrong with the mapping of a claim stands among the problems of the mapping already.
  if (problem !== null && problem !== mapped?.problem) problems.push({ ...problem, where: id });
  return {
    id,
    statement: written.statement ?? written.claim ?? "",
    values: given === null ? [] : Array.isArray(given) ? given.map(claimedValue) : [claimedValue(given)],
    unit: written.unit,
    asOf: window.ok ? window.value : null,
    source: written.source ?? written.pressReport ?? "",
    parts: parts.ok ? parts.value : [],
    problem,
  };
}

function partsOf(compute: unknown): Result<readonly ClaimPart[]> {
  if (compute === undefined || compute === null || typeof compute === "string") return succeed([]);
  const parts: ClaimPart[] = [];
  for (const document of Array.isArray(compute) ? compute : [compute]) {
    const part = parsePart(document);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return succeed(parts);
}
