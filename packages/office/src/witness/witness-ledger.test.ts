import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson } from "../../../../scripts/acta-desk.js";
import { publishSample } from "../../../../scripts/published-folder.js";
import { sampleCsv } from "../import/sample-import.js";

const root = mkdtempSync(join(tmpdir(), "acta-witness-"));
const at = (...path: readonly string[]): string => join(root, ...path);
let key = "";

async function record(data: string, more: number, to: string): Promise<void> {
  writeFileSync(at("sheets.csv"), sampleCsv(100, more));
  const source = ["--source", "sheets.csv", "--as-of", `2026-02-${10 + more}T20:00Z`];
  expect((await acta(root, "import", "election.yaml", ...source, "--data", data)).err).toBe("");
  expect((await acta(root, "publish", to, "--data", data)).err).toBe("");
}

beforeAll(async () => {
  await publishSample(root);
  await acta(root, "publish", "out", "--data", "data");
  key = readFileSync(at("data", "keys", "recorder.pub"), "utf8").trim();
  for (const copy of ["early", "data-next", "data-fork", "data-other"])
    cpSync(at(copy === "early" ? "out" : "data"), at(copy), { recursive: true });
  await record("data-next", 2, "next");
  await record("data-fork", 3, "fork");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
/** A witness of its own for each test: its key file and verifier key. */
async function newWitness(): Promise<{ readonly file: string; readonly verifier: string }> {
  const file = `w${made++}.key`;
  const shown = await actaJson(root, "keys", "make", file, "--name", `example.org/w${made}`);
  return { file, verifier: shown.witness };
}
const witness = (folder: string, file: string, ...more: readonly string[]) =>
  acta(root, "witness", folder, "--key", file, ...more);
const checkpointOf = (folder: string): string => readFileSync(at(folder, "checkpoint"), "utf8");

describe("acta keys", () => {
  test("makes a key that only its owner may read, and never writes over one", async () => {
    const { file } = await newWitness();
    expect(statSync(at(file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(at(file), "utf8")).toContain("BEGIN PRIVATE KEY");
    const before = readFileSync(at(file));
    const again = await acta(root, "keys", "make", file, "--name", "x");
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("never written over")]);
    expect(readFileSync(at(file))).toEqual(before);
  });

  test("shows the same verifier keys again, and nothing secret", async () => {
    const { file, verifier } = await newWitness();
    const shown = await acta(root, "keys", "show", file);
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining(verifier)]);
    const secret = readFileSync(at(file), "utf8").split("\n")[1] ?? "";
    expect(secret.length).toBeGreaterThan(40);
    expect(shown.out).not.toContain(secret);
  });

  test("refuses a name that no key may have, and a key whose public half is of another", async () => {
    const bad = await acta(root, "keys", "make", "bad.key", "--name", "with space");
    expect([bad.code, bad.err.split("\n")]).toEqual([1, [expect.stringContaining("cannot be the name"), ""]]);
    expect(readdirSync(root)).not.toContain("bad.key");
    const [one, two] = [await newWitness(), await newWitness()];
    cpSync(at(two.file.replace("key", "pub")), at(one.file.replace("key", "pub")));
    expect((await acta(root, "keys", "show", one.file)).err).toContain("under which name");
  });
});

describe("acta witness", () => {
  test("cosigns, is published and verified, and goes with the state that it cosigned", async () => {
    const { file, verifier } = await newWitness();
    const first = await witness("out", file, "--trust", key);
    expect([first.code, first.err]).toEqual([0, expect.stringContaining("for the first time")]);
    expect(first.out).toMatch(/^— example\.org\/w\d+ \S+\n$/);
    writeFileSync(at("line"), first.out);
    const cosign = ["--cosignatures", "line", "--witness", verifier];
    expect((await acta(root, "publish", "out", "--data", "data", ...cosign)).err).toBe("");
    expect(checkpointOf("out")).toContain(first.out);
    const asked = ["--trust", key, "--witness", verifier];
    const verified = await acta(root, "verify", "out", ...asked);
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining("Cosigned by example.org/w")]);
    expect(verified.out).toContain("2026-01-02T12:00:00Z");
    // It stays through publications of the same state, twice added or not, and is in the proofs.
    expect((await acta(root, "publish", "out", "--data", "data", ...cosign)).err).toBe("");
    expect((await acta(root, "publish", "out", "--data", "data")).err).toBe("");
    expect(checkpointOf("out").split(first.out)).toHaveLength(2);
    await acta(root, "station", "7", "--data", "data", "--proof", "p");
    const proof = await actaJson(root, "verify-proof", "p", "--key", key, "--witness", verifier);
    expect(proof.witnesses).toEqual([{ name: expect.stringContaining("example.org/w"), time: "2026-01-02T12:00:00Z" }]);
    // The next state begins without it.
    await record("data", 2, "out");
    expect(checkpointOf("out")).not.toContain("example.org");
    const alone = await acta(root, "verify", "out", ...asked);
    expect([alone.code, alone.out]).toEqual([1, expect.stringContaining("0 known witnesses have cosigned")]);
    const second = await witness("out", file);
    expect([second.code, second.err]).toEqual([0, expect.stringContaining("still there, unchanged")]);
  });

  test("counts witnesses against the quorum, each key once", async () => {
    const [one, two] = [await newWitness(), await newWitness()];
    writeFileSync(at("line"), (await witness("next", one.file)).out);
    const cosign = ["--cosignatures", "line", "--witness", one.verifier, "--witness", two.verifier];
    expect((await acta(root, "publish", "next", "--data", "data-next", ...cosign)).err).toBe("");
    const both = ["--witness", one.verifier, "--witness", two.verifier];
    expect((await acta(root, "verify", "next", ...both, "--quorum", "1")).code).toBe(0);
    expect((await acta(root, "verify", "next", ...both)).out).toContain("1 known witness has cosigned");
    const twice = await acta(root, "verify", "next", "--witness", one.verifier, "--witness", one.verifier);
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining("stands twice")]);
    for (const quorum of ["3", "x", "-1"])
      expect((await acta(root, "verify", "next", ...both, `--quorum=${quorum}`)).code).toBe(1);
    expect((await acta(root, "verify", "next", "--witness", key)).err).toContain("not the key of a witness");
  });

  test("does not publish a line of another state, of somebody else, or without knowing whose it is", async () => {
    const [one, two] = [await newWitness(), await newWitness()];
    writeFileSync(at("old-line"), (await witness("early", one.file)).out);
    writeFileSync(at("line"), (await witness("fork", two.file)).out);
    const publish = (...more: readonly string[]) => acta(root, "publish", "fork", "--data", "data-fork", ...more);
    const before = checkpointOf("fork");
    const old = await publish("--cosignatures", "old-line", "--witness", one.verifier);
    expect([old.code, old.err]).toEqual([1, expect.stringContaining("not a cosignature of this checkpoint")]);
    expect((await publish("--cosignatures", "line", "--witness", one.verifier)).code).toBe(1);
    expect((await publish("--cosignatures", "line")).err).toContain("say by whom");
    writeFileSync(at("nonsense"), "hello\n");
    expect((await publish("--cosignatures", "nonsense", "--witness", one.verifier)).code).toBe(1);
    expect(checkpointOf("fork")).toBe(before);
  });

  test.each(["fork", "early"])("refuses %s after what it has cosigned, and shows both checkpoints", async (folder) => {
    const { file } = await newWitness();
    expect((await witness("next", file)).code).toBe(0);
    const memory = readdirSync(at(`${file}.seen`)).filter((name) => name.endsWith(".json"));
    const remembered = readFileSync(at(`${file}.seen`, memory[0] ?? ""), "utf8");
    const ran = await witness(folder, file);
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(ran.err).toContain(checkpointOf(folder).trimEnd());
    expect(ran.err).toContain(checkpointOf("next").split("\n").slice(0, 3).join("\n"));
    expect(readdirSync(at(`${file}.seen`, "evidence"))).toHaveLength(2);
    expect(readFileSync(at(`${file}.seen`, memory[0] ?? ""), "utf8")).toBe(remembered);
    const json = JSON.parse((await witness(folder, file, "--json")).out);
    expect(json).toMatchObject({ cosigned: false, evidence: { shown: checkpointOf(folder) } });
    expect((await witness("next", file)).code).toBe(0);
  });

  test("without its memory it cosigns nothing: a damaged one is refused", async () => {
    const { file } = await newWitness();
    await witness("next", file);
    const [memory = ""] = readdirSync(at(`${file}.seen`));
    writeFileSync(at(`${file}.seen`, memory), "{}");
    const ran = await witness("next", file);
    expect([ran.code, ran.out, ran.err.split("\n")]).toEqual([1, "", [expect.stringContaining("restore it"), ""]]);
  });

  test("refuses another key than the one that it pinned, tiles that were altered, and what is not published", async () => {
    const { file } = await newWitness();
    expect((await witness("early", file)).code).toBe(0);
    cpSync(at("next"), at("altered"), { recursive: true });
    const tile = readdirSync(at("altered", "tile", "0"), { recursive: true, withFileTypes: true }).find((each) =>
      each.isFile(),
    );
    const path = join(tile?.parentPath ?? "", tile?.name ?? "");
    writeFileSync(
      path,
      readFileSync(path).map((byte) => byte ^ 1),
    );
    const altered = await witness("altered", file);
    expect([altered.code, altered.err.split("\n").length]).toEqual([1, 2]);
    expect(altered.err).toContain("tiles are not those of the checkpoint");
    rmSync(path);
    expect((await witness("altered", file)).err).toContain("tile is missing");
    expect((await witness("data", file)).err).toContain("pointer.json");
    expect((await witness("next", "none.key")).code).toBe(1);
    expect((await witness("next", file)).code).toBe(0);
  });
});
