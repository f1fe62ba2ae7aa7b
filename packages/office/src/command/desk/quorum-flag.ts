import { fail, parseCount, succeed } from "acta/basics";
import type { Count, Result } from "acta/basics";

/** Reads `--quorum`; undefined when it is not given. */
export function quorumFlag(text: string | undefined): Result<Count | undefined> {
  if (text === undefined) return succeed(undefined);
  const quorum = parseCount(text);
  return quorum === undefined ? fail({ code: "command.badQuorum", context: { text } }) : succeed(quorum);
}
