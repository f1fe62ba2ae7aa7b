import { FINDINGS, isFindingCode } from "acta/sheet";
import { cellTitle } from "./cell-text.js";
import type { PageContext } from "./page-kind.js";
import { FINDING_WORDS, pageWordsForm, pageWordsPath } from "./page-words.js";
import type { StationFinding } from "./station-record.js";
import type { Texts } from "./wording.js";

/** A finding of a sheet with its words; null for a code that this version does not know, or whose words have not come. */
export interface FindingNote {
  readonly finding: StationFinding;
  readonly text: FindingText | null;
}

/** A finding in words: its title, the rule with its values, what to do, and the letter of the flag that it belongs to. */
export interface FindingText {
  readonly title: string;
  readonly rule: string;
  readonly advice: string;
  readonly letter: string;
}

/** Says what does not add up on a sheet. Its words are thirteen kilobytes, and most sheets add up: they are fetched when there is something to say. */
export async function findingNotes(
  context: PageContext,
  findings: readonly StationFinding[],
): Promise<readonly FindingNote[]> {
  if (findings.length === 0) return [];
  const words = await context.data.json(pageWordsPath(context.wording.code, FINDING_WORDS), pageWordsForm);
  const texts = words.ok ? words.value.texts : {};
  return findings.map((finding) => ({ finding, text: textOf(context, texts, finding) }));
}

function textOf(context: PageContext, texts: Texts, { code, values: given }: StationFinding): FindingText | null {
  const [title, rule, advice] = ["title", "rule", "advice"].map((part) => texts[`finding.${code}.${part}`]);
  if (!isFindingCode(code) || title === undefined || rule === undefined || advice === undefined) return null;
  const values: Record<string, string | number> = { ...given };
  for (const key of ["option", "cell"]) {
    const value = values[key];
    if (typeof value === "string") values[key] = cellTitle(context, value);
  }
  const { format } = context.wording;
  return {
    title: format(title, values),
    rule: format(rule, values),
    advice: format(advice, values),
    letter: FINDINGS[code].letter,
  };
}
