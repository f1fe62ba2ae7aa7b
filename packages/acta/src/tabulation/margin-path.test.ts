import fc from "fast-check";
import { expect, test } from "vitest";
import { marginPath, policiesOf, resultOf, tallyBy } from "./index.js";
import { SAMPLE_STATUSES, sampleCount } from "./sample-count.js";
import type { SampleStation } from "./sample-count.js";

const station: fc.Arbitrary<SampleStation> = fc.record({
  registered: fc.constant(300),
  status: fc.constantFrom(...SAMPLE_STATUSES),
  figures: fc.array(fc.nat(150), { minLength: 7, maxLength: 7 }),
});
const rules = { options: 3, outcome: { rule: "plurality" } };

test("the parts of a margin sum to it, and the steps to its change, whatever changed between two editions", () => {
  fc.assert(
    fc.property(fc.array(station, { maxLength: 10 }), fc.array(station, { maxLength: 10 }), (earlier, later) => {
      const [before, after] = [sampleCount(rules, earlier), sampleCount(rules, later)];
      for (const policy of policiesOf(after.election)) {
        const path = marginPath(after.election, after.contest, policy, before, after) ?? expect.unreachable();
        const votesIn = ({ election, roll, table, contest }: typeof after): ReadonlyMap<string, number> => {
          const tally = tallyBy(election, roll, table, policy, new Uint32Array(table.size), 1);
          const whole = { code: "", name: "", level: "", wholeContest: true };
          return new Map(resultOf(contest, tally, 0, whole).options.map(({ id, votes }) => [id, votes]));
        };
        const [then, now] = [votesIn(before), votesIn(after)];
        const lead = (votes: ReadonlyMap<string, number>): number =>
          (votes.get(path.option) ?? 0) - (votes.get(path.rival) ?? 0);
        expect([...now.values()].every((votes) => votes <= (now.get(path.option) ?? 0))).toBe(true);
        expect(path.lead).toBe(lead(now));
        expect(path.parts.reduce((sum, part) => sum + part.lead, 0)).toBe(path.lead);
        expect(path.parts.reduce((sum, part) => sum + part.sheets, 0)).toBe(later.length);
        expect(path.since?.lead).toBe(lead(then));
        expect(path.since?.steps.reduce((sum, step) => sum + step.change, lead(then))).toBe(path.lead);
      }
    }),
  );
});

test("a sheet that left the roll, and one that came to it, have a step", () => {
  const counted = (a: number): SampleStation => ({ registered: 300, figures: [a, 0, 0, 0, 0, 0, a] });
  const one = sampleCount(rules, [counted(10)]);
  const two = sampleCount(rules, [counted(10), counted(30)]);
  const policy = policiesOf(one.election)[0] ?? expect.unreachable();
  const steps = (from: typeof one, to: typeof one) =>
    marginPath(to.election, to.contest, policy, from, to)?.since?.steps;
  expect(steps(one, two)).toEqual([{ from: "absent", to: "neverFlagged", sheets: 1, change: 30 }]);
  expect(steps(two, one)).toEqual([{ from: "neverFlagged", to: "absent", sheets: 1, change: -30 }]);
});

test("a sheet that was flagged in the earlier edition counts as resolved, whatever its status says now", () => {
  const sheet = (status: "referred" | "counted"): SampleStation => ({
    registered: 300,
    status,
    figures: [10, 3, 0, 0, 0, 0, 13],
  });
  const before = sampleCount(rules, [sheet("counted"), sheet("referred")]);
  const after = sampleCount(rules, [sheet("counted"), sheet("counted")]);
  const policy = policiesOf(after.election)[0] ?? expect.unreachable();
  const path = marginPath(after.election, after.contest, policy, before, after);
  expect(path?.parts).toEqual([
    { stand: "neverFlagged", sheets: 1, lead: 7 },
    { stand: "resolved", sheets: 1, lead: 7 },
  ]);
  expect(path?.since?.steps).toEqual([{ from: "flagged", to: "resolved", sheets: 1, change: 7 }]);
});
