import { utf8 } from "acta/basics";
import { textsOf } from "./language-texts.js";
import { PAGE_KINDS } from "./page-kinds.js";
import { FINDING_WORDS, pageWordsPath } from "./page-words.js";
import { LANGUAGES } from "./wording.js";
import type { Texts } from "./wording.js";

/** Groups of texts (what stands before the dot in their keys) that every page says: its frame, problems of reading, terms, what was corrected. */
const FRAME = "correction foot frame menu meaning site term";

/** Groups that a kind of page says besides. Whoever adds one adds a line here; a test finds what is missing. */
const SAYS: Readonly<Record<string, string>> = {
  front:
    "area areas change cite compare count embed expected facts front lead level live map margin materiality open options others policy projecting search steps timeline",
  area: "area areas cell cite count embed facts front lead level live map mark open options place policy search state steps",
  timeline: "change chart count lead moved open period projected projecting timeline timelineColumn",
  projecting: "expected projecting projectingNot projectingText projectingTitle",
  charts:
    "area changes chart charts count facts lead leads leadsColumn level open period rounds roundsColumn share timeline timelineColumn turnout turnoutColumn",
  station:
    "area cell count front lead legalAct legalState legalText level live mark open state station stationCause stationEffect stationHow stationKind",
  search: "area level search",
  disputes:
    "area caseState count deadline deadlineState disputes disputesBasis filedTime front lead legalAct legalState legalText level live materiality open rulingOutcome scenarioSet stationCause stationEffect stationHow step stepState",
  compare: "area compare count lead level open",
  claims: "claims verdict",
  offices: "chart officeCase officeFinding officeSpan officeWhen offices officesColumn",
  corrections: "cell count lead mark open place search",
  embed: "area count embed front lead level live open options",
  map: "area count lead level map open search",
  check: "check front live",
  [FINDING_WORDS]: "finding",
};

/** Of all texts those that a kind of page says. */
function textsFor(kind: string, texts: Texts): Texts {
  const frame = kind === FINDING_WORDS ? [] : FRAME.split(" ");
  const groups = new Set([...frame, ...(SAYS[kind] ?? "").split(" ")]);
  const own = `shell.${kind}`;
  return Object.fromEntries(
    Object.entries(texts).filter(([key]) => key === own || groups.has(key.slice(0, key.indexOf(".")))),
  );
}

/** Writes what each kind of page says, in each language: a reader loads one of these files, and no other words. */
export function putWords(put: (path: string, bytes: Uint8Array) => void): void {
  for (const language of LANGUAGES) {
    const texts = textsOf(language);
    for (const id of [...PAGE_KINDS.map((kind) => kind.id), FINDING_WORDS])
      put(pageWordsPath(language, id), utf8(JSON.stringify({ schema: "acta-words/1", texts: textsFor(id, texts) })));
  }
}
