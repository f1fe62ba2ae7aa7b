import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import { asText, optionalText, switchFlag, textFlag } from "../desk/flags.js";
import type { AddKeyFlags, KeysFlags, ListKeysFlags, RotateFlags } from "./keys-ledger-run.js";

function flagsOf(language: Language) {
  return {
    sign: optionalText(language, "sign", "KEY"),
    data: textFlag(language, "data", "DIR", "acta-data"),
    json: switchFlag(language, "json"),
  } as const;
}

/** `acta keys list`: who may sign in a ledger. */
export function listKeysCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("keys.listBrief") },
    parameters: {
      flags: { data: textFlag(language, "data", "DIR", "acta-data"), json: switchFlag(language, "json") },
    },
    async func(this: Desk, flags: ListKeysFlags) {
      const { runListKeys } = await import("./keys-ledger-run.js");
      await runListKeys(this, flags);
    },
  });
}

/** `acta keys add`: the authority gives a body, party or mission the right to sign. */
export function addKeyCommand(language: Language) {
  const required = (name: string, placeholder: string) =>
    ({ kind: "parsed", parse: asText, brief: language.say(`flag.${name}`), placeholder }) as const;
  return buildCommand({
    docs: { brief: language.say("keys.addBrief"), fullDescription: language.say("keys.addFull") },
    parameters: {
      flags: {
        role: required("keyRole", "ROLE"),
        holder: required("keyHolder", "NAME"),
        validUntil: optionalText(language, "validUntil", "TIME"),
        ...flagsOf(language),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.keyLine"), parse: String, placeholder: "KEY" }],
      },
    },
    async func(this: Desk, flags: AddKeyFlags, line: string) {
      const { runAddKey } = await import("./keys-ledger-run.js");
      await runAddKey(this, flags, line);
    },
  });
}

/** `acta keys revoke`: a key signs no more. */
export function revokeKeyCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("keys.revokeBrief") },
    parameters: {
      flags: flagsOf(language),
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.keyName"), parse: String, placeholder: "KEY" }],
      },
    },
    async func(this: Desk, flags: KeysFlags, text: string) {
      const { runRevokeKey } = await import("./keys-ledger-run.js");
      await runRevokeKey(this, flags, text);
    },
  });
}

/** `acta keys rotate`: a new key takes the place of an old one. */
export function rotateKeyCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("keys.rotateBrief"), fullDescription: language.say("keys.rotateFull") },
    parameters: { flags: { to: optionalText(language, "rotateTo", "KEY"), ...flagsOf(language) } },
    async func(this: Desk, flags: RotateFlags) {
      const { runRotateKey } = await import("./keys-ledger-run.js");
      await runRotateKey(this, flags);
    },
  });
}
