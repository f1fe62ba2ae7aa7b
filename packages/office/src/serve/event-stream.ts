import type { IncomingMessage, ServerResponse } from "node:http";

/** A reader that has more than this many bytes yet to take is let go: it comes back by itself, and polling is the main road. */
const MOST_WAITING = 16 * 1024;
/** How long a reader waits before it comes back (HTML Living Standard, 9.2), in milliseconds; spread so that not all come at once. */
const RETRY = 3_000;

/** One event of the stream: its name, its text (one line), and an id where a reader who comes back should name it. */
export interface StreamEvent {
  readonly id: string;
  readonly name: string;
  readonly data: string;
}

/**
 * Readers of server-sent events. Each costs a socket and at most `MOST_WAITING` bytes: an event is one buffer for all, and who does not
 * read it is let go. Polling the pointer stays the main road; this saves the wait.
 */
export class EventStream {
  readonly #readers = new Set<ServerResponse>();
  readonly #mostReaders: number;
  readonly #pulse: NodeJS.Timeout;
  #last: StreamEvent | null = null;
  #dropped = 0;

  /** @param heartbeat milliseconds between signs of life: proxies close what is silent. */
  constructor(mostReaders: number, heartbeat: number) {
    this.#mostReaders = mostReaders;
    this.#pulse = setInterval(() => this.#send(Buffer.from(":\n\n")), heartbeat);
    this.#pulse.unref();
  }

  /** Readers that are there. */
  get readers(): number {
    return this.#readers.size;
  }

  /** Readers that were let go because they did not read. */
  get dropped(): number {
    return this.#dropped;
  }

  /** True when one more reader may come. */
  get hasRoom(): boolean {
    return this.#readers.size < this.#mostReaders;
  }

  /** Takes a reader in: it is told the newest event at once, unless it says that it has it (`Last-Event-ID`). */
  take(request: IncomingMessage, response: ServerResponse, headers: Readonly<Record<string, string>>): void {
    // The stream ends with its connection (RFC 9112, 6.3): framing each event for each reader would cost more than sending it.
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, {
      ...headers,
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      // Reverse proxies would hold events back until they have a page of them.
      "X-Accel-Buffering": "no",
    });
    request.socket.setKeepAlive(true, 30_000);
    request.socket.setNoDelay(true);
    const known = request.headers["last-event-id"];
    const last = this.#last;
    response.write(`retry: ${RETRY + ((request.socket.remotePort ?? 0) % RETRY)}\n\n`);
    if (last !== null && last.id !== known) response.write(frameOf(last));
    this.#readers.add(response);
    response.on("close", () => this.#readers.delete(response));
    response.on("error", () => this.#readers.delete(response));
  }

  /** Tells all readers; whoever comes later is told this one first. */
  keep(event: StreamEvent): void {
    this.#last = event;
    this.tell(event);
  }

  /** Tells those who are there. */
  tell(event: StreamEvent): void {
    this.#send(Buffer.from(frameOf(event)));
  }

  /** Ends every stream. */
  close(): void {
    clearInterval(this.#pulse);
    for (const reader of this.#readers) reader.end();
    this.#readers.clear();
  }

  #send(frame: Buffer): void {
    for (const reader of this.#readers) {
      if (reader.writableLength <= MOST_WAITING) {
        reader.write(frame);
        continue;
      }
      this.#dropped++;
      this.#readers.delete(reader);
      reader.destroy();
    }
  }
}

function frameOf({ id, name, data }: StreamEvent): string {
  return `${id === "" ? "" : `id: ${id}\n`}event: ${name}\ndata: ${data}\n\n`;
}
