import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseInstant, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { LeafWriter, leafOf } from "acta/record";
import type { Leaves } from "acta/record";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPostgres } from "../../../../scripts/postgres-server.mjs";
import type { TestServer } from "../../../../scripts/postgres-server.mjs";
import { describeWithPostgres } from "../../../../scripts/postgres-tests.js";
import { importSample, sampleCsv } from "../import/sample-import.js";
import { checkFolder } from "./check-folder.js";
import { CopiedStore } from "./copied-store.js";
import { appendTo, openFolder, openFolderToWrite } from "./data-folder.js";
import { followServer } from "./follow-server.js";
import { joinServer } from "./join-server.js";
import type { LedgerStore } from "./ledger-store.js";
import { indexOf } from "./open-edition.js";
import { prepareSession } from "./postgres-schema.js";
import { PostgresStore } from "./postgres-store.js";
import { parseServerAddress } from "./server-address.js";
import type { ServerAddress } from "./server-address.js";
import { bringUpToDate, openToWrite, stageUntilFirst } from "./server-folder.js";

const root = mkdtempSync(join(tmpdir(), "acta-desks-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = (): string => join(mkdtempSync(join(root, "f")), "data");

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? "" : result.problem.code;
}

/** Numbers and sizes of the editions that a folder knows. */
function editionsIn(path: string): readonly string[] {
  const folder = valueOf(openFolder(path));
  const index = valueOf(indexOf(folder));
  folder.close();
  return index.elections.flatMap(({ editions }) => editions.map(({ number, asOf }) => `${number} ${asOf}`));
}

/** The ledger's bytes and checkpoint, to see that nothing was changed. */
function bytesOf(path: string): readonly string[] {
  return ["entries.log", "checkpoint"].map((name) => readFileSync(join(path, "ledger", name), "hex"));
}

const importInto = (path: string, count: number, asOf: string) =>
  importSample(mkdtempSync(join(root, "w")), path, sampleCsv(count), asOf);

function faultsOf(path: string): readonly string[] {
  return valueOf(checkFolder(path)).checks.flatMap(({ result, problem }) => (result === "sound" ? [] : [problem.code]));
}

describe("the address of a server", () => {
  test("is a connection URI, and holds no password in any place", () => {
    for (const text of ["postgres://db.example/acta", "postgresql://ana@db.example:5433/acta?sslmode=verify-full"])
      expect(parseServerAddress(text)).toEqual(succeed({ text }));
    for (const text of [
      "postgres://ana:secret@db.example/acta",
      "postgres://ana:@db.example/acta",
      "postgres://db.example/acta?user=ana&password=secret",
      "postgres://db.example/acta?PASSWORD=secret",
      "postgres://db.example/acta?pass%77ord=secret",
      "postgres://ana:sec@ret@db.example/acta",
    ]) {
      const parsed = parseServerAddress(text);
      expect(codeOf(parsed)).toBe("store.passwordInAddress");
      expect(JSON.stringify(parsed)).not.toContain("sec");
    }
    for (const text of ["", "acta-data", "http://db.example/acta", "postgres://db example/acta", "postgres://[/acta"])
      expect(codeOf(parseServerAddress(text))).toBe("store.badServerAddress");
  });
});

describeWithPostgres("two desks on one PostgreSQL server", () => {
  let server: TestServer;
  let made = 0;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  function newAddress(): ServerAddress & { readonly database: string } {
    const database = `desks${++made}`;
    server.createDatabase(database);
    return { text: server.address(database), database };
  }

  async function newDesk(address: ServerAddress, keyOf?: string): Promise<string> {
    const path = newFolder();
    valueOf(await joinServer(path, { text: address.text }));
    if (keyOf !== undefined) cpSync(join(keyOf, "keys", "recorder.key"), join(path, "keys", "recorder.key"));
    return path;
  }

  /** A server with one edition, and the desk that has imported it. */
  async function begun(): Promise<{
    readonly address: ServerAddress & { readonly database: string };
    readonly one: string;
  }> {
    const address = newAddress();
    const one = await newDesk(address);
    valueOf(await importInto(one, 20, "2026-02-01T20:00Z"));
    return { address, one };
  }

  test("each sees what the other has imported, and both are sound from the ground", async () => {
    const { address, one } = await begun();
    const two = await newDesk(address, one);
    expect(editionsIn(two)).toEqual(["1 2026-02-01T20:00:00Z"]);
    valueOf(await importInto(two, 24, "2026-02-01T21:00Z"));
    expect(editionsIn(one)).toHaveLength(1);
    expect(valueOf(await bringUpToDate(one)).taken).toBeGreaterThan(4);
    expect(valueOf(await bringUpToDate(one)).taken).toBe(0);
    valueOf(await importInto(one, 28, "2026-02-01T22:00Z"));
    valueOf(await bringUpToDate(two));
    expect(editionsIn(two)).toEqual(editionsIn(one));
    expect(editionsIn(two)).toHaveLength(3);
    for (const path of [one, two]) expect(faultsOf(path)).toEqual([]);
    expect(readFileSync(join(one, "ledger", "checkpoint"))).toEqual(readFileSync(join(two, "ledger", "checkpoint")));
  });

  test("a lost race is staged again from what the other has appended", async () => {
    const { address, one } = await begun();
    const two = await newDesk(address, one);
    const folder = valueOf(await openToWrite(two));
    valueOf(await importInto(one, 24, "2026-02-01T21:00Z"));
    const sizes: number[] = [];
    const empty = new LeafWriter().leaves();
    const lost = await stageUntilFirst(folder, async () => {
      sizes.push(folder.ledger.size);
      return sizes.length < 3 ? { ok: false, problem: { code: "ledger.moved" } } : succeed(empty.count);
    });
    expect(lost).toEqual(succeed(0));
    expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
    expect(sizes[2]).toBe(sizes[1]);
    folder.close();
    // The real thing: both at once, several times.
    for (let round = 0; round < 3; round++) {
      const done = await Promise.all([
        importInto(one, 30 + 2 * round, `2026-02-02T0${round}:00Z`),
        importInto(two, 31 + 2 * round, `2026-02-02T0${round}:30Z`),
      ]);
      expect(done.map(codeOf)).toEqual(["", ""]);
    }
    valueOf(await bringUpToDate(one));
    valueOf(await bringUpToDate(two));
    expect(editionsIn(one)).toHaveLength(8);
    expect(editionsIn(two)).toEqual(editionsIn(one));
    for (const path of [one, two]) expect(faultsOf(path)).toEqual([]);
  });

  test("one that has no key reads, and cannot write", async () => {
    const { address, one } = await begun();
    const two = await newDesk(address);
    const before = bytesOf(two);
    expect(codeOf(await importInto(two, 24, "2026-02-01T21:00Z"))).toBe("store.noDeskKey");
    expect(bytesOf(two)).toEqual(before);
    expect(valueOf(await bringUpToDate(one)).taken).toBe(0);
    expect(readdirSync(two).filter((name) => name.startsWith("lock"))).toEqual([]);
  });

  test("two that begin the ledger at once: one has begun it, the other is told that it has not its key", async () => {
    const address = newAddress();
    const [one, two] = [await newDesk(address), await newDesk(address)];
    const done = await Promise.all([one, two].map((path, at) => importInto(path, 20 + at, "2026-02-01T20:00Z")));
    const [won, lost] = done.map(codeOf).toSorted();
    expect(won).toBe("");
    // Whoever was slower has made a key that is not the ledger's, or had not yet made one.
    expect(["key.other", "store.noDeskKey"]).toContain(lost);
    const first = done[0]?.ok === true ? one : two;
    expect(editionsIn(first)).toHaveLength(1);
    const third = await newDesk(address, first);
    valueOf(await importInto(third, 30, "2026-02-01T21:00Z"));
    expect(editionsIn(third)).toHaveLength(2);
  });

  test("a folder with a ledger gives it to a server that has none, and joining again changes nothing", async () => {
    const own = newFolder();
    valueOf(await importInto(own, 20, "2026-02-01T20:00Z"));
    const ledger = bytesOf(own);
    const address = newAddress();
    const joined = valueOf(await joinServer(own, { text: address.text }));
    expect(joined).toMatchObject({ taken: 0, given: joined.size });
    expect(bytesOf(own)).toEqual(ledger);
    expect(valueOf(await joinServer(own, { text: address.text }))).toEqual({ size: joined.size, taken: 0, given: 0 });
    const two = await newDesk(address, own);
    valueOf(await importInto(two, 24, "2026-02-01T21:00Z"));
    valueOf(await bringUpToDate(own));
    expect(editionsIn(own)).toHaveLength(2);
    // Another ledger has no place there.
    const other = newFolder();
    valueOf(await importInto(other, 20, "2026-02-01T20:00Z"));
    const before = bytesOf(other);
    expect(["key.other", "store.serverForked"]).toContain(codeOf(await joinServer(other, { text: address.text })));
    expect(bytesOf(other)).toEqual(before);
    expect(readFileSync(join(other, "acta-data.json"), "utf8")).toBe('{"format":"acta-data/1"}\n');
  });

  test("the copy cannot be written to behind the server's back", async () => {
    const { one } = await begun();
    expect(codeOf(openFolderToWrite(one))).toBe("store.keptByServer");
    expect(existsSync(join(one, "lock"))).toBe(false);
  });

  test("entries that were altered, taken away or signed by nobody on the server are found out, and the copy stays", async () => {
    const spoiled: readonly (readonly [string, string])[] = [
      ["UPDATE acta.range SET leaves = set_byte(leaves, 40, 65) WHERE first = 0", "store.serverForked"],
      ["UPDATE acta.head SET note = NULL", "store.serverUnsigned"],
      ["UPDATE acta.head SET verifier = 'nobody'", "store.serverUnsigned"],
      ["UPDATE acta.head SET note = set_byte(note, 80, 65)", "ledger.badCheckpoint"],
      ["DELETE FROM acta.range; UPDATE acta.head SET size = 0", "store.serverBehind"],
      ["UPDATE acta.head SET size = size + 1", "store.serverDamaged"],
    ];
    for (const [statement, code] of spoiled) {
      const { address, one } = await begun();
      const reader = await newDesk(address);
      valueOf(await importInto(one, 24, "2026-02-01T21:00Z"));
      // As somebody who owns the database would.
      server.sql(`ALTER TABLE acta.range DISABLE TRIGGER ALL; ${statement}`, address.database);
      const before = bytesOf(reader);
      const fresh = newFolder();
      const [known, first] = [await bringUpToDate(reader), await joinServer(fresh, { text: address.text })];
      // A copy that has the beginning does not ask for it again: only a new one, or a removal, meets the altered row.
      const isOld = statement.includes("first = 0");
      expect([statement, codeOf(known)]).toEqual([statement, isOld ? "" : code]);
      if (!isOld) expect(bytesOf(reader)).toEqual(before);
      if (code !== "store.serverBehind")
        expect(["", code, "record.badHeader", "record.notJson"]).toContain(codeOf(first));
      if (isOld) expect(codeOf(first)).not.toBe("");
    }
  });

  test("rows of the ledger are only added, also by who owns the tables", async () => {
    const { address } = await begun();
    for (const statement of [
      "UPDATE acta.range SET count = 1",
      "DELETE FROM acta.range",
      "TRUNCATE acta.range",
      "UPDATE acta.blob SET bytes = ''",
      "DELETE FROM acta.blob",
    ])
      expect(() => server.sql(statement, address.database)).toThrow("a ledger is only added to");
  });

  test("tables of another version, or a schema of somebody else, are not touched", async () => {
    const { address, one } = await begun();
    server.sql("UPDATE acta.format SET version = 2", address.database);
    for (const done of [await bringUpToDate(one), await openToWrite(one), await joinServer(newFolder(), address)])
      expect(done).toMatchObject({ problem: { code: "store.serverFormat", context: { found: 2, known: 1 } } });
    const other = newAddress();
    server.sql("CREATE SCHEMA acta; CREATE TABLE acta.flights (no text)", other.database);
    expect(codeOf(await joinServer(newFolder(), other))).toBe("store.serverFormat");
    expect(server.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'acta'", other.database)).toBe("1");
  });

  test("a database that is gone, that never was, or that lost its ledger is named in one line", async () => {
    const { address, one } = await begun();
    server.sql("DROP SCHEMA acta CASCADE", address.database);
    expect(codeOf(await bringUpToDate(one))).toBe("store.noServerLedger");
    expect(codeOf(await openToWrite(one))).toBe("store.noServerLedger");
    expect(codeOf(await joinServer(newFolder(), { text: server.address("nowhere") }))).toBe("store.noDatabase");
    expect(codeOf(await joinServer(newFolder(), { text: "postgres:///acta?host=/nowhere" }))).toBe("store.serverGone");
    server.sql("CREATE ROLE guest; CREATE ROLE reader LOGIN", "postgres");
    const as = (user: string): ServerAddress => ({ text: server.address().replace("user=acta", `user=${user}`) });
    expect(codeOf(await joinServer(newFolder(), as("guest")))).toBe("store.serverRefused");
    expect(codeOf(await joinServer(newFolder(), as("reader")))).toBe("store.serverDenied");
  });

  test("a copy that is followed takes in new entries by itself, until it is told to stop", async () => {
    const { address, one } = await begun();
    const two = await newDesk(address);
    const stop = new AbortController();
    const taken: number[] = [];
    const failed: string[] = [];
    const following = followServer(two, stop.signal, {
      taken: (count) => taken.push(count),
      failed: ({ code }) => failed.push(code),
    });
    valueOf(await importInto(one, 24, "2026-02-01T21:00Z"));
    for (let waited = 0; taken.length === 0 && waited < 100; waited++)
      await new Promise((done) => setTimeout(done, 100));
    stop.abort();
    const size = valueOf(await following);
    expect([taken.length, failed]).toEqual([1, []]);
    const folder = valueOf(openFolder(two));
    expect(folder.ledger.size).toBe(size);
    folder.close();
    expect(editionsIn(two)).toHaveLength(2);
  });

  test("a server that goes away in the middle of an append: one problem, and the next run goes on", async () => {
    const { address, one } = await begun();
    const folder = valueOf(await openToWrite(one));
    const before = bytesOf(one);
    // Somebody holds the head's row: the append waits inside the server, and there it is met by the kill.
    const rival = valueOf(await PostgresStore.open(address));
    const waiting = new Promise<string>((resolve) => {
      const held = server.hold("BEGIN; UPDATE acta.head SET size = size; SELECT pg_sleep(30)", address.database);
      setTimeout(() => {
        void appendTo(folder, sampleLeaves()).then((done) => resolve(codeOf(done)));
        setTimeout(() => void server.kill().then(() => held.kill()), 300);
      }, 300);
    });
    expect(await waiting).toBe("store.serverLost");
    expect(codeOf(await appendTo(folder, sampleLeaves()))).toBe("store.serverGone");
    expect(codeOf(await rival.head())).toBe("store.serverGone");
    folder.close();
    await rival.close();
    expect(codeOf(await bringUpToDate(one))).toBe("store.serverGone");
    expect(bytesOf(one)).toEqual(before);
    await server.start();
    expect(valueOf(await bringUpToDate(one)).taken).toBe(0);
    valueOf(await importInto(one, 24, "2026-02-01T21:00Z"));
    expect(editionsIn(one)).toHaveLength(2);
    expect(faultsOf(one)).toEqual([]);
  });
});

/** A batch that any recorder's ledger takes. */
function sampleLeaves(): Leaves {
  const writer = new LeafWriter();
  const recordedAt = parseInstant("2026-02-02T00:00Z");
  if (recordedAt === undefined) throw new Error("no moment");
  const facts = { source: "", asOf: null, reason: "import", election: "", definition: "", scope: "", copy: "" };
  const actor = { role: "electionAuthority", name: "Authority" };
  writer.leaf(
    leafOf({
      kind: "source",
      version: 1,
      count: 0,
      actor,
      signer: "recorder",
      basis: "reported",
      recordedAt,
      ...facts,
    }),
  );
  return writer.leaves();
}

describeWithPostgres("a PostgreSQL server that does not keep its word", () => {
  test("with fsync off is refused: it could lose what it has acknowledged", async () => {
    const server = await startPostgres({ fsync: "off" });
    try {
      expect(codeOf(await PostgresStore.open({ text: server.address() }, true))).toBe("store.serverNotDurable");
      expect(server.sql("SELECT to_regnamespace('acta') IS NULL")).toBe("t");
    } finally {
      await server.stop();
    }
  });

  test("with synchronous_commit off is told otherwise by every session of ours", async () => {
    const server = await startPostgres({ synchronous_commit: "off" });
    const client = new pg.Client({ connectionString: server.address() });
    try {
      await client.connect();
      const shown = async (): Promise<unknown> => (await client.query("SHOW synchronous_commit")).rows;
      expect(await shown()).toEqual([{ synchronous_commit: "off" }]);
      valueOf(await prepareSession(client, "", true));
      expect(await shown()).toEqual([{ synchronous_commit: "on" }]);
    } finally {
      await client.end();
      await server.stop();
    }
  });
});

describe("a copy that cannot be written", () => {
  test("after the server has acknowledged takes nothing back, and says which of the two it is", async () => {
    const refuse = async () => ({ ok: false, problem: { code: "store.diskFull", where: "/full" } }) as const;
    const appended: number[] = [];
    const store = (append: LedgerStore["append"]): LedgerStore => ({
      append,
      head: async () => succeed({ size: 0, checkpoint: null }),
      read: async () => succeed(null),
      blobNames: async () => succeed([]),
      blob: refuse,
      follow: async (size) => succeed(size),
      close: async () => undefined,
    });
    const ok = store(async (size) => (appended.push(size), succeed(null)));
    const addition = { leaves: new LeafWriter().leaves(), blobs: new Map(), checkpoint: null };
    expect(await new CopiedStore(ok, store(refuse)).append(7, addition)).toEqual({
      ok: false,
      problem: { code: "store.copyBehind", where: "/full", context: { problem: "store.diskFull" } },
    });
    expect(appended).toEqual([7]);
    // Refused by the server, the copy is not asked.
    expect(codeOf(await new CopiedStore(store(refuse), ok).append(8, addition))).toBe("store.diskFull");
    expect(appended).toEqual([7]);
  });
});
