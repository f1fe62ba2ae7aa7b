import { clockBehind } from "../store/index.js";
import type { DataFolder } from "../store/index.js";
import type { Desk } from "./desk.js";

/** Says that the clock of this machine is behind what a folder has recorded, before more is. */
export function tellClock(desk: Desk, folder: DataFolder): void {
  const now = desk.now();
  const last = clockBehind(folder, now);
  if (last !== null) desk.warn(desk.language.say("ledger.clockBehind", { now, last }));
}
