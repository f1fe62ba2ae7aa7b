import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { beforeAll, describe, expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { root } from "../../../../scripts/workshop.mjs";
import { stateOf } from "../sheet/index.js";
import { parseSimulation, sheetsAt, simulate } from "./index.js";
import type { SimulatedElection, SimulationSpec } from "./index.js";

const text = readFileSync(join(root, "examples", "peru-2021-runoff-totals.yaml"), "utf8");

function readExample(): SimulationSpec {
  const parsed = parseSimulation(parse(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

describe("the example from the totals of Peru's runoff", () => {
  let simulated: SimulatedElection;
  beforeAll(() => {
    simulated = simulate(readExample());
  });

  test("has the published national sums of 17 June 2021", () => {
    const { roll, table } = simulated;
    const sums = Object.fromEntries(
      table.form.cells.map((cell, at) => [cell.id, table.cells[at]?.reduce((sum, each) => sum + Math.max(0, each), 0)]),
    );
    expect(table.size).toBe(86_488);
    expect(roll.registered.reduce((sum, each) => sum + each, 0)).toBe(25_287_954);
    expect(sums).toEqual({
      perulibre: 8_835_653,
      fp: 8_791_696,
      blank: 121_478,
      null: 1_107_809,
      challenged: 0,
      voters: 18_856_636,
    });
  });

  test("says in both languages that it is invented, and where the totals come from", () => {
    const { election, spec } = simulated;
    expect(election.provenance).toBe("synthetic");
    expect(election.name.es).toMatch(/^Ejemplo sintético: .*inventadas/);
    expect(election.name.en).toMatch(/^Synthetic example: .*made up/);
    expect(spec.source).toContain("ONPE, public results of the runoff of 6 June 2021, state of 17 June 2021");
  });

  test("is counted in a biased order, like the real one: the lead changes after nine tenths of the sheets", () => {
    const margin = (reported: number): number => {
      const table = sheetsAt(simulated, { reported, resolved: 0 });
      let sum = 0;
      for (let row = 0; row < table.size; row++)
        if (stateOf(table, row) === "counted") sum += (table.cells[0]?.[row] ?? 0) - (table.cells[1]?.[row] ?? 0);
      return sum;
    };
    expect(margin(0.67)).toBeLessThan(-500_000);
    expect(margin(0.9)).toBeLessThan(0);
    expect(margin(0.97)).toBeGreaterThan(0);
  });

  test("has about as many flagged and annulled sheets as the real one (1,619 and 220)", () => {
    const annulled = simulated.table.status.filter((_, row) => stateOf(simulated.table, row) === "annulled").length;
    const flagged = simulated.referred.filter((status) => simulated.table.statuses[status] !== undefined).length;
    expect(flagged).toBeGreaterThan(1_300);
    expect(flagged).toBeLessThan(2_100);
    expect(annulled).toBeGreaterThan(150);
    expect(annulled).toBeLessThan(320);
  });
});

describeWithShared("the figures of the example were typed in right", () => {
  test("every area has the stations, voters and votes of reference/runoff-2021-06-17.department.csv", () => {
    const file = sharedPath("data", "peru-2021", "reference", "runoff-2021-06-17.department.csv");
    const [header = "", ...lines] = readFileSync(file, "utf8").trim().split("\n");
    expect(header).toBe("code,name,stations,counted,registered,voted,blank,null,challenged,perulibre,fp");
    const published = lines.map((line) => {
      const [code = "", , ...figures] = line.split(",");
      const [stations, , registered, voted, blank, nullVotes, , perulibre, fp] = figures.map(Number);
      return { code, stations, registered, voted, blank, nullVotes, votes: [perulibre, fp] };
    });
    const typed = readExample().areas.map(({ code, totals }) => {
      const { stations = 0, registered = 0, blankVotes = 0, nullVotes = 0, votes = [] } = totals ?? {};
      const voted = votes.reduce((sum, each) => sum + each, blankVotes + nullVotes);
      return { code, stations, registered, voted, blank: blankVotes, nullVotes, votes };
    });
    expect(typed).toEqual(published);
  });
});
