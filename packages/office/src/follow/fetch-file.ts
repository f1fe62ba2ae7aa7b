import type { IncomingMessage } from "node:http";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { parseAddress, shownAddress, urlOf } from "./address.js";
import { discard } from "./discard.js";
import { send } from "./http-request.js";
import type { RequestFailure } from "./http-request.js";
import { keepBody } from "./keep-body.js";
import { retryAfterOf, waitBefore } from "./pace.js";
import type { Pace } from "./pace.js";

/** What is known about an address from the last time: with it the server may answer "not modified". */
export interface AddressState {
  readonly sha256: string;
  readonly bytes: number;
  /** "" when the server gave none; the same below. */
  readonly etag: string;
  /** As the server wrote it. */
  readonly lastModified: string;
}

/** What a fetch needs besides the address. */
export interface FetchOptions {
  /** Folder for the temporary file; made when it is missing. */
  readonly folder: string;
  /** `acta/<version>`. */
  readonly agent: string;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  /** From the last time; null when the bytes are wanted in any case. */
  readonly known: AddressState | null;
  /** Hosts in private networks may be asked, because the user named the address. Redirects may never lead there. */
  readonly mayBePrivate: boolean;
  /** Default 512 MiB. */
  readonly maxBytes?: number;
  /** Default 4. */
  readonly attempts?: number;
  /** Milliseconds without a byte; default 30 s. */
  readonly idle?: number;
  /** Milliseconds for one attempt in all; default 15 minutes. */
  readonly longest?: number;
}

/** What a fetch brought. `new`: the file at `path` is the caller's to move or to remove. */
export type FetchedFile =
  | ({ readonly status: "new"; readonly path: string } & AddressState)
  | ({ readonly status: "unchanged" } & AddressState);

const MOST_BYTES = 512 * 1024 * 1024;
const MOST_REDIRECTS = 5;
/** A server that asks for more is not waited for: the caller is told how long it asked. */
const LONGEST_RETRY_AFTER = 120_000;

interface Failure extends RequestFailure {
  /** Milliseconds that the server asked for. */
  readonly asked: number | null;
}

/**
 * Gets the bytes of an address as they were sent, bounded and hashed on the way. Politely: conditional where something is known,
 * repeated with growing waits only where that may help, and never before the server wants it.
 */
export async function fetchFile(address: string, options: FetchOptions): Promise<Result<FetchedFile>> {
  const url = parseAddress(address);
  if (!url.ok) return url;
  const { pace, signal } = options;
  for (let attempt = 1; ; attempt++) {
    const tried = await attemptAt(url.value, options);
    if (tried.ok) return tried;
    const { problem, again, asked } = tried.problem;
    if (!again || attempt >= (options.attempts ?? 4) || (asked ?? 0) > LONGEST_RETRY_AFTER)
      return fail(
        asked === null ? problem : { ...problem, context: { ...problem.context, retryAfter: Math.ceil(asked / 1000) } },
      );
    await pace.sleep(waitBefore(attempt, asked, pace.random), signal);
    if (signal.aborted) return fail({ code: "fetch.interrupted", where: shownAddress(url.value) });
  }
}

async function attemptAt(named: URL, options: FetchOptions): Promise<Result<FetchedFile, Failure>> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.longest ?? 15 * 60_000)]);
  let url = named;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answered = await send(url, {
      method: "GET",
      headers: headersOf(options),
      body: "",
      idle: options.idle ?? 30_000,
      signal,
      mayBePrivate: options.mayBePrivate && url.hostname === named.hostname,
    });
    if (!answered.ok) return fail({ ...answered.problem, asked: null });
    const response = answered.value;
    const target = redirectOf(response, url);
    if (target === null) return received(response, url, options, signal);
    response.destroy();
    if (!target.ok) return fail({ problem: target.problem, again: false, asked: null });
    url = target.value;
  }
  const problem = { code: "fetch.failed", where: shownAddress(named), context: { reason: "redirects" } };
  return fail({ problem, again: false, asked: null });
}

function headersOf({ agent, known }: FetchOptions): Record<string, string> {
  return {
    "user-agent": agent,
    accept: "*/*",
    "accept-encoding": "identity",
    ...(known === null || known.etag === "" ? {} : { "if-none-match": known.etag }),
    ...(known === null || known.lastModified === "" ? {} : { "if-modified-since": known.lastModified }),
  };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Null when the response is none. The target must keep the rule of every address. */
function redirectOf(response: IncomingMessage, from: URL): Result<URL> | null {
  if (!REDIRECTS.has(response.statusCode ?? 0)) return null;
  const target = urlOf(response.headers.location ?? "", from);
  return target === null
    ? fail({ code: "fetch.badAddress", where: shownAddress(from), context: { reason: "unreadable" } })
    : parseAddress(target.href);
}

async function received(
  response: IncomingMessage,
  url: URL,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Result<FetchedFile, Failure>> {
  const { known } = options;
  const status = response.statusCode ?? 0;
  if (status === 304 && known !== null) {
    response.destroy();
    return succeed({ status: "unchanged", ...known });
  }
  if (status !== 200) {
    response.destroy();
    return fail(statusFailure(response, url, options.pace));
  }
  const kept = await keepBody(response, url, options.folder, options.maxBytes ?? MOST_BYTES, signal);
  if (!kept.ok) return fail({ ...kept.problem, asked: null });
  const { path, sha256, bytes } = kept.value;
  const state = {
    sha256,
    bytes,
    etag: headerText(response.headers.etag),
    lastModified: headerText(response.headers["last-modified"]),
  };
  if (known?.sha256 !== sha256) return succeed({ status: "new", path, ...state });
  discard(path);
  return succeed({ status: "unchanged", ...state });
}

/** What is sent back later must be plain and short. */
function headerText(text: string | undefined): string {
  return text !== undefined && /^[\x20-\x7e]{1,500}$/.test(text) ? text : "";
}

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

function statusFailure(response: IncomingMessage, url: URL, pace: Pace): Failure {
  const status = response.statusCode ?? 0;
  const again = PASSING.has(status);
  const code = status === 404 || status === 410 ? "fetch.notFound" : again ? "fetch.failed" : "fetch.refused";
  const problem = { code, where: shownAddress(url), context: { reason: `HTTP ${status}`, status } };
  return { problem, again, asked: retryAfterOf(response.headers["retry-after"], pace.now()) };
}
