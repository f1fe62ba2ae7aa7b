/**
 * A text that survives XML: halves of characters are replaced, and what looks like an escape (`_x0041_`) is escaped itself, or Excel
 * would show another text (ECMA-376, ST_Xstring).
 */
export function cellText(text: string): string {
  return text.replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, "\uFFFD").replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
