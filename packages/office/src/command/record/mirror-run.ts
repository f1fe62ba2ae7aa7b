import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { editionEn, editionEs } from "acta/edition";
import { ledgerEn, ledgerEs } from "acta/ledger";
import type { Language } from "../../language/index.js";
import { mirrorEn, mirrorEs, mirrorOrigin } from "../../mirror/index.js";
import type { MirrorAnswer } from "../../mirror/index.js";
import { configFolder, verifyEn, verifyEs } from "../../verify/index.js";
import { EXIT, printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { evidenceText } from "../desk/evidence-text.js";
import type { Origin } from "./published-origin.js";
import { provenanceText } from "../count/result-text.js";

/** What is asked of `acta import` of a published folder. */
export interface MirrorAsked {
  readonly data: string;
  readonly trust?: string;
  readonly json: boolean;
}

/** Adds the texts of the rooms through which a mirror is made. */
export function learnMirror(desk: Desk): void {
  desk.language.learn({ es: ledgerEs, en: ledgerEn });
  desk.language.learn({ es: editionEs, en: editionEn });
  desk.language.learn({ es: verifyEs, en: verifyEn });
  desk.language.learn({ es: mirrorEs, en: mirrorEn });
}

/** Makes a mirror of a published folder, or brings it to where its origin is, and tells what was done. */
export async function runMirror(desk: Desk, asked: MirrorAsked, origin: Origin): Promise<void> {
  learnMirror(desk);
  const answer = await lookAtOrigin(desk, asked, origin);
  if (!answer.ok) return tell(desk, answer.problem);
  if (asked.json) printJson(desk, mirrorDocument(origin.from, answer.value));
  else if (answer.value.kind === "refused") {
    desk.warn(desk.language.problem(answer.value.problem));
    desk.warn(evidenceText(desk.language, answer.value.evidence));
  } else desk.print(mirrorText(desk.language, answer.value, origin.from, asked.data));
  if (answer.value.kind === "refused") desk.exit(EXIT.problem);
}

/** One look at an origin. */
export async function lookAtOrigin(
  desk: Desk,
  { data, trust }: MirrorAsked,
  { files, from }: Origin,
): Promise<Result<MirrorAnswer>> {
  const config = configFolder(desk.environment);
  const answer = await mirrorOrigin({ files, from, data: resolve(desk.cwd, data), trust, config, now: desk.now() });
  // An address that is not published to may be that of a file: then it is said how files are imported.
  if (!answer.ok && answer.problem.code === "verify.notPublished")
    return fail({ code: "command.notPublished", where: files.where });
  return answer.ok ? succeed(answer.value) : answer;
}

/** The documented JSON shape `acta-mirror/1`. */
function mirrorDocument(from: string, answer: MirrorAnswer): Readonly<Record<string, unknown>> {
  const head = { schema: "acta-mirror/1", from };
  if (answer.kind === "refused") {
    const { code, context } = answer.problem;
    return { ...head, refused: true, problem: { code, ...context }, evidence: answer.evidence };
  }
  const { origin, provenance, before, size, state, trust, key, sourcesMissing, fetched } = answer;
  return {
    ...head,
    refused: false,
    provenance,
    origin,
    key,
    trust,
    before,
    size,
    editions: [...(state?.elections ?? [])].flatMap(([election, { editions }]) =>
      editions.map(({ id, number, asOf }) => ({ election, id, number, asOf })),
    ),
    sourcesMissing,
    fetched,
  };
}

/** What a look at the origin came to, in words. */
function mirrorText(
  language: Language,
  answer: Exclude<MirrorAnswer, { kind: "refused" }>,
  from: string,
  data: string,
): string {
  const { origin, before, size, key, trust, state, sourcesMissing, fetched, provenance } = answer;
  const mark = provenanceText(language, provenance);
  const editions = [...(state?.elections.values() ?? [])].reduce((sum, each) => sum + each.editions.length, 0);
  const lines = [
    ...(mark === "" ? [] : [mark]),
    language.say("mirror.recognised", { from, origin }),
    answer.kind === "same"
      ? language.say("mirror.same", { size })
      : language.say("mirror.taken", { before, added: size - before, size, editions }),
    language.say("mirror.fetched", { files: fetched.files, kilobytes: fetched.bytes / 1_000 }),
    ...(sourcesMissing > 0 ? [language.say("mirror.sourcesMissing", { count: sourcesMissing })] : []),
    language.say(`mirror.${trust}`, { key }),
  ];
  if (before === 0) lines.push(language.say("mirror.next", { from, data }));
  return lines.join("\n");
}
