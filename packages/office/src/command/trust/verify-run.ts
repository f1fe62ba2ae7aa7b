import { resolve } from "node:path";
import { hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { editionEn, editionEs } from "acta/edition";
import { formatVerifierKey, ledgerEn, ledgerEs } from "acta/ledger";
import {
  addressReader,
  configFolder,
  folderReader,
  verifyEn,
  verifyEs,
  verifyPublished,
  witnessPolicy,
} from "../../verify/index.js";
import type { VerifyAnswer } from "../../verify/index.js";
import type { Language } from "../../language/index.js";
import { EXIT, printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { isAddress } from "../desk/flags.js";
import { quorumFlag } from "../desk/quorum-flag.js";
import { provenanceText } from "../count/result-text.js";
import { momentText, witnessLines } from "./witness-text.js";

/** What is asked for, as given. */
export interface VerifyAsked {
  readonly what: string;
  readonly trust: string | undefined;
  readonly witness: readonly string[];
  readonly quorum: string | undefined;
  readonly json: boolean;
}

/** Verifies and prints the answer; the exit code is 1 when anything differs. */
export async function runVerify(desk: Desk, asked: VerifyAsked): Promise<Result<null>> {
  const { what, trust, json } = asked;
  desk.language.learn({ es: ledgerEs, en: ledgerEn });
  desk.language.learn({ es: editionEs, en: editionEn });
  desk.language.learn({ es: verifyEs, en: verifyEn });
  const quorum = quorumFlag(asked.quorum);
  if (!quorum.ok) return quorum;
  const policy = witnessPolicy(asked.witness, quorum.value);
  if (!policy.ok) return policy;
  const fetching = (done: number, all: number): void =>
    desk.progress(desk.language.say("verify.fetching", { done, all }));
  const reader = isAddress(what) ? await addressReader(what, fetching) : folderReader(resolve(desk.cwd, what));
  desk.progress("");
  if (!reader.ok) return reader;
  const config = configFolder(desk.environment);
  const answer = verifyPublished({ reader: reader.value, trust, policy: policy.value, config, now: desk.now() });
  if (!answer.ok) return answer;
  if (json) printJson(desk, verifyDocument(what, answer.value));
  else desk.print(verifyText(desk.language, answer.value));
  if (answer.value.differences.length > 0) desk.exit(EXIT.problem);
  return succeed(null);
}

/** The documented JSON shape `acta-verify/1`. */
function verifyDocument(what: string, answer: VerifyAnswer): Readonly<Record<string, unknown>> {
  const { checkpoint, key, known } = answer;
  return {
    schema: "acta-verify/1",
    folder: what,
    consistent: answer.differences.length === 0,
    trust: answer.trust,
    origin: checkpoint?.origin ?? null,
    key: key === null ? null : formatVerifierKey(key),
    size: checkpoint?.size ?? null,
    root: checkpoint === null ? null : hex(checkpoint.root),
    witnesses: answer.witnessedBy.map((each) => ({ name: each.key.name, time: momentText(each.time) })),
    mode: answer.mode,
    provenance: answer.provenance,
    remembered: known === null ? null : { size: known.checkpoint.size, seenAt: known.seenAt },
    editions: answer.editions,
    recomputed: answer.recomputed,
    onlyListed: answer.onlyListed,
    differences: answer.differences.map(({ code, where, context }) => ({ code, file: where ?? "", ...context })),
  };
}

const MOST_SHOWN = 20;

function verifyText(language: Language, answer: VerifyAnswer): string {
  const { differences } = answer;
  if (differences.length > 0)
    return [
      language.say("verify.differs", { count: differences.length }),
      ...differences.slice(0, MOST_SHOWN).map((problem) => `  ${language.problem(problem)}`),
      ...(differences.length > MOST_SHOWN
        ? [language.say("verify.more", { count: differences.length - MOST_SHOWN })]
        : []),
    ].join("\n");
  const { checkpoint, editions, recomputed, onlyListed } = answer;
  const mark = provenanceText(language, answer.provenance);
  return [
    ...(mark === "" ? [] : [mark]),
    language.say("verify.same", { size: checkpoint?.size ?? 0, editions: editions.length, recomputed }),
    ...(onlyListed > 0 ? [language.say("verify.onlyListed", { count: onlyListed })] : []),
    trustText(language, answer),
    ...witnessLines(language, answer.witnessedBy),
    rollbackText(language, answer),
    ...(answer.mode === "" ? [] : [language.say(`verify.${answer.mode}`)]),
  ].join("\n");
}

/** Who signed, and how that is known. */
function trustText(language: Language, { trust, checkpoint, key, known }: VerifyAnswer): string {
  const values = { origin: checkpoint?.origin ?? "", key: key === null ? "" : formatVerifierKey(key) };
  if (trust === "pinned") return language.say("verify.pinned", { ...values, since: known?.seenAt.slice(0, 10) ?? "" });
  return language.say(trust === "given" ? "verify.given" : "verify.unknownSigner", values);
}

/** Whether a rollback could have been seen: only against what was remembered. */
function rollbackText(language: Language, { known, remembered }: VerifyAnswer): string {
  if (known !== null)
    return language.say("verify.nothingTakenBack", { size: known.checkpoint.size, day: known.seenAt.slice(0, 10) });
  return language.say(remembered ? "verify.rollbackFromNow" : "verify.rollbackNever");
}
