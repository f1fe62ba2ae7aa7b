import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { checkClaims, claimEn, claimEs } from "acta/claim";
import type { CheckedClaim, ClaimsFile } from "acta/claim";
import { disputeEn, disputeEs } from "acta/dispute";
import type { Provenance } from "acta/election";
import { importEn, importEs, loadClaims } from "../../import/index.js";
import { indexOf, openFolder } from "../../store/index.js";
import type { Desk } from "../desk/desk.js";
import { freshen } from "../desk/fresh-copy.js";
import { evidenceOf } from "./claim-evidence.js";
import type { GatheredEvidence } from "./claim-evidence.js";
import { mappingFor } from "./claims-mapping.js";

/** What is asked for: which file says what to compute, which claims are shown, and the data folder. */
export interface ClaimsAsked {
  readonly mapping?: string;
  readonly only?: string;
  readonly data: string;
}

/** Claims that were checked, and what they were checked against. */
export interface ClaimsChecked {
  readonly file: ClaimsFile;
  /** Path of the claims file as given, and of the file that says what to compute; null when it is the same. */
  readonly path: string;
  readonly mapping: string | null;
  readonly claims: readonly CheckedClaim[];
  readonly evidence: GatheredEvidence;
}

/** The zone in which moments are told: that of the elections, else UTC. */
export function zoneOf({ evidence }: ClaimsChecked): string {
  return evidence.elections[0]?.timeZone ?? "UTC";
}

/** What is made up or a drill among the elections makes the whole answer so. */
export function provenanceIn({ evidence }: ClaimsChecked): Provenance {
  const all = evidence.elections.map(({ provenance }) => provenance);
  return all.includes("synthetic") ? "synthetic" : all.includes("drill") ? "drill" : "real";
}

/** Reads a claims file and checks its claims against a data folder. */
export async function checkedClaims(
  desk: Desk,
  asked: ClaimsAsked,
  path: string,
): Promise<Result<ClaimsChecked, readonly Problem[]>> {
  desk.language.learn({ es: claimEs, en: claimEn });
  desk.language.learn({ es: disputeEs, en: disputeEn });
  desk.language.learn({ es: importEs, en: importEn });
  const mapping = mappingFor(desk.cwd, path, asked.mapping);
  if (!mapping.ok) return mapping;
  const loaded = loadClaims(resolve(desk.cwd, path), mapping.value?.file ?? null);
  if (!loaded.ok) return loaded;
  const { file } = loaded.value;
  const chosen = chosenClaims(file, asked.only);
  if (!chosen.ok) return fail([chosen.problem]);
  const evidence = await gathered(desk, asked.data, file, mapping.value?.path ?? path);
  if (!evidence.ok) return evidence;
  const claims = checkClaims(evidence.value.evidence, file.claims).filter(({ claim }) => chosen.value(claim.id));
  return succeed({ file, path, mapping: mapping.value?.path ?? null, claims, evidence: evidence.value });
}

/** Which claims are shown; all are checked, since a claim may contradict one that is not. */
function chosenClaims({ claims }: ClaimsFile, only: string | undefined): Result<(id: string) => boolean> {
  if (only === undefined) return succeed(() => true);
  const wanted = only.split(",").map((each) => each.trim());
  const unknown = wanted.find((id) => !claims.some((claim) => claim.id === id));
  return unknown === undefined
    ? succeed((id) => wanted.includes(id))
    : fail({ code: "claims.noClaim", context: { id: unknown.slice(0, 64) } });
}

/** Evidence of the data folder; a folder that is not there is no evidence about a count, and is told. */
async function gathered(
  desk: Desk,
  data: string,
  file: ClaimsFile,
  from: string,
): Promise<Result<GatheredEvidence, readonly Problem[]>> {
  const path = resolve(desk.cwd, data);
  const fresh = await freshen(desk, path);
  const folder = fresh.ok ? openFolder(path) : fresh;
  if (!folder.ok) {
    if (folder.problem.code !== "store.noData") return fail([folder.problem]);
    desk.warn(desk.language.say("claims.noData", { data }));
    return evidenceOf(null, file, resolve(desk.cwd, from));
  }
  try {
    const index = indexOf(folder.value);
    if (!index.ok) return fail([index.problem]);
    return evidenceOf({ folder: folder.value, index: index.value }, file, resolve(desk.cwd, from));
  } finally {
    folder.value.close();
  }
}

/** Data that are not here are an answer, and not a mistake of who wrote the claim or what to compute for it. */
const MISSING: readonly string[] = ["claim.noElection", "claim.noValue"];

/** What is wrong with claims, facts and what is to be computed: a line each. */
export function mistakesIn({ file, claims }: ClaimsChecked): readonly Problem[] {
  const found = claims.flatMap(({ claim, parts }) =>
    parts.flatMap(({ problem }) =>
      problem === null || MISSING.includes(problem.code) ? [] : [{ ...problem, where: claim.id }],
    ),
  );
  return [...file.problems, ...found];
}
