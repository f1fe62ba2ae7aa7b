import { lookAtPointer } from "./live-pointer.js";
import type { SeenPointer } from "./live-pointer.js";
import { LiveStatus } from "./live-status.js";
import { firstWait, waitBefore } from "./live-wait.js";

/** Milliseconds for which a page says that it has just been renewed. */
const SAID = 15_000;
/** Readers of one stream hear of an edition at once; they fetch it within this many milliseconds. */
const HASTE = 400;

/**
 * Keeps a page up to date: looks at the pointer every half minute, or when a stream of events says so, and has the page made again when there is
 * a newer edition. Nothing is asked while nobody looks at the page.
 * @param renew makes the page again; false when that was not possible: then it is tried again at the next look.
 */
export function watchPublication(body: HTMLElement, renew: () => Promise<boolean>): void {
  const watch = new LiveWatch(body, renew);
  document.addEventListener("visibilitychange", () => watch.turn(document.visibilityState === "visible"));
  addEventListener("online", () => watch.look());
  addEventListener("pagehide", () => watch.turn(false));
  addEventListener("pageshow", (event) => event.persisted && watch.turn(true));
  if (document.visibilityState === "visible") watch.wait(firstWait(Math.random()));
}

/** Whoever turned a page back, by its address or on it, wants it to stay there. */
function isTurnedBack(): boolean {
  return new URLSearchParams(location.search).has("edition");
}

class LiveWatch {
  readonly #body: HTMLElement;
  readonly #renew: () => Promise<boolean>;
  readonly #status = new LiveStatus(() => Date.now());
  #failures = 0;
  #size = 0;
  #timer = 0;
  #saidUntil = 0;
  #isLooking = false;
  #stream: EventSource | null = null;

  constructor(body: HTMLElement, renew: () => Promise<boolean>) {
    this.#body = body;
    this.#renew = renew;
    // The age of a page that nobody answers grows also between looks.
    setInterval(() => this.#rest(), 10_000);
  }

  /** Looks again after some time, and forgets when it was going to. */
  wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), milliseconds);
  }

  /** Goes on, at once, or stops: whoever comes back after hours must not read old figures as new. */
  turn(isSeen: boolean): void {
    clearTimeout(this.#timer);
    if (isSeen) void this.look();
    else this.#closeStream();
  }

  /** Looks now. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    clearTimeout(this.#timer);
    const { root = "", election = "" } = this.#body.dataset;
    const address = new URL(`${root}pointer.json`, document.baseURI).href;
    const seen = await lookAtPointer(address, election);
    if (seen === null) this.#failures++;
    else await this.#take(seen);
    this.#isLooking = false;
    this.#rest();
    if (document.visibilityState === "visible")
      this.wait(waitBefore(this.#failures, this.#stream !== null, Math.random()));
  }

  async #take(seen: SeenPointer): Promise<void> {
    this.#status.answered();
    this.#failures = 0;
    if (seen.events !== null) this.#openStream(seen.events);
    const isOlder = seen.size < this.#size;
    this.#size = Math.max(this.#size, seen.size);
    // Turned back meanwhile: it stays at that moment.
    if (new URLSearchParams(location.search).has("edition")) return;
    const { edition, corrections = "" } = this.#body.dataset;
    if (
      isTurnedBack() ||
      isOlder ||
      seen.edition === "" ||
      (seen.edition === edition && seen.corrections === corrections)
    )
      return;
    this.#status.updating();
    if (await this.#renew()) {
      this.#saidUntil = Date.now() + SAID;
      this.#status.renewed();
    } else this.#failures++;
  }

  #rest(): void {
    if (Date.now() >= this.#saidUntil) this.#status.rest();
  }

  #openStream(address: string): void {
    if (this.#stream !== null) return;
    const stream = new EventSource(address);
    this.#stream = stream;
    stream.addEventListener("publication", () => this.wait(HASTE * Math.random()));
    // It comes back by itself, or there is no room: until then the page asks.
    stream.addEventListener("error", () => {
      if (stream.readyState === EventSource.CLOSED) this.#closeStream();
    });
  }

  #closeStream(): void {
    this.#stream?.close();
    this.#stream = null;
  }
}
