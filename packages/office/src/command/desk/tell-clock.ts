import { clockBehind } from "../../store/index.js";
import type { DataFolder } from "../../store/index.js";
import type { Desk } from "./desk.js";

/**
 * Looks whether the clock of this machine is behind what a folder has recorded.
 * @returns what says so: to be called when more has been recorded, with the moment that was there before.
 */
export function clockTeller(desk: Desk, folder: DataFolder): () => void {
  const now = desk.now();
  const last = clockBehind(folder, now);
  return () => {
    if (last !== null) desk.warn(desk.language.say("ledger.clockBehind", { now, last }));
  };
}
