import { resolve } from "node:path";
import { hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { editionEn, editionEs } from "acta/edition";
import { ledgerEn, ledgerEs } from "acta/ledger";
import { readNamedKey, witnessSigner } from "../../keys/index.js";
import { publishedFiles, verifyEn, verifyEs } from "../../verify/index.js";
import { witnessEn, witnessEs, witnessLedger } from "../../witness/index.js";
import type { WitnessAnswer } from "../../witness/index.js";
import { EXIT, printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { evidenceText } from "../desk/evidence-text.js";
import { isAddress } from "../desk/flags.js";

/** Flags of `acta witness`. */
export interface WitnessFlags {
  readonly key: string;
  readonly trust?: string;
  readonly json: boolean;
}

/** Cosigns, and prints the line alone: what is said about it goes to the other stream, so that the line can be kept in a file. */
export async function runWitness(desk: Desk, flags: WitnessFlags, what: string): Promise<Result<null>> {
  desk.language.learn({ es: ledgerEs, en: ledgerEn });
  desk.language.learn({ es: editionEs, en: editionEn });
  desk.language.learn({ es: verifyEs, en: verifyEn });
  desk.language.learn({ es: witnessEs, en: witnessEn });
  const keyPath = resolve(desk.cwd, flags.key);
  const key = readNamedKey(keyPath);
  if (!key.ok) return key;
  const files = publishedFiles(what, isAddress(what) ? null : resolve(desk.cwd, what));
  const signer = witnessSigner(key.value);
  const answer = await witnessLedger({ files, keyPath, signer, trust: flags.trust, now: desk.now() });
  if (!answer.ok) return answer;
  if (flags.json) printJson(desk, witnessDocument(what, key.value.name, answer.value));
  else show(desk, answer.value);
  if (answer.value.kind === "refused") desk.exit(EXIT.problem);
  return succeed(null);
}

function show(desk: Desk, answer: WitnessAnswer): void {
  if (answer.kind === "refused") {
    desk.warn(desk.language.problem(answer.problem));
    desk.warn(evidenceText(desk.language, answer.evidence));
    return;
  }
  const { checkpoint, before, trust, line } = answer;
  const { origin, size } = checkpoint;
  desk.print(line.trimEnd());
  if (before !== null) desk.warn(desk.language.say("witness.extends", { origin, size, before }));
  else desk.warn(desk.language.say(trust === "given" ? "witness.first" : "witness.firstPinned", { origin, size }));
}

/** The documented JSON shape `acta-witness/1`. */
function witnessDocument(what: string, name: string, answer: WitnessAnswer): Readonly<Record<string, unknown>> {
  const head = { schema: "acta-witness/1", folder: what, witness: name };
  if (answer.kind === "refused") {
    const { code, context } = answer.problem;
    return { ...head, cosigned: false, problem: { code, ...context }, evidence: answer.evidence };
  }
  const { checkpoint, before, trust, line } = answer;
  const { origin, size, root } = checkpoint;
  return { ...head, cosigned: true, origin, size, root: hex(root), before, trust, line };
}
