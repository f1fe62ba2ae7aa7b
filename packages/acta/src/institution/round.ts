import { addDays } from "../basics/index.js";
import type { CivilDate, Fraction } from "../basics/index.js";
import type { RoundRule, ShareBase, WinningShare } from "./institution-law.js";
import type { Bounds } from "./majority.js";

/** An option in a round: its votes now, and between what bounds they can end (the caller knows what is open). */
export interface RoundOption {
  readonly option: string;
  readonly votes: number;
  readonly ends: Bounds;
}

/** The figures of a round; a base is null where it is not known. */
export interface RoundFigures {
  readonly options: readonly RoundOption[];
  readonly bases: Readonly<Record<ShareBase, Bounds | null>>;
  /**
   * The same open votes move options and bases: what an option gains comes into valid votes and ballots too. Then the least of those bases
   * is what is left when votes only go. Otherwise the bounds of the bases stand by themselves.
   */
  readonly joint?: boolean;
}

/** What decides a round: ways to win, how many win, and the runoff. */
export interface RoundTerms extends Pick<RoundRule, "wins" | "runoff"> {
  /** Places that are won at once; 1, an office, unless it is said. */
  readonly winners?: number;
}

/** Places at a cut: who has one whatever comes, who has none, and between whom it is open. */
export interface Places {
  readonly places: number;
  readonly sure: readonly string[];
  readonly open: readonly string[];
  readonly out: readonly string[];
  /** Votes between the last place and the next option, as counted now; null when there is no next one. */
  readonly gap: number | null;
  /** Equal votes at the cut, and nothing open that could part them: no rule of this kind decides. */
  readonly tied: readonly string[];
}

/** What a round decides. `tied` and `undecided` are outcomes with a name, never a guess. */
export interface RoundResult {
  readonly kind: "won" | "runoff" | "tied" | "undecided";
  readonly between: readonly string[];
  readonly why:
    | "round.passed"
    | "round.mostVotes"
    | "round.nobodyCanPass"
    | "round.openCouldChange"
    | "round.equalVotes"
    | "round.noRunoff"
    | "round.noVotes";
  /** The first places that the rule asks about: those of the runoff, or the winner's. */
  readonly places: Places;
}

/** Applies the terms of a round. What is said holds for every end within the bounds. */
export function decideRound(terms: RoundTerms, figures: RoundFigures): RoundResult {
  const order = figures.options.toSorted((a, b) => b.votes - a.votes);
  const winners = terms.winners ?? 1;
  const places = placesOf(order, terms.runoff?.between ?? winners);
  const first = placesOf(order, winners);
  const result = (kind: RoundResult["kind"], between: readonly string[], why: RoundResult["why"]): RoundResult => ({
    kind,
    between,
    why,
    places,
  });
  /** The places are taken, tied, or still open between those in reach. */
  const placed = (at: Places, kind: "won" | "runoff", why: RoundResult["why"]): RoundResult =>
    at.tied.length > 0
      ? result("tied", at.tied, "round.equalVotes")
      : at.open.length > 0
        ? result("undecided", inReach(order, at), "round.openCouldChange")
        : result(kind, at.sure, why);
  if ((order[0]?.votes ?? 0) === 0) return result("undecided", [], "round.noVotes");
  if (terms.wins.length === 0) return placed(first, "won", "round.mostVotes");
  const passes = (option: RoundOption, when: "whateverComes" | "atBest"): boolean =>
    terms.wins.some((way) => holds(way, option, order, figures, when));
  // Below one half several options may pass: then the one with most votes has won.
  const leader = order[0];
  if (leader !== undefined && passes(leader, "whateverComes")) return placed(first, "won", "round.passed");
  const canPass = order.filter((option) => passes(option, "atBest"));
  if (canPass.length > 0 && first.tied.length > 0) return result("tied", first.tied, "round.equalVotes");
  if (canPass.length > 0) return result("undecided", ids(canPass), "round.openCouldChange");
  if (terms.runoff !== null) return placed(places, "runoff", "round.nobodyCanPass");
  if (first.tied.length > 0) return result("tied", first.tied, "round.equalVotes");
  const second = order[1]?.votes ?? 0;
  return result("undecided", ids(order.filter(({ votes }) => votes >= second)), "round.noRunoff");
}

/** Who has a place for certain and who still can have one, in the order of votes. */
function inReach(order: readonly RoundOption[], { sure, open }: Places): readonly string[] {
  return ids(order.filter(({ option }) => sure.includes(option) || open.includes(option)));
}

/** The last day of a runoff, when the first round was proclaimed on a day: both days are calendar days, the first is not counted. */
export function lastRunoffDay(rule: RoundRule, proclaimed: CivilDate): CivilDate | null {
  return rule.runoff === null ? null : addDays(proclaimed, rule.runoff.withinDays);
}

/** Who reaches the first places whatever comes, and who still can. Bounds of options are taken as independent: sure is sure. */
export function placesOf(options: readonly RoundOption[], places: number): Places {
  const order = options.toSorted((a, b) => b.votes - a.votes);
  const sure: string[] = [];
  const open: string[] = [];
  const out: string[] = [];
  for (const { option, ends } of order) {
    const others = order.filter((each) => each.option !== option);
    const surelyAhead = others.filter((each) => each.ends.least > ends.most).length;
    const maybeAhead = others.filter((each) => each.ends.most >= ends.least).length;
    if (surelyAhead >= places) out.push(option);
    else if (maybeAhead < places) sure.push(option);
    else open.push(option);
  }
  const last = order[places - 1];
  const next = order[places];
  const isClosed = order.every(({ ends }) => ends.least === ends.most);
  const tied = isClosed && open.length > 0 ? open : [];
  return {
    places,
    sure,
    open,
    out,
    gap: last === undefined || next === undefined ? null : last.votes - next.votes,
    tied,
  };
}

function holds(
  { share, relation, of, lead }: WinningShare,
  option: RoundOption,
  order: readonly RoundOption[],
  figures: RoundFigures,
  when: "whateverComes" | "atBest",
): boolean {
  const base = figures.bases[of];
  const isSure = when === "whateverComes";
  // Unknown base: nothing is sure, everything is possible.
  if (base === null) return !isSure;
  const gains = figures.joint === true && of !== "registeredVoters" ? option.ends.most - option.votes : 0;
  const whole = isSure ? base.most : base.least + gains;
  const votes = isSure ? option.ends.least : option.ends.most;
  if (!reaches(votes, whole, share, relation)) return false;
  if (lead === null) return true;
  const rivals = order.filter((each) => each.option !== option.option);
  const next = rivals.reduce((most, { ends }) => Math.max(most, isSure ? ends.most : ends.least), 0);
  return reaches(Math.max(votes - next, 0), whole, lead, "atLeast");
}

function reaches(part: number, whole: number, share: Fraction, relation: WinningShare["relation"]): boolean {
  const left = BigInt(part) * share.denominator;
  const right = BigInt(whole) * share.numerator;
  return relation === "moreThan" ? left > right : left >= right;
}

function ids(options: readonly RoundOption[]): readonly string[] {
  return options.map(({ option }) => option);
}
