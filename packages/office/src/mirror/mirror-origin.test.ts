import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson } from "acta/basics";
import { formatNote, parseNote, parseVerifierKey, signText, verifyCheckpoint } from "acta/ledger";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { acta, actaJson } from "../../../../scripts/acta-desk.js";
import { publishSample } from "../../../../scripts/published-folder.js";
import { sampleCsv } from "../import/sample-import.js";
import { ed25519, readNamedKey, sha256 } from "../keys/index.js";

const root = mkdtempSync(join(tmpdir(), "acta-mirror-"));
const at = (...path: readonly string[]): string => join(root, ...path);
/** What the server gives, and what it was asked for. */
const served = { folder: "out", asked: [] as string[] };
let server: Server;
let address = "";
let key = "";

/** Records a further edition of 100 stations, all of them changed, and publishes it. */
async function record(data: string, more: number, to: string): Promise<void> {
  writeFileSync(at("sheets.csv"), sampleCsv(100, more));
  const source = ["--source", "sheets.csv", "--as-of", `2026-02-${10 + more}T20:00Z`];
  expect((await acta(root, "import", "election.yaml", ...source, "--data", data)).err).toBe("");
  expect((await acta(root, "publish", to, "--data", data, "--with-sources")).err).toBe("");
}

beforeAll(async () => {
  await publishSample(root);
  key = readFileSync(at("data", "keys", "recorder.pub"), "utf8").trim();
  cpSync(at("out"), at("early"), { recursive: true });
  cpSync(at("data"), at("data-fork"), { recursive: true });
  cpSync(at("data"), at("data-long-fork"), { recursive: true });
  await record("data", 2, "out");
  await record("data-fork", 3, "fork");
  await record("data-long-fork", 4, "long-fork");
  await record("data-long-fork", 5, "long-fork");
  server = createServer((request, response) => {
    served.asked.push(request.url ?? "");
    try {
      response.end(readFileSync(at(served.folder, request.url ?? "")));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  served.folder = "out";
  served.asked = [];
});

let mirrors = 0;
/** A mirror of its own for each test, made of the folder that is served. */
async function newMirror(folder = "out"): Promise<string> {
  served.folder = folder;
  const data = `mirror-${mirrors++}`;
  const ran = await acta(root, "import", address, "--data", data, "--trust", key);
  expect([ran.code, ran.err]).toEqual([0, ""]);
  served.asked = [];
  return data;
}
const look = (data: string, ...more: readonly string[]) => acta(root, "import", address, "--data", data, ...more);
const contents = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(at(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      // What is derived may be made and deleted at any time.
      .filter((path) => !path.includes("derived"))
      .map((path) => [path.slice(at(folder).length), readFileSync(path, "latin1")]),
  );

describe("acta import of a published folder", () => {
  test("makes a mirror that gives the same answers, has the origin's checkpoint and no key of its own", async () => {
    const data = await newMirror();
    const own = await actaJson(root, "results", "--data", "data", "--level", "district");
    expect(await actaJson(root, "results", "--data", data, "--level", "district")).toEqual(own);
    const history = await actaJson(root, "history", "7", "--data", data);
    expect(history.versions).toHaveLength(3);
    expect(readFileSync(at(data, "ledger", "checkpoint"))).toEqual(readFileSync(at("out", "checkpoint")));
    expect(readdirSync(at(data, "keys"))).toEqual(["recorder.pub"]);
    const doctor = await acta(root, "doctor", "--data", data);
    expect([doctor.code, doctor.out]).toEqual([0, expect.stringContaining("not continued")]);
  });

  test("says what it recognised, and that nobody vouches for the key that it pins on first use", async () => {
    const ran = await look(`mirror-${mirrors++}`);
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(ran.out).toContain(`${address}: a published ledger, recorder.`);
    expect(ran.out).toContain("Signer unknown");
    expect(ran.out).toContain(key);
  });

  test("works from a folder on disk as well", async () => {
    const ran = await actaJson(root, "import", "out", "--data", `mirror-${mirrors++}`);
    expect(ran).toMatchObject({ schema: "acta-mirror/1", refused: false, before: 0, trust: "unknown" });
    expect(ran.size).toBe(JSON.parse(readFileSync(at("out", "pointer.json"), "utf8")).size);
    expect(ran.editions).toHaveLength(3);
  });

  test("goes on from where it is: only what is new is fetched, and nothing when nothing is", async () => {
    const data = await newMirror("early");
    served.folder = "out";
    const grown = JSON.parse((await look(data, "--json")).out);
    expect(grown.before).toBeGreaterThan(200);
    expect(grown.size).toBeGreaterThan(grown.before + 100);
    expect(served.asked).not.toContain("/entries.gz");
    expect(served.asked.filter((path) => path.startsWith("/tile/entries/"))).toHaveLength(2);
    const own = await actaJson(root, "results", "--data", "data");
    expect(await actaJson(root, "results", "--data", data)).toEqual(own);
    served.asked = [];
    expect((await look(data)).out).toContain("Nothing new");
    expect(served.asked).toEqual(["/pointer.json", "/checkpoint"]);
  });

  test("takes nothing in by hand: one line says that it is a mirror", async () => {
    const data = await newMirror();
    const before = contents(data);
    const ran = await acta(root, "import", "election.yaml", "--source", "sheets.csv", "--data", data);
    expect([ran.code, ran.err.split("\n")]).toEqual([1, [expect.stringContaining(`mirror of ${address}`), ""]]);
    expect(contents(data)).toEqual(before);
    const joined = await acta(root, "join", "postgres://127.0.0.1:1/none", "--data", data);
    expect([joined.code, joined.err]).toEqual([1, expect.stringContaining(`mirror of ${address}`)]);
    const flags = await look(data, "--fetch");
    expect([flags.code, flags.err]).toEqual([1, expect.stringContaining("leave out --source")]);
    const own = await acta(root, "import", address, "--data", "data");
    expect([own.code, own.err]).toEqual([1, expect.stringContaining("records a ledger of its own")]);
  });

  test("says how files are imported where nothing is published", async () => {
    const ran = await acta(root, "import", `${address}blobs/`, "--data", "nothing");
    expect([ran.code, ran.err.split("\n")]).toEqual([
      1,
      [expect.stringContaining("acta import DEFINITION --source"), ""],
    ]);
    expect(existsSync(at("nothing"))).toBe(false);
  });

  test.each(["fork", "long-fork", "early"])(
    "refuses %s, changes nothing of the record, and keeps both signed checkpoints",
    async (folder) => {
      const data = await newMirror();
      const before = contents(data);
      served.folder = folder;
      const ran = await look(data);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain(folder === "early" ? "something was taken back" : "another history of the same ledger");
      const files = readdirSync(at(data, "mirror", "evidence"));
      expect(files).toHaveLength(2);
      const verifier = parseVerifierKey(sha256, key);
      if (!verifier.ok) throw new Error(verifier.problem.code);
      const policy = { origin: verifier.value.name, logKeys: [verifier.value], witnesses: [], quorum: 0 };
      for (const file of files) {
        const note = readFileSync(at(data, "mirror", "evidence", file));
        expect(verifyCheckpoint(ed25519, note, policy).ok).toBe(true);
        expect(ran.err).toContain(note.toString("utf8").trimEnd());
      }
      const after = new Map([...contents(data)].filter(([path]) => !path.includes("evidence")));
      expect(after).toEqual(before);
      const json = JSON.parse((await look(data, "--json")).out);
      expect(json).toMatchObject({ refused: true, problem: { code: expect.stringMatching(/forked|rolledBack/) } });
      served.folder = "out";
      expect((await look(data)).out).toContain("Nothing new");
    },
  );

  test("refuses another ledger at the address in one line", async () => {
    const data = await newMirror();
    writeFileSync(at("sheets.csv"), sampleCsv(100, 0));
    await acta(root, "import", "election.yaml", "--source", "sheets.csv", "--data", "data-other");
    await acta(root, "publish", "other", "--data", "data-other");
    served.folder = "other";
    const ran = await look(data);
    expect([ran.code, ran.err.split("\n")]).toEqual([1, [expect.stringContaining("nothing was changed"), ""]]);
    served.folder = "out";
    expect((await look(data)).code).toBe(0);
  });

  test("whatever file is missing, cut off or altered, it is one line and nothing changes", async () => {
    const data = await newMirror("early");
    const before = contents(data);
    await look(`mirror-${mirrors}`);
    served.folder = "out";
    served.asked = [];
    const whole = `mirror-${mirrors++}-whole`;
    cpSync(at(data), at(whole), { recursive: true });
    await look(whole);
    const asked = [...new Set(served.asked)].filter((path) => existsSync(at("out", path)));
    expect(asked.length).toBeGreaterThan(7);
    cpSync(at("out"), at("broken"), { recursive: true });
    served.folder = "broken";
    for (const path of asked) {
      const bytes = readFileSync(at("broken", path));
      const older = existsSync(at("early", path)) ? [readFileSync(at("early", path))] : [];
      // Near the end: what a bundle begins with, the mirror has itself and does not take from there.
      const late = bytes.length - 9;
      const flipped = bytes.with(late, (bytes[late] ?? 0) ^ 1);
      for (const changed of [null, bytes.subarray(0, bytes.length / 2), flipped, ...older]) {
        if (changed !== null && Buffer.compare(changed, bytes) === 0) continue;
        rmSync(at("broken", path), { force: true });
        if (changed !== null) writeFileSync(at("broken", path), changed);
        const ran = await look(data);
        expect([ran.code, ran.err.split("\n").length], `${path} ${changed?.length} ${ran.err}`).toEqual([1, 2]);
        expect(contents(data), path).toEqual(before);
      }
      writeFileSync(at("broken", path), bytes);
    }
    expect((await look(data)).code).toBe(0);
  }, 60_000);

  test("is published again byte for byte as its origin published it, and a mirror of that is the same", async () => {
    const data = await newMirror();
    expect((await acta(root, "publish", "again", "--data", data)).err).toBe("");
    expect(contents("again")).toEqual(contents("out"));
    expect((await acta(root, "verify", "again", "--trust", key)).code).toBe(0);
    const second = await actaJson(root, "import", "again", "--data", `mirror-${mirrors++}`, "--trust", key);
    expect(second.refused).toBe(false);
  });

  test("is not published where the origin has signed a file that cannot be made here, and nothing is written over", async () => {
    const data = await newMirror();
    const list = at(data, "mirror", "manifest.files");
    const lines = readFileSync(list, "utf8").trimEnd().split("\n");
    const page = `${"0".repeat(64)} 5 zz/page.html`;
    writeFileSync(list, `${[...lines, page].join("\n")}\n`);
    await acta(root, "publish", "page", "--data", await newMirror("early"));
    const before = contents("page");
    const ran = await acta(root, "publish", "page", "--data", data);
    expect([ran.code, ran.err.split("\n")]).toEqual([1, [expect.stringContaining("zz/page.html"), ""]]);
    for (const path of ["/checkpoint", "/entries.gz", "/manifest", "/pointer.json"])
      expect(contents("page").get(path)).toBe(before.get(path));
    expect((await acta(root, "verify", "page")).out).not.toContain("pointer.json");
  });

  test("goes on after it was cut off between its entries and the checkpoint, and before the pointer", async () => {
    const data = await newMirror("early");
    const old = contents(data);
    served.folder = "out";
    await look(data);
    const whole = contents(data);
    for (const path of ["/ledger/checkpoint", "/mirror/origin.json"])
      writeFileSync(at(data, path), old.get(path) ?? "", "latin1");
    expect((await acta(root, "results", "--data", data)).err).toContain("behind");
    expect((await look(data)).code).toBe(0);
    expect(contents(data)).toEqual(whole);
  });

  test("stays a mirror through backup and restore", async () => {
    const data = await newMirror("early");
    expect((await acta(root, "backup", "copy", "--data", data)).err).toBe("");
    expect((await acta(root, "restore", "copy", "--data", "restored")).err).toBe("");
    served.folder = "out";
    expect((await look("restored", "--json")).code).toBe(0);
  });
});

describe("a ledger whose key has changed", () => {
  test("is followed where the old key has handed over, by a mirror and by a witness", async () => {
    cpSync(at("data"), at("data-rotated"), { recursive: true });
    const data = await newMirror();
    await acta(root, "keys", "make", "w.key", "--name", "example.org/w");
    expect((await acta(root, "witness", "out", "--key", "w.key")).code).toBe(0);
    expect((await acta(root, "keys", "rotate", "--data", "data-rotated")).err).toBe("");
    await record("data-rotated", 6, "rotated");
    const rotated = readFileSync(at("data-rotated", "keys", "recorder.pub"), "utf8").trim();
    expect(rotated).not.toBe(key);
    served.folder = "rotated";
    const ran = await look(data);
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(readFileSync(at(data, "keys", "recorder.pub"), "utf8").trim()).toBe(rotated);
    const witness = await acta(root, "witness", "rotated", "--key", "w.key");
    expect([witness.code, witness.err]).toEqual([0, expect.stringContaining("still there, unchanged")]);
    expect((await acta(root, "doctor", "--data", data)).code).toBe(0);
    const proof = await acta(root, "station", "7", "--proof", "p", "--from", "rotated", "--trust", key);
    expect([proof.code, proof.out]).toEqual([0, expect.stringContaining(rotated)]);
  });

  test("is refused where somebody else signs under its name, and that is no evidence against it", async () => {
    const data = await newMirror();
    await acta(root, "keys", "make", "w2.key", "--name", "example.org/w2");
    expect((await acta(root, "witness", "out", "--key", "w2.key")).code).toBe(0);
    const name = key.replace(/\+.*/, "");
    const made = await actaJson(root, "keys", "make", "stranger.key", "--name", name);
    const stranger = readNamedKey(at("stranger.key"));
    if (!stranger.ok) throw new Error(stranger.problem.code);
    // The pointer, the checkpoint and the manifest of a longer history, signed anew.
    cpSync(at("long-fork"), at("strange"), { recursive: true });
    const sign = (path: string): string => {
      const note = parseNote(readFileSync(at("strange", path)));
      if (!note.ok) throw new Error(note.problem.code);
      const signer = { key: stranger.value.verifier, sign: stranger.value.private.sign };
      const signature = signText(note.value.text, signer);
      if (!signature.ok) throw new Error(signature.problem.code);
      const bytes = formatNote({ text: note.value.text, signatures: [signature.value] });
      writeFileSync(at("strange", path), bytes);
      return createHash("sha256").update(bytes).digest("hex");
    };
    const pointer = JSON.parse(readFileSync(at("strange", "pointer.json"), "utf8"));
    const forged = { ...pointer, key: made.verifier, checkpoint: sign("checkpoint"), manifest: sign("manifest") };
    writeFileSync(at("strange", "pointer.json"), `${canonicalJson(forged)}\n`);
    served.folder = "strange";
    for (const ran of [await look(data), await acta(root, "witness", "strange", "--key", "w2.key")])
      expect([ran.code, ran.err.split("\n")]).toEqual([1, [expect.stringContaining("does not know"), ""]]);
    expect(existsSync(at(data, "mirror", "evidence"))).toBe(false);
    expect(existsSync(at("w2.key.seen", "evidence"))).toBe(false);
  });
});

describe("acta follow of a published folder", () => {
  const follow = (data: string, ...more: readonly string[]) =>
    acta(root, "follow", address, "--data", data, "--every", "1s", "--rounds", "1", ...more);
  const kinds = (out: string): readonly string[] =>
    out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).kind);

  test("keeps a mirror up to date and tells what came, in the log as well", async () => {
    served.folder = "early";
    const data = `mirror-${mirrors++}`;
    const begun = await follow(data, "--trust", key, "--json", "--log", "events");
    expect([begun.code, begun.err, kinds(begun.out)]).toEqual([0, "", ["started", "mirrored", "stopped"]]);
    served.folder = "out";
    const grown = await follow(data, "--log", "events");
    expect(grown.out).toContain("1 new edition; everything that was here is still there");
    expect(kinds((await follow(data, "--json")).out)).toEqual(["started", "stopped"]);
    const logged = kinds(readFileSync(at("events"), "utf8"));
    expect(logged).toEqual(["started", "mirrored", "stopped", "started", "mirrored", "stopped"]);
    expect(await actaJson(root, "results", "--data", data)).toEqual(await actaJson(root, "results", "--data", "data"));
  });

  test("tells trouble once, goes on, and says when it is over", async () => {
    const data = await newMirror();
    const trouble = ["fork", "fork", "nowhere", "out"];
    let round = 0;
    const onlyPointer = server.listeners("request");
    server.prependListener("request", (request) => {
      if (request.url === "/pointer.json") served.folder = trouble[round++] ?? "out";
    });
    const ran = await acta(root, "follow", address, "--data", data, "--every", "1s", "--rounds", "4", "--json");
    expect(onlyPointer).toHaveLength(1);
    expect([ran.code, kinds(ran.out)]).toEqual([0, ["started", "contradiction", "failed", "back", "stopped"]]);
    expect(ran.out).toContain("mirror/evidence");
  }, 30_000);

  test("takes no flags of files, and looks at the servers of others at most every ten seconds", async () => {
    const flags = await follow("nothing", "--source", "x");
    expect([flags.code, flags.err]).toEqual([1, expect.stringContaining("leave out --source")]);
    const often = await acta(root, "follow", "https://example.org/", "--every", "1s", "--data", "nothing");
    expect([often.code, existsSync(at("nothing"))]).toEqual([1, false]);
  });
});
