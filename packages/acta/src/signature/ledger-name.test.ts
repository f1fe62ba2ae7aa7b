import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fingerprintIn, isLogKey, ledgerName } from "./index.js";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const one = new Uint8Array(32).fill(1);
const two = new Uint8Array(32).fill(2);
const name = (mode: "ofRecord" | "reported", drill: boolean, key = one): string =>
  ledgerName(sha256, { mode, drill }, key, "peru-2021-runoff");

describe("the name of a ledger", () => {
  test("says whose it is, which key began it, and of a drill, first of all, that it is one", () => {
    expect(name("reported", false)).toMatch(/^recorder\.[0-9a-f]{12}\/peru-2021-runoff$/);
    expect(name("ofRecord", false)).toMatch(/^record\.[0-9a-f]{12}\/peru-2021-runoff$/);
    for (const mode of ["reported", "ofRecord"] as const) expect(name(mode, true)).toBe(`drill.${name(mode, false)}`);
    expect(fingerprintIn(name("ofRecord", true))).toBe(createHash("sha256").update(one).digest("hex").slice(0, 12));
    expect(fingerprintIn("peru-2021-runoff")).toBeNull();
  });

  test("of a recorder gives the key of its checkpoints; one from before keys were made gives any, and a record's gives none", () => {
    const signs = (origin: string, mode: "ofRecord" | "reported", key: Uint8Array): boolean =>
      isLogKey(sha256, { ledger: { mode, origin, drill: false }, keys: [] }, key);
    for (const drill of [false, true]) {
      expect(signs(name("reported", drill), "reported", one)).toBe(true);
      expect(signs(name("reported", drill), "reported", two)).toBe(false);
      expect(signs(name("ofRecord", drill), "ofRecord", one)).toBe(false);
    }
    expect(signs("peru-2021-runoff", "reported", two)).toBe(true);
  });
});
