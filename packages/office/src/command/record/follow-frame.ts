import { fail, parseCount, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { Webhook, machinePace, parseDuration } from "../../follow/index.js";
import { EXIT } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { AGENT } from "../desk/version.js";

/** A server of others is not asked more often than this. */
export const LEAST_EVERY = 10_000;

/** Milliseconds of a flag such as `--every 5m`; null when it is not given. */
export function durationFlag(flag: string, text: string | undefined): Result<number | null> {
  if (text === undefined) return succeed(null);
  const milliseconds = parseDuration(text);
  return milliseconds === undefined
    ? fail({ code: "follow.badDuration", context: { flag, text } })
    : succeed(milliseconds);
}

/** The number of a flag such as `--rounds 3`, from 1 up; null when it is not given. */
export function numberFlag(flag: string, text: string | undefined): Result<number | null> {
  if (text === undefined) return succeed(null);
  const number = parseCount(text);
  return number === undefined || number === 0
    ? fail({ code: "follow.badNumber", context: { flag, text } })
    : succeed(number);
}

/** Opens the webhook that events are posted to; what is lost there is said on the terminal. */
export function openWebhook(desk: Desk, address: string): Result<Webhook> {
  return Webhook.open(address, {
    agent: AGENT,
    pace: machinePace(desk.now),
    lost: (problem, dropped) =>
      desk.warn(desk.language.say("follow.lost", { problem: desk.language.problem(problem), dropped })),
  });
}

/** Hours, minutes and seconds in the election's zone. */
export function clockText(moment: string, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "medium" }).format(new Date(moment));
}

/** Says when the user wants an end. */
export interface Stop {
  readonly signal: AbortSignal;
  readonly forget: () => void;
}

/** The first Ctrl-C lets the work at hand end; the second ends at once, which loses nothing either: an import is recorded whole or not at all. */
export function stopOnSignal(): Stop {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    forget: () => {
      process.removeListener("SIGINT", stop);
      process.removeListener("SIGTERM", stop);
    },
  };
}
