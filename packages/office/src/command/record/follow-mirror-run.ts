import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import { appendEvent, followEn, followEs, isLoopback, machinePace } from "../../follow/index.js";
import type { EventHead, Webhook } from "../../follow/index.js";
import type { MirrorAnswer } from "../../mirror/index.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { isAddress } from "../desk/flags.js";
import { LEAST_EVERY, clockText, durationFlag, numberFlag, openWebhook, stopOnSignal } from "./follow-frame.js";
import type { FollowFlags } from "./follow-run.js";
import { durationText } from "./follow-text.js";
import { learnMirror, lookAtOrigin } from "./mirror-run.js";
import { originNamed } from "./published-origin.js";
import { provenanceText } from "../count/result-text.js";

/** Something that happened while a published ledger was mirrored. */
type MirrorNews =
  | { readonly kind: "started"; readonly sources: readonly string[]; readonly every: number }
  | { readonly kind: "mirrored"; readonly before: number; readonly size: number; readonly editions: number }
  | { readonly kind: "contradiction"; readonly problem: Problem; readonly evidence: readonly string[] }
  | { readonly kind: "failed"; readonly problem: Problem }
  | { readonly kind: "back"; readonly source: string }
  | { readonly kind: "stopped"; readonly rounds: number; readonly editions: number };

/** News with its head, as `acta-event/1` has it; `origin` is null until the ledger is known. */
type MirrorEvent = MirrorNews & EventHead & { readonly origin: string | null; readonly provenance: string };

/** How often is looked, and for how long. */
interface Rhythm {
  readonly every: number;
  readonly longest: number | null;
  readonly rounds: number | null;
}

/** Keeps a mirror of a published ledger up to date until it is told to end; nothing that goes wrong on the way ends it. */
export async function runFollowMirror(
  desk: Desk,
  flags: FollowFlags & { readonly trust?: string },
  what: string,
): Promise<void> {
  learnMirror(desk);
  desk.language.learn({ es: followEs, en: followEn });
  const rhythm = rhythmOf(flags, what);
  if (!rhythm.ok) return tell(desk, rhythm.problem);
  const webhook = flags.webhook === undefined ? succeed(null) : openWebhook(desk, flags.webhook);
  if (!webhook.ok) return tell(desk, webhook.problem);
  const stop = stopOnSignal();
  try {
    await new MirrorFollower(desk, flags, what, webhook.value).run(rhythm.value, stop.signal);
    await webhook.value?.close(5_000);
  } finally {
    stop.forget();
  }
}

function rhythmOf(flags: FollowFlags, what: string): Result<Rhythm> {
  if ((flags.source ?? []).length > 0 || flags.asOf !== undefined || flags.sign !== undefined)
    return fail({ code: "command.mirrorTakesNoSource", where: what });
  const every = durationFlag("--every", flags.every);
  if (!every.ok) return every;
  const ofOthers = isAddress(what) && !(URL.canParse(what) && isLoopback(new URL(what)));
  if ((every.value ?? 0) < LEAST_EVERY && ofOthers)
    return fail({ code: "follow.tooOften", context: { text: flags.every } });
  const longest = durationFlag("--for", flags.for);
  if (!longest.ok) return longest;
  const rounds = numberFlag("--rounds", flags.rounds);
  return rounds.ok ? succeed({ every: every.value ?? 0, longest: longest.value, rounds: rounds.value }) : rounds;
}

/** One following: what was told last, so that nothing is told twice. */
class MirrorFollower {
  readonly #desk: Desk;
  readonly #flags: FollowFlags & { readonly trust?: string };
  readonly #what: string;
  readonly #webhook: Webhook | null;
  #origin: string | null = null;
  #provenance = "real";
  /** The trouble that was told; "" while all is well. */
  #trouble = "";
  #editions = 0;

  constructor(desk: Desk, flags: FollowFlags & { readonly trust?: string }, what: string, webhook: Webhook | null) {
    this.#desk = desk;
    this.#flags = flags;
    this.#what = what;
    this.#webhook = webhook;
  }

  async run({ every, longest, rounds }: Rhythm, signal: AbortSignal): Promise<void> {
    const pace = machinePace(this.#desk.now);
    const start = Date.parse(pace.now());
    this.#tell({ kind: "started", sources: [this.#what], every: Math.round(every / 1_000) });
    let round = 0;
    while (!signal.aborted) {
      round++;
      await this.#look();
      // A little off the beat, so that many mirrors of one server do not all come at the same second.
      const wait = every * (0.95 + 0.1 * pace.random());
      const over = longest !== null && Date.parse(pace.now()) + wait - start > longest;
      if (signal.aborted || over || round === rounds) break;
      this.#wait(pace.now(), round, wait);
      await pace.sleep(wait, signal);
    }
    this.#tell({ kind: "stopped", rounds: round, editions: this.#editions });
  }

  async #look(): Promise<void> {
    const origin = originNamed(this.#desk, this.#what);
    const { data, trust } = this.#flags;
    const asked = { data, json: false, ...(trust === undefined ? {} : { trust }) };
    const answer: Result<MirrorAnswer> =
      origin === null
        ? fail({ code: "command.notPublished", where: this.#what })
        : await lookAtOrigin(this.#desk, asked, origin);
    if (!answer.ok) return this.#inTrouble({ kind: "failed", problem: answer.problem });
    if (answer.value.kind === "refused") {
      const { problem, evidence } = answer.value;
      return this.#inTrouble({ kind: "contradiction", problem, evidence: evidence.files });
    }
    if (this.#trouble !== "") this.#tell({ kind: "back", source: this.#what });
    this.#trouble = "";
    this.#origin = answer.value.origin;
    this.#provenance = answer.value.provenance;
    if (answer.value.kind === "taken") this.#taken(answer.value);
  }

  #taken({ before, size, state }: Exclude<MirrorAnswer, { kind: "refused" }>): void {
    const editions = [...(state?.elections.values() ?? [])].flatMap((each) => each.editions);
    const added = editions.filter((edition) => edition.size > before).length;
    this.#editions += added;
    this.#tell({ kind: "mirrored", before, size, editions: added });
  }

  #inTrouble(news: Extract<MirrorNews, { kind: "failed" | "contradiction" }>): void {
    const trouble = this.#desk.language.problem(news.problem);
    if (trouble !== this.#trouble) this.#tell(news);
    this.#trouble = trouble;
  }

  #wait(now: Instant, round: number, wait: number): void {
    const values = { round, time: clockText(now, "UTC"), wait: durationText(Math.round(wait / 1_000)) };
    this.#desk.progress(this.#desk.language.say("follow.waiting", values));
  }

  #tell(news: MirrorNews): void {
    const { language, now } = this.#desk;
    const head = { schema: "acta-event/1", at: now(), origin: this.#origin, provenance: this.#provenance } as const;
    const event: MirrorEvent = { ...news, ...head };
    const mark = provenanceText(language, this.#provenance);
    const text = mark === "" ? this.#sentence(news) : `${mark}. ${this.#sentence(news)}`;
    this.#desk.progress("");
    this.#desk.print(this.#flags.json ? JSON.stringify({ ...event, text }) : `${clockText(event.at, "UTC")}  ${text}`);
    this.#webhook?.post(event, text);
    const { log } = this.#flags;
    const logged = log === undefined ? succeed(null) : appendEvent(resolve(this.#desk.cwd, log), event, text);
    if (!logged.ok) this.#desk.warn(language.say("follow.logFailed", { problem: language.problem(logged.problem) }));
  }

  #sentence(news: MirrorNews): string {
    const { language } = this.#desk;
    const say = (values: Readonly<Record<string, string | number>>): string =>
      language.say(`event.${news.kind}`, values);
    switch (news.kind) {
      case "started":
        return say({ sources: news.sources.join(", "), every: durationText(news.every) });
      case "mirrored":
        return say({ added: news.size - news.before, size: news.size, editions: news.editions });
      case "contradiction":
        return say({ problem: language.problem(news.problem), files: news.evidence.join(", ") });
      case "failed":
        return say({ problem: language.problem(news.problem) });
      case "back":
        return say({ source: news.source });
      case "stopped":
        return say({ rounds: news.rounds, editions: news.editions });
    }
  }
}
