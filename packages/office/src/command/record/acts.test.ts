import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseInstant } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { formatVerifierKey, makeVerifierKey } from "acta/ledger";
import { LeafWriter, joinLeaves, leafOf } from "acta/record";
import type { BatchHeader, RulingEntry } from "acta/record";
import { signRange } from "acta/signature";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { sampleCsv, sampleDefinition } from "../../import/sample-import.js";
import { readNamedKey, sha256 } from "../../keys/index.js";
import { openFolderToWrite } from "../../store/index.js";

const IMPORT = ["import", "election.yaml", "--source", "sheets.csv", "--as-of", "2026-02-01T20:00Z"];

function newElection(): string {
  const work = newFolder();
  writeFileSync(join(work, "election.yaml"), sampleDefinition());
  writeFileSync(join(work, "sheets.csv"), sampleCsv(10));
  return work;
}

function writeActs(work: string, ...batches: readonly unknown[]): string {
  writeFileSync(join(work, "acts.json"), JSON.stringify(batches));
  return "acts.json";
}

const JURY = { role: "tribunal", name: "Jury 1" };
const ruling = (more: Record<string, unknown> = {}) => ({
  kind: "ruling",
  contest: "president",
  actor: JURY,
  reason: "decided in public hearing",
  entries: [
    {
      ruling: "R-1",
      case: "C-1",
      body: "jury-1",
      instance: 1,
      outcome: "corrected",
      at: "2026-02-03 15:00",
      effects: [{ station: "000004", figures: { a: 0, null: 4 } }],
      ...more,
    },
  ],
});

/** What a ruling behind the door says of itself. */
const BEHIND: Omit<BatchHeader, "signer" | "recordedAt"> = {
  kind: "ruling",
  version: 1,
  count: 1,
  actor: { role: "certifier", name: "Court" },
  basis: "firstHand",
  source: "",
  asOf: null,
  reason: "",
  election: "",
  definition: "",
  scope: "",
  copy: "",
};

const RULING: RulingEntry = {
  at: null,
  replaces: null,
  ruling: "R-1",
  case: "",
  body: "court",
  instance: 1,
  outcome: "keptAsFiled",
  word: "",
  law: [],
  effects: [],
  votersImputed: {},
  proposal: "none",
  departure: "",
  dissent: 0,
  documents: [],
};

function momentOf(text: string): Result<Instant> {
  const moment = parseInstant(text);
  return moment === undefined ? { ok: false, problem: { code: text } } : { ok: true, value: moment };
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const votesOf = (result: { options: readonly { votes: number }[] }): readonly number[] =>
  result.options.map(({ votes }) => votes);

describe("acts in a recorder's ledger", () => {
  let work = "";
  beforeAll(async () => {
    work = newElection();
    await actaJson(work, ...IMPORT);
  });
  afterAll(() => dropFolder(work));

  test("a ruling is entered, changes its sheet as written, and comes into results with the next edition", async () => {
    const before = votesOf(await actaJson(work, "results"));
    const entered = await actaJson(work, "enter", writeActs(work, ruling()));
    expect(entered).toMatchObject({ schema: "acta-enter/1", acts: [{ kind: "ruling", count: 1, signer: "" }] });
    expect(votesOf(await actaJson(work, "results"))).toEqual(before);
    const sealed = await actaJson(work, "seal", "--as-of", "2026-02-03T20:00Z");
    expect(sealed.edition).toMatchObject({ number: 2, asOf: "2026-02-03T20:00:00Z", sources: [] });
    expect(votesOf(await actaJson(work, "results"))).toEqual([(before[0] ?? 0) - 3, before[1]]);
    const { versions } = await actaJson(work, "history", "4");
    expect(versions).toMatchObject([
      { kind: "sheet", cells: { a: 3 } },
      {
        kind: "ruling",
        actor: JURY,
        basis: "reported",
        reason: "decided in public hearing",
        entry: entered.acts[0].first,
        cells: { a: 0, null: 4 },
      },
    ]);
    const said = await acta(work, "history", "000004");
    expect(said.out).toMatch(/By a ruling/);
    expect(await acta(work, "seal", "--as-of", "now")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/nothing has changed since the edition/),
    });
  });

  test("an erratum corrects a sheet; the wrong entry stays in its history", async () => {
    const { versions } = await actaJson(work, "history", "000002");
    const wrong = String(versions[0].entry);
    const given = ["--text", "keyed 1 for 11", "--station", "000002", "--contest", "president", "--figures", "a=11"];
    const entered = await acta(work, "erratum", wrong, ...given);
    expect(entered).toMatchObject({ code: 0, err: "" });
    expect(entered.out).toMatch(/erratum: entry \d+/);
    expect(entered.out).toMatch(/acta seal --data acta-data/);
    const after = (await actaJson(work, "history", "000002")).versions;
    expect(after).toMatchObject([{ cells: { a: 1 } }, { kind: "erratum", reason: "keyed 1 for 11", cells: { a: 11 } }]);
    expect((await acta(work, "history", "000002", "--lang", "es")).out).toMatch(/fe de erratas/i);
    await actaJson(work, "seal", "--as-of", "2026-02-04T20:00Z");
    expect((await actaJson(work, "station", "2")).cells).toMatchObject({ a: 11 });
    // A text alone corrects an entry that is no sheet.
    expect(await acta(work, "erratum", "2", "--text", "the name was misspelt")).toMatchObject({ code: 0 });
  });

  test("times are read in the election's zone, and a day stays a day", async () => {
    const petition = (at: unknown) => ({
      kind: "petition",
      contest: "president",
      actor: { role: "partyAgent", name: "a" },
      entries: [{ petition: "P-1", asks: "stationAnnulment", filer: { role: "legalAgent", party: "a" }, at }],
    });
    const file = writeActs(work, petition("2026-02-03"), petition("2026-02-03 19:37"));
    await actaJson(work, "enter", file);
    const log = readFileSync(join(work, "acta-data", "ledger", "entries.log"), "utf8");
    expect(log).toContain('"at":"2026-02-03","body"');
    expect(log).toContain('"at":"2026-02-03T19:37:00Z","body"');
  });

  test("publishes and verifies with what was entered", async () => {
    await actaJson(work, "publish", "site");
    expect(await actaJson(work, "verify", "site")).toMatchObject({ mode: "reported" });
  });

  test("its own key is replaced, and the old checkpoints' key signs the change", async () => {
    const key = readFileSync(join(work, "acta-data", "keys", "recorder.key"), "utf8");
    expect(await acta(work, "keys", "rotate")).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(join(work, "acta-data", "keys", "recorder.key"), "utf8")).not.toBe(key);
    expect(existsSync(join(work, "acta-data", "keys", "recorder.next.key"))).toBe(false);
    const { keys, mode } = await actaJson(work, "keys", "list");
    expect(mode).toBe("reported");
    expect(keys).toMatchObject([{ role: "recorder" }, { role: "recorder", until: null }]);
    // The ledger goes on with the new one.
    await actaJson(work, "enter", writeActs(work, { ...ruling({ effects: [] }), contest: "" }));
    expect(await actaJson(work, "doctor")).toMatchObject({ sound: true });
    const trust = (await actaJson(work, "publish", "before")).key;
    expect(await acta(work, "verify", "before", "--trust", trust)).toMatchObject({ code: 0 });
  });

  test("whoever trusts the key of before is led to the new one, and nobody to a strange one", async () => {
    const old = readFileSync(join(work, "acta-data", "keys", "recorder.pub"), "utf8").split("\n")[0] ?? "";
    expect(await acta(work, "keys", "rotate")).toMatchObject({ code: 0, err: "" });
    const { key } = await actaJson(work, "publish", "site");
    expect(key).not.toBe(old);
    for (const trust of [old, key])
      expect(await acta(work, "verify", "site", "--trust", trust)).toMatchObject({ code: 0, err: "" });
    const strange = makeVerifierKey(sha256, "ed25519", key.split("+")[0] ?? "", new Uint8Array(32).fill(9));
    if (!strange.ok) throw new Error(strange.problem.code);
    const ran = await acta(work, "verify", "site", "--trust", formatVerifierKey(strange.value));
    expect(ran).toMatchObject({ code: 1, out: expect.stringMatching(/no change of keys in the ledger leads/) });
  });

  test("a document that is wrong changes nothing and says where", async () => {
    const size = async (): Promise<number> => (await actaJson(work, "doctor")).size;
    const before = await size();
    const cases: readonly (readonly [unknown, RegExp])[] = [
      [ruling({ outcome: "forgiven" }), /no ruling; look at outcome/],
      [ruling({ effects: [{ station: "999999", figures: {} }] }), /station 999999 is not on the roll/],
      [ruling({ effects: [{ station: "000004", figures: { c: 1 } }] }), /no cell c; it has a, b, blank, null/],
      [ruling({ at: "yesterday" }), /acts\.json: at in batch 1 is not a time/],
      [{ ...ruling(), kind: "decree" }, /kind decree, which is none that is entered by hand/],
      [{ ...ruling(), kind: "key" }, /kind key, which is none that is entered by hand/],
      [{ ...ruling(), actor: "the jury" }, /does not say who acted/],
      [{ ...ruling(), entries: [] }, /there is no entry in it/],
      [{ ...ruling(), election: "other" }, /for which election it is: sample/],
      [{ ...ruling(), contest: "senate" }, /no contest senate/],
      [[1], /batch 1 is not of the form/],
    ];
    for (const [batch, message] of cases) {
      const ran = await acta(work, "enter", writeActs(work, ...(Array.isArray(batch) ? batch : [batch])));
      expect(ran).toMatchObject({ code: 1, out: "", err: expect.stringMatching(message) });
      expect(ran.err.trim().split("\n")).toHaveLength(1);
    }
    writeFileSync(join(work, "acts.json"), "{");
    expect(await acta(work, "enter", "acts.json")).toMatchObject({ code: 1, err: /not a JSON document/ });
    const nowhere = await acta(work, "enter", "acts.json", "--data", "nowhere");
    expect(nowhere).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^nowhere: no acta data here/),
    });
    expect(existsSync(join(work, "nowhere"))).toBe(false);
    expect(await acta(work, "enter", "missing.json")).toMatchObject({ code: 1, err: expect.stringMatching(/missing/) });
    expect(await acta(work, "erratum", "999999", "--text", "x")).toMatchObject({ code: 1 });
    expect(await size()).toBe(before);
  });
});

describe("a ledger of record", () => {
  let work = "";
  const keys = new Map<string, string>();
  const enter = (who: string, ...batches: readonly unknown[]) =>
    acta(work, "enter", writeActs(work, ...batches), "--sign", `${who}.key`);
  beforeAll(async () => {
    work = newElection();
    for (const name of ["authority", "jury", "agent", "certifier"])
      keys.set(name, (await actaJson(work, "keys", "make", `${name}.key`, "--name", name)).verifier);
    const founded = await acta(work, ...IMPORT, "--of-record", "--sign", "authority.key");
    expect(founded).toMatchObject({ code: 0, err: "" });
    const add = async (name: string, role: string, holder: string) =>
      actaJson(
        work,
        "keys",
        "add",
        keys.get(name) ?? "",
        "--role",
        role,
        "--holder",
        holder,
        "--sign",
        "authority.key",
      );
    await add("jury", "tribunal", "Jury 1");
    await add("agent", "partyAgent", "a");
    await add("certifier", "certifier", "Court");
  });
  afterAll(() => dropFolder(work));

  test("is named after the authority's key, and everything that is published from it says so", async () => {
    const { origin, mode, keys: list } = await actaJson(work, "keys", "list");
    expect(origin).toMatch(/^record\.[0-9a-f]{12}\/sample$/);
    expect(mode).toBe("ofRecord");
    expect(list.map(({ role }: { role: string }) => role)).toEqual([
      "electionAuthority",
      "recorder",
      "tribunal",
      "partyAgent",
      "certifier",
    ]);
    expect((await acta(work, "keys", "list", "--lang", "es")).out).toMatch(/Libro oficial/);
    await actaJson(work, "publish", "site");
    expect(await actaJson(work, "verify", "site")).toMatchObject({ mode: "ofRecord" });
  });

  test("takes a ruling from the jury's key and refuses it from any other, and unsigned", async () => {
    expect(await enter("agent", ruling())).toMatchObject({
      code: 1,
      err: expect.stringMatching(/signed with a key of that role/),
    });
    expect(await enter("authority", ruling())).toMatchObject({ code: 1 });
    const unsigned = await acta(work, "enter", writeActs(work, ruling()));
    expect(unsigned).toMatchObject({ code: 1, err: expect.stringMatching(/a ledger of record/) });
    const done = await enter("jury", ruling());
    expect(done).toMatchObject({ code: 0, err: "" });
    expect(done.out).toMatch(/signed by jury\+[0-9a-f]{8}/);
    const both = { ...ruling(), entries: [...ruling({ effects: [] }).entries, ...ruling({ effects: [] }).entries] };
    expect(await enter("jury", both)).toMatchObject({ code: 1, err: expect.stringMatching(/is signed alone/) });
  });

  test("an import is signed by the authority, or refused", async () => {
    writeFileSync(join(work, "later.csv"), sampleCsv(10, 2));
    const later = ["import", "election.yaml", "--source", "later.csv", "--as-of", "2026-02-05T20:00Z"];
    expect(await acta(work, ...later)).toMatchObject({ code: 1, err: expect.stringMatching(/ledger of record/) });
    expect(await acta(work, ...later, "--sign", "jury.key")).toMatchObject({ code: 1 });
    expect(await acta(work, ...later, "--sign", "authority.key")).toMatchObject({ code: 0, err: "" });
  });

  test("a certification is the certifier's, and an edition the authority's", async () => {
    const certification = {
      kind: "certification",
      contest: "president",
      actor: { role: "certifier", name: "Court" },
      entries: [{ resolution: "R-9", body: "court", figures: { "votes.a": 65 }, elected: ["b"], at: "2026-02-09" }],
    };
    expect(await enter("jury", certification)).toMatchObject({ code: 1 });
    expect(await enter("certifier", certification)).toMatchObject({ code: 0, err: "" });
  });

  test("a key that is replaced or revoked signs no more", async () => {
    await actaJson(work, "keys", "make", "jury-2.key", "--name", "jury-2");
    expect(await acta(work, "keys", "rotate", "--to", "jury-2.key", "--sign", "jury.key")).toMatchObject({ code: 0 });
    expect(await enter("jury", ruling({ effects: [] }))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/revoked or replaced/),
    });
    expect(await enter("jury-2", ruling({ effects: [] }))).toMatchObject({ code: 0, err: "" });
    expect(await acta(work, "keys", "revoke", "a", "--sign", "jury-2.key")).toMatchObject({ code: 1 });
    expect(await acta(work, "keys", "revoke", "a", "--sign", "authority.key")).toMatchObject({ code: 0, err: "" });
    const petition = {
      kind: "petition",
      actor: { role: "partyAgent", name: "a" },
      contest: "president",
      entries: [{}],
    };
    expect(await enter("agent", petition)).toMatchObject({ code: 1, err: expect.stringMatching(/revoked/) });
  });

  test("its own key is replaced too, and what was published verifies", async () => {
    expect(await acta(work, "keys", "rotate")).toMatchObject({ code: 0, err: "" });
    expect(await actaJson(work, "doctor")).toMatchObject({ sound: true });
    await actaJson(work, "publish", "site");
    expect(await acta(work, "verify", "site")).toMatchObject({ err: "" });
  });

  test("what came in behind the door is refused by every verifier", async () => {
    const data = join(work, "behind");
    cpSync(join(work, "acta-data"), data, { recursive: true });
    const open = () => valueOf(openFolderToWrite(data));
    const folder = open();
    const agent = valueOf(readNamedKey(join(work, "certifier.key")));
    const leaves = new LeafWriter();
    const recordedAt = valueOf(momentOf("2026-02-01T21:00Z"));
    leaves.leaf(leafOf({ ...BEHIND, recordedAt, signer: `${agent.name}+${agent.verifier.id}` }));
    leaves.leaf(leafOf(RULING));
    const signer = {
      signer: { key: agent.verifier, sign: agent.private.sign },
      role: "certifier",
      holder: "Court",
    } as const;
    const place = { origin: (await actaJson(work, "keys", "list")).origin, first: folder.ledger.size };
    const signature = valueOf(signRange(sha256, leaves.leaves(), signer, place));
    valueOf(folder.ledger.append(folder.ledger.size, joinLeaves([leaves.leaves(), signature])));
    folder.close();
    open().close();
    expect(await acta(work, "doctor", "--data", "behind")).toMatchObject({
      code: 1,
      out: expect.stringMatching(/a ruling by Court \(certifier\) has to be signed with a key of that role/),
    });
    await actaJson(work, "publish", "bad", "--data", "behind");
    const ran = await acta(work, "verify", "bad");
    expect(ran).toMatchObject({ code: 1, out: expect.stringMatching(/a ruling by Court \(certifier\)/) });
  });

  test("a recorder's ledger asks for no key and takes none", async () => {
    const other = newElection();
    await actaJson(work, "keys", "make", join(other, "k.key"), "--name", "k");
    expect(await acta(other, ...IMPORT, "--sign", "k.key")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/recorder's ledger/),
    });
    expect(await acta(other, ...IMPORT, "--of-record")).toMatchObject({ code: 1 });
    expect(await acta(other, ...IMPORT)).toMatchObject({ code: 0 });
    dropFolder(other);
  });
});
