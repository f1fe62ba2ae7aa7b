import { expect, test } from "vitest";
import type { Act } from "../record/index.js";
import { ALL, eventsOfActs, replayEvents } from "./index.js";
import { sampleLaws } from "./sample-procedures.js";

const laws = sampleLaws();

/** An act as the record hands it out; only what the room reads. */
function act(index: number, kind: string, entry: object): Act {
  const actor = { role: "authority", name: "Council" };
  return { index, kind, header: { actor }, entry: { at: null, replaces: null, ...entry } } as unknown as Act;
}

const motion = { motion: "m1", chamber: "council", procedure: "removal", state: "filed", subject: "x", signatories: 3 };
const call = { motion: "m1", chamber: "council", question: "removal", present: 9, eligible: 9, members: [] };
const acts = [
  act(1, "office", {
    at: "2030-01-10",
    office: "chair",
    holder: "Ann",
    state: "taken",
    cause: "election",
    follows: "",
  }),
  act(4, "rollCall", { ...call, at: "2030-03-04", inFavour: 6, against: 3, abstentions: 0 }),
  act(3, "rollCall", { ...call, at: "2030-03-04", inFavour: 2, against: 7, abstentions: 0 }),
  act(2, "motion", { ...motion, at: "2030-03-01" }),
  act(5, "motion", { ...motion, at: "2030-03-04", state: "adopted" }),
  act(6, "outsideEvent", { at: "2030-03-05", event: "e", category: "march", text: "a march", documents: [] }),
  act(7, "motion", motion),
  act(8, "rollCall", { ...call, at: "2030-03-06", question: "unheard", inFavour: 1, against: 1, abstentions: 0 }),
];
const corrected = acts.map((each) =>
  each.index === 4 ? ({ ...each, entry: { ...each.entry, replaces: 3 } } as Act) : each,
);

test("motions, roll calls, offices and outside events of a ledger are events in the order of time", () => {
  const { events, leftOut } = eventsOfActs(corrected, laws);
  expect(events.map(({ id, kind }) => [id, kind])).toEqual([
    ["entry-1", "office"],
    ["entry-2", "step"],
    ["entry-4", "step"],
    ["entry-6", "outside"],
  ]);
  // One that nobody dated, and one on a question that the law does not know.
  expect(leftOut).toEqual([7, 8]);
});

test("replayed they remove the holder: the corrected roll call counts, not the one that it replaces", () => {
  const replayed = replayEvents(laws, eventsOfActs(corrected, laws).events, ALL);
  expect(replayed).toMatchObject({
    ok: true,
    value: { events: { 2: { ended: [{ office: "chair", holder: "Ann" }] } } },
  });
});
