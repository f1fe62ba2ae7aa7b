import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { projectionDocument, projectionEn, projectionEs } from "acta/projection";
import type { Projection } from "acta/projection";
import type { Desk } from "../desk/desk.js";
import type { OpenedContest } from "../desk/opened.js";
import { holdOfFolder } from "../desk/publish-hold.js";
import { projectOpened } from "./project-run.js";
import { chanceText, intervalText, optionLabel, pointsText, signedVotes } from "./project-text.js";

/** What a result says of its own end, when it is asked: a line for readers, and the same figures for documents. */
export interface ResultsProjection {
  readonly line: string;
  /** The head of `acta-projection/1`, without areas, parts and assumptions: whoever wants those asks `acta project`. */
  readonly document: Readonly<Record<string, unknown>>;
}

/** The same projection as that of `acta project` without a seed. */
const SEED = 1;

/**
 * Projects the contest that is open as `acta project` does, in one line.
 * @returns its refusals, and `publish.projectionTooEarly` while the law keeps projections back.
 */
export function resultsProjection(desk: Desk, opened: OpenedContest): Result<ResultsProjection> {
  desk.language.learn({ es: projectionEs, en: projectionEn });
  const held = holdOfFolder(opened.folder, "projection", desk.now(), opened.indexed.id);
  if (!held.ok) return held;
  const projection = projectOpened(opened, undefined, SEED);
  if (!projection.ok) return projection;
  const whole = projectionDocument(projection.value, opened.contest.options);
  const { kind, base, margin, pLead, threeWay, draws, seed } = whole;
  return succeed({
    line: lineOf(desk, opened, projection.value),
    document: { kind, base, margin, pLead, threeWay, draws, seed },
  });
}

function lineOf({ language }: Desk, opened: OpenedContest, { base, margin, pLead }: Projection): string {
  const ground = { election: opened.open.election, contest: opened.contest };
  const of = optionLabel(language, ground, margin.of);
  if (base.pending + base.referred === 0)
    return language.say("project.complete", { of, votes: signedVotes(language, margin.expected) });
  return language.say(pLead === null ? "project.inResultsRange" : "project.inResults", {
    of,
    over: optionLabel(language, ground, margin.over),
    votes: signedVotes(language, margin.expected),
    points: pointsText(language, margin.share.expected),
    ninety: intervalText(language, margin.interval90),
    half: intervalText(language, margin.interval50),
    chance: pLead === null ? "" : chanceText(language, pLead),
  });
}
