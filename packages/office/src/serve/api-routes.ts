import type { Hono } from "hono";
import * as v from "valibot";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Language } from "../language/index.js";
import { AnswerShelf } from "./answer-shelf.js";
import { API_ROOT, QUESTIONS } from "./api-question.js";
import type { ParametersOf, QuestionName } from "./api-question.js";
import { problemAnswer } from "./problem-answer.js";
import { sendBody } from "./reading.js";
import type { Asked, Languages, Surroundings } from "./reading.js";
import { ServedBody } from "./served-body.js";

/** Who answers the questions of the API: the same code as the commands with `--json`. */
export interface AnswerDesk {
  readonly answers: {
    readonly [Name in QuestionName]: (asked: ParametersOf<Name>, language: Language) => Promise<Result<unknown>>;
  };
  /** Names the state of what answers are made from: while it is the same, so are they. */
  readonly revision: () => string;
  /** Milliseconds since 1970, UTC. */
  readonly clock: () => number;
}

const JSON_TYPE = "application/json; charset=utf-8";
/** Answers in which terms run are kept for this long, in milliseconds. */
const CLOCKED = 60_000;
/** An id of an edition, which never means another one. */
const EDITION_ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;

/** Adds the questions of the API to an application. Without a desk (a folder that was only published) each says where the data are. */
export function addQuestions(
  app: Hono<Surroundings>,
  desk: AnswerDesk | null,
  languages: Languages,
  mostBytes: number,
): void {
  const shelf = new AnswerShelf(mostBytes);
  const add = <Name extends QuestionName>(name: Name): void => {
    const path = QUESTIONS[name].path.replaceAll(/\{(\w+)\}/g, ":$1");
    app.get(`${API_ROOT}${path}`, async (asked) => {
      if (desk === null) return problemAnswer(asked, languages, { code: "serve.noData" });
      const read = parametersOf(asked, name);
      if (!read.ok) return problemAnswer(asked, languages, read.problem);
      const answered = await answer(name, read.value, { desk, languages, shelf });
      if (!answered.ok) return problemAnswer(asked, languages, answered.problem);
      return sendBody(asked, asked.req.path.slice(1), answered.value);
    });
  };
  add("editions");
  add("results");
  add("station");
  add("history");
  add("diff");
  add("findings");
  add("disputes");
  add("bulletins");
  add("timeline");
}

interface Answering {
  readonly desk: AnswerDesk;
  readonly languages: Languages;
  readonly shelf: AnswerShelf;
}

function answer<Name extends QuestionName>(
  name: Name,
  asked: ParametersOf<Name>,
  { desk, languages, shelf }: Answering,
): Promise<Result<ServedBody>> {
  const given = new Map(Object.entries(asked));
  const minute = QUESTIONS[name].holds === "clock" ? Math.floor(desk.clock() / CLOCKED) : 0;
  const key = JSON.stringify([name, minute, ...[...given].toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  return shelf.answer(key, desk.revision(), async () => {
    const document = await desk.answers[name](asked, languages[given.get("lang") === "en" ? "en" : "es"]);
    if (!document.ok) return document;
    const bytes = new TextEncoder().encode(`${JSON.stringify(document.value)}\n`);
    return succeed(new ServedBody(bytes, JSON_TYPE, isForEver(name, given)));
  });
}

/** True for an answer about editions that are all named by their ids: whoever asks again gets the same. */
function isForEver(name: QuestionName, given: ReadonlyMap<string, unknown>): boolean {
  if (QUESTIONS[name].holds !== "edition" || given.has("at")) return false;
  const named = name === "diff" ? [given.get("from"), given.get("to")] : [given.get("edition")];
  return named.every((id) => typeof id === "string" && EDITION_ID.test(id));
}

/** Parameters of path and query as the question declares them. A wrong, unknown or repeated one is refused by name. */
function parametersOf<Name extends QuestionName>(asked: Asked, name: Name): Result<ParametersOf<Name>> {
  const raw: Record<string, string> = { ...asked.req.param() };
  for (const [key, values] of Object.entries(asked.req.queries())) {
    const [value = "", ...more] = values;
    if (more.length > 0 || Object.hasOwn(raw, key))
      return fail({ code: "serve.badRepeated", context: { parameter: key.slice(0, 40) } });
    raw[key] = value;
  }
  const read = v.safeParse<(typeof QUESTIONS)[Name]["parameters"]>(QUESTIONS[name].parameters, raw);
  if (read.success) return succeed(read.output);
  const [issue] = read.issues;
  const parameter = String(issue.path?.[0]?.key ?? "").slice(0, 40);
  const known = Object.keys(QUESTIONS[name].parameters.entries);
  if (!known.includes(parameter))
    return fail({ code: "serve.badUnknown", context: { parameter, known: known.join(", ") } });
  return fail({ code: "serve.badParameter", context: { parameter } });
}
