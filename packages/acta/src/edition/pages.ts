/** Bytes of rows that stand in the file of their area; above it they are moved to pages (a plain server does not compress). */
const MOST_INLINE = 8_000;
/** Bytes of rows in one page. */
const MOST_IN_PAGE = 14_000;

/**
 * Cuts a list into pages when its rows are many; the same rows are always cut in the same way.
 * @param sizes bytes of each row as JSON, the comma behind it counted.
 * @param most bytes of rows that need no page.
 * @returns how many rows stand in each page; null when all stand in the file of their area.
 */
export function pageRows(sizes: readonly number[], most = MOST_INLINE): readonly number[] | null {
  let all = 0;
  for (const size of sizes) all += size;
  if (all <= most) return null;
  const pages: number[] = [];
  let rows = 0;
  let bytes = 0;
  for (const size of sizes) {
    if (rows > 0 && bytes + size > MOST_IN_PAGE) {
      pages.push(rows);
      rows = 0;
      bytes = 0;
    }
    rows++;
    bytes += size;
  }
  if (rows > 0) pages.push(rows);
  return pages;
}
