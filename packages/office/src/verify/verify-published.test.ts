import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runActa } from "../command/index.js";
import { sampleCsv } from "../import/sample-import.js";
import { acta } from "../../../../scripts/acta-desk.js";
import { publishSample } from "../../../../scripts/published-folder.js";

const root = mkdtempSync(join(tmpdir(), "acta-verify-"));
let key = "";

afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeAll(async () => {
  await publishSample(root);
  key = readFileSync(join(root, "data", "keys", "recorder.pub"), "utf8").trim();
  cpSync(join(root, "out"), join(root, "early"), { recursive: true });
  await forkAndCopy();
  writeFileSync(join(root, "sheets.csv"), sampleCsv(100, 2));
  await acta(
    root,
    "import",
    "election.yaml",
    "--source",
    "sheets.csv",
    "--data",
    "data",
    "--as-of",
    "2026-02-03T20:00Z",
  );
  expect((await acta(root, "publish", "out", "--data", "data", "--with-sources")).err).toBe("");
});

/** Imports a file of 100 stations as a further edition of a data folder. */
async function record(data: string, more: number, day: number): Promise<void> {
  writeFileSync(join(root, "sheets.csv"), sampleCsv(100, more));
  const asOf = `2026-02-0${day}T20:00Z`;
  const ran = await acta(root, "import", "election.yaml", "--source", "sheets.csv", "--data", data, "--as-of", asOf);
  expect(ran.err).toBe("");
}

/** The same ledger goes on with other sheets under the same key (`fork`); another recorder has the first sheets (`other`). */
async function forkAndCopy(): Promise<void> {
  cpSync(join(root, "data"), join(root, "data-fork"), { recursive: true });
  await record("data-fork", 8, 3);
  await record("data-fork", 9, 4);
  expect((await acta(root, "publish", "fork", "--data", "data-fork")).err).toBe("");
  await record("data-other", 0, 1);
  expect((await acta(root, "publish", "other", "--data", "data-other")).err).toBe("");
}

/** Runs `acta verify` for a user whose own folder is `home`. */
async function verify(home: string, ...given: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const stream = (into: string[]) => ({ write: (text: string) => void into.push(text) });
  const code = await runActa({
    process: { stdout: stream(out), stderr: stream(err), env: {}, exitCode: null },
    arguments: ["verify", ...given],
    environment: { LANG: "en_US.UTF-8", XDG_CONFIG_HOME: home },
    cwd: root,
    isTerminal: false,
    clock: () => Date.UTC(2026, 1, 9),
  });
  return { code, out: out.join(""), err: err.join("") };
}

const newHome = (): string => mkdtempSync(join(root, "home"));

describe("acta verify", () => {
  test("says that the signer is unknown, and from then on remembers key and size", async () => {
    const home = newHome();
    const first = await verify(home, "early");
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(first.out).toContain("Consistent, signer unknown");
    expect(first.out).toContain("From now on it can");
    const second = await verify(home, "out");
    expect([second.code, second.err]).toEqual([0, ""]);
    expect(second.out).toContain("Signed by the same key as at your last verification (2026-02-09)");
    expect(second.out).toContain("was taken back or altered");
  });

  test("says so in Spanish too, and that nothing can be remembered without a place for it", async () => {
    const ran = await acta(root, "verify", "out", "--lang", "es");
    expect(ran.out).toContain("Consistente, firmante desconocido");
    expect(ran.out).toContain("de este libro no se recuerda nada");
  });

  test("sees a rollback against what it remembers, and only then", async () => {
    const home = newHome();
    expect((await verify(newHome(), "early")).code).toBe(0);
    await verify(home, "out");
    const ran = await verify(home, "early");
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining("something was taken back")]);
    expect((await verify(home, "out")).code).toBe(0);
  });

  test("sees another history of the same ledger, signed by the same key, against what it remembers", async () => {
    const home = newHome();
    await verify(home, "out");
    expect((await verify(home, "fork")).out).toContain("another history of the same ledger");
    expect((await verify(newHome(), "fork")).code).toBe(0);
  });

  test("sees that somebody else has signed, against the key that was given, and only then", async () => {
    // Another recorder has written down the same election, and gives its ledger the name of the first.
    const pointer = readFileSync(join(root, "other", "pointer.json"), "utf8");
    const renamed = pointer.replaceAll(/recorder\.[0-9a-f]{12}\/sample(?=")/g, key.replace(/\+.*/, ""));
    writeFileSync(join(root, "other", "pointer.json"), renamed);
    const ran = await verify(newHome(), "other", "--trust", key, "--json");
    const codes = JSON.parse(ran.out).differences.map(({ code, file }: Record<string, string>) => `${code} ${file}`);
    expect(codes).toEqual(
      expect.arrayContaining(["note.noKnownSignature checkpoint", "note.noKnownSignature manifest"]),
    );
  });

  test("accepts the key that was given and refuses another one", async () => {
    const given = await verify(newHome(), "out", "--trust", key);
    expect([given.code, given.out]).toEqual([0, expect.stringContaining("Signed by the key that you gave")]);
    const other = "other+32b5d14b+AZJYyoGvCfzxn3pqTnJpLNmUGjQX26G7NdtKqyeo0mWK";
    const refused = await verify(newHome(), "out", "--trust", other);
    expect(refused.code).toBe(1);
    expect((await verify(newHome(), "out", "--trust", "nonsense")).err).toContain("not a verifier key");
  });

  test("gives the differences as JSON, by file, entry and station", async () => {
    const broken = join(root, "broken");
    cpSync(join(root, "out"), broken, { recursive: true });
    rmSync(join(broken, "checkpoint"));
    const ran = await verify(newHome(), "broken", "--json");
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({
      schema: "acta-verify/1",
      consistent: false,
      differences: [
        { code: "verify.missing", file: "checkpoint" },
        { code: "verify.missing", file: "checkpoint" },
      ],
    });
  });

  test("refuses what is not a published folder in one line", async () => {
    const ran = await verify(newHome(), "data");
    expect([ran.code, ran.err.split("\n")]).toEqual([1, [expect.stringContaining("pointer.json"), ""]]);
  });

  test("verifies a folder that a plain web server serves", async () => {
    const server = createServer((request, response) => {
      try {
        response.end(readFileSync(join(root, "out", request.url ?? "")));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address() as AddressInfo;
    const ran = await verify(newHome(), `http://127.0.0.1:${address.port}/`, "--trust", key, "--json");
    const nobody = await verify(newHome(), `http://127.0.0.1:${address.port}/nobody/`);
    server.close();
    expect(JSON.parse(ran.out)).toMatchObject({ consistent: true, trust: "given", differences: [] });
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining("pointer.json")]);
  });
});
