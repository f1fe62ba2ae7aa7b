import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { parseAddress, shownAddress } from "./address.js";
import type { EventHead } from "./follow-event.js";
import { send } from "./http-request.js";
import { waitBefore } from "./pace.js";
import type { Pace } from "./pace.js";

/** What a webhook needs besides its address. */
export interface WebhookOptions {
  readonly agent: string;
  readonly pace: Pace;
  /** Told when an event did not arrive, and how many were dropped because the queue was full. */
  readonly lost: (problem: Problem, dropped: number) => void;
  /** Milliseconds for one attempt; default 10 s. */
  readonly longest?: number;
}

const MOST_WAITING = 100;
const ATTEMPTS = 3;

/** Posts events as JSON to an address, in order, one after the other. The following never waits for it; a failure is said and forgotten. */
export class Webhook {
  readonly #url: URL;
  readonly #options: WebhookOptions;
  readonly #stop = new AbortController();
  readonly #waiting: string[] = [];
  #working: Promise<void> = Promise.resolve();
  #busy = false;
  #dropped = 0;

  private constructor(url: URL, options: WebhookOptions) {
    this.#url = url;
    this.#options = options;
  }

  /** Makes a webhook; the rule for addresses is that of every other address. */
  static open(address: string, options: WebhookOptions): Result<Webhook> {
    const url = parseAddress(address);
    return url.ok ? succeed(new Webhook(url.value, options)) : fail({ ...url.problem, where: "--webhook" });
  }

  /** Puts an event into the queue. When it is full the oldest event is dropped. */
  post(event: EventHead, text: string): void {
    if (this.#waiting.length >= MOST_WAITING) {
      this.#waiting.shift();
      this.#dropped++;
    }
    this.#waiting.push(JSON.stringify({ ...event, text }));
    if (!this.#busy) this.#working = this.#work();
  }

  /** Waits until the queue is empty, but not longer than this many milliseconds. */
  async close(longest: number): Promise<void> {
    const timer = setTimeout(() => this.#stop.abort(), longest);
    await this.#working;
    clearTimeout(timer);
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let body = this.#waiting.shift(); body !== undefined; body = this.#waiting.shift()) {
      const sent = await this.#deliver(body);
      if (this.#stop.signal.aborted) this.#dropped += this.#waiting.splice(0).length;
      if (!sent.ok) this.#options.lost(sent.problem, this.#dropped);
      this.#dropped = 0;
    }
    this.#busy = false;
  }

  async #deliver(body: string): Promise<Result<null>> {
    const { pace } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const sent = await this.#attempt(body);
      if (sent.ok) return sent;
      if (!sent.problem.again || attempt >= ATTEMPTS) return fail(sent.problem.problem);
      await pace.sleep(waitBefore(attempt, null, pace.random), this.#stop.signal);
    }
  }

  async #attempt(body: string): Promise<Result<null, { readonly problem: Problem; readonly again: boolean }>> {
    const longest = this.#options.longest ?? 10_000;
    const answered = await send(this.#url, {
      method: "POST",
      headers: {
        "user-agent": this.#options.agent,
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(body),
      },
      body,
      idle: longest,
      signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(longest)]),
      mayBePrivate: true,
    });
    if (!answered.ok) return fail({ ...answered.problem, problem: this.#discreet(answered.problem.problem) });
    const status = answered.value.statusCode ?? 0;
    answered.value.destroy();
    if (status >= 200 && status < 300) return succeed(null);
    const problem = { code: "fetch.refused", context: { reason: `HTTP ${status}`, status } };
    return fail({ problem: this.#discreet(problem), again: status === 429 || status >= 500 });
  }

  /** The path of a webhook usually is its password: only the host is said. */
  #discreet(problem: Problem): Problem {
    return { ...problem, where: shownAddress(new URL(this.#url.origin)) };
  }
}
