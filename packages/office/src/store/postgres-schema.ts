import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Client } from "pg";

/** Version of the tables below. Another one is refused: neither read nor changed. */
const FORMAT = 1;
/** Two that find nothing make it one after the other: this number is the lock that they meet at. */
const MAKING = 7_211_966;
const LEAST_SERVER = 150_000;

// One ledger for each database, in a schema of its own, so that it may stand beside other tables. A row of acta.range is an append, or a
// piece of one (leaves behind 16-bit lengths, as in the embedded file); the one row of acta.head is what appends are compared with.
// Ranges and blobs are only ever added: the triggers are against accidents; against people there is the signed tree.
const TABLES = `
CREATE SCHEMA acta;
CREATE TABLE acta.format (version integer NOT NULL);
INSERT INTO acta.format VALUES (${FORMAT});
CREATE TABLE acta.head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  size bigint NOT NULL CHECK (size >= 0),
  note bytea,
  verifier text
);
INSERT INTO acta.head (size) VALUES (0);
CREATE TABLE acta.range (
  first bigint PRIMARY KEY CHECK (first >= 0),
  count integer NOT NULL CHECK (count > 0),
  leaves bytea NOT NULL
);
ALTER TABLE acta.range ALTER COLUMN leaves SET STORAGE EXTERNAL;
CREATE TABLE acta.blob (sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'), bytes bytea NOT NULL);
ALTER TABLE acta.blob ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE FUNCTION acta.only_added() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'a ledger is only added to' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON acta.range EXECUTE FUNCTION acta.only_added();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON acta.blob EXECUTE FUNCTION acta.only_added();
`;

// What an append promises must not hang on how the server was set up. A rival that hangs is waited for, but not for ever.
const SESSION = `
SET client_min_messages = warning;
SET lock_timeout = '20s';
SET idle_in_transaction_session_timeout = '60s';
SET tcp_keepalives_idle = 30;
SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
`;

/**
 * Makes a session ready: durable commits, bounded waiting, tables of a version that is known. `make` makes the tables where the database
 * has none.
 */
export async function prepareSession(client: Client, where: string, make: boolean): Promise<Result<null>> {
  await client.query(SESSION);
  const asked = await client.query(
    "SELECT current_setting('server_version_num')::int AS version, current_setting('fsync') AS fsync",
  );
  const server = asRecord(asked.rows[0]);
  const version = Number(server["version"]);
  if (version < LEAST_SERVER)
    return fail({ code: "store.serverTooOld", where, context: { version: Math.floor(version / 10_000) } });
  if (server["fsync"] !== "on") return fail({ code: "store.serverNotDurable", where });
  const found = await formatOf(client);
  if (found !== null) return checkFormat(found, where);
  if (!make) return fail({ code: "store.noServerLedger", where });
  return makeTables(client, where);
}

function checkFormat(found: number, where: string): Result<null> {
  return found === FORMAT
    ? succeed(null)
    : fail({ code: "store.serverFormat", where, context: { found, known: FORMAT } });
}

async function makeTables(client: Client, where: string): Promise<Result<null>> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock($1)", [MAKING]);
    const found = await formatOf(client);
    if (found === null) await client.query(TABLES);
    await client.query("COMMIT");
    return found === null ? succeed(null) : checkFormat(found, where);
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** Version of the tables of a database; null when there are none, 0 when there is a schema of that name that is not ours. */
async function formatOf(client: Client): Promise<number | null> {
  const there = await client.query(
    "SELECT to_regnamespace('acta') IS NOT NULL AS schema, EXISTS (SELECT FROM pg_tables WHERE schemaname = 'acta' AND tablename = 'format') AS format",
  );
  const row = asRecord(there.rows[0]);
  if (row["schema"] !== true) return null;
  if (row["format"] !== true) return 0;
  const version = await client.query("SELECT version FROM acta.format");
  return version.rows.length === 1 ? Number(asRecord(version.rows[0])["version"]) : 0;
}

/** A row of an answer, of which nothing is known yet. */
export function asRecord(row: unknown): Readonly<Record<string, unknown>> {
  return typeof row === "object" && row !== null ? { ...row } : {};
}
