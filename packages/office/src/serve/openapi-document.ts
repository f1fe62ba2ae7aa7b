import { toJsonSchema } from "@valibot/to-json-schema";
import type { ConversionConfig } from "@valibot/to-json-schema";
import { problemSchema } from "./answer-schema.js";
import { API_ROOT, QUESTIONS } from "./api-question.js";
import type { Question } from "./api-question.js";

/** A part of a JSON document. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

type Schema = Parameters<typeof toJsonSchema>[0];

// OpenAPI 3.1 takes schemas of JSON Schema 2020-12 as they are.
const CONFIG: ConversionConfig = { target: "draft-2020-12", typeMode: "output" };

function schemaOf(schema: Schema): { readonly [key: string]: JsonValue } {
  const made: { readonly [key: string]: JsonValue } = JSON.parse(JSON.stringify(toJsonSchema(schema, CONFIG)));
  const { $schema: _dialect, ...rest } = made;
  return rest;
}

/** The OpenAPI 3.1 document of the API (OpenAPI Specification 3.1.1), from the table of questions. */
export function openApiDocument(version: string): JsonValue {
  const paths: Record<string, JsonValue> = {};
  for (const [name, question] of Object.entries(QUESTIONS))
    paths[`${API_ROOT}${question.path}`] = { get: operationOf(name, question) };
  paths[`${API_ROOT}/events`] = { get: EVENTS };
  return {
    openapi: "3.1.0",
    info: {
      title: "Acta",
      version,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      description:
        "Read-only. Answers are the documents of the commands with --json (docs/json.md). Every answer has an ETag; one about editions that are named by their ids holds for ever. A refusal is one JSON problem (RFC 9457) with a code.",
    },
    paths,
    components: { schemas: { Problem: schemaOf(problemSchema) } },
  };
}

function operationOf(name: string, question: Question): JsonValue {
  const parameters = Object.entries(question.parameters.entries).map(([key, schema]): JsonValue => {
    const isPath = question.path.includes(`{${key}}`);
    const { description, ...rest } = schemaOf(schema);
    return {
      name: key,
      in: isPath ? "path" : "query",
      required: isPath,
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
  return {
    operationId: name,
    summary: question.summary,
    description: `The same document as \`${question.command} --json\`.`,
    parameters,
    responses: {
      "200": {
        description: question.summary,
        headers: { ETag: { schema: { type: "string" } }, "Cache-Control": { schema: { type: "string" } } },
        content: { "application/json": { schema: schemaOf(question.answer) } },
      },
      "304": { description: "Unchanged since the ETag that was sent with If-None-Match" },
      ...Object.fromEntries(REFUSALS.map(([status, why]) => [status, refusal(why)])),
    },
  };
}

const REFUSALS = [
  ["400", "A parameter that is unknown, repeated or not what it should be"],
  ["403", "Not to be published yet"],
  ["404", "No such election, edition, contest, area, station..."],
  ["503", "Too many questions at once"],
] as const;

function refusal(description: string): JsonValue {
  return {
    description,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

const EVENTS: JsonValue = {
  operationId: "events",
  summary: "Server-sent events: `ledger` when entries have come, `publication` when their files are published",
  description:
    "Both name the newest edition of each election; from `ledger` on the API answers about it. The id of a `publication` is the beginning of the SHA-256 of `pointer.json`. Asking for the pointer now and then is the main road; this saves the wait.",
  responses: { "200": { description: "A stream", content: { "text/event-stream": { schema: { type: "string" } } } } },
};
