import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import type { Pointer } from "acta/edition";
import { API_ROOT } from "./api-question.js";
import { addQuestions } from "./api-routes.js";
import type { AnswerDesk } from "./api-routes.js";
import type { EventStream } from "./event-stream.js";
import { problemAnswer, refusedPage } from "./problem-answer.js";
import type { PublishedSite } from "./published-site.js";
import { headersOf, sendBody } from "./reading.js";
import type { Asked, Languages, Surroundings } from "./reading.js";
import { ServedBody } from "./served-body.js";
import { answerFile } from "./site-answer.js";

/** What is served. */
export interface Served {
  readonly site: PublishedSite;
  readonly events: EventStream;
  /** Null when there is no data folder: then there are only files and events. */
  readonly desk: AnswerDesk | null;
  readonly languages: Languages;
  readonly pointer: () => Pointer | null;
  readonly version: string;
  /** Most bytes of answers of the API that are kept. */
  readonly mostAnswerBytes: number;
}

/** The application: events, the questions of the API, and for all else the files of the published folder. */
export function serveApp(served: Served): Hono<Surroundings> {
  const { site, languages, pointer, desk } = served;
  const app = new Hono<Surroundings>();
  app.get(`${API_ROOT}/events`, (asked) => takeReader(asked, served));
  let openApi: Promise<ServedBody> | null = null;
  app.get(`${API_ROOT}/openapi.json`, async (asked) =>
    sendBody(asked, asked.req.path.slice(1), await (openApi ??= openApiBody(served.version))),
  );
  addQuestions(app, desk, languages, served.mostAnswerBytes);
  app.options("*", (asked) => preflight(asked));
  app.get("/api/*", (asked) => problemAnswer(asked, languages, { code: "serve.notFound" }));
  app.all("/api/*", (asked) => problemAnswer(asked, languages, { code: "serve.method" }));
  app.get("*", (asked) => answerFile(asked, site, languages, pointer));
  app.all("*", (asked) => refusedPage(asked, languages, { code: "serve.method" }));
  // A bug: the reader gets a sentence, never where it happened.
  app.onError((_error, asked) => refusedPage(asked, languages, { code: "serve.broken" }));
  return app;
}

function takeReader(asked: Asked, { events, languages }: Served): Response {
  const { incoming, outgoing } = asked.env ?? {};
  if (!events.hasRoom || incoming === undefined || outgoing === undefined)
    return problemAnswer(asked, languages, { code: "serve.fullHouse" });
  // HTTP/2 is spoken by whoever stands in front.
  if (!("assignSocket" in outgoing) || incoming.httpVersionMajor !== 1)
    return problemAnswer(asked, languages, { code: "serve.fullHouse" });
  if (asked.req.method === "HEAD")
    return new Response(null, {
      headers: { ...headersOf("", false), "Content-Type": "text/event-stream; charset=utf-8" },
    });
  events.take(incoming, outgoing, headersOf("api", false));
  return RESPONSE_ALREADY_SENT;
}

/** Reading from anywhere needs no leave, but browsers ask when a header of their own is sent (Fetch Standard, 4.8). */
function preflight(asked: Asked): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...headersOf(asked.req.path.slice(1), false),
      Allow: "GET, HEAD",
      "Access-Control-Allow-Methods": "GET, HEAD",
      "Access-Control-Allow-Headers": "If-None-Match, Last-Event-ID",
      "Access-Control-Max-Age": "86400",
    },
  });
}

async function openApiBody(version: string): Promise<ServedBody> {
  const { openApiDocument } = await import("./openapi-document.js");
  const text = `${JSON.stringify(openApiDocument(version), null, 2)}\n`;
  return new ServedBody(new TextEncoder().encode(text), "application/json; charset=utf-8", false);
}
