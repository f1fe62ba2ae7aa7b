import { resolve } from "node:path";
import { fail } from "acta/basics";
import type { Result } from "acta/basics";
import { formatVerifierKey } from "acta/ledger";
import type { KeyRole } from "acta/record";
import type { RegisteredKey } from "acta/signature";
import { addKey, enterActs, revokeKey, rotateKey, rotateRecorder } from "../../act/index.js";
import type { ActEntering, KeyChangeDraft } from "../../act/index.js";
import { drawTable, momentOf } from "../../language/index.js";
import { keysOf, openFolder } from "../../store/index.js";
import { acting, told } from "../desk/acting.js";
import type { ActingFlags } from "../desk/acting.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { enteredText } from "./enter-run.js";
import { freshen } from "../desk/fresh-copy.js";

/** Flags of the commands on the keys of a ledger. */
export type KeysFlags = ActingFlags;

/** Flags of `acta keys list`. */
export type ListKeysFlags = Pick<ActingFlags, "data" | "json">;

/** Flags of `acta keys add`. */
export interface AddKeyFlags extends ActingFlags {
  readonly role: string;
  readonly holder: string;
  readonly validUntil?: string;
}

/** Flags of `acta keys rotate`. */
export interface RotateFlags extends ActingFlags {
  readonly to?: string;
}

const ROLES: readonly KeyRole[] = [
  "electionAuthority",
  "tribunal",
  "certifier",
  "partyAgent",
  "observer",
  "chamber",
  "recorder",
];

/** Runs `acta keys list`. */
export async function runListKeys(desk: Desk, flags: ListKeysFlags): Promise<void> {
  const path = resolve(desk.cwd, flags.data);
  const fresh = await freshen(desk, path);
  if (!fresh.ok) return tell(desk, fresh.problem);
  const folder = openFolder(path);
  if (!folder.ok) return tell(desk, folder.problem);
  const register = keysOf(folder.value);
  folder.value.close();
  if (!register.ok) return tell(desk, register.problem);
  const { ledger, keys } = register.value;
  if (flags.json) {
    const list = keys.map(({ key, ...more }) => ({ key: formatVerifierKey(key), ...more }));
    return printJson(desk, {
      schema: "acta-keys/1",
      origin: ledger?.origin ?? "",
      mode: ledger?.mode ?? "",
      keys: list,
    });
  }
  desk.print(desk.language.say("keys.of", { origin: ledger?.origin ?? "", mode: ledger?.mode ?? "reported" }));
  desk.print(keys.length === 0 ? desk.language.say("keys.none") : keyTable(desk, keys));
}

function keyTable({ language }: Desk, keys: readonly RegisteredKey[]): string {
  const columns = ["keyRole", "keyHolder", "keyName", "keySince", "keyUntil"].map((name) => ({
    title: language.say(`column.${name}`),
    align: "left" as const,
  }));
  const rows = keys.map(({ key, role, holder, since, until, validUntil }) => [
    language.say(`role.${role}`),
    holder,
    `${key.name}+${key.id}`,
    since < 0 ? "" : language.number(since),
    until === null ? (validUntil ?? "") : language.say("keys.goneAt", { index: until }),
  ]);
  return drawTable(columns, rows);
}

/** Runs `acta keys add`. */
export function runAddKey(desk: Desk, flags: AddKeyFlags, line: string): Promise<void> {
  return changing(desk, flags, ({ signer }) => {
    const role = ROLES.find((each) => each === flags.role);
    if (role === undefined)
      return fail({ code: "act.badRole", where: flags.role, context: { known: ROLES.join(", ") } });
    if (signer === null) return fail({ code: "act.notOfRecordKeys", where: flags.data });
    const until = flags.validUntil === undefined ? null : momentOf(flags.validUntil, "UTC");
    if (until === undefined) return fail({ code: "act.badMoment", context: { text: flags.validUntil ?? "" } });
    return addKey(signer, line, role, flags.holder, until);
  });
}

/** Runs `acta keys revoke`. */
export function runRevokeKey(desk: Desk, flags: KeysFlags, text: string): Promise<void> {
  return changing(desk, flags, ({ folder, signer }) =>
    signer === null ? fail({ code: "act.notOfRecordKeys", where: flags.data }) : revokeKey(folder, signer, text),
  );
}

/** Runs `acta keys rotate`: of the key that signs, or of the one that signs the checkpoints. */
export function runRotateKey(desk: Desk, flags: RotateFlags): Promise<void> {
  const { to } = flags;
  if (to === undefined) return rotatingRecorder(desk, flags);
  return changing(desk, flags, ({ signer }) =>
    signer === null
      ? fail({ code: "act.notOfRecordKeys", where: flags.data })
      : rotateKey(signer, resolve(desk.cwd, to)),
  );
}

function rotatingRecorder(desk: Desk, flags: RotateFlags): Promise<void> {
  return changing(desk, flags, ({ folder }) => rotateRecorder(folder), true);
}

function changing(
  desk: Desk,
  flags: ActingFlags,
  draft: (entering: ActEntering) => Result<KeyChangeDraft>,
  ownKey = false,
): Promise<void> {
  const change = async (entering: ActEntering): Promise<Result<string>> => {
    const drafted = draft(entering);
    if (!drafted.ok) return drafted;
    const entered = await enterActs({ ...entering, signer: drafted.value.signer }, [drafted.value.draft]);
    if (!entered.ok) return entered;
    const { size } = entering.folder.ledger;
    return told(flags, { schema: "acta-enter/1", acts: entered.value, size }, enteredText(desk, entered.value, size));
  };
  return acting(desk, flags, change, ownKey);
}
