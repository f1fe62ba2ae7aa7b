import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { fail, parseCount, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Leaves } from "acta/record";
import type { Client } from "pg";
import { sliceLeaves, splitLeaves } from "./leaf-range.js";
import { MOST_DELAY } from "./ledger-store.js";
import type { Addition, LedgerStore, StoreHead, UseLeaves } from "./ledger-store.js";
import { asRecord, prepareSession } from "./postgres-schema.js";
import type { ServerAddress } from "./server-address.js";
import { serverProblem } from "./server-problem.js";

/** Milliseconds until a server that does not answer counts as gone; an append may wait that long for those before it. */
const CONNECT_WITHIN = 10_000;
const ANSWER_WITHIN = 60_000;
/** Bytes of leaves in a row, and about as many in an answer. */
const PIECE_BYTES = 8 << 20;

// The update of the head is the compare and swap: its row lock lets one append through at a time, and an append that finds another
// size changes no row. One statement is one transaction, durable when it is answered (synchronous_commit, postgres-schema.ts).
const APPEND = `
WITH moved AS (
  UPDATE acta.head SET size = $2, note = coalesce($5, note), verifier = coalesce($6, verifier) WHERE size = $1 RETURNING size
), added AS (
  INSERT INTO acta.range (first, count, leaves) SELECT $1, $3, $4 FROM moved
)
SELECT pg_notify('acta', moved.size::text) FROM moved`;

const RANGES = `
SELECT first, count, leaves FROM (
  SELECT first, count, leaves, sum(octet_length(leaves)) OVER (ORDER BY first) - octet_length(leaves) AS before
  FROM acta.range
  WHERE first >= (SELECT coalesce(max(first), 0) FROM acta.range WHERE first <= $1) AND first < $2
  ORDER BY first LIMIT 4096
) AS page WHERE before < ${PIECE_BYTES}`;

/** The store for several processes and desks: PostgreSQL 15 or later, one ledger for each database. */
export class PostgresStore implements LedgerStore {
  readonly #where: string;
  readonly #client: Client;
  #isGone = false;

  private constructor(where: string, client: Client) {
    this.#where = where;
    this.#client = client;
    // Without this a server that goes away between two questions would end the process.
    client.on("error", () => (this.#isGone = true));
    client.on("end", () => (this.#isGone = true));
  }

  /** Connects. `make` makes the tables where the database has none. */
  static async open(address: ServerAddress, make = false): Promise<Result<PostgresStore>> {
    const where = address.text;
    let store: PostgresStore | null = null;
    try {
      // Loaded only where a server is: every command would pay for it.
      const { default: pg } = await import("pg");
      const client = new pg.Client({
        connectionString: address.text,
        connectionTimeoutMillis: CONNECT_WITHIN,
        query_timeout: ANSWER_WITHIN,
        keepAlive: true,
        application_name: "acta",
      });
      store = new PostgresStore(where, client);
      await client.connect();
      const ready = await prepareSession(client, where, make);
      if (ready.ok) return succeed(store);
      await store.close();
      return ready;
    } catch (error) {
      await store?.close();
      return fail(serverProblem(error, where));
    }
  }

  async head(): Promise<Result<StoreHead>> {
    return this.#ask(async (client) => {
      const { rows } = await client.query("SELECT size, note, verifier FROM acta.head");
      const row = asRecord(rows[0]);
      const size = parseCount(String(row["size"]));
      if (size === undefined) return this.#damaged();
      const note = row["note"];
      const signed = note instanceof Uint8Array ? { note, verifier: String(row["verifier"] ?? "") } : null;
      return succeed({ size, checkpoint: signed });
    });
  }

  async append(expectedSize: number, addition: Addition): Promise<Result<null>> {
    for (const [sha256, bytes] of addition.blobs)
      if (hashOf(bytes) !== sha256) return fail({ code: "store.otherBytes", where: sha256 });
    // Nothing is sent over a connection that is known to be gone: then nothing can be half done either.
    if (this.#isGone) return this.#gone();
    const known = await this.#knownOf([...addition.blobs.keys()]);
    if (!known.ok) return known;
    // In the same order everywhere: two that bring the same blobs then never wait for each other.
    const blobs = [...addition.blobs].filter(([sha256]) => !known.value.has(sha256));
    blobs.sort(([a], [b]) => (a < b ? -1 : 1));
    const appended = await this.#ask(async (client) => {
      const pieces = splitLeaves(addition.leaves, PIECE_BYTES);
      const moved =
        blobs.length === 0 && pieces.length === 1
          ? await appendPiece(client, expectedSize, addition, addition.leaves)
          : await appendAll(client, expectedSize, addition, pieces, blobs);
      return succeed(moved);
    });
    // The connection broke: whether the server had committed by then, nobody here can know.
    if (!appended.ok)
      return appended.problem.code === "store.serverGone"
        ? fail({ ...appended.problem, code: "store.serverLost" })
        : appended;
    if (appended.value) return succeed(null);
    const head = await this.head();
    if (!head.ok) return head;
    return fail({
      code: "ledger.moved",
      where: this.#where,
      context: { expected: expectedSize, size: head.value.size },
    });
  }

  /** Which of these blobs the server has. */
  async #knownOf(names: readonly string[]): Promise<Result<ReadonlySet<string>>> {
    if (names.length === 0) return succeed(new Set());
    return this.#ask(async (client) => {
      const { rows } = await client.query("SELECT sha256 FROM acta.blob WHERE sha256 = ANY($1)", [names]);
      return succeed(new Set(rows.map((row: unknown) => String(asRecord(row)["sha256"]))));
    });
  }

  async read(from: number, upTo: number, use: UseLeaves): Promise<Result<null>> {
    let next = from;
    while (next < upTo) {
      const page = await this.#ask(async (client) => succeed((await client.query(RANGES, [next, upTo])).rows));
      if (!page.ok) return page;
      const start = next;
      for (const row of page.value) {
        const range = rangeOf(row);
        if (range === null || range.first > next) return this.#damaged();
        const { first, leaves } = range;
        const used = use(sliceLeaves(leaves, next - first, upTo - first), next);
        if (!used.ok) return used;
        next = first + leaves.count;
      }
      // Entries that the head promises and the table has not.
      if (next === start) return this.#damaged();
    }
    return succeed(null);
  }

  async blobNames(): Promise<Result<readonly string[]>> {
    return this.#ask(async (client) => {
      const { rows } = await client.query('SELECT sha256 FROM acta.blob ORDER BY sha256 COLLATE "C"');
      return succeed(rows.map((row: unknown) => String(asRecord(row)["sha256"])));
    });
  }

  async blob(sha256: string): Promise<Result<Uint8Array>> {
    return this.#ask(async (client) => {
      const { rows } = await client.query("SELECT bytes FROM acta.blob WHERE sha256 = $1", [sha256]);
      const bytes = asRecord(rows[0])["bytes"];
      if (!(bytes instanceof Uint8Array)) return fail({ code: "store.notFound", where: sha256 });
      return hashOf(bytes) === sha256 ? succeed(bytes) : fail({ code: "store.blobAltered", where: sha256 });
    });
  }

  async follow(size: number, milliseconds: number): Promise<Result<number>> {
    const until = performance.now() + milliseconds;
    const listening = await this.#ask(async (client) => succeed(await client.query("LISTEN acta")));
    if (!listening.ok) return listening;
    for (;;) {
      const head = await this.head();
      if (!head.ok) return head;
      const left = until - performance.now();
      if (head.value.size > size || left <= 0) return succeed(head.value.size);
      await this.#told(Math.min(left, MOST_DELAY));
    }
  }

  /** Waits for the next word from the server, at most so long: it may get lost, and then the next look finds out. */
  async #told(milliseconds: number): Promise<void> {
    const stop = new AbortController();
    const wake = (): void => stop.abort();
    this.#client.once("notification", wake);
    this.#client.once("end", wake);
    await sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);
    this.#client.removeListener("notification", wake);
    this.#client.removeListener("end", wake);
  }

  async close(): Promise<void> {
    if (this.#isGone) return;
    this.#isGone = true;
    await this.#client.end().catch(() => undefined);
  }

  async #ask<T>(work: (client: Client) => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#isGone) return this.#gone();
    try {
      return await work(this.#client);
    } catch (error) {
      const problem = serverProblem(error, this.#where);
      // An answer that did not come in time would be taken for that to the next question.
      if (problem.code === "store.serverGone") void this.close();
      return fail(problem);
    }
  }

  #gone(): Result<never> {
    return fail({ code: "store.serverGone", where: this.#where, context: { reason: "closed" } });
  }

  #damaged(): Result<never> {
    return fail({ code: "store.serverDamaged", where: this.#where });
  }
}

async function appendPiece(client: Client, first: number, addition: Addition, piece: Leaves): Promise<boolean> {
  const { leaves, checkpoint } = addition;
  const { rowCount } = await client.query({
    name: "append",
    text: APPEND,
    values: [
      first,
      first + leaves.count,
      piece.count,
      piece.bytes,
      checkpoint?.note ?? null,
      checkpoint?.verifier ?? null,
    ],
  });
  return rowCount === 1;
}

/** An append of several rows, or with blobs: one transaction, of which nothing is seen before it is committed. */
async function appendAll(
  client: Client,
  expectedSize: number,
  addition: Addition,
  pieces: readonly Leaves[],
  blobs: readonly (readonly [string, Uint8Array])[],
): Promise<boolean> {
  await client.query("BEGIN");
  try {
    for (const blob of blobs)
      await client.query("INSERT INTO acta.blob (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING", [...blob]);
    let next = expectedSize;
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) await client.query("INSERT INTO acta.range VALUES ($1, $2, $3)", [next, piece.count, piece.bytes]);
      else if (!(await appendPiece(client, next, addition, piece))) {
        await client.query("ROLLBACK");
        return false;
      }
      next += piece.count;
    }
    await client.query("COMMIT");
    return true;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

function rangeOf(row: unknown): { readonly first: number; readonly leaves: Leaves } | null {
  const { first: start, count, leaves: bytes } = asRecord(row);
  // A bigint comes as text.
  const first = parseCount(String(start));
  return first === undefined || typeof count !== "number" || !(bytes instanceof Uint8Array)
    ? null
    : { first, leaves: { bytes, count } };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
