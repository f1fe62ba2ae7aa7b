import { fail } from "acta/basics";
import { expect, test } from "vitest";
import { PublishedData, renderSite } from "./index.js";

test("before the first edition there is one page in each language that says so, and how it goes on", async () => {
  const head = {
    origin: "recorder.example/night",
    mode: "reported",
    provenance: "real",
    size: 3,
    key: "",
    corrections: null,
  };
  const data = new PublishedData(async () => null, { ...head, editions: [], courses: [] });
  const sources = {
    sha256: (bytes: Uint8Array) => bytes,
    geography: () => fail({ code: "publish.noGeography" }),
    modules: {},
  };
  const pages = new Map<string, string>();
  const done = await renderSite(data, sources, (path, bytes) => pages.set(path, new TextDecoder().decode(bytes)));
  expect(done).toMatchObject({ ok: true, value: { files: 2 } });
  expect([...pages.keys()]).toEqual(["index.html", "en/index.html"]);
  expect(pages.get("index.html")).toContain("<h1>Todavía no hay ninguna edición.</h1>");
  expect(pages.get("en/index.html")).toContain("<h1>There is no edition yet.</h1>");
  expect(pages.get("en/index.html")).toContain('data-page="front" data-root="../"');
});
