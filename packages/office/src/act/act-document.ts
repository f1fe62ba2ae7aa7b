import { fail, parseInstant, succeed } from "acta/basics";
import type { Instant, Json, Problem, Result } from "acta/basics";
import { ENTRY_VERSIONS, isActKind } from "acta/record";
import type { ActKind, EntryKind } from "acta/record";
import { momentOf } from "../language/index.js";

/** A batch of acts as a person writes it down, before it is checked against the forms of the record. */
export interface ActDraft {
  readonly kind: ActKind;
  readonly election: string;
  readonly contest: string;
  readonly copy: string;
  readonly actor: { readonly role: string; readonly name: string };
  readonly source: string;
  readonly asOf: Instant | null;
  readonly reason: string;
  readonly entries: readonly Readonly<Record<string, Json>>[];
}

/** What a field is when a person leaves it out: nothing, nobody, not known. Fields that say something have no default. */
const SILENT: Readonly<Record<string, Json>> = {
  at: null,
  replaces: null,
  documents: [],
  stations: [],
  joins: [],
  law: [],
  effects: [],
  members: [],
  elected: [],
  figures: {},
  votersImputed: {},
  area: null,
  of: null,
  announced: null,
  published: null,
  signatories: null,
  present: null,
  eligible: null,
  edition: null,
  validUntil: null,
  case: "",
  word: "",
  to: "",
  place: "",
  ground: "",
  rule: "",
  body: "",
  holder: "",
  group: "",
  cause: "",
  follows: "",
  departure: "",
  previous: "",
  proposal: "none",
  noted: "unknown",
  fee: "unknown",
  unlocated: 0,
  dissent: 0,
  casting: false,
  chair: false,
};

const MOMENTS = ["at", "announced", "published"];
/** Moments of which a day is not enough. */
const EXACT = ["due", "notBefore"];

/**
 * Reads a document of acts: one batch or a list of them. Local times are those of `zone`; a day stays a day. Kinds that the product writes
 * itself (keys, signatures) have commands of their own.
 * @param fields names of the fields of an entry of a kind, from its form.
 */
export function parseActs(
  json: unknown,
  zone: string,
  fields: (kind: ActKind) => readonly string[],
): Result<readonly ActDraft[]> {
  const drafts: ActDraft[] = [];
  const batches: readonly unknown[] = Array.isArray(json) ? json : [json];
  for (const [at, batch] of batches.entries()) {
    const draft = parseBatch(batch, zone, fields);
    if (!draft.ok) return fail({ ...draft.problem, context: { ...draft.problem.context, batch: at + 1 } });
    drafts.push(draft.value);
  }
  return drafts.length === 0 ? fail({ code: "act.nothing" }) : succeed(drafts);
}

function parseBatch(json: unknown, zone: string, fields: (kind: ActKind) => readonly string[]): Result<ActDraft> {
  if (!isObject(json)) return fail({ code: "act.notBatch" });
  const kind = kindOf(json["kind"]);
  if (kind === undefined)
    return fail({ code: "act.unknownKind", context: { kind: String(json["kind"]).slice(0, 40) } });
  const { actor } = json;
  if (!isObject(actor)) return fail({ code: "act.noActor" });
  const asOf = instantIn(json["asOf"], zone);
  if (asOf === undefined) return fail({ code: "act.badTime", context: { field: "asOf" } });
  const entries = entriesIn(json["entries"], zone, fields(kind));
  if (!entries.ok) return entries;
  return succeed({
    kind,
    election: textIn(json["election"]),
    contest: textIn(json["contest"]),
    copy: textIn(json["copy"]),
    actor: { role: textIn(actor["role"]), name: textIn(actor["name"]) },
    source: textIn(json["source"]),
    asOf,
    reason: textIn(json["reason"]),
    entries: entries.value,
  });
}

const OWN_COMMANDS: readonly EntryKind[] = ["key", "signature", "lawSet"];

function kindOf(value: unknown): ActKind | undefined {
  const kind = Object.keys(ENTRY_VERSIONS).find((each): each is EntryKind => each === value);
  return kind !== undefined && isActKind(kind) && !OWN_COMMANDS.includes(kind) ? kind : undefined;
}

function entriesIn(
  value: unknown,
  zone: string,
  fields: readonly string[],
): Result<readonly Readonly<Record<string, Json>>[]> {
  if (!Array.isArray(value) || value.length === 0) return fail({ code: "act.nothing" });
  const items: readonly unknown[] = value;
  const entries: Record<string, Json>[] = [];
  for (const [at, item] of items.entries()) {
    if (!isJsonObject(item)) return fail({ code: "act.notBatch", context: { entry: at + 1 } });
    const entry: Record<string, Json> = {};
    for (const field of fields) if (!(field in item) && field in SILENT) entry[field] = SILENT[field] ?? null;
    for (const [field, written] of Object.entries(item)) {
      const moment =
        MOMENTS.includes(field) || EXACT.includes(field) ? momentIn(written, zone, field) : succeed(written);
      if (!moment.ok) return fail({ ...moment.problem, context: { ...moment.problem.context, entry: at + 1 } });
      entry[field] = moment.value;
    }
    entries.push(entry);
  }
  return succeed(entries);
}

/** A day stays a day where only the day is known; a deadline is a moment. */
function momentIn(value: Json, zone: string, field: string): Result<Json> {
  if (typeof value !== "string") return succeed(value);
  if (!EXACT.includes(field) && /^\d{4}-\d\d-\d\d$/.test(value)) return succeed(value);
  const moment = momentOf(value, zone);
  const problem: Problem = { code: "act.badTime", context: { field } };
  return moment === undefined ? fail(problem) : succeed(moment);
}

function instantIn(value: unknown, zone: string): Instant | null | undefined {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? (parseInstant(value) ?? momentOf(value, zone)) : undefined;
}

function textIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What JSON.parse gives for an object has JSON in it. */
function isJsonObject(value: unknown): value is Readonly<Record<string, Json>> {
  return isObject(value);
}
