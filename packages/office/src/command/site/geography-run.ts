import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { GeographyFile } from "acta/election";
import { filesEn, filesEs } from "../../files/index.js";
import { cacheOf, fetchFiles, followEn, followEs, machinePace } from "../../follow/index.js";
import { importEn, importEs, keepGeography } from "../../import/index.js";
import { definitionIn, indexOf, openFolder } from "../../store/index.js";
import type { DataFolder } from "../../store/index.js";
import { EXIT, printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { freshen } from "../desk/fresh-copy.js";
import { AGENT } from "../desk/version.js";

/** Flags of `acta geography`. */
export interface GeographyFlags {
  readonly fetch: boolean;
  readonly data: string;
  readonly json: boolean;
}

/** A file that a definition names, and whether it is in the data folder. */
interface NamedGeography extends GeographyFile {
  readonly election: string;
  readonly isHere: boolean;
}

/** Runs `acta geography`. */
export async function runGeography(desk: Desk, flags: GeographyFlags, files: readonly string[]): Promise<void> {
  learn(desk);
  const data = resolve(desk.cwd, flags.data);
  const fresh = await freshen(desk, data);
  if (!fresh.ok) return tell(desk, fresh.problem);
  const folder = openFolder(data);
  if (!folder.ok)
    return tell(
      desk,
      folder.problem.code === "store.noData" ? { ...folder.problem, where: flags.data } : folder.problem,
    );
  try {
    const problems = await keepAll(desk, folder.value, files, flags.fetch);
    const named = namedIn(folder.value);
    if (!named.ok) return tell(desk, named.problem);
    if (flags.json) printJson(desk, { schema: "acta-geography/1", ...named.value });
    else desk.print(geographyText(desk, named.value.files, flags.data));
    for (const problem of problems) tell(desk, problem);
  } finally {
    folder.value.close();
  }
}

/**
 * Keeps geography files in a data folder: those given, and with `fetch` those that have an address and are not here yet.
 * @returns what went wrong, a problem for each file; nothing of it stands in the way of a count.
 */
export async function keepAll(
  desk: Desk,
  folder: DataFolder,
  files: readonly string[],
  fetch: boolean,
): Promise<readonly Problem[]> {
  learn(desk);
  const named = namedIn(folder);
  if (!named.ok) return [named.problem];
  const problems: Problem[] = [];
  const paths = files.map((file) => resolve(desk.cwd, file));
  const wanted = named.value.files.filter(({ isHere, url }) => !isHere && url !== "");
  if (fetch && wanted.length > 0) {
    const fetched = await fetchAll(desk, folder.path, wanted);
    if (fetched.ok) paths.push(...fetched.value);
    else problems.push(...fetched.problem);
  }
  for (const path of paths) {
    const kept = await keepGeography(folder, named.value.files, path);
    if (!kept.ok) problems.push(kept.problem);
  }
  return problems;
}

function learn(desk: Desk): void {
  desk.language.learn({ es: filesEs, en: filesEn });
  desk.language.learn({ es: importEs, en: importEn });
  desk.language.learn({ es: followEs, en: followEn });
}

async function fetchAll(
  desk: Desk,
  data: string,
  files: readonly GeographyFile[],
): Promise<Result<readonly string[], readonly Problem[]>> {
  const cache = cacheOf(data);
  if (!cache.ok) return fail([cache.problem]);
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once("SIGINT", stop);
  try {
    const fetched = await fetchFiles(files, cache.value, {
      agent: AGENT,
      pace: machinePace(desk.now),
      signal: controller.signal,
      mayBePrivate: false,
      progress: (name, at, count) => desk.progress(desk.language.say("import.fetching", { name, at, count })),
    });
    return fetched.ok ? succeed(fetched.value.map(({ path }) => path)) : fetched;
  } finally {
    process.removeListener("SIGINT", stop);
    desk.progress("");
    if (controller.signal.aborted) desk.exit(EXIT.interrupted);
  }
}

interface NamedFiles {
  readonly provenance: string;
  readonly files: readonly NamedGeography[];
}

/** The geography files that the definitions of a folder name; two elections may share one. */
function namedIn(folder: DataFolder): Result<NamedFiles> {
  const index = indexOf(folder);
  if (!index.ok) return index;
  const files: NamedGeography[] = [];
  const provenances: string[] = [];
  for (const indexed of index.value.elections) {
    const definition = definitionIn(folder, indexed);
    if (!definition.ok) return definition;
    const { id, geography, provenance } = definition.value;
    provenances.push(provenance);
    for (const file of geography?.files ?? [])
      files.push({ election: id, ...file, isHere: folder.blobs.has(file.sha256) });
  }
  const made = provenances.find((each) => each === "synthetic");
  return succeed({ provenance: made ?? (index.value.drill ? "drill" : (provenances[0] ?? "real")), files });
}

function geographyText({ language }: Desk, files: readonly NamedGeography[], data: string): string {
  if (files.length === 0) return language.say("geography.none");
  const lines = files.map(({ election, name, isHere, url }) =>
    language.say("geography.file", { election, name, state: isHere ? "here" : url === "" ? "noAddress" : "address" }),
  );
  const missing = files.filter(({ isHere }) => !isHere).length;
  return [...lines, language.say("geography.sum", { missing, count: files.length, data })].join("\n");
}
