import type { Flag, LocalText, SheetState } from "../election/index.js";
import type { SimulationSpec } from "./spec.js";

// Positions of the statuses in the definition of a simulation; those of sheets at the tribunal follow, one for each flag.

/** Counted as it was filed. */
export const COUNTED = 0;
/** Counted with the figures that the tribunal decided. */
export const RESOLVED = 1;
/** Annulled by the tribunal. */
export const ANNULLED = 2;
/** The station never opened. */
export const NOT_INSTALLED = 3;
/** The sheet has not come. */
export const PENDING = 4;
const FIRST_REFERRED = 5;

/** A status as it stands in the definition of a simulation; its id is the word in the status column. */
export interface MadeStatus {
  readonly id: string;
  readonly name: LocalText;
  readonly state: SheetState;
  readonly resolved: boolean;
  readonly flags: readonly Flag[];
}

const FIXED: readonly MadeStatus[] = [
  status("counted", "counted", false, "Contabilizada", "Counted"),
  status("resolved", "counted", true, "Contabilizada tras resolución", "Counted after a ruling"),
  status("annulled", "annulled", true, "Anulada", "Annulled"),
  status("notInstalled", "notInstalled", false, "Mesa no instalada", "Station not installed"),
  status("pending", "pending", false, "Pendiente", "Pending"),
];

const FLAG_NAMES: Readonly<Record<Flag, LocalText>> = {
  materialError: { es: "error material", en: "material error" },
  illegible: { es: "ilegible", en: "illegible" },
  incomplete: { es: "incompleta", en: "incomplete" },
  unsigned: { es: "sin firmas", en: "unsigned" },
  noData: { es: "sin datos", en: "no data" },
  challengedVotes: { es: "votos impugnados", en: "challenged votes" },
  nullityRequested: { es: "solicitud de nulidad", en: "annulment requested" },
  lost: { es: "extraviada", en: "lost" },
  destroyed: { es: "siniestrada", en: "destroyed" },
  other: { es: "otra observación", en: "other observation" },
};

/** The statuses of a simulation: the fixed ones, then `referred.<flag>` for the flags that occur. */
export function statusesOf(spec: SimulationSpec): readonly MadeStatus[] {
  const referred = flagsOf(spec).map((flag) => ({
    id: `referred.${flag}`,
    name: { es: `Observada: ${FLAG_NAMES[flag].es}`, en: `Flagged: ${FLAG_NAMES[flag].en}` },
    state: "referred" as const,
    resolved: false,
    flags: [flag],
  }));
  return [...FIXED, ...referred];
}

/** Position of the status of sheets that are at the tribunal with this flag. */
export function referredWith(spec: SimulationSpec, flag: Flag): number {
  return FIRST_REFERRED + flagsOf(spec).indexOf(flag);
}

function flagsOf(spec: SimulationSpec): readonly Flag[] {
  return [...new Set(spec.flagged.map((kind) => kind.flag))].toSorted();
}

function status(id: string, state: SheetState, resolved: boolean, es: string, en: string): MadeStatus {
  return { id, name: { es, en }, state, resolved, flags: [] };
}
