import * as v from "valibot";
import {
  bulletinsSchema,
  diffSchema,
  disputesSchema,
  editionsSchema,
  findingsSchema,
  historySchema,
  resultsSchema,
  stationSchema,
  timelineSchema,
} from "./answer-schema.js";

/** Where the API stands. A change that is more than new keys makes a `/api/v2` beside it. */
export const API_ROOT = "/api/v1";

/** Longest value of a parameter: names of areas and stations are short. */
const LONGEST = 120;

/** A short text without control characters. */
function short(meaning: string) {
  return v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(LONGEST),
    v.regex(/^[^\u0000-\u001f\u007f]+$/),
    v.description(meaning),
  );
}

const shared = {
  election: v.exactOptional(short("id of the election; the one that voted last without it")),
  contest: v.exactOptional(short("id of the contest; the first one without it")),
  at: v.exactOptional(short("the ledger as it was: a size, a moment of its own clock, or the id of an edition")),
  lang: v.exactOptional(v.pipe(v.picklist(["es", "en"]), v.description("language of names and sentences"))),
};
const edition = v.exactOptional(
  short(
    "the edition: its id, its number, or a moment or day; the newest without it. Only an id names the same answer for ever",
  ),
);
const policy = v.exactOptional(short("id of the counting policy; counted without it"));

/** Parameters by name, from the path and the query alike; all are texts, and an unknown one is refused. */
export type ParameterSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

/** How long an answer holds: with the ids of its editions given for ever, while the ledger is the same, or only now (terms run). */
export type Holding = "edition" | "ledger" | "clock";

/** One question of the API. */
export interface Question<P extends ParameterSchema = ParameterSchema> {
  /** Path below `/api/v1`; a parameter stands in braces. */
  readonly path: string;
  /** What is answered, in one line. */
  readonly summary: string;
  /** The command that answers the same. */
  readonly command: string;
  readonly parameters: P;
  readonly answer: v.GenericSchema;
  readonly holds: Holding;
}

function question<P extends ParameterSchema>(written: Question<P>): Question<P> {
  return written;
}

/** The questions of the API: routes, the OpenAPI document and the client of the site all follow from this table. */
export const QUESTIONS = {
  editions: question({
    path: "/editions",
    summary: "The editions of an election, oldest first",
    command: "acta editions",
    parameters: v.strictObject({ election: shared.election, at: shared.at, lang: shared.lang }),
    answer: editionsSchema,
    holds: "ledger",
  }),
  results: question({
    path: "/results",
    summary: "The result of an area, or of every area of a level",
    command: "acta results",
    parameters: v.strictObject({
      ...shared,
      edition,
      policy,
      tree: v.exactOptional(short("tree of areas; the first one without it")),
      area: v.exactOptional(short("code of the area, as the source writes it")),
      level: v.exactOptional(short("every area of this level; place for polling places")),
      group: v.exactOptional(short("group of areas of the definition")),
    }),
    answer: resultsSchema,
    holds: "edition",
  }),
  station: question({
    path: "/stations/{station}",
    summary: "The sheet of a station as it is written, where it stands and what does not fit",
    command: "acta station",
    parameters: v.strictObject({ ...shared, edition, station: short("code of the station") }),
    answer: stationSchema,
    holds: "clock",
  }),
  history: question({
    path: "/stations/{station}/history",
    summary: "Every version of the sheet of a station, with who recorded it, when, from what and why",
    command: "acta history",
    parameters: v.strictObject({ ...shared, station: short("code of the station") }),
    answer: historySchema,
    holds: "clock",
  }),
  diff: question({
    path: "/diff",
    summary: "What changed between two editions, and what it did to the margin",
    command: "acta diff",
    parameters: v.strictObject({
      ...shared,
      from: v.exactOptional(short("the earlier edition; the one before the later without it")),
      to: v.exactOptional(short("the later edition; the newest without it")),
    }),
    answer: diffSchema,
    holds: "edition",
  }),
  findings: question({
    path: "/findings",
    summary: "What the sheets of an edition say that does not fit",
    command: "acta check",
    parameters: v.strictObject({ ...shared, edition, code: v.exactOptional(short("only findings of this code")) }),
    answer: findingsSchema,
    holds: "edition",
  }),
  disputes: question({
    path: "/disputes",
    summary: "Whether what is open can still change the result: sizes, never a list of stations",
    command: "acta disputes",
    parameters: v.strictObject({
      ...shared,
      edition,
      policy,
      group: v.exactOptional(short("group of areas of the definition")),
      any: v.exactOptional(
        v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,6}$/), v.description("the most that any so many stations take")),
      ),
    }),
    answer: disputesSchema,
    holds: "ledger",
  }),
  bulletins: question({
    path: "/bulletins",
    summary: "Published totals beside what the sheets add up to",
    command: "acta reconcile",
    parameters: v.strictObject({
      ...shared,
      edition,
      series: v.exactOptional(short("only this series of bulletins")),
      moment: v.exactOptional(short("the bulletin of this moment; that of the edition without it")),
      area: v.exactOptional(short("only this area")),
    }),
    answer: bulletinsSchema,
    holds: "ledger",
  }),
  timeline: question({
    path: "/timeline",
    summary: "The votes of a contest over time, from editions and bulletins",
    command: "acta editions --margin",
    parameters: v.strictObject(shared),
    answer: timelineSchema,
    holds: "ledger",
  }),
} as const;

/** Name of a question. */
export type QuestionName = keyof typeof QUESTIONS;

/** The parameters of a question as they were read. */
export type ParametersOf<Name extends QuestionName> = v.InferOutput<(typeof QUESTIONS)[Name]["parameters"]>;
