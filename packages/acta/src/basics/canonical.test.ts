import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, hex, parseCanonicalJson, utf8 } from "./index.js";
import type { Json } from "./index.js";

/** The same value with the keys of every object in another order. */
function reversed(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  const list: readonly Json[] | null = Array.isArray(value) ? value : null;
  if (list !== null) return list.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value));
// The platform's serializer escapes half characters, which are no Unicode and have no canonical form.
const anyJson = fc
  .jsonValue({ maxDepth: 4 })
  .map(json)
  .filter((value) => !/\\ud[89a-f]/.test(JSON.stringify(value)));

describe("canonical JSON", () => {
  // RFC 8785, section 3.2.2 and 3.2.3 (the sample with literals, numbers and strings, sorted by key).
  test("is the sample of RFC 8785, byte for byte", () => {
    const sample: Json = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    const expected =
      "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333" +
      "332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c" +
      "222f227d";
    expect(hex(utf8(canonicalJson(sample)))).toBe(expected);
  });

  // RFC 8785, section 3.2.3: property names sort by UTF-16 code units.
  test("sorts keys by UTF-16 units, as RFC 8785 shows", () => {
    const sample = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    const order = [...canonicalJson(sample).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(order).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  // RFC 8785, appendix B: how ECMAScript writes IEEE 754 numbers.
  test("writes numbers as RFC 8785 lists them", () => {
    const samples: readonly (readonly [string, string])[] = [
      ["0000000000000000", "0"],
      ["8000000000000000", "0"],
      ["0000000000000001", "5e-324"],
      ["7fefffffffffffff", "1.7976931348623157e+308"],
      ["4340000000000000", "9007199254740992"],
      ["4430000000000000", "295147905179352830000"],
      ["44b52d02c7e14af5", "9.999999999999997e+22"],
      ["44b52d02c7e14af6", "1e+23"],
      ["444b1ae4d6e2ef4f", "999999999999999900000"],
      ["444b1ae4d6e2ef50", "1e+21"],
      ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
      ["3eb0c6f7a0b5ed8d", "0.000001"],
      ["41b3de4355555553", "333333333.3333332"],
      ["41b3de4355555554", "333333333.33333325"],
      ["41b3de4355555555", "333333333.3333333"],
      ["41b3de4355555556", "333333333.3333334"],
      ["becbf647612f3696", "-0.0000033333333333333333"],
      ["43143ff3c1cb0959", "1424953923781206.2"],
    ];
    for (const [bits, text] of samples)
      expect(canonicalJson(Buffer.from(bits, "hex").readDoubleBE(0)), bits).toBe(text);
  });

  test("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
      { numRuns: 1_000 },
    );
  });

  test("says what the value says, and is its own canonical form", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(json(value));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  test("refuses what is not JSON or not Unicode: a bug of the caller is loud", () => {
    for (const value of [Number.NaN, Infinity, "\ud800", { "\udc00": 1 }]) expect(() => canonicalJson(value)).toThrow();
  });
});

describe("reading canonical JSON", () => {
  test("gives the value of canonical text, also where keys look like numbers", () => {
    for (const value of [null, 0, "", [], {}, { "10": 1, "9": 2 }, { a: [{ b: "\u20ac" }] }])
      expect(parseCanonicalJson(canonicalJson(value))).toEqual(value);
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(parseCanonicalJson(canonicalJson(value))).toEqual(json(value));
      }),
      { numRuns: 500 },
    );
  });

  test("refuses every other form of the same value: one value, one text", () => {
    const others = [
      ' {"a":1}',
      '{"a": 1}',
      '{"a":1}\n',
      '{"b":1,"a":2}',
      '{"a":2,"a":1}',
      '{"a":1.0}',
      '{"a":1e0}',
      '{"a":-0}',
      '{"\\u0061":1}',
      '{"a":"\\/"}',
      '{"a":"\\ud800"}',
      '\ufeff{"a":1}',
      '{"9":2,"10":1}',
    ];
    for (const text of others) expect(parseCanonicalJson(text), text).toBeUndefined();
  });

  test("refuses what is not JSON, however deep, without a throw", () => {
    for (const text of [
      "",
      "{",
      "undefined",
      "{a:1}",
      "[".repeat(60_000),
      `${"[".repeat(30_000)}${"]".repeat(30_000)}`,
    ])
      expect(parseCanonicalJson(text), text.slice(0, 20)).toBeUndefined();
    const valid = '{"a":[1,2,{"b":"x"}],"c":null}';
    fc.assert(
      fc.property(fc.nat({ max: valid.length - 1 }), fc.string({ maxLength: 2 }), (at, put) => {
        const text = valid.slice(0, at) + put + valid.slice(at + 1);
        const value = parseCanonicalJson(text);
        if (value !== undefined) expect(canonicalJson(value)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("bytes", () => {
  test("are UTF-8, and hexadecimal in lower case", () => {
    expect(hex(utf8("Ñ€😀"))).toBe("c391e282acf09f9880");
    expect(hex(new Uint8Array([0, 15, 16, 255]))).toBe("000f10ff");
    expect(hex(new Uint8Array())).toBe("");
  });

  test("agree with the platform for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(hex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
        expect(hex(createHash("sha256").update(bytes).digest())).toBe(createHash("sha256").update(bytes).digest("hex"));
      }),
    );
  });
});
