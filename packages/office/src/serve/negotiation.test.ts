import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseEncoding, chooseLanguage, hasAlready } from "./negotiation.js";

describe("what a reader can unpack", () => {
  test.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.1, gzip;q=0.9", "gzip"],
    ["*", "br"],
    ["*;q=0", "identity"],
    ["identity", "identity"],
    ["", "identity"],
    ["GZIP;Q=1", "gzip"],
  ])("of %j is sent %s", (accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding);
  });

  test("is nothing packed when nobody says", () => {
    expect(chooseEncoding(undefined)).toBe("identity");
  });

  test("is never guessed from rubbish, which never breaks anything", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (text) => {
        const accepted = text.replaceAll(/br|gzip|\*/gi, "");
        expect(chooseEncoding(accepted)).toBe("identity");
      }),
    );
  });
});

describe("the language of a sentence", () => {
  test.each([
    ["en-GB,en;q=0.9,es;q=0.8", "en"],
    ["es-PE", "es"],
    ["fr, de", "es"],
    ["en;q=0.2, es;q=0.7", "es"],
    ["en;q=0", "es"],
    [undefined, "es"],
  ])("for %j is %s", (accepted, language) => {
    expect(chooseLanguage(accepted)).toBe(language);
  });
});

describe("a reader has a form already", () => {
  test("when its tag is on the list, weak or not, and never another one", () => {
    expect(hasAlready('"a", W/"b"', '"b"')).toBe(true);
    expect(hasAlready("*", '"b"')).toBe(true);
    expect(hasAlready('"b-br"', '"b"')).toBe(false);
    expect(hasAlready(undefined, '"b"')).toBe(false);
  });
});
