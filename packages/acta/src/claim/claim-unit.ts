import type { ClaimBase } from "./computation.js";
import type { Unit } from "./finding.js";
import { plainWords } from "./same-name.js";

/** Words by which units of claims name the base of a share, in both languages, without accents. */
const WORDS: readonly (readonly [ClaimBase, readonly string[]])[] = [
  ["population", ["population", "people", "inhabitants", "poblacion", "habitantes"]],
  ["registeredVoters", ["registered", "electors", "electores", "habiles", "padron"]],
  ["ballotsCast", ["cast", "ballots", "emitidos"]],
  ["validVotes", ["valid", "validos"]],
];

/** The base that a unit names ("% of valid"); null when it names none. */
function baseNamed(unit: string): ClaimBase | null {
  if (!unit.includes("%")) return null;
  const words = plainWords(unit).split(" ");
  return WORDS.find(([, names]) => names.some((name) => words.includes(name)))?.[0] ?? null;
}

const BASE_OF: ReadonlyMap<Unit, ClaimBase> = new Map([
  ["percentOfValid", "validVotes"],
  ["percentOfCast", "ballotsCast"],
  ["percentOfRegistered", "registeredVoters"],
]);

/** The base that a claim names while the value found has another: they must not be compared. Null when they agree or none is named. */
export function otherBaseNamed(claimUnit: string, unit: Unit): ClaimBase | null {
  const named = baseNamed(claimUnit);
  const own = BASE_OF.get(unit);
  return named !== null && own !== undefined && named !== own ? named : null;
}
