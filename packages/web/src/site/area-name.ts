/** Words that stay small inside a name. */
const SMALL = new Set(["de", "del", "y", "e"]);

/**
 * The name of an area as a newspaper prints it. Authorities write theirs in capitals; a name with any small letter is left as it is, and so is
 * a word with a digit or a full stop in it.
 */
export function areaName(name: string): string {
  if (name !== name.toUpperCase()) return name;
  const words = name.split(" ").map((word, at) => {
    if (/[\d.]/.test(word)) return word;
    const lower = word.toLowerCase();
    if (at > 0 && SMALL.has(lower)) return lower;
    return lower.replace(/(^|[-'(/])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
  });
  return words.join(" ");
}
