import { lookup } from "node:dns";
import { request as requestHttp } from "node:http";
import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { hasPrivateHost, isPrivateNumber, shownAddress } from "./address.js";

// Node's `fetch` unpacks what a server declares as packed, and many servers declare `file.csv.gz` so: its bytes would not be those whose
// hash is published. `node:https` hands over the bytes as they were sent.

/** One request. */
export interface OutgoingRequest {
  readonly method: "GET" | "POST";
  readonly headers: OutgoingHttpHeaders;
  /** "" for none. */
  readonly body: string;
  /** Milliseconds without a single byte after which the request is given up. */
  readonly idle: number;
  /** Ends the request: the whole time is over, or the user stops. */
  readonly signal: AbortSignal;
  /** Hosts in private networks may be asked: the user named this one. */
  readonly mayBePrivate: boolean;
}

/** Why a request failed, and whether it may help to repeat it. */
export interface RequestFailure {
  readonly problem: Problem;
  readonly again: boolean;
}

const PRIVATE_HOST = "ACTA_PRIVATE_HOST";
const IDLE = "ACTA_IDLE";

/** Sends a request and gives the response once its head is there; redirects are not followed, nothing is unpacked. */
export async function send(url: URL, request: OutgoingRequest): Promise<Result<IncomingMessage, RequestFailure>> {
  if (!request.mayBePrivate && hasPrivateHost(url)) return fail(failureOf(coded(PRIVATE_HOST), url, request.signal));
  try {
    return succeed(await answerOf(url, request));
  } catch (error) {
    return fail(failureOf(error, url, request.signal));
  }
}

function answerOf(
  url: URL,
  { method, headers, body, idle, signal, mayBePrivate }: OutgoingRequest,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const open = url.protocol === "https:" ? requestHttps : requestHttp;
    // A connection of its own: minutes lie between two requests, and nothing is left open when the work is done.
    const guarded = mayBePrivate ? {} : { lookup: publicLookup };
    const outgoing = open(url, { method, headers, signal, agent: false, ...guarded }, resolve);
    outgoing.setTimeout(idle, () => outgoing.destroy(coded(IDLE)));
    outgoing.on("error", reject);
    outgoing.end(body === "" ? undefined : body);
  });
}

/** Resolves a name and refuses it when it leads into a private network: a redirect must not reach behind the user's router. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const first = found?.[0];
    if (error !== null || first === undefined) callback(error ?? coded("ENOTFOUND"), "");
    else if (found.some((each) => isPrivateNumber(each.address))) callback(coded(PRIVATE_HOST), "");
    else if (options.all === true) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

function coded(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|HOSTNAME/;
const CUT_OFF = new Set(["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"]);
/** No such name, or no network at all: seconds will not change it. */
const NO_SERVER = new Set(["ENOTFOUND", "EAI_AGAIN"]);
const TIMEOUTS = new Set([IDLE, "ETIMEDOUT", "ESOCKETTIMEDOUT", "TimeoutError"]);

/** Says what an error of the network means; anything else is a bug and is thrown on. */
export function failureOf(error: unknown, url: URL, signal: AbortSignal): RequestFailure {
  const where = shownAddress(url);
  const code = codeOf(error);
  const timedOut = signal.aborted && signal.reason instanceof Error && signal.reason.name === "TimeoutError";
  if (timedOut || TIMEOUTS.has(code)) return { problem: { code: "fetch.timeout", where }, again: true };
  if (signal.aborted) return { problem: { code: "fetch.interrupted", where }, again: false };
  if (code === PRIVATE_HOST)
    return { problem: { code: "fetch.badAddress", where, context: { reason: "private" } }, again: false };
  if (!/^(?:E[A-Z0-9]+|HPE_\w+|ERR_\w+|CERT_\w+|\w*SIGN\w*|\w*CERT\w*)$/.test(code)) throw error;
  // A connection that ends before the announced length is reported so.
  const reason = CUT_OFF.has(code) ? "cutOff" : CERTIFICATE.test(code) ? "certificate" : code;
  return {
    problem: { code: "fetch.failed", where, context: { reason } },
    again: reason !== "certificate" && !NO_SERVER.has(code),
  };
}
