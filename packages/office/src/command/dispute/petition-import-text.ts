import type { CaseBook, CasePetition } from "acta/dispute";
import type { Election } from "acta/election";
import type { EnteredActs } from "../../act/index.js";
import type { docketActs, ReadDocket } from "../../docket/index.js";
import type { Language } from "../../language/index.js";
import { whenText } from "../desk/opened-cases.js";

/** What became of a docket. */
export interface ImportedDocket {
  readonly docket: ReadDocket;
  readonly acts: ReturnType<typeof docketActs>;
  /** It said that there are no petitions. */
  readonly none: boolean;
  readonly entered: readonly EnteredActs[];
  /** The book after it. */
  readonly book: CaseBook;
  readonly size: number;
  readonly election: Election;
}

/** A row that was recorded and about which the law has something to say. */
interface Remark {
  readonly line: number;
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The documented JSON shape `acta-petition-import/1`. */
export function docketDocument(imported: ImportedDocket): Readonly<Record<string, unknown>> {
  const { docket, acts, none, entered, size, book } = imported;
  return {
    schema: "acta-petition-import/1",
    petitions: acts.petitions.length,
    corrected: acts.corrected,
    unchanged: acts.unchanged,
    cases: acts.cases.length,
    hearings: acts.hearings.length,
    none,
    refused: docket.refused.map(({ line, problem }) => ({ line, code: problem.code, context: problem.context ?? {} })),
    remarks: remarksOf(imported).map(({ line, code, values }) => ({ line, code, ...values })),
    dropped: docket.dropped,
    unread: docket.unread,
    loaded: book.petitions,
    entered,
    size,
  };
}

/** What became of a docket, in words: what was entered, what was not, what the law sees, what was never stored. */
export function docketText(language: Language, file: string, imported: ImportedDocket): string {
  const { say } = language;
  const { docket, acts, none, size, election } = imported;
  const { dropped, unread, refused } = docket;
  const lines = none
    ? [say("petition.none", { file })]
    : [
        say("petition.read", { file, rows: docket.rows.length + refused.length }),
        say("petition.entered", {
          petitions: acts.petitions.length - acts.corrected,
          corrected: acts.corrected,
          unchanged: acts.unchanged,
          cases: acts.cases.length,
          hearings: acts.hearings.length,
        }),
      ];
  if (refused.length > 0) lines.push(say("petition.refused", { count: refused.length }));
  for (const { line, problem } of refused)
    lines.push(`  ${say("petition.line", { line })} ${say(problem.code, { ...problem.context })}`);
  const remarks = remarksOf(imported);
  if (remarks.length > 0) lines.push(say("petition.remarks", { count: new Set(remarks.map(({ line }) => line)).size }));
  for (const { line, code, values } of remarks)
    lines.push(
      `  ${say("petition.line", { line })} ${say(`petition.remark.${code}`, shown(language, election, values))}`,
    );
  for (const { name, values } of dropped) lines.push(say("petition.dropped", { name, values }));
  if (unread.length > 0) lines.push(say("petition.unread", { names: unread.join(", ") }));
  if (imported.book.cases.some(({ petitions }) => petitions.some(({ review }) => review === null)))
    lines.push(say("petition.noLaw"));
  lines.push(say("enter.size", { size }));
  return lines.join("\n");
}

function shown(language: Language, election: Election, values: Remark["values"]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const isTime = name === "filed" || name === "deadline";
    texts[name] = isTime ? whenText(language, value, election.timeZone) : value;
  }
  return texts;
}

function remarksOf({ docket, book }: ImportedDocket): readonly Remark[] {
  const petitions = new Map<string, CasePetition>();
  for (const { petitions: each } of book.cases)
    for (const petition of each) petitions.set(keyOf(petition.entry), petition);
  return docket.rows.flatMap(({ line, petition, otherZone }) => {
    const remarks: Remark[] = [];
    const filed = petition.at ?? "";
    if (otherZone !== "") remarks.push({ line, code: "otherZone", values: { written: otherZone, filed } });
    const found = petitions.get(keyOf(petition));
    for (const { requisite, state, effect } of found?.review?.requisites ?? []) {
      if (state !== "lacking") continue;
      const time = found?.review?.time;
      const late = { filed, deadline: time?.deadline ?? "", rule: time?.rule ?? "", article: time?.article ?? "" };
      const values = { effect: effect ?? "unsettled", role: petition.filer.role };
      remarks.push({ line, code: requisite, values: requisite === "time" ? { ...values, ...late } : values });
    }
    if (found?.review?.time.why === "onlyDay")
      remarks.push({ line, code: "onlyDay", values: { filed, deadline: found.review.time.deadline ?? "" } });
    return remarks;
  });
}

function keyOf({ petition, body }: { readonly petition: string; readonly body: string }): string {
  return JSON.stringify([body, petition]);
}
