// The institutions of Peru (jurisdictions/peru/institutions.yaml) and the real votes of the Congress of 2021 and of its roll calls
// (../shared/peru/congress-2021.json, institution-cases.json) in the forms of the room `institution`, for tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseInstitutions } from "acta/institution";
import type { InstitutionLaw } from "acta/institution";
import { parse as parseYaml } from "yaml";
import { sharedPath } from "./shared-data.js";
import { root } from "./workshop.mjs";

/** Path of the institutions file of Peru. */
export const PERU_INSTITUTIONS = join(root, "jurisdictions/peru/institutions.yaml");

/** The institutions file as a document, to be parsed or spoilt. */
export function institutionsDocument(): unknown {
  return parseYaml(readFileSync(PERU_INSTITUTIONS, "utf8"));
}

/** The institutions of Peru; throws when the file has problems. */
export function peruInstitutions(): InstitutionLaw {
  const law = parseInstitutions(institutionsDocument());
  if (!law.ok) throw new Error(JSON.stringify(law.problem));
  return law.value;
}

/** What the file of the Congress of 2021 says. */
export interface Congress2021 {
  readonly national: {
    readonly validVotes: number;
    readonly votesCast: number;
    readonly parties: readonly { readonly party: string; readonly votes: number; readonly seats: number }[];
    readonly belowBarrierFromMemory: readonly { readonly party: string; readonly votes: number }[];
  };
  readonly districts: readonly {
    readonly id: string;
    readonly name: string;
    readonly seats: number;
    readonly partiesWithSeats: readonly {
      readonly party: string;
      readonly votes: number;
      readonly seats: number;
      readonly elected: readonly { readonly listNumber: number; readonly preferentialVotes: number }[];
    }[];
    readonly cifraRepartidora: { readonly numerator: number; readonly denominator: number; readonly party: string };
  }[];
}

/** Reads ../shared/peru/congress-2021.json. */
export function congress2021(): Congress2021 {
  return JSON.parse(readFileSync(sharedPath("peru", "congress-2021.json"), "utf8")) as Congress2021;
}

/**
 * The same as a votes document (`acta-votes/1`). Its districts list only winners of seats, whose elected candidates alone are known: who
 * else stood on a list is not, so that candidates are left out.
 */
export function congressVotes(congress: Congress2021, withDecision = true) {
  const { national, districts } = congress;
  const parties = [...national.parties, ...national.belowBarrierFromMemory];
  return {
    format: "acta-votes/1",
    source: "Res. 0602-2021-JNE; ONPE, 18 May 2021",
    whole: { validVotes: national.validVotes, ballotsCast: national.votesCast },
    lists: parties.map(({ party, votes }) => ({ list: party, votes })),
    ...(withDecision ? { qualified: national.parties.map(({ party }) => party) } : {}),
    districts: districts.map(({ id, partiesWithSeats }) => ({
      district: id,
      omits: "listsWithoutSeat",
      lists: partiesWithSeats.map(({ party, votes }) => ({ list: party, votes })),
    })),
  };
}

/** One real vote of institution-cases.json. */
export interface VoteCase {
  readonly id: string;
  readonly date: string;
  readonly body: string;
  readonly procedure: string;
  readonly yes: number;
  readonly no: number | null;
  readonly abstain: number | null;
  readonly present: number | null;
  readonly eligible: number | null;
  readonly legalNumber: number;
  readonly votesNeeded: number | string | null;
  readonly expected: string;
}

/** Reads ../shared/peru/institution-cases.json. */
export function voteCases(): {
  readonly thresholdsFor130: Readonly<Record<string, number>>;
  readonly thresholdsFor60: Readonly<Record<string, number>>;
  readonly cases: readonly VoteCase[];
} {
  return JSON.parse(readFileSync(sharedPath("peru", "institution-cases.json"), "utf8"));
}
