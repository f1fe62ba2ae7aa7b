import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";

/** Where a PostgreSQL server keeps a ledger. It holds no secret, so that it may stand in files and messages. */
export interface ServerAddress {
  /** A connection URI (PostgreSQL 34.1.1.2) without a password. */
  readonly text: string;
}

const SCHEME = /^postgres(?:ql)?:\/\//i;
/** Parameters of a connection URI that are secrets, or may be. */
const SECRET = /[?&](?:ssl)?password=/i;

/** True for a text that is meant as the address of a PostgreSQL server. */
export function isServerAddress(text: string): boolean {
  return SCHEME.test(text);
}

/** True for a path that was meant as the address of a server: it may hold a password, and is not repeated. */
export function isServerPath(path: string): boolean {
  return /(?:^|[/\\])postgres(?:ql)?:[/\\]/i.test(path);
}

/**
 * Parses the address of a server. One with a password in it is refused, and not repeated in the problem: it would stand in the history of
 * the shell, in the list of processes and in a file. `PGPASSWORD`, `~/.pgpass` and certificates are read by the driver itself.
 */
export function parseServerAddress(text: string): Result<ServerAddress> {
  const rest = text.replace(SCHEME, "");
  if (rest === text) return fail({ code: "store.badServerAddress" });
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? "";
  const user = authority.includes("@") ? authority.slice(0, authority.lastIndexOf("@")) : "";
  if (user.includes(":") || SECRET.test(decoded(rest))) return fail({ code: "store.passwordInAddress" });
  return URL.canParse(text) && !/[\s#]/.test(text) ? succeed({ text }) : fail({ code: "store.badServerAddress" });
}

/** Names of parameters may be written with percent signs as well. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
