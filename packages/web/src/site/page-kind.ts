import type { Result } from "acta/basics";
import type { PointedEdition } from "acta/edition";
import type { ComponentChild } from "preact";
import type { ContestHome } from "./contest-home.js";
import type { Query, PageLinks } from "./page-links.js";
import type { PublishedData } from "./published-data.js";
import type { Correction, EditionFile } from "./published-forms.js";
import type { Wording } from "./wording.js";

/** Everything that a page is made from: the same where it is prerendered and where it is alive. */
export interface PageContext {
  readonly data: PublishedData;
  readonly wording: Wording;
  readonly links: PageLinks;
  /** The elections and contests of the folder, the front page's first. */
  readonly homes: readonly ContestHome[];
  readonly home: ContestHome;
  /** The edition that is shown, and its file. */
  readonly edition: PointedEdition;
  readonly editionFile: EditionFile;
  /** The one before it by the source's clock. */
  readonly before: PointedEdition | null;
  /** What was corrected after it had been published, of this contest or of its election as a whole. */
  readonly corrections: readonly Correction[];
  /** Hash of the published answers to claims; null where there are none. */
  readonly claims: string | null;
  /** Hash of the published history of offices; null where there is none. */
  readonly history: string | null;
  /** What the address asks for; `code` stands here for prerendered areas too. */
  readonly query: Query;
  /** Makes this page again as of another edition (null: the newest), in place and with its address; null where pages are only written. */
  readonly turn: TurnPage | null;
}

/** What the figures of a page are about: corrections are told on the pages that they concern. */
export interface PageSubject {
  /** Code of an area or polling place. */
  readonly area?: string;
  readonly station?: string;
}

/** Turns a page that is alive to another edition. */
export type TurnPage = (edition: number | null) => Promise<void>;

/** A page that is ready to be shown. */
export interface LoadedPage {
  readonly title: string;
  /** One sentence for link cards and search engines. */
  readonly description: string;
  readonly content: ComponentChild;
  /** Null for a page without figures; left out where they may be about anything. */
  readonly about?: PageSubject | null;
  /** The area that the page is about, for the way back; "" for the whole. */
  readonly trail: readonly { readonly name: string; readonly href: string }[];
}

/** Makes a page out of published data. Problems are shown in the page, in one sentence. */
export type LoadPage = (context: PageContext) => Promise<Result<LoadedPage>>;

/** A kind of page. */
export interface PageKind {
  readonly id: string;
  /** Name of the file that reads its address; null for a kind that is prerendered only. */
  readonly shell: string | null;
  /** Written whole, and made again where there is script: it has a picture that is read with the keyboard. */
  readonly revived?: true;
  /** Stands in others' pages: without masthead, menu and foot. */
  readonly bare?: true;
  /** What it reads first of what pointer (`file`: the course of the count) and edition name; where nothing is said, the edition (early-reads.ts). */
  readonly early?: readonly ("file" | "root" | "disputes" | "open" | "spread")[];
  /** Key of its name in the menu; null when it is not there. */
  readonly menu: string | null;
  /** Loaded when it is needed: a reader fetches the script of the pages that are opened, and no other. */
  readonly load: LoadPage;
}
