import { createHash, createPublicKey, verify } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseInstant } from "acta/basics";
import { parseVerifierKey } from "acta/ledger";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta } from "../../../../scripts/acta-desk.js";
import { publishSample } from "../../../../scripts/published-folder.js";
import { sha256 } from "../keys/index.js";
import { rememberLedger } from "./known-ledgers.js";
import { verifyProofFile } from "./proof-file.js";

const root = mkdtempSync(join(tmpdir(), "acta-proof-"));
let key = "";
/** Id and material of a key that has signed nothing here. */
const OTHER = "+32b5d14b+AZJYyoGvCfzxn3pqTnJpLNmUGjQX26G7NdtKqyeo0mWK";

afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeAll(async () => {
  await publishSample(root);
  key = readFileSync(join(root, "data", "keys", "recorder.pub"), "utf8").trim();
  mkdirSync(join(root, "elsewhere"));
});

const bytesOf = (file: string): Buffer => readFileSync(join(root, file));
const answerTo = (bytes: Uint8Array, withKey: string | undefined = key) =>
  verifyProofFile({ bytes, key: withKey, config: null, witnesses: [], quorum: 0 });

/** The second version of station 000007: its figures grew by one in the second edition (`sampleCsv`). */
async function proofOf7(...more: readonly string[]): Promise<Buffer> {
  const ran = await acta(root, "station", "7", "--proof", "7.acta-proof", "--data", "data", ...more);
  expect([ran.code, ran.err]).toEqual([0, ""]);
  return bytesOf("7.acta-proof");
}

const digest = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();

/** Root that a path leads to: PATH(m, D[n]) of RFC 6962 2.1.1 read from the root down. */
function rootOf(index: number, size: number, leaf: Buffer, path: readonly Buffer[]): Buffer {
  const last = path.at(-1);
  if (last === undefined) return size === 1 ? leaf : Buffer.alloc(0);
  let split = 1;
  while (split * 2 < size) split *= 2;
  const left = index < split;
  const inner = rootOf(left ? index : index - split, left ? split : size - split, leaf, path.slice(0, -1));
  return left ? digest(Buffer.of(1), inner, last) : digest(Buffer.of(1), last, inner);
}

/** A second verifier, on Node's crypto alone: what both proofs of a file prove, or null. */
function independently(file: Buffer, verifierKey: string): readonly unknown[] | null {
  const proofs = file.toString("utf8").split(/^(?=c2sp\.org\/tlog-proof@v1$|acta-proof-words)/m);
  const [name = "", id = "", material = ""] = verifierKey.split(/\+(.{8})\+/);
  const publicKey = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(material, "base64").subarray(1).toString("base64url") },
    format: "jwk",
  });
  const leaves = proofs.slice(0, 2).map((proof) => {
    const [, extra = "", index = "", steps = "", text = "", signature = ""] =
      /^c2sp.org\/tlog-proof@v1\nextra (.+)\nindex (\d+)\n((?:.+\n)*)\n([^]+\n)\n— \S+ (\S+)\n$/u.exec(proof) ?? [];
    const signed = Buffer.from(signature, "base64");
    const [origin, size = "", signedRoot = ""] = text.split("\n");
    const leaf = Buffer.from(extra, "base64");
    const path = steps
      .split("\n")
      .slice(0, -1)
      .map((step) => Buffer.from(step, "base64"));
    const got = rootOf(Number(index), Number(size), digest(Buffer.of(0), leaf), path);
    const holds =
      origin === name &&
      signed.subarray(0, 4).toString("hex") === id &&
      verify(null, Buffer.from(text), publicKey, signed.subarray(4)) &&
      got.toString("base64") === signedRoot;
    return holds ? JSON.parse(leaf.toString("utf8")) : null;
  });
  return leaves.length === 2 && leaves.every((leaf) => leaf !== null) ? leaves : null;
}

describe("acta station --proof and acta verify-proof", () => {
  test("a proof file needs nothing but the key to show station, figures and record", async () => {
    const proof = await proofOf7();
    writeFileSync(join(root, "elsewhere", "p"), proof);
    const ran = await acta(join(root, "elsewhere"), "verify-proof", "p", "--key", key);
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(ran.out).toContain("SYNTHETIC");
    expect(ran.out).toContain("this sheet is entry");
    expect(ran.out).toMatch(/1 · Ana +7$/m);
    expect(ran.out).toMatch(/2 · Beto +12$/m);
    expect(ran.out).toContain("is not: it is what the file says");
    expect(ran.out).toContain("does not show that the sheet equals the one on the door");
    const json = JSON.parse((await acta(root, "verify-proof", "7.acta-proof", "--key", key, "--json")).out);
    expect(json).toMatchObject({
      schema: "acta-proof/1",
      holds: true,
      station: "000007",
      cells: [7, 12, 1, 1],
      wordsProved: false,
      trust: "given",
    });
    expect(json.replaces).toBeGreaterThan(0);
  });

  test("each of its two proofs is a C2SP tlog-proof of less than 2 kB", async () => {
    const parts = (await proofOf7()).toString("utf8").split(/^(?=c2sp\.org|acta-proof-words)/m);
    expect(parts).toHaveLength(3);
    for (const part of parts.slice(0, 2)) expect(Buffer.byteLength(part)).toBeLessThan(2_000);
  });

  test("a second verifier on Node's crypto alone reads the same entry and header", async () => {
    const proof = await proofOf7();
    const answer = answerTo(proof);
    const [sheet, header] = independently(proof, key) ?? [];
    expect(sheet).toEqual(["000007", "counted", [7, 12, 1, 1], answer.ok ? answer.value.proved.replaces : null]);
    expect(header).toEqual(answer.ok ? answer.value.proved.header : null);
    expect(independently(proof, `${key.split("+")[0]}${OTHER}`)).toBeNull();
  });

  test("of any changed byte, only one in the unproved words is accepted, and then nothing proved has changed", async () => {
    const proof = await proofOf7();
    const whole = answerTo(proof);
    const words = proof.indexOf("acta-proof-words");
    fc.assert(
      fc.property(fc.nat(proof.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const answer = answerTo(proof.map((byte, place) => (place === at ? byte ^ change : byte)));
        if (!answer.ok) return;
        expect(at).toBeGreaterThan(words);
        expect(answer.value.proved).toEqual(whole.ok ? whole.value.proved : null);
      }),
      { numRuns: 600 },
    );
    for (const end of [0, 100, words - 1, proof.length - 1]) expect(answerTo(proof.subarray(0, end)).ok).toBe(false);
  });

  test("the same proof comes out of the published folder alone, on disk and from a web server", async () => {
    const fromData = await proofOf7();
    expect(await proofOf7("--from", "out", "--trust", key)).toEqual(fromData);
    const server = createServer((request, response) => {
      try {
        response.end(readFileSync(join(root, "out", request.url ?? "")));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const fromWeb = await proofOf7("--from", `http://127.0.0.1:${port}`);
    server.close();
    expect(fromWeb).toEqual(fromData);
  });

  test("an earlier edition gives the earlier version", async () => {
    const answer = answerTo(await proofOf7("--edition", "1"));
    expect(answer.ok && answer.value.proved.cells[0]).toEqual({ kind: "count", value: 6 });
    expect(answer.ok && answer.value.proved.replaces).toBeNull();
    const published = await acta(root, "station", "7", "--proof", "x", "--from", "out", "--edition", "1");
    expect([published.code, published.err]).toEqual([1, expect.stringContaining("leave out --edition")]);
  });

  test("with the definition that the entry names the names are proved; another one is refused", async () => {
    await proofOf7();
    const { definition } = JSON.parse((await acta(root, "verify-proof", "7.acta-proof", "--key", key, "--json")).out);
    const check = (path: string) => acta(root, "verify-proof", "7.acta-proof", "--key", key, "--definition", path);
    const named = await check(join("out", "blobs", definition));
    expect([named.code, named.out]).toEqual([
      0,
      expect.stringContaining("those of the definition that the entry names"),
    ]);
    const other = await check("election.yaml");
    expect([other.code, other.err.split("\n")]).toEqual([1, [expect.stringContaining("not the definition"), ""]]);
  });

  test("without a key, with another key and with a witness's key it says so in one line", async () => {
    await proofOf7();
    const none = await acta(root, "verify-proof", "7.acta-proof");
    expect([none.code, none.err.split("\n")]).toEqual([1, [expect.stringContaining("no key is known"), ""]]);
    const name = key.replace(/\+.*/, "");
    const made = JSON.parse((await acta(root, "keys", "make", "other.key", "--name", name, "--json")).out);
    const other = await acta(root, "verify-proof", "7.acta-proof", "--key", made.verifier);
    expect([other.code, other.err]).toEqual([1, expect.stringContaining("by a known key")]);
    const witness = await acta(root, "verify-proof", "7.acta-proof", "--key", made.witness);
    expect([witness.code, witness.err]).toEqual([1, expect.stringContaining("not a verifier key")]);
    expect((await acta(root, "verify-proof", "election.yaml", "--key", key)).err).toContain("not a proof");
    expect((await acta(root, "verify-proof", "nothing", "--key", key)).err).toContain("no such file");
  });

  test("a station without a sheet, and a folder that is none, are one line each", async () => {
    for (const from of [
      ["--data", "data"],
      ["--from", "out"],
    ]) {
      const ran = await acta(root, "station", "999999", "--proof", "x", ...from);
      expect([ran.code, ran.err.split("\n")]).toEqual([1, [expect.stringContaining("999999"), ""]]);
    }
    expect((await acta(root, "station", "7", "--from", "elsewhere")).err).toContain("pointer.json");
  });

  test("entries or tiles that were altered, cut off or swapped give no proof", async () => {
    const out = (path: string): string => join(root, "out", path);
    const { size } = JSON.parse(bytesOf(join("out", "pointer.json")).toString("utf8"));
    for (const path of ["checkpoint", `tile/0/000.p/${size}`, "entries.gz"]) {
      const bytes = bytesOf(join("out", path));
      for (const changed of [bytes.subarray(0, bytes.length - 3), Buffer.alloc(0), bytes.map((byte) => byte ^ 1)]) {
        writeFileSync(out(path), changed);
        const ran = await acta(root, "station", "7", "--proof", "broken", "--from", "out");
        expect([ran.code, ran.err.split("\n").length], path).toEqual([1, 2]);
      }
      writeFileSync(out(path), bytes);
    }
    expect((await acta(root, "station", "7", "--proof", "7.acta-proof", "--from", "out")).code).toBe(0);
  });

  test("a header of another batch, or a proof under another checkpoint, does not go with the entry", async () => {
    const [first, second] = [await proofOf7("--edition", "1"), await proofOf7()];
    const cut = (file: Buffer): readonly string[] => file.toString("utf8").split(/^(?=c2sp\.org|acta-proof-words)/m);
    const exchanged = Buffer.from(`${cut(second)[0]}${cut(first)[1]}`);
    expect(answerTo(exchanged)).toMatchObject({ ok: false, problem: { code: "edition.proofOfOtherBatch" } });
    expect(answerTo(Buffer.from(`${cut(second)[1]}${cut(second)[1]}`)).ok).toBe(false);
    const withoutWords = answerTo(Buffer.from(`${cut(second)[0]}${cut(second)[1]}`));
    expect(withoutWords).toMatchObject({ ok: true, value: { words: null } });
  });

  test("the key that was pinned serves as well, and a checkpoint that contradicts what was seen is refused", async () => {
    const proof = await proofOf7();
    const verifier = parseVerifierKey(sha256, key);
    const known = answerTo(proof);
    if (!verifier.ok || !known.ok) throw new Error("the sample has a key and a proof");
    const { checkpoint } = known.value.proved.checkpoint;
    const now = parseInstant("2026-02-09T00:00Z");
    if (now === undefined) throw new Error("a moment");
    const asked = { bytes: proof, key: undefined, witnesses: [], quorum: 0 };
    const config = join(root, "config");
    rememberLedger(config, verifier.value, checkpoint, now);
    expect(verifyProofFile({ ...asked, config })).toMatchObject({ ok: true, value: { trust: "pinned" } });
    rememberLedger(config, verifier.value, { ...checkpoint, root: new Uint8Array(32) }, now);
    expect(verifyProofFile({ ...asked, config })).toMatchObject({ ok: false, problem: { code: "verify.forked" } });
  });
});
