// The command formats with intl-messageformat, pages with ours: on every text of both the two must write the same.
import fc from "fast-check";
import { disputeEn, disputeEs } from "acta/dispute";
import { editionEn, editionEs } from "acta/edition";
import { ledgerEn, ledgerEs } from "acta/ledger";
import { recordEn, recordEs } from "acta/record";
import { sheetEn, sheetEs } from "acta/sheet";
import { signatureEn, signatureEs } from "acta/signature";
import { tabulationEn, tabulationEs } from "acta/tabulation";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { pageEn } from "../page/messages/en.js";
import { pageEs } from "../page/messages/es.js";
import { siteEn } from "../site/messages/en.js";
import { siteEs } from "../site/messages/es.js";
import { webVerifyEn, webVerifyEs } from "../verify/index.js";
import { readMessage } from "./index.js";
import type { MessageValues } from "./index.js";

const theirs = (text: string, locale: string, values: MessageValues): string =>
  String(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).format(values));
const ours = (text: string, locale: string, values: MessageValues): string => readMessage(text, locale)(values);

/** All texts inside whatever holds them. */
function textsIn(held: unknown): readonly string[] {
  if (typeof held === "string") return [held];
  return typeof held === "object" && held !== null ? Object.values(held).flatMap((each) => textsIn(each)) : [];
}

const spanish = [
  disputeEs,
  editionEs,
  ledgerEs,
  recordEs,
  sheetEs,
  signatureEs,
  tabulationEs,
  pageEs,
  siteEs,
  webVerifyEs,
];
const english = [
  disputeEn,
  editionEn,
  ledgerEn,
  recordEn,
  sheetEn,
  signatureEn,
  tabulationEn,
  pageEn,
  siteEn,
  webVerifyEn,
];
const TEXTS = [
  ...textsIn(spanish).map((text) => ({ text, locale: "es-PE" })),
  ...textsIn(english).map((text) => ({ text, locale: "en-GB" })),
];

describe("messages on pages", () => {
  test("are written as the command writes them: every text of the site, with numbers of every plural case and every choice", () => {
    expect(TEXTS.length).toBeGreaterThan(1_200);
    for (const { text, locale } of TEXTS) {
      const names = [...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = ""]) => name);
      const choices = [...text.matchAll(/([\w=]+)\s*\{/g)].map(([, choice = ""]) => choice);
      const numeric = new Set([...text.matchAll(/\{\s*(\w+)\s*,\s*(?:number|plural)/g)].map(([, name = ""]) => name));
      const written = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
      const read = readMessage(text, locale);
      for (const value of [0, 1, 2, 5, 1_000_000, 1234.5, "", "x'{y}", ...choices]) {
        const values = Object.fromEntries(
          names.map((name) => [name, numeric.has(name) ? (typeof value === "number" ? value : 3) : value]),
        );
        expect(read(values), text).toBe(String(written.format(values)));
      }
    }
  });

  test("are written so whatever is nested in what", () => {
    const plain = fc.stringMatching(/^[a-z <>áñ.-]{0,6}$/);
    const { message } = fc.letrec<{ message: string }>((tie) => ({
      message: fc.oneof(
        { maxDepth: 3 },
        plain,
        fc.constantFrom("{name}", "{count, number}", "{count,number,::.00}", "it''s", "'{'quoted'}'", "l'acta"),
        fc.tuple(tie("message"), tie("message")).map((both) => both.join("")),
        fc
          .tuple(tie("message"), tie("message"))
          .map(([one, other]) => `{count, plural, =0 {no #} one {${one} #} other {# ${other}}}`),
        fc.tuple(tie("message"), tie("message")).map(([one, other]) => `{name, select, ada {${one}} other {${other}}}`),
      ),
    }));
    fc.assert(
      fc.property(message, fc.nat(12), fc.constantFrom("ada", "eva"), (text, count, name) => {
        expect(ours(text, "es-PE", { count, name })).toBe(theirs(text, "es-PE", { count, name }));
      }),
      { numRuns: 300 },
    );
  });

  test("keep what has no value as it is written, and end where a text ends that is never closed", () => {
    expect(ours("{votes, number} for {name}", "en-GB", {})).toBe("{votes} for {name}");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("{", "}", "'", "#", ",", "a", " ", "plural", "select", "number", "other") }),
        (text) => {
          expect(typeof ours(text, "es-PE", { a: 1 })).toBe("string");
        },
      ),
    );
  });
});
