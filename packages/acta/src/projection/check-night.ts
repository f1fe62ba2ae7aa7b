import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { SheetGround } from "./night-from-sheets.js";
import { countedVotes } from "./night-fit.js";
import type { CountBase } from "./night-size.js";
import type { Night } from "./night.js";
import type { PreviousContest, PreviousFigures } from "./previous-contest.js";

/** Fewer counted stations than this, or a smaller part of the registered voters, say nothing that could be projected. */
const LEAST_COUNTED = 30;
const LEAST_REGISTERED = 0.01;

/** The previous contest must be one of the same country. */
export function checkPrevious(now: SheetGround, previous: PreviousContest | null): Result<null> {
  if (previous === null || previous.election.country === now.election.country) return succeed(null);
  return fail({
    code: "projection.otherCountry",
    context: {
      previous: previous.election.id,
      country: previous.election.country || "?",
      wanted: now.election.country || "?",
    },
  });
}

/** Refuses what cannot be projected: too little counted, nobody registered, nothing valid, one option only, a previous contest that matches nothing. */
export function checkNight(night: Night, bases: readonly CountBase[], figures: PreviousFigures | null): Result<null> {
  const [base] = bases;
  if (base === undefined || base.registered <= 0) return fail({ code: "projection.noRegistered" });
  if (night.options.length < 2) return fail({ code: "projection.singleOption" });
  if (base.counted < LEAST_COUNTED || base.registeredCounted < LEAST_REGISTERED * base.registered)
    return fail({
      code: "projection.tooFew",
      context: {
        counted: base.counted,
        stations: base.stations,
        registered: ((100 * base.registeredCounted) / base.registered).toFixed(2),
        least: LEAST_COUNTED,
      },
    });
  const votes = countedVotes(night);
  const valid = votes.reduce((sum, each) => sum + each, 0);
  if (valid <= 0) return fail({ code: "projection.noValidVotes" });
  const only = votes.findIndex((each) => each === valid);
  if (only >= 0) return fail({ code: "projection.oneOption", context: { option: night.options[only] ?? "" } });
  return checkMatches(night, figures);
}

function checkMatches(night: Night, figures: PreviousFigures | null): Result<null> {
  if (figures === null) return succeed(null);
  const { own, place, area } = figures.found;
  // What is known only of the whole country tells no station from another: it is no match.
  const matched = own + place + area;
  return matched * 2 < night.size
    ? fail({ code: "projection.fewMatches", context: { matched, stations: night.size } })
    : succeed(null);
}
