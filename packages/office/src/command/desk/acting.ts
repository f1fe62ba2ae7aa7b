import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { disputeEn, disputeEs } from "acta/dispute";
import { ledgerEn, ledgerEs } from "acta/ledger";
import { actEn, actEs, signerFor } from "../../act/index.js";
import type { ActEntering } from "../../act/index.js";
import { definitionIn, indexOf, ledgerClock, openToWrite, stageUntilFirst } from "../../store/index.js";
import { tell } from "./desk.js";
import type { Desk } from "./desk.js";
import { clockTeller } from "./tell-clock.js";

/** Flags of every command that enters acts. */
export interface ActingFlags {
  readonly data: string;
  readonly sign?: string;
  readonly json: boolean;
}

/**
 * Opens a data folder for entering acts, does it, and closes it again; tells what went wrong.
 * @param ownKey the act is signed with the ledger's own key, whatever its mode: nobody else's is asked for.
 */
export async function acting(
  desk: Desk,
  flags: ActingFlags,
  act: (entering: ActEntering) => Promise<Result<string>>,
  ownKey = false,
): Promise<void> {
  desk.language.learn({ es: actEs, en: actEn });
  desk.language.learn({ es: ledgerEs, en: ledgerEn });
  desk.language.learn({ es: disputeEs, en: disputeEn });
  const done = await inFolder(desk, flags, act, ownKey);
  if (done.ok) desk.print(done.value);
  else tell(desk, done.problem);
}

async function inFolder(
  desk: Desk,
  flags: ActingFlags,
  act: (entering: ActEntering) => Promise<Result<string>>,
  ownKey: boolean,
): Promise<Result<string>> {
  const path = resolve(desk.cwd, flags.data);
  // Opening for writing would make the folder: a name that was mistyped must leave nothing behind.
  if (!existsSync(path)) return fail({ code: "store.noData", where: flags.data });
  const folder = await openToWrite(path);
  if (!folder.ok) return folder;
  try {
    const opened = folder.value;
    if (opened.ledger.size === 0) return fail({ code: "act.noLedger", where: flags.data });
    const keyFile = flags.sign === undefined ? null : resolve(desk.cwd, flags.sign);
    const tellClock = clockTeller(desk, opened);
    // Another desk may be quicker: then the act is made again from what the ledger has by then.
    const done = await stageUntilFirst(opened, async () => {
      const signer = ownKey ? succeed(null) : signerFor(opened, { keyFile, founds: null });
      if (!signer.ok) return signer;
      const clock = ledgerClock(opened, desk.now);
      return clock.ok ? act({ folder: opened, recordedAt: clock.value(), signer: signer.value }) : clock;
    });
    if (done.ok) tellClock();
    return done;
  } finally {
    folder.value.close();
  }
}

/** The zone in which people write times of an election; UTC where a folder has several and none is named. */
export function zoneOf({ folder }: ActEntering, election = ""): Result<string> {
  const index = indexOf(folder);
  if (!index.ok) return index;
  const { elections } = index.value;
  const one = elections.find(({ id }) => id === election) ?? (elections.length === 1 ? elections[0] : undefined);
  const definition = one === undefined ? null : definitionIn(folder, one);
  if (definition === null) return succeed("UTC");
  return definition.ok ? succeed(definition.value.timeZone) : definition;
}

/** What was printed, as a documented JSON shape or in words. */
export function told(flags: ActingFlags, document: Readonly<Record<string, unknown>>, text: string): Result<string> {
  return succeed(flags.json ? JSON.stringify(document, null, 2) : text);
}
