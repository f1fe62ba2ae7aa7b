import { RollBuilder } from "../election/index.js";
import type { Roll } from "../election/index.js";
import type { FrameCut } from "./frame.js";

// A made-up roll for the tests of samples: regions with places of a few stations each.

/** A roll of so many stations by region; places of three stations, 300 voters each. Codes rise from 00001. */
export function sampleRoll(sizes: readonly number[]): Roll {
  const builder = new RollBuilder([
    {
      id: "geo",
      name: { es: "Geo", en: "Geo" },
      codes: "own",
      root: { code: "X", level: "country", name: { es: "X", en: "X" } },
      levels: [{ id: "region", name: { es: "región", en: "region" } }],
    },
  ]);
  let code = 0;
  sizes.forEach((size, region) => {
    for (let at = 0; at < size; at++) {
      const leaf = builder.area(0, [String(region + 1)], [`Region ${region + 1}`]);
      builder.set(
        builder.position(String(++code).padStart(5, "0")),
        [leaf],
        `School ${region}-${Math.floor(at / 3)}`,
        "",
        300,
      );
    }
  });
  return builder.build();
}

/** Cuts of that roll. */
export const SAMPLE_CUTS = {
  simple: { unit: "station", tree: 0, level: 0, levelId: "" },
  regions: { unit: "station", tree: 0, level: 1, levelId: "region" },
  places: { unit: "place", tree: 0, level: 0, levelId: "" },
} satisfies Readonly<Record<string, FrameCut>>;
