import { parseCivilDate, parseInstant } from "../basics/index.js";
import type { Generator } from "../basics/index.js";
import { boundedSplit, stream } from "../statistics/index.js";
import { simulate } from "./simulate.js";
import type { SimulatedElection } from "./simulate.js";
import { MOST_STATIONS } from "./spec.js";
import type { SimulationSpec, SpecArea } from "./spec.js";

/** How large a made-up country is. */
export interface CountrySize {
  /** From 1 to `MOST_STATIONS`. */
  readonly stations: number;
  /** From 1 to 200. */
  readonly options: number;
  readonly seed: number;
}

const MOST_REGIONS = 25;
/** ISO 3166-1 leaves this code to its users. */
const NOWHERE = "ZZ";
const ELECTION_DAY = parseCivilDate("2026-01-04") ?? raise();
const FINAL = { asOf: parseInstant("2026-01-11T12:00:00Z") ?? raise(), reported: 1, resolved: 1 };

function raise(): never {
  throw new Error("a date of the calendar");
}

/**
 * Makes up a whole country of up to 25 regions, for measuring: time and memory grow linearly, and nothing but the codes is kept for each
 * station outside typed columns. Throws when the size is out of range, which is a bug of the caller.
 */
export function simulateTable(size: CountrySize): SimulatedElection {
  const { stations, options, seed } = size;
  if (!(stations >= 1 && stations <= MOST_STATIONS && options >= 1 && options <= 200))
    throw new Error("size of country");
  const ids = Array.from({ length: options }, (_, at) => `option-${String(at + 1).padStart(3, "0")}`);
  return simulate({
    id: `made-up-country-${stations}`,
    name: { es: "País inventado", en: "Made-up country" },
    source: "Todo inventado / all made up",
    country: NOWHERE,
    date: ELECTION_DAY,
    timeZone: "UTC",
    authority: "",
    seed,
    options: ids.map((id, at) => ({ id, name: same(id), label: same(id), candidate: "", colour: colourOf(at) })),
    contest: { id: "contest", name: same("Contest"), outcome: { rule: "plurality" } },
    tree: {
      id: "regions",
      name: { es: "Regiones", en: "Regions" },
      codes: "",
      root: { code: "all", level: "country", name: { es: "País inventado", en: "Made-up country" } },
      levels: [{ id: "region", name: { es: "Región", en: "Region" } }],
    },
    areas: regionsOf(size),
    definition: {},
    ...HABITS,
    moments: [FINAL],
  });
}

const HABITS: Pick<SimulationSpec, "stations" | "rural" | "spread" | "reporting" | "flagged" | "notInstalled"> = {
  stations: { usual: 300, most: 300, perPlace: 10 },
  rural: { share: 0.25, size: 0.8, perPlace: 3, lean: new Map() },
  spread: {
    turnout: { place: 0.01, station: 0.002 },
    invalid: { place: 0.005, station: 0.003 },
    votes: { place: 0.03, station: 0.003 },
  },
  reporting: { rural: 1.5, place: 0.7, station: 1 },
  flagged: [
    { flag: "materialError", error: "votersAboveSum", share: 0.005, annulled: 0 },
    { flag: "materialError", error: "votersBelowSum", share: 0.005, annulled: 0.5 },
    { flag: "challengedVotes", error: "challenged", share: 0.005, annulled: 0 },
    { flag: "incomplete", error: "votersMissing", share: 0.003, annulled: 0 },
  ],
  notInstalled: 0.0001,
};

function regionsOf({ stations, options, seed }: CountrySize): readonly SpecArea[] {
  const source = stream(seed, "country");
  const regions = Math.min(MOST_REGIONS, stations);
  const sizes = boundedSplit(weights(source, regions), stations, 1, stations);
  return Array.from(sizes, (size, at) => {
    const registered = Math.floor(size * (270 + 28 * source.next()));
    const cast = Math.floor(registered * (0.65 + 0.2 * source.next()));
    const split = boundedSplit(weights(source, options + 2), cast, 0, cast);
    const code = String(at + 1).padStart(2, "0");
    return {
      code,
      name: `Región ${code}`,
      parent: "",
      totals: {
        stations: size,
        registered,
        votes: [...split.subarray(0, options)],
        blankVotes: split[options] ?? 0,
        nullVotes: split[options + 1] ?? 0,
        source: "",
        rural: null,
        delay: 2 * source.next(),
        flagged: 1,
      },
    };
  });
}

function weights(source: Generator, size: number): Float64Array {
  return Float64Array.from({ length: size }, () => 0.1 + source.next());
}

/** A colour that differs from those of the options before. */
function colourOf(option: number): string {
  return `#${((0x4477aa + option * 0x3a7f2d) & 0xffffff).toString(16).padStart(6, "0")}`;
}

function same(text: string): { readonly es: string; readonly en: string } {
  return { es: text, en: text };
}
