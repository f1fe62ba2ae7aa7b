import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { readPoll } from "acta/sampling";
import type { ExitPoll, PollReading } from "acta/sampling";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { AskedPoll } from "./asked-poll.js";
import { exitPollText } from "./exit-poll-text.js";
import { pollHold } from "./poll-hold.js";
import type { PolledElection } from "./poll-hold.js";
import { learnSampling, pointsFlag, wholeFlag } from "./sampling-ground.js";

/** Flags of `acta exit-poll`. */
export interface ExitPollFlags extends PolledElection {
  readonly shares?: string;
  readonly interviews?: string;
  readonly moe?: string;
  readonly deff?: string;
  readonly places?: string;
  readonly rho?: string;
  readonly house?: string;
  readonly level: string;
  readonly seed: string;
  readonly json: boolean;
}

/** House effect on a difference where nothing is known about the firm: 2 points (standard deviation). Never none by silence. */
const HOUSE_DEFAULT = 0.02;

/** Runs `acta exit-poll`. */
export async function runExitPoll(desk: Desk, flags: ExitPollFlags): Promise<Result<null>> {
  learnSampling(desk);
  const asked = askedPoll(flags);
  if (!asked.ok) return asked;
  const held = await pollHold(desk, flags);
  if (!held.ok) return held;
  const read = readPoll(asked.value.poll);
  if (!read.ok) return read;
  if (flags.json) printJson(desk, pollDocument(asked.value, read.value));
  else desk.print(exitPollText(desk.language, asked.value, read.value));
  return succeed(null);
}

function askedPoll(flags: ExitPollFlags): Result<AskedPoll> {
  const shares = sharesOf(flags.shares);
  if (!shares.ok) return shares;
  const size = sizeOf(flags);
  if (!size.ok) return size;
  const level = pointsFlag("--level", flags.level, false);
  if (!level.ok) return level;
  if (level.value >= 1 || level.value < 0.5)
    return fail({ code: "exitPoll.badLevel", context: { level: flags.level.slice(0, 40) } });
  const house = flags.house === undefined ? succeed(HOUSE_DEFAULT) : pointsFlag("--house", flags.house, true);
  if (!house.ok) return house;
  const seed = wholeFlag("--seed", flags.seed, 0, 4_294_967_295);
  if (!seed.ok) return seed;
  return succeed({
    poll: { shares: shares.value, size: size.value, level: level.value, houseSd: house.value, seed: seed.value },
    isHouseAssumed: flags.house === undefined,
    isIndependenceAssumed: size.value.kind === "interviews" && flags.deff === undefined && flags.places === undefined,
  });
}

/** Shares as "name=50.3,name=49.7", or without names, which are then A, B and so on. A comma may be the decimal mark between semicolons. */
function sharesOf(text: string | undefined): Result<ExitPoll["shares"]> {
  if (text === undefined || text.trim() === "") return fail({ code: "exitPoll.noShares" });
  const parts = text.split(text.includes(";") ? ";" : ",");
  if (parts.length > MOST_OPTIONS) return fail({ code: "exitPoll.manyOptions", context: { most: MOST_OPTIONS } });
  const shares: { option: string; share: number }[] = [];
  for (const [at, part] of parts.entries()) {
    const cut = part.lastIndexOf("=");
    const option = (cut < 0 ? String.fromCharCode(65 + at) : part.slice(0, cut)).trim().slice(0, 80);
    const share = pointsFlag("--shares", part.slice(cut + 1).trim(), true);
    if (!share.ok || option === "")
      return fail({ code: "exitPoll.badShare", context: { part: part.trim().slice(0, 60) } });
    shares.push({ option, share: share.value });
  }
  return succeed(shares);
}

const MOST_OPTIONS = 26;

function sizeOf(flags: ExitPollFlags): Result<ExitPoll["size"]> {
  if ((flags.interviews === undefined) === (flags.moe === undefined))
    return flags.interviews === undefined ? fail({ code: "sampling.noSize" }) : fail({ code: "exitPoll.sizeTwice" });
  if (flags.moe !== undefined) {
    if (flags.deff !== undefined || flags.places !== undefined) return fail({ code: "exitPoll.effectOfMargin" });
    const margin = pointsFlag("--moe", flags.moe, false);
    return margin.ok ? succeed({ kind: "margin", margin: margin.value }) : margin;
  }
  const interviews = wholeFlag("--n", flags.interviews ?? "", 0, 1_000_000_000);
  if (!interviews.ok) return interviews;
  if (interviews.value === 0) return fail({ code: "sampling.noSize" });
  const effect = effectOf(flags, interviews.value);
  return effect.ok ? succeed({ kind: "interviews", interviews: interviews.value, designEffect: effect.value }) : effect;
}

/** The design effect that was given, or 1 + (b - 1) rho for interviews in so many places (Kish 1965); 1 when nothing was said. */
function effectOf({ deff, places, rho }: ExitPollFlags, interviews: number): Result<number> {
  if (deff !== undefined && places !== undefined) return fail({ code: "exitPoll.effectTwice" });
  if (deff !== undefined) {
    const effect = /^\d{1,6}(?:[.,]\d{1,6})?$/.test(deff) ? Number(deff.replace(",", ".")) : 0;
    return effect > 0 ? succeed(effect) : fail({ code: "exitPoll.badEffect", context: { text: deff.slice(0, 40) } });
  }
  if (places === undefined) return rho === undefined ? succeed(1) : fail({ code: "exitPoll.rhoAlone" });
  const number = wholeFlag("--places", places, 1, interviews);
  if (!number.ok) return number;
  const correlation = /^[01](?:[.,]\d{1,9})?$/.test(rho ?? "") ? Number((rho ?? "").replace(",", ".")) : -1;
  if (correlation < 0 || correlation > 1)
    return fail({ code: "exitPoll.badRho", context: { text: (rho ?? "").slice(0, 40) } });
  return succeed(1 + (interviews / number.value - 1) * correlation);
}

/** The documented JSON shape `acta-exit-poll/1`. Shares and margins are fractions of the poll's own base. */
function pollDocument(
  { poll, isHouseAssumed, isIndependenceAssumed }: AskedPoll,
  reading: PollReading,
): Readonly<Record<string, unknown>> {
  return {
    schema: "acta-exit-poll/1",
    base: "as published",
    size: poll.size,
    level: poll.level,
    houseSd: poll.houseSd,
    seed: poll.seed,
    ...reading,
    assumptions: [
      ...(isHouseAssumed ? ["exitPoll.assume.house"] : []),
      ...(isIndependenceAssumed ? ["exitPoll.assume.independent"] : []),
      ...(poll.size.kind === "margin" ? ["exitPoll.assume.margin"] : []),
      "exitPoll.assume.flat",
    ],
  };
}
