import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Election } from "acta/election";
import { loadDefinition } from "../import/index.js";
import { fetchKnown, filesWithAddress } from "./fetch-known.js";
import type { KnownOptions } from "./fetch-known.js";
import { sampleDefinition, samplePace, sendBytes, serve } from "./sample-source.js";
import type { LoopbackServer } from "./sample-source.js";

let folder: string;
let server: LoopbackServer;
const contents = new Map<string, Buffer>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "acta-known-"));
  contents.clear();
  server = await serve((request, response) => {
    const bytes = contents.get(request.url ?? "");
    if (bytes === undefined) response.writeHead(404).end();
    else sendBytes(request, response, bytes);
  });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A definition's addresses are https; those of this server stand in for them. */
function election(files: readonly { name: string; text: string }[]): Election {
  const listed = files.map(
    ({ name, text }) =>
      `      - { name: ${name}, sha256: ${hashOf(text)}, part: sheets, url: "https://example.org/${name}" }`,
  );
  const path = join(folder, "election.yaml");
  writeFileSync(path, sampleDefinition("", listed.length === 0 ? "" : `    files:\n${listed.join("\n")}\n`));
  const loaded = loadDefinition(path);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  const here = (url: string): string => url.replace("https://example.org", server.address);
  const sources = loaded.value.election.sources.map((source) => ({
    ...source,
    files: source.files.map((file) => ({ ...file, url: here(file.url) })),
  }));
  return { ...loaded.value.election, sources };
}

function options(progress: KnownOptions["progress"] = () => undefined): KnownOptions {
  const signal = new AbortController().signal;
  return { agent: "acta/0", pace: samplePace(), signal, mayBePrivate: true, bulletins: false, progress };
}

describe("fetching the files of a definition", () => {
  test("brings each of them once: the second time nothing is asked", async () => {
    contents.set("/a.csv", Buffer.from("a")).set("/b.csv", Buffer.from("b"));
    const both = election([
      { name: "a.csv", text: "a" },
      { name: "b.csv", text: "b" },
    ]);
    const told: string[] = [];
    const first = await fetchKnown(
      both,
      join(folder, "cache"),
      options((name, at, count) => told.push(`${name} ${at}/${count}`)),
    );
    if (!first.ok) throw new Error(JSON.stringify(first.problem));
    expect(first.value.map((file) => [file.name, file.cached, readFileSync(file.path, "utf8")])).toEqual([
      ["a.csv", false, "a"],
      ["b.csv", false, "b"],
    ]);
    expect(told).toEqual(["a.csv 1/2", "b.csv 2/2"]);
    const second = await fetchKnown(both, join(folder, "cache"), options());
    expect(second.ok && second.value.map((file) => file.cached)).toEqual([true, true]);
    expect(server.asked).toHaveLength(2);
  });

  test("keeps a file with another hash aside and names both hashes; the others are fetched all the same", async () => {
    contents.set("/a.csv", Buffer.from("altered")).set("/b.csv", Buffer.from("b"));
    const both = election([
      { name: "a.csv", text: "a" },
      { name: "b.csv", text: "b" },
    ]);
    const fetched = await fetchKnown(both, join(folder, "cache"), options());
    const problem = fetched.ok ? undefined : fetched.problem[0];
    expect(fetched.ok ? 0 : fetched.problem.length).toBe(1);
    expect(problem).toMatchObject({
      code: "fetch.wrongHash",
      context: { expected: hashOf("a"), actual: hashOf("altered") },
    });
    expect(readFileSync(String(problem?.context?.["kept"]), "utf8")).toBe("altered");
    contents.set("/a.csv", Buffer.from("a"));
    expect((await fetchKnown(both, join(folder, "cache"), options())).ok).toBe(true);
    expect(server.asked.map((request) => request.url)).toEqual(["/a.csv", "/b.csv", "/a.csv"]);
  });

  test("does not trust a cache that was altered", async () => {
    contents.set("/a.csv", Buffer.from("a"));
    const one = election([{ name: "a.csv", text: "a" }]);
    const first = await fetchKnown(one, join(folder, "cache"), options());
    if (!first.ok) throw new Error("fetched");
    writeFileSync(first.value[0]?.path ?? "", "forged");
    const second = await fetchKnown(one, join(folder, "cache"), options());
    expect(second.ok && readFileSync(second.value[0]?.path ?? "", "utf8")).toBe("a");
    expect(server.asked).toHaveLength(2);
  });

  test("asks for a file once though several parts name it, and not at all without an address", async () => {
    const one = election([{ name: "a.csv", text: "a" }]);
    const [source] = one.sources;
    if (source === undefined) throw new Error("a source");
    const twice = { ...source, files: source.files.map((file) => ({ ...file, part: "" })) };
    expect(filesWithAddress({ ...one, sources: [source, twice] }, false)).toHaveLength(1);
    const none = await fetchKnown(election([]), join(folder, "cache"), options());
    expect(none.ok ? "" : none.problem[0]?.code).toBe("fetch.nothingKnown");
  });

  test("does not enter the machine itself because a definition says so", async () => {
    const one = election([{ name: "a.csv", text: "a" }]);
    const fetched = await fetchKnown(one, join(folder, "cache"), { ...options(), mayBePrivate: false });
    expect(fetched.ok ? "" : fetched.problem[0]?.code).toBe("fetch.badAddress");
    expect(server.asked).toHaveLength(0);
  });
});
