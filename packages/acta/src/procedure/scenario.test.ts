import { expect, test } from "vitest";
import { congress2021, congressVotes } from "../../../../scripts/peru-institutions.js";
import { countryFiles, jurisdictionDocument } from "../../../../scripts/procedure-files.js";
import { describeWithShared } from "../../../../scripts/shared-data.js";
import { parseChamberVotes } from "../institution/index.js";
import type { ChamberVotes } from "../institution/index.js";
import { parseScenarios, playScenario } from "./index.js";
import type { PlayedScenario, Scenario } from "./index.js";

const { laws, history } = countryFiles("peru");
const parsed = parseScenarios(jurisdictionDocument("peru", "scenarios.yaml"), laws.procedures, history);
const scenarios = parsed.ok ? parsed.value.scenarios : expect.unreachable(JSON.stringify(parsed.problem));

function play(
  id: string,
  votes: ChamberVotes | null = null,
  change: (scenario: Scenario) => Scenario = (each) => each,
) {
  const scenario = scenarios.find((each) => each.id === id) ?? expect.unreachable(id);
  const played = playScenario(laws, history.events, change(scenario), votes);
  return played.ok ? played.value : expect.unreachable(JSON.stringify(played.problem));
}

const answer = ({ verdict, rule, confidence }: PlayedScenario) => [verdict, rule.id, confidence];

test.each([
  ["no-proclamation-2021", ["undetermined", "R4.5", "low"]],
  ["dissolve-2022-12-07", ["unlawful", "R6.16", "high"]],
  ["dissolve-2022-12-07-emergency", ["unlawful", "R6.16", "high"]],
  ["dissolve-2019-siege", ["unlawful", "R6.16", "high"]],
  ["runoff-tie", ["undetermined", "R4.3", "low"]],
  ["five-switch-2022", ["lawful", "R6.6", "high"]],
  ["five-switch-2017", ["unlawful", "R6.6", "high"]],
  ["censure-as-vacancy", ["unlawful", "R6.6", "high"]],
])("%s", (id, expected) => expect(answer(play(id))).toEqual(expected));

test("no proclamation by 28 July: by the usual reading the president of the new Congress, and no senior member", () => {
  expect(play("no-proclamation-2021").working).toMatchObject({
    kind: "termEnds",
    reading: {
      skipped: ["vicePresidency1", "vicePresidency2"],
      next: { holder: "María del Carmen Alva", successor: { office: "congressPresidency" } },
    },
  });
});

test("an emergency does not bar a dissolution, a siege alone does", () => {
  const emergency = play("dissolve-2022-12-07-emergency").working;
  const siege = play("dissolve-2019-siege").working;
  const verdicts = (working: PlayedScenario["working"]) =>
    working.kind === "step" ? working.judgement.conditions.map(({ verdict }) => verdict) : [];
  expect(verdicts(emergency)).toEqual(["unmet", "met", "met", "met", "met"]);
  expect(verdicts(siege)).toEqual(["met", "met", "met", "met", "unmet"]);
});

test("14 switches keep the vacancy of 2022, the fifteenth ends it", () => {
  const withSwitches =
    (members: number) =>
    (scenario: Scenario): Scenario => ({
      ...scenario,
      supposes: {
        kind: "vote",
        event: "castillo-vacancy3",
        chamber: "",
        question: "",
        switches: [{ members, from: "inFavour", to: "against" }],
      },
    });
  expect(play("five-switch-2022", null, withSwitches(14)).verdict).toBe("lawful");
  expect(play("five-switch-2022", null, withSwitches(15)).verdict).toBe("unlawful");
  const tooMany = playScenario(laws, history.events, withSwitches(102)(scenarios[0] ?? expect.unreachable()), null);
  expect(tooMany).toMatchObject({ ok: false, problem: { code: "scenario.tooFew" } });
});

test("a scenario about a vote that the history does not have is refused, and one about votes needs them", () => {
  const document = {
    format: "acta-suppositions/1",
    id: "x",
    name: "x",
    history: "h",
    scenarios: [{ id: "a", name: "a", asks: "a", supposes: { kind: "vote", event: "unheard" } }],
  };
  expect(parseScenarios(document, laws.procedures, history)).toMatchObject({
    ok: false,
    problem: [{ code: "procedure.unknownReference", where: "scenarios.0.supposes.event" }],
  });
  const barrier = scenarios.find(({ id }) => id === "barrier-2026-on-2021") ?? expect.unreachable();
  expect(playScenario(laws, history.events, barrier, null)).toMatchObject({
    ok: false,
    problem: { code: "scenario.needsVotes" },
  });
});

describeWithShared("the barrier of 2026 on the votes of 2021", () => {
  test("four lists fall for certain, two stay, of four the figures do not say: undetermined", () => {
    const votes = parseChamberVotes(congressVotes(congress2021()));
    const played = play("barrier-2026-on-2021", votes.ok ? votes.value.votes : expect.unreachable());
    expect(played.verdict).toBe("undetermined");
    if (played.working.kind !== "barrier") return expect.unreachable();
    const { lists } = played.working;
    const count = (wanted: string) => lists.slice(0, 10).filter(({ verdict }) => verdict === wanted).length;
    expect([count("fails"), count("passes"), count("undetermined")]).toEqual([4, 2, 4]);
  });
});
