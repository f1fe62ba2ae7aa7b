import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";

/** The columns of a docket that are read. */
export const DOCKET_COLUMNS = [
  "petition",
  "case",
  "body",
  "role",
  "party",
  "asks",
  "ground",
  "stations",
  "unlocated",
  "area",
  "filed",
  "noted",
  "fee",
  "hearing",
] as const;

/** A column of a docket. */
export type DocketColumn = (typeof DOCKET_COLUMNS)[number];

/** How headers call each column: the first name in each language is the one that an export writes. */
export const HEADERS: Readonly<
  Record<DocketColumn, { readonly es: readonly string[]; readonly en: readonly string[] }>
> = {
  petition: { es: ["solicitud", "petición", "n° de solicitud"], en: ["petition", "petition number"] },
  case: { es: ["expediente", "n° de expediente", "exp"], en: ["case", "case number"] },
  body: { es: ["órgano", "jurado", "jee", "jurado electoral especial"], en: ["body", "jury", "tribunal"] },
  role: { es: ["calidad", "calidad de quien presenta", "rol"], en: ["filer role", "role"] },
  party: { es: ["organización política", "partido", "lista"], en: ["party", "list"] },
  asks: { es: ["pide", "pedido"], en: ["asks", "asks for"] },
  ground: { es: ["causal"], en: ["ground"] },
  stations: { es: ["mesa", "mesas"], en: ["station", "stations"] },
  unlocated: { es: ["mesas sin identificar"], en: ["unlocated stations", "unlocated"] },
  area: { es: ["ámbito"], en: ["area"] },
  filed: { es: ["presentada", "fecha de presentación", "fecha y hora"], en: ["filed", "filed at"] },
  noted: { es: ["anotada en el acta", "anotada"], en: ["noted on the sheet", "noted"] },
  fee: { es: ["tasa"], en: ["fee"] },
  hearing: { es: ["audiencia"], en: ["hearing"] },
};

/** Words of headers under which dockets keep facts about private people: those columns are never read (RECORD.md 12). */
const PRIVATE =
  /\b(nombres?|apellidos?|dni|document number|n de documento|documento de identidad|identity document|firmas?|telefonos?|celular|correos?|e ?mail|direccion|domicilio|names?|surnames?|signatures?|phones?|address|poll workers?|miembros? de mesa|abogados?|lawyers?|solicitantes?|applicants?|petitioners?|personer[oa]s?|agents?)\b/;

/** Where each column stands in a file, and what is left aside. */
export interface DocketHeader {
  readonly at: ReadonlyMap<DocketColumn, number>;
  /** Columns about private people, by position and name. */
  readonly dropped: readonly { readonly column: number; readonly name: string }[];
  /** Other columns that are not read. */
  readonly unread: readonly string[];
}

/**
 * Finds the columns of a docket by their headers in either language, or by a mapping.
 * @param mapping `column=header` of those whose header is another.
 * @returns `docket.badMapping`, `docket.noColumns` when nothing in it names a petition or case and a body.
 */
export function readHeader(header: readonly string[], mapping: readonly string[]): Result<DocketHeader> {
  const mapped = mappingOf(header, mapping);
  if (!mapped.ok) return mapped;
  const at = new Map(mapped.value);
  const dropped: { column: number; name: string }[] = [];
  const unread: string[] = [];
  const taken = new Set(at.values());
  for (const [column, name] of header.entries()) {
    if (taken.has(column)) continue;
    const plain = plainText(name);
    const found = columnNamed(plain);
    // What a header names is read even where a word in it could be about a person (`mesa` is a station).
    if (found !== undefined && !at.has(found)) at.set(found, column);
    else if (PRIVATE.test(plain)) dropped.push({ column, name });
    else if (name !== "") unread.push(name);
  }
  const missing = missingIn(at);
  if (missing === null) return succeed({ at, dropped, unread });
  return fail({ code: "docket.noColumns", context: { missing, found: header.join(", ").slice(0, 200) } });
}

/** A number is needed to tell one petition from another, and the body to know whose rules apply. */
function missingIn(at: ReadonlyMap<DocketColumn, number>): string | null {
  if (!at.has("petition") && !at.has("case")) return "petition";
  return at.has("body") ? null : "body";
}

function mappingOf(
  header: readonly string[],
  mapping: readonly string[],
): Result<readonly (readonly [DocketColumn, number])[]> {
  const found: (readonly [DocketColumn, number])[] = [];
  for (const text of mapping) {
    const [name = "", ...rest] = text.split("=");
    const column = DOCKET_COLUMNS.find((each) => each === name);
    const at = header.findIndex((each) => plainText(each) === plainText(rest.join("=")));
    const problem: Problem = {
      code: "docket.badMapping",
      context: { mapping: text.slice(0, 80), known: DOCKET_COLUMNS.join(", ") },
    };
    if (column === undefined || at < 0) return fail(problem);
    found.push([column, at]);
  }
  return succeed(found);
}

function columnNamed(plain: string): DocketColumn | undefined {
  return DOCKET_COLUMNS.find((column) => {
    const { es, en } = HEADERS[column];
    return plain === column || [...es, ...en].some((name) => plainText(name) === plain);
  });
}

/** Without accents, capitals and signs. */
export function plainText(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
