import { resolve } from "node:path";
import { buildCommand, buildRouteMap } from "@stricli/core";
import type { Result } from "acta/basics";
import { formatVerifierKey, ledgerEn, ledgerEs } from "acta/ledger";
import { makeNamedKey, publicHalfPath, readNamedKey } from "../../keys/index.js";
import type { NamedKey } from "../../keys/index.js";
import type { Language } from "../../language/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { asText, switchFlag } from "../desk/flags.js";
import { addKeyCommand, listKeysCommand, revokeKeyCommand, rotateKeyCommand } from "./keys-ledger.js";

/** `acta keys`: key files and what others verify with. */
export function keysRoutes(language: Language) {
  return buildRouteMap({
    routes: {
      make: makeCommand(language),
      show: showCommand(language),
      list: listKeysCommand(language),
      add: addKeyCommand(language),
      rotate: rotateKeyCommand(language),
      revoke: revokeKeyCommand(language),
    },
    docs: { brief: language.say("keys.brief") },
  });
}

function keyFile(language: Language) {
  return {
    kind: "tuple",
    parameters: [{ brief: language.say("argument.keyFile"), parse: String, placeholder: "FILE" }],
  } as const;
}

function makeCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("keys.makeBrief"), fullDescription: language.say("keys.makeFull") },
    parameters: {
      flags: {
        name: { kind: "parsed", parse: asText, brief: language.say("flag.keyName"), placeholder: "NAME" },
        json: switchFlag(language, "json"),
      },
      positional: keyFile(language),
    },
    func(this: Desk, flags: { readonly name: string; readonly json: boolean }, file: string) {
      learn(this);
      show(this, makeNamedKey(resolve(this.cwd, file), flags.name), file, flags.json, "keys.made");
    },
  });
}

function showCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("keys.showBrief") },
    parameters: { flags: { json: switchFlag(language, "json") }, positional: keyFile(language) },
    func(this: Desk, flags: { readonly json: boolean }, file: string) {
      learn(this);
      show(this, readNamedKey(resolve(this.cwd, file)), file, flags.json, "keys.shown");
    },
  });
}

function learn(desk: Desk): void {
  desk.language.learn({ es: ledgerEs, en: ledgerEn });
}

/** The documented JSON shape `acta-key/1`, or the same in words. Nothing secret is in either. */
function show(desk: Desk, key: Result<NamedKey>, file: string, json: boolean, text: string): void {
  if (!key.ok) return tell(desk, key.problem);
  const verifier = formatVerifierKey(key.value.verifier);
  const witness = formatVerifierKey(key.value.witness);
  const shown = publicHalfPath(file);
  if (json) printJson(desk, { schema: "acta-key/1", file, public: shown, name: key.value.name, verifier, witness });
  else desk.print(desk.language.say(text, { file, shown, verifier, witness }));
}
