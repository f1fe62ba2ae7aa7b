import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { feature } from "topojson-client";
import * as v from "valibot";
import { isPosition } from "./outline.js";
import type { Outline, Position, ReadOutlines } from "./outline.js";

// GeoJSON (RFC 7946) and TopoJSON (github.com/topojson/topojson-specification). Both come from strangers: every number is looked at.

const positions = v.array(v.array(v.number()));
const rings = v.array(positions);
const arcs = v.array(v.array(v.pipe(v.number(), v.integer())));
const properties = v.optional(v.nullable(v.record(v.string(), v.unknown())));

const polygon = v.object({ type: v.literal("Polygon"), coordinates: rings });
const multiPolygon = v.object({ type: v.literal("MultiPolygon"), coordinates: v.array(rings) });
const collection = v.object({
  type: v.literal("FeatureCollection"),
  features: v.array(v.object({ properties, geometry: v.optional(v.unknown()) })),
});

const pair = v.tuple([v.number(), v.number()]);
const transform = v.object({ scale: pair, translate: pair });
const topology = v.object({
  type: v.literal("Topology"),
  transform: v.optional(transform),
  arcs: v.array(positions),
  objects: v.record(v.string(), v.unknown()),
});
const polygonArcs = v.object({ type: v.literal("Polygon"), arcs });
const multiArcs = v.object({ type: v.literal("MultiPolygon"), arcs: v.array(arcs) });
const topologyObject = v.object({
  type: v.literal("GeometryCollection"),
  geometries: v.array(v.looseObject({ properties })),
});

type Topology = v.InferOutput<typeof topology>;
type Properties = v.InferOutput<typeof properties>;
type Rings = readonly (readonly (readonly number[])[])[];

/** Where the code of a feature stands, and what it is called in the tree. */
export interface OutlineCodes {
  /** Object of a TopoJSON file; "" where there is one only. */
  readonly object: string;
  /** The property that carries the code. */
  readonly property: string;
  /** From the file's codes to those of the tree; null where they are the same. */
  readonly crosswalk: ReadonlyMap<string, string> | null;
}

/**
 * Reads the outlines of a GeoJSON or TopoJSON document. A feature without a code or a geometry is told and left out; the others stand.
 * Problems: `map.notJson`, `map.notGeography`, `map.noObject`, `map.noCodes` when no feature has the property; `where` is the file's name.
 */
export function readOutlines(text: string, file: string, codes: OutlineCodes): Result<ReadOutlines> {
  const document = jsonOf(text);
  if (document === undefined) return fail({ code: "map.notJson", where: file });
  const plain = v.safeParse(collection, document);
  if (plain.success)
    return gathered(
      plain.output.features.map(({ properties: said, geometry }) => ({ said, rings: ringsOf(geometry) })),
      file,
      codes,
    );
  const topo = v.safeParse(topology, document);
  if (!topo.success) return fail({ code: "map.notGeography", where: file });
  const names = Object.keys(topo.output.objects);
  const object = topo.output.objects[codes.object === "" ? (names[0] ?? "") : codes.object];
  const geometries = v.safeParse(topologyObject, object);
  if (!geometries.success)
    return fail({
      code: "map.noObject",
      where: file,
      context: { object: codes.object, names: names.join(", ").slice(0, 200) },
    });
  return gathered(
    geometries.output.geometries.map((geometry) => ({
      said: geometry.properties,
      rings: decodedRings(topo.output, geometry),
    })),
    file,
    codes,
  );
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // Cut off, or not JSON at all.
    return undefined;
  }
}

interface RawFeature {
  readonly said: Properties;
  /** null when the geometry is none, or not one of areas. */
  readonly rings: readonly (readonly Position[])[] | null;
}

function gathered(features: readonly RawFeature[], file: string, codes: OutlineCodes): Result<ReadOutlines> {
  const outlines: Outline[] = [];
  const withoutGeometry: string[] = [];
  let withoutCode = 0;
  for (const { said, rings: shape } of features) {
    const code = codeOf(said, codes);
    if (code === "") withoutCode++;
    else if (shape === null) withoutGeometry.push(code);
    else outlines.push({ code, rings: shape });
  }
  if (outlines.length + withoutGeometry.length === 0)
    return fail({ code: "map.noCodes", where: file, context: { property: codes.property, features: features.length } });
  return succeed({ outlines, withoutCode, withoutGeometry });
}

/** The code of a feature in the tree; "" when it has none. Some files hold codes as numbers: they are read as they are written. */
function codeOf(said: Properties, { property, crosswalk }: OutlineCodes): string {
  const value = said?.[property];
  const own = typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
  return crosswalk === null || own === "" ? own : (crosswalk.get(own) ?? "");
}

function ringsOf(geometry: unknown): readonly (readonly Position[])[] | null {
  const one = v.safeParse(polygon, geometry);
  if (one.success) return checked(one.output.coordinates);
  const many = v.safeParse(multiPolygon, geometry);
  return many.success ? checked(many.output.coordinates.flat()) : null;
}

/** The rings of a geometry of a topology; null when it names arcs that are not there. */
function decodedRings(topo: Topology, geometry: unknown): readonly (readonly Position[])[] | null {
  const one = v.safeParse(polygonArcs, geometry);
  const many = one.success ? null : v.safeParse(multiArcs, geometry);
  // What the decoder makes of arcs alone: the objects are looked at one by one.
  const source = { ...topo, objects: {} };
  try {
    if (one.success) return checked(feature(source, one.output).geometry.coordinates);
    if (many?.success === true) return checked(feature(source, many.output).geometry.coordinates.flat());
  } catch {
    // An arc that is not in the file: the decoder has nothing to read.
  }
  return null;
}

/** Rings with positions that can be on the earth; null when one is not, or when nothing is left. */
function checked(shape: Rings): readonly (readonly Position[])[] | null {
  const kept: (readonly Position[])[] = [];
  for (const ring of shape) {
    const points: Position[] = [];
    for (const [longitude = Number.NaN, latitude = Number.NaN] of ring) {
      if (!isPosition(longitude, latitude)) return null;
      points.push([longitude, latitude]);
    }
    if (points.length > 3) kept.push(points);
  }
  return kept.length === 0 ? null : kept;
}
