import { createServer } from "node:http";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { EventStream } from "./event-stream.js";
import type { AnswerDesk } from "./api-routes.js";
import { PointerWatch, publicationEvent } from "./pointer-watch.js";
import { PublishedSite } from "./published-site.js";
import type { Languages } from "./reading.js";
import { serveApp } from "./serve-app.js";

/** What to serve and where. */
export interface ServeRequest {
  /** The published folder. */
  readonly folder: string;
  readonly host: string;
  /** 0 takes one that is free. */
  readonly port: number;
  readonly desk: AnswerDesk | null;
  readonly languages: Languages;
  readonly version: string;
  readonly limits: ServeLimits;
  /** Is told of each publication after the first. */
  readonly published: (size: number) => void;
}

/** Bounds of what is kept and waited for. */
export interface ServeLimits {
  /** Bytes of files kept in memory; packed forms come on top, at most as much twice. */
  readonly fileBytes: number;
  /** The same of answers of the API. */
  readonly answerBytes: number;
  /** Readers of the event stream. */
  readonly readers: number;
  /** Milliseconds between signs of life to a reader. */
  readonly heartbeat: number;
  /** Milliseconds between looks at the pointer. */
  readonly look: number;
}

/** Bounds for a small machine: 10,000 readers wait in about 150 MB (15 kB each, measured). */
export const SERVE_LIMITS: ServeLimits = {
  fileBytes: 64 * 1024 * 1024,
  answerBytes: 32 * 1024 * 1024,
  readers: 10_000,
  heartbeat: 15_000,
  look: 100,
};

/** A server that runs. */
export interface RunningServer {
  /** Address with a slash at the end. */
  readonly address: string;
  readonly readers: () => number;
  /** Tells all readers of something that is not published yet, but answered by the API. */
  readonly tell: (name: string, document: unknown) => void;
  /** Ends every connection and gives the port back. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a published folder, the API over its data folder, and events.
 * @returns problems: `serve.portTaken`, `serve.badHost`, `serve.noFolder`.
 */
export async function serveFolder(request: ServeRequest): Promise<Result<RunningServer>> {
  const { folder, limits } = request;
  const site = openSite(folder, limits.fileBytes);
  if (!site.ok) return site;
  const events = new EventStream(limits.readers, limits.heartbeat);
  let seen = 0;
  const watch = new PointerWatch(folder, (pointer, hash) => {
    site.value.renew();
    events.keep(publicationEvent(pointer, hash));
    if (seen++ > 0) request.published(pointer.size);
  });
  watch.look();
  const app = serveApp({
    site: site.value,
    events,
    desk: request.desk,
    languages: request.languages,
    pointer: () => watch.pointer,
    version: request.version,
    mostAnswerBytes: limits.answerBytes,
  });
  const server = createServer(getRequestListener(app.fetch));
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) =>
    refuseUnread(error, socket, request.languages),
  );
  const bound = await listen(server, request);
  if (!bound.ok) {
    events.close();
    return bound;
  }
  watch.start(limits.look);
  return succeed({
    address: bound.value,
    readers: () => events.readers,
    tell: (name, document) => events.tell({ id: "", name, data: JSON.stringify(document) }),
    close: () => {
      watch.stop();
      events.close();
      return closed(server);
    },
  });
}

function openSite(folder: string, mostBytes: number): Result<PublishedSite> {
  try {
    return succeed(new PublishedSite(folder, mostBytes));
  } catch {
    return fail({ code: "serve.noFolder", where: folder });
  }
}

function listen(server: Server, { host, port }: ServeRequest): Promise<Result<string>> {
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const code = error.code === "EADDRINUSE" || error.code === "EACCES" ? "serve.portTaken" : "serve.badHost";
      resolve(fail({ code, context: { host, port } }));
    });
    // Thousands of readers may come back at the same moment.
    server.listen({ host, port, backlog: 4_096 }, () => {
      const bound = server.address();
      const taken = typeof bound === "object" && bound !== null ? bound.port : port;
      resolve(succeed(`http://${host.includes(":") ? `[${host}]` : host}:${taken}/`));
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** What is no request, or has an address of megabytes: a sentence, and the connection ends (RFC 9110, 15.5; RFC 6585, 5). */
function refuseUnread(error: NodeJS.ErrnoException, socket: Socket, languages: Languages): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const isLong = error.code === "HPE_HEADER_OVERFLOW";
  const text = `${languages.es.problem({ code: isLong ? "serve.tooLong" : "serve.badRequest" })}\n`;
  const status = isLong ? "431 Request Header Fields Too Large" : "400 Bad Request";
  const head = [
    `HTTP/1.1 ${status}`,
    "Content-Type: text/plain; charset=utf-8",
    "X-Content-Type-Options: nosniff",
    `Content-Length: ${Buffer.byteLength(text)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${text}`);
}
