import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { SAMPLE_IMPORT, SAMPLE_LAW, writeSample } from "./sample-tribunal.js";

describe("a law set in the record", () => {
  let work = "";
  let sha256 = "";
  beforeAll(async () => {
    work = newFolder();
    writeSample(work);
    await actaJson(work, ...SAMPLE_IMPORT);
    const added = await actaJson(work, "law", "add", "rules.yaml");
    expect(added).toMatchObject({
      schema: "acta-law-add/1",
      id: "sample-law",
      elections: ["sample"],
      lowConfidence: 0,
    });
    ({ sha256 } = added);
  });
  afterAll(() => dropFolder(work));

  test("is kept under the hash of its canonical bytes: comments and layout do not make another", async () => {
    const blob = readFileSync(join(work, "acta-data", "blobs", sha256), "utf8");
    expect(JSON.parse(blob)).toMatchObject({ format: "acta-law/1", id: "sample-law" });
    writeFileSync(join(work, "again.yaml"), `# a comment\n${SAMPLE_LAW}`);
    const again = await acta(work, "law", "add", "again.yaml");
    expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/again\.yaml: .*in the record already/) });
  });

  test("is shown with article, validity and mark of confidence; one rule in full", async () => {
    const shown = await actaJson(work, "law", "show");
    expect(shown).toMatchObject({ schema: "acta-law-show/1", sha256 });
    expect(shown.rules.map(({ id }: { id: string }) => id)).toContain("three-days");
    const said = await acta(work, "law", "show", "excess");
    expect(said.out).toMatch(
      /excess · row of the table · art\. excess\n.*\n\s+since 2020-01-01; election day; confidence: high/,
    );
    expect((await acta(work, "law", "show", "--lang", "es")).out).toMatch(/fila de la tabla/);
    expect(await acta(work, "law", "show", "R9")).toMatchObject({ code: 1, err: expect.stringMatching(/no rule R9/) });
    const before = await actaJson(work, "law", "show", "--on", "2019-01-01");
    expect(before.rules.length).toBe(shown.rules.length);
    expect(await acta(work, "law", "show", "--on", "soon")).toMatchObject({ code: 1 });
  });

  test("a file with several problems is told all of them with their lines, and nothing is entered", async () => {
    const size = (await actaJson(work, "doctor")).size;
    const spoilt = SAMPLE_LAW.replace("kind: order", "kind: disorder").replace("from: [processed]", "from: [nowhere]");
    writeFileSync(join(work, "bad.yaml"), spoilt);
    const ran = await acta(work, "law", "add", "bad.yaml");
    expect(ran.code).toBe(1);
    const lines = ran.err.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/^bad\.yaml:\d+:\d+ \(rules\.\d+/);
    writeFileSync(join(work, "bad.yaml"), "format: acta-election/1\n");
    expect((await acta(work, "law", "add", "bad.yaml")).err).toMatch(/this is no law file/);
    expect((await acta(work, "law", "add", "none.yaml")).code).toBe(1);
    expect((await actaJson(work, "doctor")).size).toBe(size);
  });

  test("one that overlaps itself, or is the law of no election here, is refused", async () => {
    const twice = SAMPLE_LAW.replace("  - { id: short,", "  - { id: excess,");
    writeFileSync(join(work, "twice.yaml"), twice);
    expect((await acta(work, "law", "add", "twice.yaml")).err).toMatch(/holds at the same time as its version/);
    writeFileSync(join(work, "other.yaml"), SAMPLE_LAW.replace("election: sample,", "election: elsewhere,"));
    expect((await acta(work, "law", "add", "other.yaml")).err).toMatch(
      /does not say when the election sample was called/,
    );
  });

  test("travels with what is published, and is missed there by every verifier", async () => {
    await actaJson(work, "publish", "site");
    expect(readdirSync(join(work, "site", "blobs"))).toContain(sha256);
    expect(await acta(work, "verify", "site")).toMatchObject({ code: 0 });
    cpSync(join(work, "site"), join(work, "without"), { recursive: true });
    rmSync(join(work, "without", "blobs", sha256));
    expect(await acta(work, "verify", "without")).toMatchObject({ code: 1 });
    cpSync(join(work, "site"), join(work, "other"), { recursive: true });
    writeFileSync(join(work, "other", "blobs", sha256), "{}");
    const altered = await acta(work, "verify", "other");
    expect(altered.code).toBe(1);
    expect(altered.out + altered.err).toMatch(new RegExp(`blobs/${sha256}`));
  });

  test("is in a backup, and looked for by doctor", async () => {
    await actaJson(work, "backup", "kept");
    await actaJson(work, "restore", "kept", "--data", "restored");
    expect((await actaJson(work, "law", "show", "--data", "restored")).sha256).toBe(sha256);
    rmSync(join(work, "restored", "blobs", sha256));
    expect(await acta(work, "doctor", "--data", "restored")).toMatchObject({ code: 1 });
    expect(await acta(work, "law", "show", "--data", "restored")).toMatchObject({ code: 1 });
  });

  test("in a ledger of record the authority signs it, and nobody else may", async () => {
    const own = newFolder();
    writeSample(own);
    await actaJson(own, "keys", "make", "authority.key", "--name", "authority");
    const jury = await actaJson(own, "keys", "make", "jury.key", "--name", "jury");
    await actaJson(own, ...SAMPLE_IMPORT, "--of-record", "--sign", "authority.key");
    await actaJson(
      own,
      "keys",
      "add",
      jury.verifier ?? jury.key,
      "--role",
      "tribunal",
      "--holder",
      "jury",
      "--sign",
      "authority.key",
    );
    expect((await acta(own, "law", "add", "rules.yaml", "--sign", "jury.key")).code).toBe(1);
    expect((await acta(own, "law", "add", "rules.yaml")).err).toMatch(/--sign/);
    await actaJson(own, "law", "add", "rules.yaml", "--sign", "authority.key");
    const at = ["ruling", "adopt", "1", "--body", "jury", "--ruling", "R-1", "--at", "2026-02-05"];
    expect((await acta(own, ...at, "--sign", "authority.key")).code).toBe(1);
    const adopted = await actaJson(own, ...at, "--sign", "jury.key");
    expect(adopted.signer).toMatch(/^jury/);
    dropFolder(own);
  });
});
