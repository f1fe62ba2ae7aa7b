import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "acta/basics";
import type { Result } from "acta/basics";
import { LeafWriter, eachLeaf } from "acta/record";
import type { Leaves } from "acta/record";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPostgres } from "../../../../scripts/postgres-server.mjs";
import type { TestServer } from "../../../../scripts/postgres-server.mjs";
import { describeWithPostgres } from "../../../../scripts/postgres-tests.js";
import { BlobStore } from "./blob-store.js";
import { CopiedStore } from "./copied-store.js";
import { FolderStore } from "./folder-store.js";
import { LedgerFile } from "./ledger-file.js";
import { MOST_DELAY } from "./ledger-store.js";
import type { Addition, LedgerStore, StoreHead } from "./ledger-store.js";
import { PostgresStore } from "./postgres-store.js";

// One suite for every store: what is said of `LedgerStore` in words, as claims. Each test gets a ledger of its own, and may open it twice.

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const NOTE = { note: utf8("a signed note\n"), verifier: "ledger+00000000+key" };

function leavesOf(texts: readonly string[]): Leaves {
  const writer = new LeafWriter();
  for (const text of texts) writer.leaf(utf8(text));
  return writer.leaves();
}

function blobsOf(...texts: readonly string[]): ReadonlyMap<string, Uint8Array> {
  return new Map(texts.map((text) => [createHash("sha256").update(text).digest("hex"), utf8(text)]));
}

function addition(texts: readonly string[], more: Partial<Addition> = {}): Addition {
  return { leaves: leavesOf(texts), blobs: new Map(), checkpoint: NOTE, ...more };
}

/** The entries from one position to another, and the position that every piece said it began at. */
async function entriesIn(store: LedgerStore, from: number, upTo: number): Promise<readonly string[]> {
  const texts: string[] = [];
  valueOf(
    await store.read(from, upTo, (leaves, first) => {
      expect(first).toBe(from + texts.length);
      const whole = eachLeaf(leaves, (start, end) =>
        texts.push(Buffer.from(leaves.bytes.subarray(start, end)).toString()),
      );
      expect(whole).toBe(true);
      return { ok: true, value: null };
    }),
  );
  return texts;
}

async function headOf(store: LedgerStore): Promise<StoreHead> {
  return valueOf(await store.head());
}

const numbered = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `entry ${from + at}`);

/** `open` opens the ledger of a test by its name; a second opening sees the same one. */
function keepsTheContract(open: (ledger: string) => Promise<LedgerStore>, mayMeet: boolean): void {
  let made = 0;
  const newLedger = (): string => `ledger${++made}`;

  async function withLedger(work: (store: LedgerStore, ledger: string) => Promise<void>): Promise<void> {
    const ledger = newLedger();
    const store = await open(ledger);
    try {
      await work(store, ledger);
    } finally {
      await store.close();
    }
  }

  test("a new ledger has no entries, no checkpoint and no blobs", () =>
    withLedger(async (store) => {
      expect(await headOf(store)).toEqual({ size: 0, checkpoint: null });
      expect(valueOf(await store.blobNames())).toEqual([]);
      expect(await entriesIn(store, 0, 0)).toEqual([]);
    }));

  test("what was appended is read in order, from any position to any other, also by a second opening", () =>
    withLedger(async (store, ledger) => {
      const texts = [...numbered(0, 5), "", "x".repeat(65_000), "ñandú"];
      valueOf(await store.append(0, addition(texts.slice(0, 3))));
      valueOf(await store.append(3, addition(texts.slice(3, 4))));
      valueOf(await store.append(4, addition(texts.slice(4))));
      const second = await open(ledger);
      for (const each of [store, second]) {
        const { size, checkpoint } = await headOf(each);
        expect([size, checkpoint?.verifier]).toEqual([texts.length, NOTE.verifier]);
        expect(Buffer.from(checkpoint?.note ?? []).toString()).toBe("a signed note\n");
        for (let from = 0; from <= texts.length; from++)
          for (let upTo = from; upTo <= texts.length; upTo++)
            expect(await entriesIn(each, from, upTo)).toEqual(texts.slice(from, upTo));
      }
      await second.close();
    }));

  test("an append for another size is refused and leaves no trace, not even a checkpoint or a longer ledger", () =>
    withLedger(async (store) => {
      valueOf(await store.append(0, addition(["one", "two"])));
      const other = { note: utf8("another note\n"), verifier: "other" };
      for (const expected of [0, 1, 3, 2 ** 40])
        expect(await store.append(expected, addition(["three"], { checkpoint: other }))).toMatchObject({
          ok: false,
          problem: { code: "ledger.moved", context: { expected, size: 2 } },
        });
      expect((await headOf(store)).checkpoint?.verifier).toBe(NOTE.verifier);
      expect(await entriesIn(store, 0, 2)).toEqual(["one", "two"]);
      valueOf(await store.append(2, addition(["three"])));
      expect(await entriesIn(store, 0, 3)).toEqual(["one", "two", "three"]);
    }));

  test("blobs come with the entries that name them, once each, and are compared with their name", () =>
    withLedger(async (store) => {
      const blobs = blobsOf("roll", "definition");
      valueOf(await store.append(0, addition(["one"], { blobs })));
      valueOf(await store.append(1, addition(["two"], { blobs: blobsOf("roll", "source") })));
      const names = [...blobsOf("roll", "definition", "source").keys()].toSorted();
      expect(valueOf(await store.blobNames())).toEqual(names);
      for (const [name, bytes] of blobs)
        expect(Buffer.compare(valueOf(await store.blob(name)), Buffer.from(bytes))).toBe(0);
      expect(await store.blob("0".repeat(64))).toMatchObject({ problem: { code: "store.notFound" } });
    }));

  test("a blob that is not what its name says is refused with its entries", () =>
    withLedger(async (store) => {
      const [name = ""] = [...blobsOf("roll").keys()];
      const wrong = new Map([[name, utf8("another roll")]]);
      expect(await store.append(0, addition(["one"], { blobs: wrong }))).toEqual({
        ok: false,
        problem: { code: "store.otherBytes", where: name },
      });
      expect((await headOf(store)).size).toBe(0);
    }));

  test("an append larger than 8 MiB is one append", () =>
    withLedger(async (store) => {
      const texts = Array.from({ length: 300 }, (_, at) => `${at}`.padEnd(60_000, "."));
      valueOf(await store.append(0, addition(["first"])));
      valueOf(await store.append(1, addition(texts, { blobs: blobsOf("large") })));
      expect((await headOf(store)).size).toBe(301);
      expect(await entriesIn(store, 150, 301)).toEqual(texts.slice(149));
      expect(await entriesIn(store, 0, 2)).toEqual(["first", texts[0]]);
    }));

  test("a reading stops where its reader says so", () =>
    withLedger(async (store) => {
      valueOf(await store.append(0, addition(numbered(0, 3))));
      valueOf(await store.append(3, addition(numbered(3, 3))));
      let pieces = 0;
      const stopped = await store.read(0, 6, () => {
        pieces++;
        return { ok: false, problem: { code: "test.enough" } };
      });
      expect([stopped, pieces]).toEqual([{ ok: false, problem: { code: "test.enough" } }, 1]);
    }));

  test("who follows is told of new entries soon, and of none when the time is over", () =>
    withLedger(async (store, ledger) => {
      const watching = await open(ledger);
      expect(valueOf(await watching.follow(0, 30))).toBe(0);
      const start = performance.now();
      const told = watching.follow(0, 20_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
      valueOf(await store.append(0, addition(["one", "two"])));
      expect(valueOf(await told)).toBe(2);
      expect(performance.now() - start).toBeLessThan(MOST_DELAY * 3);
      expect(valueOf(await watching.follow(1, 20_000))).toBe(2);
      await watching.close();
    }));

  test("any appends by any sizes give the ledger of those that were acknowledged, and no other", async () => {
    const step = fc.record({ size: fc.nat(4), lag: fc.constantFrom(0, 0, 0, 1, -1) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), (steps) =>
        withLedger(async (store) => {
          const said: string[] = [];
          for (const [at, { size, lag }] of steps.entries()) {
            const texts = Array.from({ length: size + 1 }, (_, leaf) => `${at}/${leaf}`);
            const expected = said.length + lag;
            if (expected < 0) continue;
            const done = await store.append(expected, addition(texts));
            expect(done.ok).toBe(lag === 0);
            if (done.ok) said.push(...texts);
          }
          expect((await headOf(store)).size).toBe(said.length);
          expect(await entriesIn(store, 0, said.length)).toEqual(said);
        }),
      ),
      { numRuns: 15 },
    );
  });

  // A folder has one writer at a time, who holds its lock: data-folder.test.ts.
  if (!mayMeet) return;
  test("of several that append for the same size one is first, and the others know it", () =>
    withLedger(async (store, ledger) => {
      const stores = await Promise.all(Array.from({ length: 4 }, () => open(ledger)));
      for (let round = 0; round < 10; round++) {
        const texts = stores.map((_, at) => `round ${round} by ${at}`);
        const done = await Promise.all(
          stores.map((each, at) =>
            each.append(round, addition([texts[at] ?? ""], { blobs: blobsOf("same", texts[at] ?? "") })),
          ),
        );
        const first = done.findIndex((each) => each.ok);
        expect(done.map((each) => (each.ok ? "" : each.problem.code)).toSorted()).toEqual([
          "",
          "ledger.moved",
          "ledger.moved",
          "ledger.moved",
        ]);
        expect(await entriesIn(store, round, round + 1)).toEqual([texts[first]]);
      }
      for (const each of stores) await each.close();
    }));
}

const work = mkdtempSync(join(tmpdir(), "acta-stores-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function folderStore(ledger: string): FolderStore {
  const path = join(work, ledger);
  mkdirSync(join(path, "ledger"), { recursive: true });
  const file = valueOf(LedgerFile.open(join(path, "ledger", "entries.log"), "write"));
  return new FolderStore(path, file, new BlobStore(join(path, "blobs")));
}

describe("the embedded store", () => {
  keepsTheContract(async (ledger) => folderStore(ledger), false);
});

describeWithPostgres("the PostgreSQL store", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  const known = new Set<string>();
  const openIn = async (ledger: string): Promise<PostgresStore> => {
    if (!known.has(ledger)) server.createDatabase(ledger);
    known.add(ledger);
    return valueOf(await PostgresStore.open({ text: server.address(ledger) }, true));
  };

  keepsTheContract(openIn, true);

  describe("with a copy in a folder", () => {
    keepsTheContract(
      async (ledger) => new CopiedStore(await openIn(`${ledger}copied`), folderStore(`copy-${ledger}`)),
      false,
    );
  });
});
