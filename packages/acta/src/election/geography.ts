/** A geography larger than this is for a land office, not for the pages of a result: it is refused. */
export const MOST_GEOGRAPHY_BYTES = 32_000_000;

/** A file with outlines, points or codes, recognised by its hash. */
export interface GeographyFile {
  readonly name: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Where anybody gets it; "" when it has no address of its own. */
  readonly url: string;
}

/** Outlines of the areas of one level (TopoJSON or GeoJSON, degrees WGS84). */
export interface OutlineSource {
  readonly level: string;
  readonly file: string;
  /** The object of a TopoJSON file; "" where it has one only. */
  readonly object: string;
  /** The property of a feature that carries the code of its area. */
  readonly code: string;
  /** A table (CSV) that leads from the file's codes to those of the tree; null where they are the same. */
  readonly crosswalk: { readonly file: string; readonly from: string; readonly to: string } | null;
}

/** Points of the areas of one level, for those that have no outline: columns of a table (CSV), degrees WGS84. */
export interface PointSource {
  readonly level: string;
  readonly file: string;
  readonly code: string;
  readonly latitude: string;
  readonly longitude: string;
}

/** Where the areas of a tree lie, for maps. Nothing that is counted depends on it. */
export interface Geography {
  readonly tree: string;
  /** Whom outlines and points are from, as shown under every map. */
  readonly credit: string;
  readonly outlines: readonly OutlineSource[];
  readonly points: readonly PointSource[];
  /** Groups whose areas lie elsewhere and are drawn beside the map (people who vote abroad). */
  readonly panels: readonly string[];
  /** Rows of squares, one for each area of the first level, "" for a gap: the map where there are no outlines. */
  readonly tiles: readonly (readonly string[])[];
  readonly files: readonly GeographyFile[];
}
