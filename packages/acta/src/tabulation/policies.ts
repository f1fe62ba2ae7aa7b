import type { Election, Policy } from "../election/index.js";

const COUNTED = ["counted", "annulled", "notInstalled"] as const;

/** The policies that every election has; a definition may add its own (RECORD.md 8). */
export const PRESET_POLICIES: readonly Policy[] = [
  {
    id: "counted",
    name: { es: "lo contabilizado", en: "what the authority counts" },
    figures: "current",
    states: COUNTED,
    annulled: "asNull",
  },
  {
    id: "as-filed",
    name: {
      es: "también las actas observadas, con sus cifras escritas",
      en: "flagged sheets too, at their written figures",
    },
    figures: "current",
    states: [...COUNTED, "referred"],
    annulled: "asNull",
  },
  {
    id: "undisputed",
    name: { es: "solo lo que nadie discute", en: "only what nobody disputes" },
    figures: "current",
    // Equal to `counted` until petitions and appeals are loaded: nothing is known to be disputed among counted sheets before that.
    states: COUNTED,
    annulled: "asNull",
  },
  {
    id: "first-filed",
    name: { es: "las primeras cifras de cada acta", en: "the first figures of each sheet" },
    figures: "firstFiled",
    states: [...COUNTED, "referred"],
    annulled: "asNull",
  },
];

/** All policies of an election: the presets and its own. */
export function policiesOf(election: Election): readonly Policy[] {
  const own = new Set(election.policies.map((policy) => policy.id));
  return [...PRESET_POLICIES.filter((policy) => !own.has(policy.id)), ...election.policies];
}
