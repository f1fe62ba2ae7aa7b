// Another language is one file of messages and one line of data: here a made-up one, whose texts are the English ones between brackets.
import { createHash } from "node:crypto";
import { fail } from "acta/basics";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { samplePublished } from "../../../../scripts/published-folder.js";
import type { SiteLanguage } from "./languages.js";
import { siteEn } from "./messages/en.js";
import { siteEs } from "./messages/es.js";
import { PublishedData, renderSite, siteNames } from "./index.js";
import type { Texts } from "./wording.js";

vi.mock("./languages.js", async (original) => {
  const { SITE_LANGUAGES } = await original<{ readonly SITE_LANGUAGES: readonly SiteLanguage[] }>();
  const third = { code: "qu", name: "Runasimi", locale: "qu-PE", percent: "\u00A0%" };
  return { SITE_LANGUAGES: [...SITE_LANGUAGES, third] };
});
vi.mock("./language-texts.js", async (original) => {
  const { textsOf } = await original<{ readonly textsOf: (code: string) => Texts }>();
  const own = Object.fromEntries(Object.entries(siteEn).map(([key, text]) => [key, `⟦${text}⟧`]));
  return { textsOf: (code: string) => (code === "qu" ? { ...textsOf("es"), ...own } : textsOf(code)) };
});

/** A page without what stands between brackets, one inside the other too. */
function withoutOwn(page: string): string {
  const less = page.replaceAll(/⟦[^⟦⟧]*⟧/g, "");
  return less === page ? page : withoutOwn(less);
}

/** The made-up country has no outlines: squares are drawn. */
const SOURCES = {
  sha256: (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest(),
  geography: () => fail({ code: "publish.noGeography" }),
  modules: {},
};

describe("a third language", () => {
  const pages = new Map<string, string>();

  beforeAll(async () => {
    const { folder } = await samplePublished();
    const opened = await PublishedData.open(async (path) => folder.get(path) ?? null);
    if (!opened.ok) throw new Error(opened.problem.code);
    const done = await renderSite(opened.value, SOURCES, (path, bytes) =>
      pages.set(path, new TextDecoder().decode(bytes)),
    );
    expect(done.ok).toBe(true);
  }, 60_000);

  const own = (): readonly (readonly [string, string])[] =>
    [...pages].filter(([path]) => path.startsWith("qu/") && path.endsWith(".html"));

  test("has every page that the others have, in a folder of its own", () => {
    const english = [...pages.keys()].filter((path) => path.startsWith("en/"));
    expect([...pages.keys()].filter((path) => path.startsWith("qu/"))).toEqual(
      english.map((path) => path.replace("en/", "qu/")),
    );
    expect(siteNames()).toContain("qu");
  });

  test("says everything in its own words: nothing of the other languages is left on its pages", () => {
    const others = [...Object.values(siteEs), ...Object.values(siteEn)];
    const texts = [...new Set(others.filter((text) => text.length > 12 && !/[{}'&"]/.test(text)))];
    expect(texts.length).toBeGreaterThan(50);
    for (const [path, page] of own()) {
      // Meanings are texts as well: what stands between brackets is this language's.
      const left = withoutOwn(page).replaceAll(/<[^>]*>/g, "\n");
      expect(
        texts.filter((text) => left.includes(text)),
        path,
      ).toEqual([]);
      expect(page).toContain('<html lang="qu">');
    }
  });

  test("is offered by the pages of the others in its own name, and offers them", () => {
    expect(pages.get("index.html")).toMatch(/<a href="qu\/index\.html" lang="qu" hreflang="qu">Runasimi<\/a>/);
    expect(pages.get("qu/index.html")).toMatch(/<a href="\.\.\/index\.html" lang="es" hreflang="es">Español<\/a>/);
    expect(pages.get("qu/index.html")).toMatch(/⟦\w+ leads by/);
  });
});
