import type { Law } from "./law.js";

/** A body as acts name it: its role in the law and, where several bodies have the role, which of them. */
export interface BodyName {
  readonly role: string;
  /** `ROLE` or `ROLE:place`: the id under which acts are recorded. */
  readonly id: string;
}

/**
 * The body that a text means: an id of this form, or the name that a source gives it, which begins with one of the words of its role.
 * @returns null when the law knows no such body: then none of its rules apply to it.
 */
export function bodyNamed(law: Pick<Law, "roles">, text: string): BodyName | null {
  const [first = "", ...places] = text.split(":");
  if (law.roles.some(({ id }) => id === first)) return nameOf(first, plain(places.join(" ")));
  const written = plain(text);
  let longest = "";
  let found: BodyName | null = null;
  for (const { id, words } of law.roles)
    for (const word of words.map(plain)) {
      const isIt = written === word || written.startsWith(`${word} `);
      if (!isIt || word.length <= longest.length) continue;
      longest = word;
      found = nameOf(id, written.slice(word.length + 1));
    }
  return found;
}

function nameOf(role: string, place: string): BodyName {
  return { role, id: place === "" ? role : `${role}:${place.replaceAll(" ", "-")}` };
}

/** Without accents, capitals and signs, as names of one body differ between sources. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
