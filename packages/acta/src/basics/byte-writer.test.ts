import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteWriter } from "./byte-writer.js";
import { utf8 } from "./canonical.js";

const decode = (writer: ByteWriter): string => new TextDecoder().decode(writer.view());

describe("a byte writer", () => {
  test("property: strings, numbers and texts come out as the serializer writes them", () => {
    const piece = fc.oneof(fc.string({ unit: "binary" }), fc.nat(), fc.maxSafeNat(), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const writer = new ByteWriter();
        for (const each of pieces) {
          if (typeof each === "number") writer.number(each);
          else writer.string(each);
          writer.text(",");
        }
        expect(decode(writer)).toBe(pieces.map((each) => `${JSON.stringify(each)},`).join(""));
      }),
    );
  });

  test("numbers of every length", () => {
    const numbers = [0, 9, 10, 99, 100, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 999_999, 1_000_000, 2 ** 53 - 1];
    const writer = new ByteWriter();
    for (const each of numbers) {
      writer.number(each);
      writer.text(" ");
    }
    expect(decode(writer)).toBe(numbers.map((each) => `${each} `).join(""));
  });

  test("grows beyond its first buffer, and writes over what stands there", () => {
    const writer = new ByteWriter();
    writer.bytes(new Uint8Array(2));
    const long = "ñ".repeat(100_000);
    writer.text(long);
    writer.overwrite(0, 0x4142);
    expect(decode(writer)).toBe(`AB${long}`);
    expect(writer.length).toBe(utf8(long).length + 2);
  });
});
