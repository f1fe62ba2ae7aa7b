import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "acta/basics";
import type { Result } from "acta/basics";
import { afterAll, describe, expect, test } from "vitest";
import { checkpointSigner, ed25519, makeKey, readKey } from "./index.js";

const root = mkdtempSync(join(tmpdir(), "acta-keys-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newPath = (): string => join(mkdtempSync(join(root, "k")), "keys", "recorder.key");

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

describe("a key file", () => {
  test("is made for its owner alone, and read again as the same key", () => {
    const path = newPath();
    const made = valueOf(makeKey(path));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, ".."))).toEqual(["recorder.key"]);
    expect(valueOf(readKey(path)).publicKey).toEqual(made.publicKey);
  });

  test("signs what its public half verifies, and nothing else", () => {
    const key = valueOf(makeKey(newPath()));
    const signature = key.sign(utf8("a text"));
    expect(ed25519.verify(key.publicKey, utf8("a text"), signature)).toBe(true);
    expect(ed25519.verify(key.publicKey, utf8("another"), signature)).toBe(false);
    expect(ed25519.verify(new Uint8Array(32).fill(255), utf8("a text"), signature)).toBe(false);
    expect(ed25519.verify(new Uint8Array(5), utf8("a text"), signature)).toBe(false);
  });

  test.each([0o644, 0o640, 0o604, 0o620, 0o601])("with the rights %o is refused: others may use it", (mode) => {
    const path = newPath();
    valueOf(makeKey(path));
    chmodSync(path, mode);
    expect(readKey(path)).toEqual({
      ok: false,
      problem: { code: "key.openToOthers", where: path, context: { mode: mode.toString(8) } },
    });
  });

  test("that is missing, empty, of another kind or no key at all is refused by name", () => {
    const path = newPath();
    expect(readKey(path)).toMatchObject({ problem: { code: "key.missing" } });
    mkdirSync(join(path, ".."));
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" });
    for (const text of ["", "secret", rsa, "x".repeat(10_000)]) {
      writeFileSync(path, text, { mode: 0o600 });
      expect(readKey(path)).toEqual({ ok: false, problem: { code: "key.notOne", where: path } });
    }
    rmSync(path);
    mkdirSync(path, { mode: 0o700 });
    expect(readKey(path)).toMatchObject({ problem: { code: "key.unreadable", context: { system: "EISDIR" } } });
  });
});

describe("a checkpoint's signer", () => {
  test("has the name of the ledger that it signs for", () => {
    const key = valueOf(makeKey(newPath()));
    expect(valueOf(checkpointSigner(key, "a-ledger")).key).toMatchObject({
      name: "a-ledger",
      publicKey: key.publicKey,
    });
  });

  test("with a space or a plus sign in the name cannot be", () => {
    const key = valueOf(makeKey(newPath()));
    expect(checkpointSigner(key, "a b")).toMatchObject({ problem: { code: "note.badName" } });
    expect(checkpointSigner(key, "a+b")).toMatchObject({ problem: { code: "note.badName" } });
  });
});
