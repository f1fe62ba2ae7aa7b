import { resolve } from "node:path";
import { cacheOf, fetchAddress, fetchKnown, followEn, followEs, machinePace } from "../../follow/index.js";
import type { LoadedDefinition } from "../../import/index.js";
import { EXIT, tell, tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { isAddress } from "../desk/flags.js";
import { AGENT } from "../desk/version.js";

/** Where the files of an import come from. */
export interface SourceChoice {
  /** Paths and addresses as the user wrote them. */
  readonly sources: readonly string[];
  /** Also the files that the definition names, from the network. */
  readonly fetch: boolean;
  /** Of these also the published totals. */
  readonly bulletins: boolean;
}

/**
 * The paths of the files to import: what has an address is fetched into the data folder's cache first. Tells what went wrong and
 * returns null when something did.
 */
export async function sourcePaths(
  desk: Desk,
  definition: LoadedDefinition,
  choice: SourceChoice,
  data: string,
): Promise<readonly string[] | null> {
  desk.language.learn({ es: followEs, en: followEn });
  const cache = cacheOf(data);
  if (!cache.ok) {
    tell(desk, cache.problem);
    return null;
  }
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once("SIGINT", stop);
  try {
    return await fetchAll(desk, definition, choice, cache.value, controller.signal);
  } finally {
    process.removeListener("SIGINT", stop);
    desk.progress("");
    if (controller.signal.aborted) desk.exit(EXIT.interrupted);
  }
}

async function fetchAll(
  desk: Desk,
  definition: LoadedDefinition,
  choice: SourceChoice,
  cache: string,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const options = { agent: AGENT, pace: machinePace(desk.now), signal };
  const progress = (name: string, at: number, count: number): void =>
    desk.progress(desk.language.say("import.fetching", { name, at, count }));
  const paths: string[] = [];
  for (const [at, source] of choice.sources.entries()) {
    if (isAddress(source)) progress(source.split(/[?#]/)[0] ?? "", at + 1, choice.sources.length);
    const fetched = isAddress(source) ? await fetchAddress(source, cache, { ...options, mayBePrivate: true }) : null;
    if (fetched !== null && !fetched.ok) {
      tell(desk, fetched.problem);
      return null;
    }
    paths.push(fetched === null ? resolve(desk.cwd, source) : fetched.value.path);
  }
  if (!choice.fetch) return paths;
  const known = await fetchKnown(definition.election, cache, {
    ...options,
    mayBePrivate: false,
    bulletins: choice.bulletins,
    progress,
  });
  if (known.ok) return [...paths, ...known.value.map((file) => file.path)];
  tellAll(desk, known.problem);
  desk.warn(desk.language.say("import.fetchedNot", { cache }));
  return null;
}
