/** A text for comparing: lower case, without accents or signs, words apart by one space. */
export function plainWords(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether a name is another one, or a part of it: every word of the shorter one stands in the longer one, and there are two at least. */
export function sameName(one: string, other: string): boolean {
  const [short = [], long = []] = [plainWords(one).split(" "), plainWords(other).split(" ")].toSorted(
    (a, b) => a.length - b.length,
  );
  return short.length > 1 && short.every((word) => long.includes(word));
}
