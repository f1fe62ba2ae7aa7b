import type { ProofCell } from "acta/edition";
import type { Language } from "../../language/index.js";

/** The name of a cell in the reader's language. */
export function wordedCell(language: Language, { role, name, candidate }: ProofCell): string {
  if (name === null) return language.say(`cell.${role}`);
  return candidate === 0 ? language.pick(name) : `${language.pick(name)} ${candidate}`;
}
