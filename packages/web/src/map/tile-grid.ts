/** A square of a tile grid. */
export interface Tile {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

/** One square for each area. */
export interface TileGrid {
  readonly columns: number;
  readonly rows: number;
  readonly tiles: readonly Tile[];
}

/** A little wider than high, as a page is. */
const PROPORTION = 1.3;

/**
 * The squares of some areas: as a layout says, and what it does not name in rows below it; without one, row by row in the order of the codes.
 */
export function tileGrid(codes: readonly string[], layout: readonly (readonly string[])[]): TileGrid {
  const wanted = new Set(codes);
  const laid = layout.flatMap((names, row) =>
    names.flatMap((code, column) => (wanted.has(code) ? [{ code, column, row }] : [])),
  );
  const named = new Set(laid.map(({ code }) => code));
  const rest = codes.filter((code) => !named.has(code)).toSorted();
  const widest = Math.max(0, ...laid.map(({ column }) => column + 1));
  const columns = Math.max(1, widest, laid.length > 0 ? 0 : Math.ceil(Math.sqrt(rest.length * PROPORTION)));
  const start = Math.max(0, ...laid.map(({ row }) => row + 1));
  const below = rest.map((code, at) => ({ code, column: at % columns, row: start + Math.floor(at / columns) }));
  return { columns, rows: start + Math.ceil(rest.length / columns), tiles: [...laid, ...below] };
}
