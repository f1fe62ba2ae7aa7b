import type { PetitionEntry } from "acta/record";
import { plainText } from "./docket-columns.js";

type Words<T extends string> = Readonly<Record<T, { readonly es: readonly string[]; readonly en: readonly string[] }>>;

/** How dockets call the roles of those who file. */
export const ROLES: Words<PetitionEntry["filer"]["role"]> = {
  legalAgent: { es: ["personero legal", "personera legal"], en: ["legal agent"] },
  tableAgent: { es: ["personero de mesa", "personera de mesa"], en: ["table agent"] },
  party: { es: ["organización política", "partido"], en: ["party"] },
  voter: { es: ["elector", "electora", "ciudadano", "ciudadana"], en: ["voter", "citizen"] },
  observer: { es: ["observador", "observadora"], en: ["observer"] },
  authority: { es: ["autoridad"], en: ["authority"] },
  unknown: { es: ["no se sabe", ""], en: ["unknown"] },
};

/** What petitions ask for. */
export const ASKS: Words<PetitionEntry["asks"]> = {
  stationAnnulment: { es: ["nulidad de mesa", ""], en: ["annulment of a station"] },
  districtAnnulment: { es: ["nulidad de distrito"], en: ["annulment of a district"] },
  electionAnnulment: { es: ["nulidad de la elección"], en: ["annulment of the election"] },
  recount: { es: ["recuento"], en: ["recount"] },
  correction: { es: ["corrección"], en: ["correction"] },
  other: { es: ["otro"], en: ["other"] },
};

/** Whether a ground stands on the sheet. */
export const NOTED: Words<PetitionEntry["noted"]> = {
  yes: { es: ["sí"], en: ["yes"] },
  no: { es: ["no"], en: ["no"] },
  unknown: { es: ["no se sabe", ""], en: ["unknown"] },
};

/** What became of the fee. */
export const FEES: Words<PetitionEntry["fee"]> = {
  paid: { es: ["pagada", "sí"], en: ["paid", "yes"] },
  short: { es: ["incompleta"], en: ["short"] },
  missing: { es: ["falta", "no"], en: ["missing", "no"] },
  notDue: { es: ["no corresponde"], en: ["not due"] },
  unknown: { es: ["no se sabe", ""], en: ["unknown"] },
};

/** The value that a word stands for, in either language or by its own id; undefined for another word. */
export function valueOf<T extends string>(words: Words<T>, text: string): T | undefined {
  const plain = plainText(text);
  for (const value in words) {
    const { es, en } = words[value];
    if (plain === plainText(value) || [...es, ...en].some((word) => plainText(word) === plain)) return value;
  }
  return undefined;
}
