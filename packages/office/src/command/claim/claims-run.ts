import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { checkClaims, claimEn, claimEs } from "acta/claim";
import type { CheckedClaim, ClaimsFile } from "acta/claim";
import { disputeEn, disputeEs } from "acta/dispute";
import { importEn, importEs, loadClaims } from "../../import/index.js";
import { indexOf, openFolder } from "../../store/index.js";
import { printJson, tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { freshen } from "../desk/fresh-copy.js";
import { evidenceOf } from "./claim-evidence.js";
import type { GatheredEvidence } from "./claim-evidence.js";
import { claimsDocument } from "./claims-document.js";
import { claimsText } from "./claims-text.js";
import { mappingFor } from "./claims-mapping.js";

/** Flags of `acta claims check`. */
export interface ClaimsFlags {
  readonly mapping?: string;
  readonly only?: string;
  readonly data: string;
  readonly json: boolean;
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

/** Runs `acta claims check`: every claim that can be read is checked; what cannot be read is told in a line each, and the exit code is 1. */
export async function runClaims(desk: Desk, flags: ClaimsFlags, path: string): Promise<void> {
  const checked = await claimsChecked(desk, flags, path);
  if (!checked.ok) return tellAll(desk, checked.problem);
  if (flags.json) printJson(desk, claimsDocument(desk.language, checked.value));
  else desk.print(claimsText(desk.language, checked.value));
  tellAll(desk, [...checked.value.file.problems, ...mistakesIn(checked.value.claims)]);
  return undefined;
}

/** Data that are not here are an answer, and not a mistake of who wrote the claim or what to compute for it. */
const MISSING: readonly string[] = ["claim.noElection", "claim.noValue"];

function mistakesIn(claims: readonly CheckedClaim[]): readonly Problem[] {
  return claims.flatMap(({ claim, parts }) =>
    parts.flatMap(({ problem }) =>
      problem === null || MISSING.includes(problem.code) ? [] : [{ ...problem, where: claim.id }],
    ),
  );
}

/** Reads a claims file and checks its claims against a data folder. */
export async function claimsChecked(
  desk: Desk,
  flags: Pick<ClaimsFlags, "mapping" | "only" | "data">,
  path: string,
): Promise<Result<ClaimsChecked, readonly Problem[]>> {
  desk.language.learn({ es: claimEs, en: claimEn });
  desk.language.learn({ es: disputeEs, en: disputeEn });
  desk.language.learn({ es: importEs, en: importEn });
  const mapping = mappingFor(desk.cwd, path, flags.mapping);
  if (!mapping.ok) return mapping;
  const loaded = loadClaims(resolve(desk.cwd, path), mapping.value?.file ?? null);
  if (!loaded.ok) return loaded;
  const { file } = loaded.value;
  const chosen = chosenClaims(file, flags.only);
  if (!chosen.ok) return fail([chosen.problem]);
  const evidence = await gathered(desk, flags.data, file, mapping.value?.path ?? path);
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
