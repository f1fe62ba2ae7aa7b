import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import {
  appendEvent,
  followEn,
  followEs,
  followSource,
  followedSource,
  isLoopback,
  machinePace,
} from "../../follow/index.js";
import type { FollowEvent, FollowRequest, FollowedSource, Webhook } from "../../follow/index.js";
import { loadDefinition } from "../../import/index.js";
import type { LoadedDefinition } from "../../import/index.js";
import { asDrill, indexOf, openFolder } from "../../store/index.js";
import { tell, tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { isAddress } from "../desk/flags.js";
import { LEAST_EVERY, clockText, durationFlag, numberFlag, openWebhook, stopOnSignal } from "./follow-frame.js";
import { durationText, eventText } from "./follow-text.js";
import { learnImport } from "./import-run.js";
import { AGENT } from "../desk/version.js";

/** Flags of `acta follow`. */
export interface FollowFlags {
  readonly source?: readonly string[];
  readonly every: string;
  readonly for?: string;
  readonly rounds?: string;
  readonly silentAfter: string;
  readonly asOf?: string;
  readonly sign?: string;
  readonly data: string;
  readonly log?: string;
  readonly webhook?: string;
  readonly json: boolean;
}

/** Runs `acta follow` until it is told to end. */
export async function runFollow(desk: Desk, flags: FollowFlags, path: string): Promise<void> {
  learnImport(desk);
  desk.language.learn({ es: followEs, en: followEn });
  const definition = loadDefinition(resolve(desk.cwd, path));
  if (!definition.ok) return tellAll(desk, definition.problem);
  const wanted = readFlags(desk, flags);
  if (!wanted.ok) return tell(desk, wanted.problem);
  const election = asDrill(definition.value.election, isDrill(resolve(desk.cwd, flags.data)));
  await run(desk, flags, { ...definition.value, election }, wanted.value);
}

/** What is followed into the ledger of a drill is told as a drill. A folder that is not there yet, or not sound, says so later. */
function isDrill(data: string): boolean {
  const folder = openFolder(data);
  if (!folder.ok) return false;
  const index = indexOf(folder.value);
  folder.value.close();
  return index.ok && index.value.drill;
}

type Wanted = Pick<
  FollowRequest,
  "sources" | "every" | "longest" | "rounds" | "silentAfter" | "lastModifiedIsAsOf" | "keyFile"
>;

function readFlags(desk: Desk, flags: FollowFlags): Result<Wanted> {
  const sources: FollowedSource[] = [];
  for (const text of flags.source ?? []) {
    const source = followedSource(text, isAddress(text), (path) => resolve(desk.cwd, path));
    if (!source.ok) return source;
    sources.push(source.value);
  }
  if (sources.length === 0) return fail({ code: "follow.noSource" });
  const every = durationFlag("--every", flags.every);
  if (!every.ok) return every;
  if ((every.value ?? 0) < LEAST_EVERY && sources.some(isOfOthers))
    return fail({ code: "follow.tooOften", context: { text: flags.every } });
  const longest = durationFlag("--for", flags.for);
  if (!longest.ok) return longest;
  const rounds = numberFlag("--rounds", flags.rounds);
  if (!rounds.ok) return rounds;
  const silentAfter = numberFlag("--silent-after", flags.silentAfter);
  if (!silentAfter.ok) return silentAfter;
  if (flags.asOf !== undefined && flags.asOf !== "last-modified")
    return fail({ code: "follow.badAsOf", context: { text: flags.asOf } });
  return succeed({
    sources,
    every: every.value ?? 0,
    longest: longest.value,
    rounds: rounds.value,
    silentAfter: silentAfter.value ?? 1,
    lastModifiedIsAsOf: flags.asOf !== undefined,
    keyFile: flags.sign === undefined ? null : resolve(desk.cwd, flags.sign),
  });
}

function isOfOthers(source: FollowedSource): boolean {
  return source.kind === "address" && !isLoopback(new URL(source.address));
}

async function run(desk: Desk, flags: FollowFlags, definition: LoadedDefinition, wanted: Wanted): Promise<void> {
  const pace = machinePace(desk.now);
  const webhook = flags.webhook === undefined ? succeed(null) : openWebhook(desk, flags.webhook);
  if (!webhook.ok) return tell(desk, webhook.problem);
  const log = flags.log === undefined ? null : resolve(desk.cwd, flags.log);
  const stop = stopOnSignal();
  try {
    const done = await followSource({
      ...wanted,
      definition,
      data: resolve(desk.cwd, flags.data),
      agent: AGENT,
      pace,
      signal: stop.signal,
      tell: teller(desk, definition, flags.json, log, webhook.value),
      waiting: (round, wait) => desk.progress(waitingText(desk, definition, round, wait)),
      progress: () => undefined,
    });
    if (!done.ok) tell(desk, done.problem);
    await webhook.value?.close(5_000);
  } finally {
    stop.forget();
  }
}

/** Every event goes to the terminal, and where asked for to the file and the webhook. A file that cannot be written is said once. */
function teller(
  desk: Desk,
  definition: LoadedDefinition,
  json: boolean,
  log: string | null,
  webhook: Webhook | null,
): (event: FollowEvent) => void {
  const { election } = definition;
  let logFailed = false;
  return (event) => {
    const text = eventText(desk.language, election, event);
    desk.progress("");
    desk.print(json ? JSON.stringify({ ...event, text }) : `${clockText(event.at, election.timeZone)}  ${text}`);
    webhook?.post(event, text);
    const logged = log === null ? succeed(null) : appendEvent(log, event, text);
    if (!logged.ok && !logFailed)
      desk.warn(desk.language.say("follow.logFailed", { problem: desk.language.problem(logged.problem) }));
    logFailed = !logged.ok;
  };
}

function waitingText(desk: Desk, definition: LoadedDefinition, round: number, wait: number): string {
  const time = clockText(desk.now(), definition.election.timeZone);
  return desk.language.say("follow.waiting", { round, time, wait: durationText(Math.round(wait / 1_000)) });
}
