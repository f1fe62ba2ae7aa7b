import { STATUS_CODES } from "node:http";
import type { Problem } from "acta/basics";
import { headerOf, headersOf, languageFor } from "./reading.js";
import type { Asked, Languages } from "./reading.js";

/** Statuses with which a request is refused. */
export type RefusedStatus = 400 | 403 | 404 | 405 | 500 | 503;

/** Coded problems that say: there is no such thing. Everything that begins with `unknown` says so as well. */
const MISSING = new Set([
  "store.noEdition",
  "store.noElection",
  "store.nothingAt",
  "command.oneEdition",
  "command.noBulletins",
  "command.noBulletinOf",
  "serve.notFound",
  "serve.noData",
]);
/** Coded problems of our own, by what they mean on the web. */
const STATUSES: ReadonlyMap<string, RefusedStatus> = new Map([
  ["serve.method", 405],
  ["serve.broken", 500],
  ["serve.busy", 503],
  ["serve.fullHouse", 503],
  ["publish.tooEarly", 403],
]);
/** Questions that were asked wrongly. */
const WRONG = /^(?:serve\.bad|command\.bad|disputes\.bad|store\.(?:ambiguous|atTooLarge))/;

/** The status of a coded problem (RFC 9110, 15). What nobody expected is the server's fault. */
function statusOf(code: string): RefusedStatus {
  const known = STATUSES.get(code);
  if (known !== undefined) return known;
  if (MISSING.has(code) || /\.unknown/.test(code)) return 404;
  return WRONG.test(code) ? 400 : 500;
}

/** A refusal of the API as one JSON problem (RFC 9457): status, code, and one sentence in the reader's language. */
export function problemAnswer(asked: Asked, languages: Languages, problem: Problem): Response {
  const status = statusOf(problem.code);
  const language = languageFor(asked, languages);
  // A path of the server's own disk is nobody's business.
  const { where: _where, ...shown } = problem;
  const document = {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "",
    status,
    detail: language.problem(status === 500 ? { code: "serve.broken" } : shown),
    code: status === 500 ? "serve.broken" : problem.code,
  };
  return new Response(`${JSON.stringify(document)}\n`, {
    status,
    headers: {
      ...refusalHeaders(asked, status),
      "Content-Type": "application/problem+json; charset=utf-8",
      "Content-Language": language.code,
    },
  });
}

/** A refusal as a page with one sentence for a browser, else as a line of text. */
export function refusedPage(asked: Asked, languages: Languages, problem: Problem): Response {
  const status = statusOf(problem.code);
  const language = languageFor(asked, languages);
  const sentence = language.problem(problem);
  const isPage = (headerOf(asked, "accept") ?? "").includes("text/html");
  const text = isPage ? pageOf(language.code, sentence, language.say("serve.toFront")) : `${sentence}\n`;
  return new Response(text, {
    status,
    headers: {
      ...refusalHeaders(asked, status),
      "Content-Type": isPage ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
      "Content-Language": language.code,
    },
  });
}

function refusalHeaders(asked: Asked, status: RefusedStatus): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {
    ...headersOf(asked.req.path.slice(1), false),
    Vary: "Accept, Accept-Language",
  };
  headers["Cache-Control"] = "no-store";
  if (status === 405) headers["Allow"] = "GET, HEAD";
  if (status === 503) headers["Retry-After"] = "5";
  return headers;
}

function pageOf(language: string, sentence: string, back: string): string {
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(sentence)}</title>
<p>${escapeHtml(sentence)}</p>
<p><a href="/">${escapeHtml(back)}</a></p>
</html>
`;
}

/** A text as it stands in a page: what a source wrote into a name is never markup. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
