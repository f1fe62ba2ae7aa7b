import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { editionsInOrder } from "acta/record";
import { definitionIn, indexOf, openFolder } from "../../store/index.js";
import type { DataFolder } from "../../store/index.js";
import type { Desk } from "../desk/desk.js";
import { holdOf } from "../desk/publish-hold.js";

/** What readers are told as soon as a ledger has grown: the newest edition of each election, which the API answers about already. */
interface GrowthEvent {
  readonly schema: "acta-event/1";
  readonly provenance: string;
  readonly size: number;
  readonly editions: readonly {
    readonly election: string;
    readonly id: string;
    readonly number: number;
    readonly asOf: string | null;
  }[];
}

/** The event of a ledger as it stands. @returns problems of the folder, and `publish.tooEarly` while the law keeps it back. */
export function growthEvent(desk: Desk, data: string): Result<GrowthEvent> {
  const folder = openFolder(data);
  if (!folder.ok) return folder;
  try {
    return eventOf(desk, folder.value);
  } finally {
    folder.value.close();
  }
}

function eventOf(desk: Desk, folder: DataFolder): Result<GrowthEvent> {
  const index = indexOf(folder);
  if (!index.ok) return index;
  const held = holdOf({ folder, index: index.value }, "results", desk.now());
  if (!held.ok) return held;
  let provenance = "real";
  const editions = [];
  for (const indexed of index.value.elections) {
    const definition = definitionIn(folder, indexed);
    if (!definition.ok) return definition;
    // What did not happen is marked, also where only one of several elections did not.
    if (definition.value.provenance !== "real") provenance = definition.value.provenance;
    const newest = editionsInOrder(indexed.editions).at(-1);
    if (newest !== undefined)
      editions.push({ election: indexed.id, id: newest.id, number: newest.number, asOf: newest.asOf });
  }
  return succeed({ schema: "acta-event/1", provenance, size: index.value.size, editions });
}
