import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBase64, encodeBase64 } from "./index.js";

describe("Base64", () => {
  test("is that of Node, and is read back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64"));
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });

  test("has one form: any text that is read is what is written for its bytes", () => {
    const character = fc.constantFrom(..."ABQgwZaz059+/==\n -_é\u{1f600}");
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 12 }), (text) => {
        const bytes = decodeBase64(text);
        if (bytes !== undefined) expect(encodeBase64(bytes)).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });

  test("refuses missing padding, padding inside, unused bits, the URL alphabet, spaces and line breaks", () => {
    const refused = ["A", "AA", "AAA", "AA=", "A===", "====", "AA==AAAA", "AAA=AAAA", "AB==", "AAB=", "A-==", "A_A="];
    for (const text of [...refused, "AAAA\n", " AAAA", "AA\n==", "AA=A", "\u00e1AAA", "AAA\u0141"])
      expect(decodeBase64(text), text).toBeUndefined();
    expect(decodeBase64("")).toEqual(new Uint8Array(0));
  });
});
