/** A point on the earth: longitude and latitude in degrees (WGS84). */
export type Position = readonly [number, number];

/** The outline of an area as a geography gives it: all its rings, holes too (the even-odd rule tells which is which). */
export interface Outline {
  /** In the code system of the tree. */
  readonly code: string;
  readonly rings: readonly (readonly Position[])[];
}

/** What a file of outlines gave. */
export interface ReadOutlines {
  readonly outlines: readonly Outline[];
  /** Features without a code, or with one that leads nowhere. */
  readonly withoutCode: number;
  /** Codes of features whose geometry is missing or is none. */
  readonly withoutGeometry: readonly string[];
}

/** True for what can be a longitude and a latitude. */
export function isPosition(longitude: number, latitude: number): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}
