import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInstant } from "../basics/index.js";
import type { Instant, Result } from "../basics/index.js";
import { formatVerifierKey, makeVerifierKey } from "../ledger/index.js";
import type { Signer } from "../ledger/index.js";
import { ENTRY_VERSIONS, LeafWriter, eachLeaf, joinLeaves, leafOf } from "../record/index.js";
import type { BatchHeader, EntryKind, KeyEntry, KeyRole, LedgerEntry, Leaves, PlainEntry } from "../record/index.js";
import { SAMPLE_ACTS } from "../record/sample-acts.js";
import { SignatureCheck, fingerprintIn, ledgerName, maySign, signRange, signerName } from "./index.js";
import type { SignaturePlatform } from "./index.js";

const platform: SignaturePlatform = {
  sha256: (bytes) => createHash("sha256").update(bytes).digest(),
  ed25519: {
    verify: (publicKey, message, signature) => {
      const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
      return verify(null, message, createPublicKey({ key: der, format: "der", type: "spki" }), signature);
    },
  },
};

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Somebody who has a key: the key is made from the name, so that the same test signs the same. */
interface Holder {
  readonly role: KeyRole;
  readonly name: string;
  readonly signer: Signer<"ed25519">;
}

function holder(role: KeyRole, name: string, keyName = name): Holder {
  const seed = createHash("sha256").update(name).digest();
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const secret = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(secret).export({ type: "spki", format: "der" }).subarray(-32);
  const key = valueOf(makeVerifierKey(platform.sha256, "ed25519", keyName, publicKey));
  return { role, name, signer: { key, sign: (message) => sign(null, message, secret) } };
}

const AUTHORITY = holder("electionAuthority", "authority");
const JURY = holder("tribunal", "jury");
const AGENT = holder("partyAgent", "party-a");
const NEXT = holder("tribunal", "jury-next", "jury");
const NOW = valueOf(momentOf("2026-02-01T21:00Z"));

function momentOf(text: string): Result<Instant> {
  const value = parseInstant(text);
  return value === undefined ? { ok: false, problem: { code: text } } : { ok: true, value };
}

function batch(who: Holder, kind: EntryKind, entries: readonly PlainEntry[], more: Partial<BatchHeader> = {}): Leaves {
  const writer = new LeafWriter();
  const header: BatchHeader = {
    kind,
    version: ENTRY_VERSIONS[kind],
    count: entries.length,
    actor: { role: who.role, name: who.name },
    signer: signerName(who.signer.key),
    basis: "firstHand",
    source: "",
    asOf: null,
    recordedAt: NOW,
    reason: "",
    election: "",
    definition: "",
    scope: "",
    copy: "",
    ...more,
  };
  writer.leaf(leafOf(header));
  for (const entry of entries) writer.leaf(leafOf(entry));
  return writer.leaves();
}

function keyEntry(who: Holder, action: KeyEntry["action"] = "added", more: Partial<KeyEntry> = {}): KeyEntry {
  const key = formatVerifierKey(who.signer.key);
  return {
    at: null,
    replaces: null,
    action,
    key,
    role: who.role,
    holder: who.name,
    previous: "",
    validUntil: null,
    ...more,
  };
}

/** A ledger under test: leaves that were appended, each range signed by somebody. */
class Book {
  readonly origin: string;
  leaves: Leaves = { bytes: new Uint8Array(0), count: 0 };

  constructor(
    readonly mode: LedgerEntry["mode"],
    founder: Holder,
  ) {
    this.origin = ledgerName(platform.sha256, { mode, drill: false }, founder.signer.key.publicKey, "sample");
  }

  opening(who: Holder): Leaves {
    return batch(who, "ledger", [{ mode: this.mode, origin: this.origin, drill: false }]);
  }

  add(leaves: Leaves): this {
    this.leaves = joinLeaves([this.leaves, leaves]);
    return this;
  }

  sign(who: Holder, ...batches: readonly Leaves[]): this {
    const place = { origin: this.origin, first: this.leaves.count };
    const { role, name, signer } = who;
    const leaves = joinLeaves(batches);
    return this.add(leaves).add(valueOf(signRange(platform.sha256, leaves, { role, holder: name, signer }, place)));
  }

  check(): Result<null> {
    return checkOf(this.leaves);
  }

  code(): string {
    const done = this.check();
    return done.ok ? "" : done.problem.code;
  }
}

function checkOf(leaves: Leaves): Result<null> {
  const check = new SignatureCheck(platform);
  const done = check.next(leaves);
  return done.ok ? check.end() : done;
}

/** A ledger of record of an authority that has given keys to a jury and an agent. */
function founded(): Book {
  const book = new Book("ofRecord", AUTHORITY);
  book.sign(AUTHORITY, book.opening(AUTHORITY), batch(AUTHORITY, "key", [keyEntry(AUTHORITY)]));
  for (const who of [JURY, AGENT]) book.sign(AUTHORITY, batch(AUTHORITY, "key", [keyEntry(who)]));
  return book;
}

const ruling = (who: Holder, more: Partial<BatchHeader> = {}): Leaves =>
  batch(who, "ruling", [{ ...SAMPLE_ACTS.ruling, effects: [] }], more);
const petition = (who: Holder): Leaves => batch(who, "petition", [SAMPLE_ACTS.petition]);

describe("a ledger of record", () => {
  test("is one in which every range is signed by a key of the actor's role", () => {
    const book = founded()
      .sign(AUTHORITY, batch(AUTHORITY, "flag", [SAMPLE_ACTS.flag, SAMPLE_ACTS.flag]), batch(AUTHORITY, "case", []))
      .sign(AGENT, petition(AGENT))
      .sign(JURY, ruling(JURY));
    expect(book.check()).toEqual({ ok: true, value: null });
    expect(fingerprintIn(book.origin)).toMatch(/^[0-9a-f]{12}$/);
    expect(book.origin).toMatch(/^record\./);
  });

  test("refuses a ruling signed by the wrong role, whoever's name stands in it", () => {
    expect(founded().sign(AUTHORITY, ruling(AUTHORITY)).code()).toBe("signature.wrongRole");
    expect(founded().sign(AGENT, ruling(AGENT)).code()).toBe("signature.wrongRole");
    // The header says jury, the agent has signed.
    expect(founded().sign(AGENT, ruling(JURY)).code()).toBe("signature.otherSigner");
    const asJury = ruling(JURY, { signer: signerName(AGENT.signer.key) });
    expect(founded().sign(AGENT, asJury).code()).toBe("signature.wrongRole");
  });

  test("takes acts of decision one by one", () => {
    for (const both of [
      [ruling(JURY), ruling(JURY)],
      [batch(JURY, "hearing", [SAMPLE_ACTS.hearing]), ruling(JURY)],
    ])
      expect(
        founded()
          .sign(JURY, ...both)
          .code(),
      ).toBe("signature.notAlone");
    const two = batch(JURY, "ruling", [SAMPLE_ACTS.ruling, SAMPLE_ACTS.ruling]);
    expect(founded().sign(JURY, two).code()).toBe("signature.notAlone");
  });

  test("refuses what nobody has signed, at its end and in its middle", () => {
    expect(founded().add(petition(AGENT)).code()).toBe("signature.missing");
    expect(founded().add(petition(AGENT)).sign(AGENT, petition(AGENT)).code()).toBe("signature.otherRange");
    const signedTwice = founded().sign(AGENT, petition(AGENT));
    const last = lastLeaves(signedTwice.leaves, 2);
    expect(signedTwice.add(last).code()).toBe("signature.otherRange");
  });

  test("refuses a key that is in no entry, that was revoked or replaced, or that has expired", () => {
    const stranger = holder("tribunal", "another-jury");
    expect(founded().sign(stranger, ruling(stranger)).code()).toBe("signature.notValid");
    const revoked = founded().sign(AUTHORITY, batch(AUTHORITY, "key", [keyEntry(JURY, "revoked")]));
    expect(revoked.code()).toBe("");
    expect(revoked.sign(JURY, ruling(JURY)).code()).toBe("signature.revoked");
    const rotated = founded().sign(JURY, batch(JURY, "key", [rotation()]));
    expect(rotated.code()).toBe("");
    const next = { ...NEXT, name: "jury" };
    const byNext = founded()
      .sign(JURY, batch(JURY, "key", [rotation()]))
      .sign(next, ruling(next));
    expect(byNext.code()).toBe("");
    expect(rotated.sign(JURY, ruling(JURY)).code()).toBe("signature.revoked");
  });

  test("holds the end of a key against the clock of the batch", () => {
    const observer = holder("observer", "mission");
    const until = { validUntil: NOW };
    const report = (recordedAt: Instant): Leaves =>
      batch(observer, "observerReport", [SAMPLE_ACTS.observerReport], { recordedAt });
    const book = founded().sign(AUTHORITY, batch(AUTHORITY, "key", [keyEntry(observer, "added", until)]));
    const later = valueOf(momentOf("2026-02-01T21:00:01Z"));
    expect(book.sign(observer, report(NOW)).code()).toBe("");
    expect(book.sign(observer, report(later)).code()).toBe("signature.expired");
  });

  test("lets the authority add and revoke, a holder replace its own key, and nobody else", () => {
    const other = holder("observer", "mission");
    expect(
      founded()
        .sign(JURY, batch(JURY, "key", [keyEntry(other)]))
        .code(),
    ).toBe("signature.notYourKey");
    expect(
      founded()
        .sign(JURY, batch(JURY, "key", [keyEntry(AGENT, "revoked")]))
        .code(),
    ).toBe("signature.notYourKey");
    expect(
      founded()
        .sign(AGENT, batch(AGENT, "key", [keyEntry(AGENT, "revoked")]))
        .code(),
    ).toBe("");
    expect(
      founded()
        .sign(AUTHORITY, batch(AUTHORITY, "key", [keyEntry(JURY)]))
        .code(),
    ).toBe("signature.keyTwice");
    const asAgent = { ...rotation(), role: "partyAgent", holder: "party-a" } as const;
    expect(
      founded()
        .sign(AGENT, batch(AGENT, "key", [asAgent]))
        .code(),
    ).toBe("signature.unknownKey");
  });

  test("begins with the key that its name gives, and with no other", () => {
    const book = new Book("ofRecord", AUTHORITY);
    book.sign(JURY, book.opening(JURY), batch(JURY, "key", [keyEntry(JURY)]));
    expect(book.code()).toBe("signature.notFounded");
    const bare = new Book("ofRecord", AUTHORITY);
    expect(bare.sign(AUTHORITY, bare.opening(AUTHORITY)).code()).toBe("signature.notFounded");
  });

  test("no byte of it can be changed without a refusal", () => {
    const { leaves } = founded().sign(AGENT, petition(AGENT)).sign(JURY, ruling(JURY));
    fc.assert(
      fc.property(fc.nat(leaves.bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Uint8Array.from(leaves.bytes);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(checkOf({ ...leaves, bytes }).ok).toBe(false);
      }),
      { numRuns: 1_500 },
    );
  });

  test("at the door what was checked before is not hashed again, and what is new is", () => {
    const book = founded();
    const { count } = book.leaves;
    const bytes = Uint8Array.from(book.leaves.bytes);
    const spoilt = bytes.indexOf("authority".charCodeAt(0), 60);
    bytes[spoilt] = "b".charCodeAt(0);
    const fresh = book.sign(AGENT, petition(AGENT)).leaves;
    const check = new SignatureCheck(platform, count);
    expect(check.next(fresh).ok && check.end().ok).toBe(true);
    const wrong = founded().sign(AGENT, ruling(AGENT)).leaves;
    expect(new SignatureCheck(platform, count).next(wrong)).toMatchObject({ problem: { code: "signature.wrongRole" } });
  });
});

describe("a recorder's ledger", () => {
  const recorder = holder("recorder", "recorder");
  const second = holder("recorder", "recorder-2");
  const begun = (): Book => {
    const book = new Book("reported", recorder);
    return book.add(book.opening(recorder)).add(petition(AGENT)).add(ruling(JURY));
  };
  const change = (): Leaves =>
    batch(recorder, "key", [
      keyEntry(second, "rotated", {
        holder: "recorder",
        previous: formatVerifierKey(recorder.signer.key),
      }),
    ]);

  test("holds the acts of others without anybody's keys", () => {
    expect(begun().code()).toBe("");
    expect(begun().origin).toMatch(/^recorder\./);
  });

  test("changes its key only with the signature of the one that goes", () => {
    const book = begun().sign(recorder, change()).add(ruling(JURY));
    expect(book.code()).toBe("");
    const check = new SignatureCheck(platform);
    check.next(book.leaves);
    expect(check.keys().map(({ key, until }) => [key.name, until])).toEqual([
      ["recorder", 7],
      ["recorder-2", null],
    ]);
    expect(begun().add(change()).code()).toBe("signature.missing");
    expect(begun().add(change()).add(ruling(JURY)).code()).toBe("signature.missing");
    expect(begun().sign(second, change()).code()).toBe("signature.notValid");
  });
});

test("every kind but the signature may be signed by somebody, and a decision on sheets by the tribunal alone", () => {
  const roles: readonly KeyRole[] = [
    "electionAuthority",
    "tribunal",
    "certifier",
    "partyAgent",
    "observer",
    "chamber",
    "recorder",
  ];
  for (const kind of Object.keys(ENTRY_VERSIONS).filter((each) => each !== "signature"))
    expect(
      roles.filter((role) => maySign(role, kindOf(kind))),
      kind,
    ).not.toEqual([]);
  expect(roles.filter((role) => maySign(role, "ruling"))).toEqual(["tribunal"]);
  expect(roles.filter((role) => maySign(role, "certification"))).toEqual(["certifier"]);
});

function kindOf(kind: string): EntryKind {
  const known = Object.keys(ENTRY_VERSIONS).find((each): each is EntryKind => each === kind);
  if (known === undefined) throw new Error(kind);
  return known;
}

function rotation(): KeyEntry {
  return keyEntry(NEXT, "rotated", { holder: "jury", previous: formatVerifierKey(JURY.signer.key) });
}

function lastLeaves(leaves: Leaves, count: number): Leaves {
  const writer = new LeafWriter();
  eachLeaf(leaves, (start, end, at) => {
    if (at >= leaves.count - count) writer.leaf(leaves.bytes.subarray(start, end));
  });
  return writer.leaves();
}
