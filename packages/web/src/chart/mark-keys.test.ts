import * as fc from "fast-check";
import { expect, test } from "vitest";
import { moveTo, nearestMark } from "./mark-keys.js";
import { plotFrame } from "./plot.js";

test("keys move along the marks and never beyond them", () => {
  const keys = fc.constantFrom("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End");
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 40 }), fc.integer({ min: 1, max: 90 }), (pressed, all) => {
      let at = all - 1;
      for (const key of pressed) {
        at = moveTo(key, at, all) ?? -1;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThan(all);
      }
      expect(moveTo("Home", at, all)).toBe(0);
      expect(moveTo("Tab", at, all)).toBeNull();
    }),
  );
});

test("pointing finds the mark that stands there", () => {
  const axis = { extent: [0, 100] as const, ticks: [] };
  const frame = plotFrame(300, 200, axis, axis);
  const marks = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(marks, fc.nat(), (places, choice) => {
      const readings = places.map((x) => ({ x, y: 50, text: String(x) }));
      const at = choice % places.length;
      expect(nearestMark(readings, frame, frame.x(places[at] ?? 0), frame.y(50))).toBe(at);
    }),
  );
  expect(nearestMark([], frame, 0, 0)).toBe(-1);
});

test("a wide mark is pointed at anywhere in it, however far its middle is", () => {
  const axis = { extent: [0, 100] as const, ticks: [] };
  const frame = plotFrame(300, 200, axis, axis);
  const wide = { x: 50, y: 20, text: "wide", across: [0, 100] as const };
  const narrow = { x: 10, y: 80, text: "narrow" };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), (x) => {
      expect(nearestMark([wide, narrow], frame, frame.x(x), frame.y(20))).toBe(0);
    }),
  );
  expect(nearestMark([wide, narrow], frame, frame.x(10), frame.y(80))).toBe(1);
});
