import type { Problem } from "acta/basics";

// What the driver and the server say, in the words of this room. Their own messages are not repeated: they may quote statements and
// addresses. Codes of the server: PostgreSQL, Appendix A.

const CODES: Readonly<Record<string, string>> = {
  "28000": "store.serverRefused",
  "28P01": "store.serverRefused",
  "3D000": "store.noDatabase",
  "42501": "store.serverDenied",
  "53100": "store.serverFull",
  "55P03": "store.serverBusy",
  "40001": "store.serverBusy",
  "40P01": "store.serverBusy",
};

/** The server goes away, comes up, or has no room for another connection. */
const GONE = /^(?:08...|57P0[1-5]|53300|57P03)$/;
/** No class of these codes begins with E: EPIPE has five letters too, and is the system's word for a server that is gone. */
const SQLSTATE = /^(?!E)[0-9A-Z]{5}$/;
const TLS = /^(?:ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_SSL)/;

/** Turns an error of the driver or the server into a problem; anything else is a bug and is thrown on. */
export function serverProblem(error: unknown, where: string): Problem {
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? String(error.code) : "";
  if (SQLSTATE.test(code)) {
    if (GONE.test(code)) return { code: "store.serverGone", where, context: { reason: code } };
    return { code: CODES[code] ?? "store.serverFailed", where, context: { reason: code } };
  }
  if (/^E[A-Z0-9]+$/.test(code) && !TLS.test(code))
    return { code: "store.serverGone", where, context: { reason: code } };
  if (TLS.test(code) || /SSL/.test(error.message)) return { code: "store.serverTls", where, context: { reason: code } };
  if (/^SASL|password/i.test(error.message)) return { code: "store.serverRefused", where, context: { reason: "SASL" } };
  if (/terminated|timeout|not queryable|Connection|closed/i.test(error.message))
    return {
      code: "store.serverGone",
      where,
      context: { reason: /timeout/i.test(error.message) ? "timeout" : "closed" },
    };
  throw error;
}
