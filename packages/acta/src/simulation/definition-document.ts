import type { Json } from "../basics/index.js";
import type { LocalText } from "../election/index.js";
import type { SimulationSpec } from "./spec.js";
import { statusesOf } from "./statuses.js";

/** Columns of the rows of a simulation besides those of areas and cells. */
export const COLUMNS = {
  station: "station",
  place: "place",
  zone: "zone",
  registered: "registered",
  status: "status",
  asOf: "asOf",
  provenance: "provenance",
} as const;

/** The words of a cell that holds no count. */
export const CELL_WORDS = { blank: "blank", illegible: "?", notSupplied: "-" } as const;

/** The cells of a simulated sheet that are not options, in the order of the form. */
const OTHER_CELLS = ["blank", "null", "challenged", "voters"] as const;

/** The column of an area level. */
export function areaColumn(level: string, part: "code" | "name"): string {
  return `area.${level}.${part}`;
}

/** The ids of the cells of a sheet, in the order of the form, each with its column. */
export function cellColumns(spec: SimulationSpec): readonly { readonly cell: string; readonly column: string }[] {
  return [
    ...spec.options.map((option) => ({ cell: option.id, column: `votes.${option.id}` })),
    ...OTHER_CELLS.map((cell) => ({ cell, column: cell })),
  ];
}

/**
 * The definition of a simulated election, as a document in the grammar of `acta-election/1`. Its provenance is `synthetic`, whatever the
 * totals are; its one source is laid out like `simulatedRows`.
 */
export function definitionOf(spec: SimulationSpec): Json {
  return {
    format: "acta-election/1",
    id: spec.id,
    name: both(spec.name),
    ...(spec.country === "" ? {} : { country: spec.country }),
    date: spec.date,
    timeZone: spec.timeZone,
    provenance: "synthetic",
    authority: { name: spec.authority },
    options: spec.options.map((option) => ({
      id: option.id,
      name: both(option.name),
      label: both(option.label),
      candidate: option.candidate,
      ...(option.colour === "" ? {} : { colour: option.colour }),
    })),
    contests: [
      {
        id: spec.contest.id,
        name: both(spec.contest.name),
        options: spec.options.map((option) => option.id),
        cells: OTHER_CELLS,
        outcome: spec.contest.outcome,
      },
    ],
    trees: [treeOf(spec)],
    statuses: statusesOf(spec).map((status) => ({ ...status, name: both(status.name), words: [[status.id]] })),
    annulledFigures: "asDecided",
    ...spec.definition,
    sources: [sourceOf(spec)],
  };
}

function treeOf(spec: SimulationSpec): Json {
  const { id, name, codes, root, levels } = spec.tree;
  return {
    id,
    name: both(name),
    codes,
    root: { ...root, name: both(root.name) },
    levels: levels.map((level) => ({ id: level.id, name: both(level.name) })),
  };
}

function sourceOf(spec: SimulationSpec): Json {
  const levels = spec.tree.levels.map((level) => [
    level.id,
    { code: areaColumn(level.id, "code"), name: areaColumn(level.id, "name") },
  ]);
  return {
    id: "simulation",
    title: { es: "Simulación: mesas inventadas", en: "Simulation: made-up stations" },
    delivers: "full",
    credit: spec.source.slice(0, 300),
    parts: [
      {
        id: "sheets",
        values: {
          missing: {
            [CELL_WORDS.blank]: "blank",
            [CELL_WORDS.illegible]: "illegible",
            [CELL_WORDS.notSupplied]: "notSupplied",
          },
        },
        station: COLUMNS.station,
        roll: {
          registered: COLUMNS.registered,
          place: { name: COLUMNS.place, address: COLUMNS.zone },
          trees: { [spec.tree.id]: Object.fromEntries(levels) },
        },
        sheets: [
          {
            contest: spec.contest.id,
            cells: Object.fromEntries(cellColumns(spec).map(({ cell, column }) => [cell, column])),
            status: [COLUMNS.status],
          },
        ],
        asOf: COLUMNS.asOf,
      },
    ],
  };
}

function both(text: LocalText): Json {
  return { es: text.es, en: text.en };
}
