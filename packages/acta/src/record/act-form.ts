import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { ActEntries, AreaName, Document, Filer, LawReference, MemberVote } from "./act.js";
import { plainForms } from "./entry.js";
import {
  actMomentForm,
  countForm,
  figuresForm,
  hashOrNone,
  momentForm,
  nameForm,
  nameOrNone,
  positionOrNone,
  sheetForm,
  textForm,
} from "./entry-form.js";
import type { ActKind } from "./entry-kind.js";

// The forms of act.ts, which says what each field means. The compiler holds that they agree.

const facts = { at: actMomentForm, replaces: positionOrNone };
const document: v.GenericSchema<unknown, Document> = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(2_000)),
  sha256: hashOrNone,
  mediaType: nameOrNone,
});
const area: v.GenericSchema<unknown, AreaName> = v.strictObject({ tree: nameForm, code: nameForm });
const law: v.GenericSchema<unknown, LawReference> = v.strictObject({
  rule: nameForm,
  article: nameOrNone,
  lawSet: hashOrNone,
});
const filer: v.GenericSchema<unknown, Filer> = v.strictObject({
  role: v.picklist(["tableAgent", "legalAgent", "party", "voter", "observer", "authority", "unknown"]),
  party: nameOrNone,
});
const member: v.GenericSchema<unknown, MemberVote> = v.strictObject({
  member: nameForm,
  group: nameOrNone,
  vote: v.picklist(["inFavour", "against", "abstains", "present", "absent", "onLeave"]),
});
const fee = v.picklist(["paid", "short", "missing", "notDue", "unknown"]);
const stations = v.array(nameForm);
const documents = v.array(document);
const effects = v.array(sheetForm);

/** The form of each kind of act, version 1. */
export const actForms: { readonly [K in ActKind]: v.GenericSchema<unknown, ActEntries[K]> } = {
  lawSet: plainForms.blob,
  evidence: v.strictObject({ ...facts, station: nameForm, document }),
  flag: v.strictObject({
    ...facts,
    station: nameForm,
    reasons: v.array(nameForm),
    givenBy: v.picklist(["authority", "computed", "person"]),
  }),
  case: v.strictObject({
    ...facts,
    case: nameForm,
    body: nameForm,
    matter: v.picklist(["flaggedSheet", "challengedVotes", "petition", "appeal", "certification", "other"]),
    stations,
    joins: v.array(nameForm),
  }),
  petition: v.strictObject({
    ...facts,
    petition: nameForm,
    case: nameOrNone,
    body: nameOrNone,
    filer,
    asks: v.picklist(["stationAnnulment", "districtAnnulment", "electionAnnulment", "recount", "correction", "other"]),
    ground: nameOrNone,
    stations,
    unlocated: countForm,
    area: v.nullable(area),
    noted: v.picklist(["yes", "no", "unknown"]),
    fee,
    documents,
  }),
  notification: v.strictObject({
    ...facts,
    of: positionOrNone,
    case: nameOrNone,
    form: v.picklist(["notification", "publication"]),
    to: nameOrNone,
  }),
  hearing: v.strictObject({
    ...facts,
    case: nameForm,
    body: nameForm,
    state: v.picklist(["called", "held", "postponed", "cancelled"]),
    place: nameOrNone,
  }),
  vote: v.strictObject({
    ...facts,
    case: nameForm,
    body: nameForm,
    seat: nameForm,
    vote: v.picklist(["inFavour", "against", "abstains", "recused", "absent"]),
    casting: v.boolean(),
  }),
  ruling: v.strictObject({
    ...facts,
    ruling: nameForm,
    case: nameOrNone,
    body: nameForm,
    instance: v.pipe(countForm, v.minValue(1)),
    outcome: v.picklist([
      "keptAsFiled",
      "corrected",
      "annulled",
      "recount",
      "upheld",
      "rejectedOnMerits",
      "notExamined",
      "curable",
    ]),
    word: nameOrNone,
    law: v.array(law),
    effects,
    votersImputed: figuresForm,
    proposal: v.picklist(["adopted", "departed", "none"]),
    departure: textForm,
    dissent: countForm,
    documents,
  }),
  appeal: v.strictObject({
    ...facts,
    appeal: nameForm,
    case: nameOrNone,
    of: positionOrNone,
    body: nameForm,
    filer,
    fee,
  }),
  final: v.strictObject({ ...facts, case: nameForm, of: positionOrNone, how: v.picklist(["unappealed", "decided"]) }),
  deadline: v.strictObject({
    ...facts,
    deadline: nameForm,
    body: nameOrNone,
    rule: nameOrNone,
    case: nameOrNone,
    due: momentForm,
    announced: actMomentForm,
    published: actMomentForm,
  }),
  membership: v.strictObject({
    ...facts,
    body: nameForm,
    seat: nameForm,
    state: v.picklist(["filled", "empty", "declined", "suspended", "substituted", "recused"]),
    holder: nameOrNone,
    chair: v.boolean(),
  }),
  motion: v.strictObject({
    ...facts,
    motion: nameForm,
    chamber: nameForm,
    procedure: nameOrNone,
    state: v.picklist(["filed", "admitted", "rejected", "debated", "withdrawn", "adopted", "lapsed"]),
    subject: textForm,
    signatories: v.nullable(countForm),
  }),
  rollCall: v.strictObject({
    ...facts,
    motion: nameForm,
    chamber: nameForm,
    question: nameForm,
    inFavour: countForm,
    against: countForm,
    abstentions: countForm,
    present: v.nullable(countForm),
    eligible: v.nullable(countForm),
    members: v.array(member),
  }),
  office: v.strictObject({
    ...facts,
    office: nameForm,
    holder: nameForm,
    state: v.picklist(["taken", "left", "suspended", "disputed"]),
    cause: nameOrNone,
    follows: nameOrNone,
  }),
  observerReport: v.strictObject({
    ...facts,
    mission: nameForm,
    area: v.nullable(area),
    stations,
    text: textForm,
    documents,
  }),
  outsideEvent: v.strictObject({ ...facts, event: nameForm, category: nameForm, text: textForm, documents }),
  certification: v.strictObject({
    ...facts,
    resolution: nameForm,
    body: nameForm,
    edition: v.nullable(countForm),
    area: v.nullable(area),
    figures: figuresForm,
    elected: v.array(nameForm),
    documents,
  }),
  erratum: v.strictObject({ ...facts, of: countForm, text: v.pipe(textForm, v.minLength(1)), effects }),
  publication: v.strictObject({
    ...facts,
    product: v.picklist(["results", "projection", "exitPoll"]),
    notBefore: momentForm,
    body: nameOrNone,
    article: nameForm,
    text: v.pipe(textForm, v.minLength(1)),
  }),
  key: v.strictObject({
    ...facts,
    action: v.picklist(["added", "rotated", "revoked"]),
    key: v.pipe(v.string(), v.maxLength(400)),
    role: v.picklist(["electionAuthority", "tribunal", "certifier", "partyAgent", "observer", "chamber", "recorder"]),
    holder: nameForm,
    previous: v.pipe(v.string(), v.maxLength(400)),
    validUntil: v.nullable(momentForm),
  }),
  signature: v.strictObject({
    first: countForm,
    root: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/)),
    signatures: v.pipe(v.array(v.pipe(v.string(), v.maxLength(400))), v.minLength(1), v.maxLength(16)),
  }),
};

/** Reads an act of a kind. @returns the act, or a problem that names the kind and the first field that is wrong. */
export function readAct<K extends ActKind>(kind: K, leaf: unknown, index: number): Result<ActEntries[K]> {
  const form: v.GenericSchema<unknown, ActEntries[K]> = actForms[kind];
  const parsed = v.safeParse(form, leaf);
  if (parsed.success) return succeed(parsed.output);
  const field = v.getDotPath(parsed.issues[0]) ?? "";
  return fail({ code: "record.badAct", context: { index, kind, field: field.slice(0, 100) } });
}

/** Names of the fields of a kind of act. */
export function actFields(kind: ActKind): readonly string[] {
  const form: object = actForms[kind];
  return "entries" in form && typeof form.entries === "object" && form.entries !== null
    ? Object.keys(form.entries)
    : [];
}
