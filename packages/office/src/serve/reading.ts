import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { POINTER_PATH } from "acta/edition";
import type { Language, LanguageCode } from "../language/index.js";
import { chooseEncoding, chooseLanguage, hasAlready } from "./negotiation.js";
import { securityHeaders } from "./security-headers.js";
import type { PackedBody, ServedBody } from "./served-body.js";

/** What the platform gives to a request; without a socket (tests) neither is there. */
export type Surroundings = { readonly Bindings: Partial<HttpBindings> };

/** One request. */
export type Asked = Context<Surroundings>;

/** A writer of sentences for each language. */
export type Languages = Readonly<Record<LanguageCode, Language>>;

/** Anybody may read from a page of their own: everything here is public, and nothing is personal. */
const READING = { "Access-Control-Allow-Origin": "*" } as const;
/** Beside the pointer pages are told that news can be had as they come (RFC 8288); a plain file server says nothing, and they ask. */
const EVENTS = '<api/v1/events>; rel="alternate"; type="text/event-stream"';
/** A year: the longest that caches keep (RFC 9111). */
const FIXED = "public, max-age=31536000, immutable";
/**
 * A reader asks again each time, and an unchanged answer costs one line. Caches between them and us may answer for two seconds (RFC 9111,
 * 5.2.2.10): then a million readers who ask for the pointer are one question in two seconds.
 */
const ASK_AGAIN = "public, max-age=0, s-maxage=2, must-revalidate";

/** A header of the request. Read from the platform where it is there: the web's own object costs more than the whole answer. */
export function headerOf(asked: Asked, name: string): string | undefined {
  const incoming = asked.env?.incoming;
  if (incoming === undefined) return asked.req.header(name);
  const value = incoming.headers[name];
  return typeof value === "string" ? value : undefined;
}

/** The language in which a sentence is said to whoever asked: `?lang=`, else what the reader's program prefers. */
export function languageFor(asked: Asked, languages: Languages): Language {
  const named = asked.req.query("lang");
  if (named === "es" || named === "en") return languages[named];
  return languages[chooseLanguage(headerOf(asked, "accept-language"))];
}

/** Sends a body in the smallest form that the reader can unpack, or 304 when it has it already. */
export function sendBody(asked: Asked, path: string, body: ServedBody): Response | Promise<Response> {
  const encoding = body.isPackable ? chooseEncoding(headerOf(asked, "accept-encoding")) : "identity";
  const ready = body.ready(encoding);
  if (ready !== null) return sendForm(asked, path, body, ready);
  return body.pack(encoding).then((form) => sendForm(asked, path, body, form));
}

function sendForm(asked: Asked, path: string, body: ServedBody, form: PackedBody): Response {
  const headers = headersFor(path, body, form);
  if (!hasAlready(headerOf(asked, "if-none-match"), form.etag))
    return new Response(form.bytes, { status: 200, headers });
  const { "Content-Type": _type, "Content-Encoding": _encoding, "Content-Length": _length, ...unchanged } = headers;
  return new Response(null, { status: 304, headers: unchanged });
}

interface KeptHeaders {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Headers are the same for every reader of a form: made once, they cost nothing. */
const KEPT = new WeakMap<PackedBody, KeptHeaders>();

function headersFor(path: string, body: ServedBody, form: PackedBody): Readonly<Record<string, string>> {
  const kept = KEPT.get(form);
  if (kept?.path === path) return kept.headers;
  const headers: Record<string, string> = {
    ...headersOf(path, body.isFixed),
    "Content-Type": body.type,
    ETag: form.etag,
    "Content-Length": String(form.bytes.length),
  };
  if (body.isPackable) headers["Vary"] = "Accept-Encoding";
  if (form.encoding !== "identity") headers["Content-Encoding"] = form.encoding;
  if (path === POINTER_PATH) headers["Link"] = EVENTS;
  KEPT.set(form, { path, headers });
  return headers;
}

/** Headers of every answer at a path. */
export function headersOf(path: string, isFixed: boolean): Readonly<Record<string, string>> {
  return { ...securityHeaders(path), ...READING, "Cache-Control": isFixed ? FIXED : ASK_AGAIN };
}
