import type { Json } from "../basics/index.js";

/** Bytes of rows that stand in the file of their area; above it they are moved to pages (a plain server does not compress). */
const MOST_INLINE = 8_000;
/** Bytes of rows in one page. */
const MOST_IN_PAGE = 14_000;

/** Rows of a list with the bytes that each takes, cut so that no file is large. */
export type PagedRows =
  | { readonly kind: "inline"; readonly rows: readonly Json[] }
  | { readonly kind: "pages"; readonly pages: readonly (readonly Json[])[] };

/** Cuts rows into pages when there are many; the same rows are always cut in the same way. */
export function pageRows(rows: readonly Json[]): PagedRows {
  const texts = rows.map((row) => JSON.stringify(row));
  // No character takes more than three bytes for each of its units: most lists are short enough to need no closer look.
  if (3 * texts.reduce((sum, text) => sum + text.length + 1, 0) <= MOST_INLINE) return { kind: "inline", rows };
  const sizes = texts.map((text) => utf8Length(text) + 1);
  if (sizes.reduce((sum, size) => sum + size, 0) <= MOST_INLINE) return { kind: "inline", rows };
  const pages: Json[][] = [];
  let page: Json[] = [];
  let bytes = 0;
  for (const [at, row] of rows.entries()) {
    const size = sizes[at] ?? 0;
    if (page.length > 0 && bytes + size > MOST_IN_PAGE) {
      pages.push(page);
      page = [];
      bytes = 0;
    }
    page.push(row);
    bytes += size;
  }
  if (page.length > 0) pages.push(page);
  return { kind: "pages", pages };
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1;
  }
  return bytes;
}
