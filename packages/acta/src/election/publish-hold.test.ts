import { parseInstant } from "../basics/index.js";
import type { Instant } from "../basics/index.js";
import { describe, expect, test } from "vitest";
import { heldBack } from "./index.js";
import type { PublishHold } from "./index.js";

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not a moment: ${text}`);
  return instant;
}

const early: PublishHold = { product: "results", moment: at("2030-03-10T17:00-05:00"), article: "art. 1" };
const late: PublishHold = { product: "results", moment: at("2030-03-10T19:00-05:00"), article: "art. 2" };
const polls: PublishHold = { product: "exitPoll", moment: at("2030-03-10T20:00-05:00"), article: "art. 3" };
const election = { publishNotBefore: [late, early, polls] };

describe("what the law keeps back", () => {
  test("is kept back until the moment, and free from that second on", () => {
    expect(heldBack(election, "results", at("2030-03-10T23:59:59Z"))).toBe(late);
    expect(heldBack(election, "results", at("2030-03-11T00:00:00Z"))).toBeNull();
  });

  test("is the hold that ends last when there are several", () => {
    expect(heldBack(election, "results", at("2030-03-10T12:00:00Z"))).toBe(late);
  });

  test("does not keep back another product", () => {
    expect(heldBack(election, "exitPoll", at("2030-03-11T00:30:00Z"))).toBe(polls);
    expect(heldBack(election, "results", at("2030-03-11T00:30:00Z"))).toBeNull();
    expect(heldBack(election, "projection", at("2030-03-10T00:00:00Z"))).toBeNull();
  });

  test("gives way to what was decided since about the same product: the last decision holds, earlier or later", () => {
    const released: PublishHold = { product: "results", moment: at("2030-03-10T18:00-05:00"), article: "art. 9" };
    const again: PublishHold = { product: "results", moment: at("2030-03-11T18:00-05:00"), article: "art. 10" };
    expect(heldBack(election, "results", at("2030-03-10T23:30:00Z"), [released])).toBeNull();
    expect(heldBack(election, "results", at("2030-03-10T22:30:00Z"), [released])).toBe(released);
    expect(heldBack(election, "results", at("2030-03-11T12:00:00Z"), [released, again])).toBe(again);
    expect(heldBack(election, "exitPoll", at("2030-03-11T00:30:00Z"), [released])).toBe(polls);
  });
});
