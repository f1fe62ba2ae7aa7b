import { basename, resolve } from "node:path";
import { fail, parseCivilDate, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { disputeEn, disputeEs, lawDatesOf, lawInForce } from "acta/dispute";
import type { Law, LawRule } from "acta/dispute";
import { lawSetsIn } from "acta/record";
import { actEn, actEs, enterActs, recordedLaw } from "../../act/index.js";
import type { ActDraft, ActEntering, RecordedLaw } from "../../act/index.js";
import { importEn, importEs, loadLaw } from "../../import/index.js";
import type { LoadedLaw } from "../../import/index.js";
import { definitionIn, indexOf, replayFolder } from "../../store/index.js";
import { acting, told } from "../desk/acting.js";
import type { ActingFlags } from "../desk/acting.js";
import { printJson, tell, tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { lawText, ruleText } from "./law-text.js";
import { withElection } from "../desk/opened.js";

/** Flags of `acta law add`. */
export interface AddLawFlags extends ActingFlags {
  readonly election?: string;
}

/** Flags of `acta law show`. */
export interface ShowLawFlags {
  readonly data: string;
  readonly election?: string;
  /** Only the versions in force for an act on this day. */
  readonly on?: string;
  readonly json: boolean;
}

/** Adds the texts of the rooms that the law enters. */
export function learnLaw({ language }: Desk): void {
  language.learn({ es: disputeEs, en: disputeEn });
  language.learn({ es: actEs, en: actEn });
}

/** Runs `acta law add`: checks the file whole and enters it. */
export async function runAddLaw(desk: Desk, flags: AddLawFlags, file: string): Promise<void> {
  learnLaw(desk);
  desk.language.learn({ es: importEs, en: importEn });
  const loaded = loadLaw(resolve(desk.cwd, file));
  if (!loaded.ok) {
    tellAll(
      desk,
      loaded.problem.map((problem) => shownAs(problem, resolve(desk.cwd, file), file)),
    );
    return;
  }
  await acting(desk, flags, (entering) => enterLaw(desk, flags, file, loaded.value, entering));
}

/** Problems name the file as it was given. */
function shownAs(problem: Problem, path: string, file: string): Problem {
  return { ...problem, where: (problem.where ?? file).replace(path, file) };
}

async function enterLaw(
  desk: Desk,
  flags: AddLawFlags,
  file: string,
  { law, bytes, sha256 }: LoadedLaw,
  entering: ActEntering,
): Promise<Result<string>> {
  const { folder, signer } = entering;
  const covered = electionsCovered(law, flags, entering);
  if (!covered.ok) return fail({ ...covered.problem, where: file });
  const replayed = replayFolder(folder);
  if (!replayed.ok) return replayed;
  const held = lawSetsIn(replayed.value.state().acts).at(-1);
  if (held?.blob.sha256 === sha256) return fail({ code: "act.lawHeld", where: file, context: { index: held.index } });
  const actor = signer === null ? { role: "recorder", name: "recorder" } : { role: signer.role, name: signer.holder };
  const draft: ActDraft = {
    kind: "lawSet",
    election: flags.election ?? "-",
    contest: "",
    copy: "",
    actor,
    source: sha256,
    asOf: null,
    reason: law.id,
    entries: [{ sha256, bytes: bytes.length, name: basename(file), part: "" }],
  };
  const entered = await enterActs(entering, [draft], new Map([[sha256, bytes]]));
  if (!entered.ok) return entered;
  const [first] = entered.value;
  const entry = first?.first ?? 0;
  const { size } = folder.ledger;
  const low = law.rules.filter(({ confidence }) => confidence === "low").length;
  const document = {
    schema: "acta-law-add/1",
    id: law.id,
    sha256,
    entry,
    rules: law.rules.length,
    lowConfidence: low,
    elections: covered.value,
    size,
  };
  const { language } = desk;
  const text = [
    language.say("law.added", { name: language.pick(law.name), rules: law.rules.length, entry }),
    language.say("law.hash", { sha256 }),
    language.say("law.covers", { elections: covered.value.join(", ") }),
    ...(low === 0 ? [] : [language.say("law.low", { low })]),
  ].join("\n");
  return told(flags, document, text);
}

/** The elections of the folder whose law it is. @returns `dispute.noConvocation` when it is that of none. */
function electionsCovered(law: Law, flags: AddLawFlags, { folder }: ActEntering): Result<readonly string[]> {
  const index = indexOf(folder);
  if (!index.ok) return index;
  const covered: string[] = [];
  let problem: Problem | null = null;
  for (const each of index.value.elections) {
    if (flags.election !== undefined && each.id !== flags.election) continue;
    const definition = definitionIn(folder, each);
    if (!definition.ok) return definition;
    const dates = lawDatesOf(law, definition.value, definition.value.date);
    if (dates.ok) covered.push(each.id);
    else problem ??= dates.problem;
  }
  return covered.length === 0 && problem !== null ? fail(problem) : succeed(covered);
}

/** Runs `acta law show`: the rules of the law set in the record. */
export async function runShowLaw(desk: Desk, flags: ShowLawFlags, rule: string | undefined): Promise<void> {
  learnLaw(desk);
  const done = await withElection(desk, flags, (opened) => {
    const replayed = replayFolder(opened.folder, opened.index.size);
    if (!replayed.ok) return replayed;
    const recorded = recordedLaw(opened.folder, replayed.value.state().acts, opened.indexed.id);
    if (!recorded.ok) return recorded;
    if (recorded.value === null) return fail({ code: "law.none", context: { data: flags.data } });
    const definition = definitionIn(opened.folder, opened.indexed);
    if (!definition.ok) return definition;
    const rules = chosenRules(recorded.value, definition.value, flags.on, rule);
    if (!rules.ok) return rules;
    if (flags.json) printJson(desk, lawDocument(recorded.value, rules.value));
    else if (rule === undefined) desk.print(lawText(desk.language, recorded.value, rules.value));
    else desk.print(rules.value.map((each) => ruleText(desk.language, each)).join("\n\n"));
    return succeed(null);
  });
  if (!done.ok) tell(desk, done.problem);
}

function chosenRules(
  { law }: RecordedLaw,
  election: Parameters<typeof lawDatesOf>[1],
  on: string | undefined,
  id: string | undefined,
): Result<readonly LawRule[]> {
  let { rules } = law;
  if (on !== undefined) {
    const day = parseCivilDate(on);
    if (day === undefined) return fail({ code: "law.badDay", context: { day: on.slice(0, 40) } });
    const dates = lawDatesOf(law, election, day);
    if (!dates.ok) return dates;
    ({ rules } = lawInForce(law, dates.value));
  }
  if (id === undefined) return succeed(rules);
  const found = rules.filter((rule) => rule.id === id);
  const begin = found.length > 0 ? found : rules.filter((rule) => rule.id.startsWith(id));
  return begin.length > 0 ? succeed(begin) : fail({ code: "law.noRule", context: { rule: id.slice(0, 64) } });
}

function lawDocument({ law, set }: RecordedLaw, rules: readonly LawRule[]): Readonly<Record<string, unknown>> {
  return {
    schema: "acta-law-show/1",
    id: law.id,
    name: law.name,
    sha256: set.blob.sha256,
    entry: set.index,
    rules,
  };
}
