import { pathOf, tileGrid } from "../map/index.js";
import type { MapFile } from "../map/index.js";
import type { PageContext } from "./page-kind.js";
import type { MapIndex } from "./published-maps.js";
import type { Standing } from "./standing.js";

/** An area of a map with its page. */
export interface PlacedStanding extends Standing {
  readonly href: string;
}

/** A square of a tile grid: its corner and side. */
interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** An area as it is drawn. */
export interface MapMark {
  readonly area: PlacedStanding;
  /** Where its circle stands. */
  readonly x: number;
  readonly y: number;
  /** In the map's units; its square is to the margin as everywhere in the same picture. */
  readonly radius: number;
  /** Outline as a path; "" where only the place is known. */
  readonly path: string;
  readonly square: Square | null;
}

/** Areas drawn together: those with the largest circles first, so that the small ones lie on top. */
export interface MapPicture {
  /** The corner of the drawing and its size, as a view box. */
  readonly box: readonly [number, number, number, number];
  readonly marks: readonly MapMark[];
  /** Squares instead of outlines. */
  readonly isTiled: boolean;
}

/** The map of an area's parts: what lies together, what is drawn beside it, and what has no place. */
export interface MapPictures {
  readonly main: MapPicture;
  readonly panels: readonly { readonly group: string; readonly picture: MapPicture }[];
  readonly unplaced: readonly PlacedStanding[];
}

/** Side of a square of a tile grid, and what lies between two. */
const TILE = 120;
const GUTTER = 8;
/** Room above a circle for the name of its square. */
const NAME_ROOM = 20;
/** A few areas are drawn no larger than many. */
const LEAST_COLUMNS = 5;
/** A phone is narrow and a page is not a tower: a map is at least this wide for its height. */
const LEAST_PROPORTION = 0.8;
/** Largest circle, as a part of the side of the map's square. */
const LARGEST = 0.12;
const LARGEST_OF_MANY = 0.05;
const MANY = 300;
/** Smallest circle that is seen and can be pointed at. */
const LEAST_RADIUS = 2.5;

/** Draws how areas stand: on a map where there are outlines, else as squares. */
export function picturesOf(areas: readonly PlacedStanding[], index: MapIndex, maps: readonly MapFile[]): MapPictures {
  const known = new Map(areas.map((area) => [area.code, area]));
  const inPanels = new Set(index.panels.flatMap((panel) => panel.areas));
  const drawn = new Set(maps.flatMap((map) => map.areas.map(([code]) => code)));
  const hasMap = areas.some(({ code }) => drawn.has(code));
  const apart = areas.filter(({ code }) => inPanels.has(code) && !drawn.has(code));
  const rest = areas.filter(({ code }) => !apart.some((area) => area.code === code) && !drawn.has(code));
  const most = Math.max(1, ...areas.map(({ margin }) => margin));
  // An area whose parts all stand elsewhere has no map, and its panel is the map.
  const together = apart.length === areas.length ? areas : areas.filter((area) => !apart.includes(area));
  const size = hasMap ? mapSize(maps, areas.length) : TILE * 0.37;
  const radiusOf = ({ margin }: Standing): number => Math.max(LEAST_RADIUS, size * Math.sqrt(margin / most));
  const main = hasMap ? outlined(maps, known, radiusOf) : tiled(together, index.tiles, radiusOf);
  const panels = together === areas ? [] : index.panels;
  return {
    main,
    panels: panels.flatMap(({ group, areas: codes }) => {
      const inside = apart.filter(({ code }) => codes.includes(code));
      return inside.length === 0 ? [] : [{ group, picture: row(inside, main, radiusOf) }];
    }),
    unplaced: hasMap ? rest : [],
  };
}

function mapSize(maps: readonly MapFile[], count: number): number {
  const [first] = maps;
  const side = Math.sqrt((first?.width ?? 1) * (first?.height ?? 1));
  return side * (count > MANY ? LARGEST_OF_MANY : LARGEST);
}

type RadiusOf = (standing: Standing) => number;

function outlined(
  maps: readonly MapFile[],
  known: ReadonlyMap<string, PlacedStanding>,
  radiusOf: RadiusOf,
): MapPicture {
  const marks = maps.flatMap((map) =>
    map.areas.flatMap(([code, x, y, rings]): readonly MapMark[] => {
      const area = known.get(code);
      return area === undefined ? [] : [{ area, x, y, radius: radiusOf(area), path: pathOf(map, rings), square: null }];
    }),
  );
  const [first] = maps;
  const [width, height] = [first?.width ?? 1, first?.height ?? 1];
  const wide = Math.max(width, Math.round(height * LEAST_PROPORTION));
  const edge = 6;
  const box = [Math.round((width - wide) / 2) - edge, -edge, wide + 2 * edge, height + 2 * edge] as const;
  return { box, marks: largestFirst(marks), isTiled: false };
}

function tiled(
  areas: readonly PlacedStanding[],
  layout: readonly (readonly string[])[],
  radiusOf: RadiusOf,
): MapPicture {
  const grid = tileGrid(
    areas.map(({ code }) => code),
    layout,
  );
  const known = new Map(areas.map((area) => [area.code, area]));
  const marks = grid.tiles.flatMap(({ code, column, row: line }) => {
    const area = known.get(code);
    return area === undefined ? [] : [squareMark(area, column * TILE, line * TILE, radiusOf(area))];
  });
  const width = Math.max(grid.columns, LEAST_COLUMNS) * TILE;
  return { box: [0, 0, width, Math.max(1, grid.rows) * TILE], marks: largestFirst(marks), isTiled: true };
}

/** Squares in rows that are as wide as the map under which they stand, so that circles compare. */
function row(areas: readonly PlacedStanding[], { box }: MapPicture, radiusOf: RadiusOf): MapPicture {
  const widest = Math.max(...areas.map(radiusOf));
  const side = Math.max(TILE, 2 * widest + 2 * GUTTER + NAME_ROOM);
  const columns = Math.max(1, Math.floor(box[2] / side));
  const marks = areas.map((area, at) =>
    squareMark(area, (at % columns) * side, Math.floor(at / columns) * side, radiusOf(area), side),
  );
  return { box: [0, 0, box[2], Math.ceil(areas.length / columns) * side], marks: largestFirst(marks), isTiled: true };
}

function squareMark(area: PlacedStanding, x: number, y: number, radius: number, side = TILE): MapMark {
  return {
    area,
    x: x + side / 2,
    y: y + (side + NAME_ROOM) / 2,
    radius,
    path: "",
    square: { x: x + GUTTER / 2, y: y + GUTTER / 2, side: side - GUTTER },
  };
}

function largestFirst(marks: readonly MapMark[]): readonly MapMark[] {
  return marks.toSorted((a, b) => b.area.margin - a.area.margin || (a.area.code < b.area.code ? -1 : 1));
}

/** The areas of a list with their pages. */
export function placed({ links }: PageContext, standings: readonly Standing[]): readonly PlacedStanding[] {
  return standings.map((standing) => ({ ...standing, href: links.area(standing.code, false) }));
}
