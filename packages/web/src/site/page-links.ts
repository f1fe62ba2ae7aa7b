import { FIRST_LANGUAGE } from "./wording.js";
import type { LanguageCode } from "./wording.js";

/** Where a page stands and what its links keep: language, election, contest and the edition that it was turned back to. */
export interface PagePlace {
  /** From the page up to the folder, `""` or `../` as often as needed. */
  readonly root: string;
  readonly language: LanguageCode;
  /** Folder of this election and contest under that of the language; "" for those of the front page. */
  readonly home: string;
  /** Election and contest for pages that read their address; null for those of the front page. */
  readonly named: { readonly election: string; readonly contest: string } | null;
  /** Number of the edition in the address; null where the newest is shown. */
  readonly edition: number | null;
}

/** Address of a page under the folder of its language, so that the other languages' page can be linked. */
export interface PageAddress {
  /** Path under the folder of the language. */
  readonly path: string;
  readonly query: Query;
}

/** What an address asks for behind its question mark. */
export type Query = Readonly<Record<string, string>>;

/** Links between pages: all relative, so that the folder may stand anywhere. */
export interface PageLinks {
  readonly place: PagePlace;
  /** Folder of the language. */
  readonly folder: string;
  /** The front page of this contest. */
  readonly front: () => string;
  /** The page of an area by its code: its own where it is prerendered, else the one that reads its address. */
  readonly area: (code: string, isPrerendered: boolean) => string;
  /** A page that reads its address (`station.html`, `timeline.html`...). */
  readonly shell: (file: string, query?: Query) => string;
  /** A page of the whole folder, of no contest and no edition. */
  readonly top: (file: string) => string;
  /** Any published file. */
  readonly file: (path: string) => string;
  /** The page at `path` in another edition, or in the newest (null). */
  readonly at: (edition: number | null) => PageLinks;
}

/** Folder of a language: the first one stands at the root. */
export function languageFolder(language: LanguageCode): string {
  return language === FIRST_LANGUAGE ? "" : `${language}/`;
}

/** Makes the links of a page. */
export function pageLinks(place: PagePlace): PageLinks {
  const { root, home, named, edition } = place;
  const folder = `${root}${languageFolder(place.language)}`;
  const kept: Query = edition === null ? {} : { edition: String(edition) };
  return {
    place,
    folder: languageFolder(place.language),
    front: () => `${folder}${home}index.html${queryText(kept)}`,
    area: (code, isPrerendered) =>
      isPrerendered && isFolderName(code)
        ? `${folder}${home}area/${code}/index.html${queryText(kept)}`
        : `${folder}area.html${queryText({ code, ...named, ...kept })}`,
    shell: (file, query = {}) => `${folder}${file}${queryText({ ...query, ...named, ...kept })}`,
    top: (file) => `${folder}${file}`,
    file: (path) => `${root}${path}`,
    at: (other) => pageLinks({ ...place, edition: other }),
  };
}

/** The address at which figures of an edition will always stand: everything that it depends on is named in it. */
export function permanentLink({ place }: PageLinks, query: Query): string {
  return `${place.root}${languageFolder(place.language)}area.html${queryText(query)}`;
}

/** Codes come from strangers: one that could lead out of its folder, or differ from another by its case only, gets none. */
export function isFolderName(code: string): boolean {
  return /^[0-9a-z][0-9a-z_-]{0,39}$/.test(code) || /^[0-9A-Z][0-9A-Z_-]{0,39}$/.test(code);
}

/** A query as an address holds it; "" for none. */
export function queryText(query: Query): string {
  const text = new URLSearchParams(query).toString();
  return text === "" ? "" : `?${text}`;
}
