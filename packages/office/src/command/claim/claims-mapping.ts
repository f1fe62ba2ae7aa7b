import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { ClaimsFile } from "acta/claim";
import { loadClaims } from "../../import/index.js";

/** A file that says what to compute for the claims of another. */
export interface Mapping {
  readonly file: ClaimsFile;
  /** As it is shown. */
  readonly path: string;
}

/** Where mappings of a country stand below the folder in which one works. */
const FOLDER = "jurisdictions";

/**
 * The mapping of a claims file: the one that is given; none when the file says itself what to compute; else the only one among the
 * jurisdictions that maps every claim of it.
 * @returns `claims.noMapping`, `claims.severalMappings`; the problems of the files.
 */
export function mappingFor(
  cwd: string,
  path: string,
  given: string | undefined,
): Result<Mapping | null, readonly Problem[]> {
  if (given !== undefined) {
    const loaded = loadClaims(resolve(cwd, given), null);
    return loaded.ok ? succeed({ file: loaded.value.file, path: given }) : loaded;
  }
  const own = loadClaims(resolve(cwd, path), null);
  if (!own.ok) return own;
  if (own.value.file.claims.some(({ parts }) => parts.length > 0)) return succeed(null);
  const ids = own.value.file.claims.filter(({ problem }) => problem?.code !== "claim.badClaim").map(({ id }) => id);
  const fitting = mappingsBelow(cwd).filter(({ file }) => {
    const known = new Set(file.claims.map(({ id }) => id));
    return ids.length > 0 && ids.every((id) => known.has(id));
  });
  const [first, second] = fitting;
  if (first === undefined) return fail([{ code: "claims.noMapping", where: path }]);
  if (second !== undefined)
    return fail([{ code: "claims.severalMappings", where: path, context: { one: first.path, other: second.path } }]);
  return succeed(first);
}

function mappingsBelow(cwd: string): readonly Mapping[] {
  const root = join(cwd, FOLDER);
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(root, name))
        .filter((file) => /^claims.*\.ya?ml$/.test(file))
        .flatMap((file) => {
          const at = join(root, name, file);
          const loaded = loadClaims(at, null);
          return loaded.ok ? [{ file: loaded.value.file, path: relative(cwd, at) }] : [];
        }),
    );
}
