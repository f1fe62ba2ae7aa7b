/** A page this old says so: two looks in a row were not answered. */
const STALE = 120_000;
const MINUTE = 60_000;
/** From here on age is said in hours. */
const LONG = 120 * MINUTE;

/**
 * What stands beside the time of a page that keeps itself up to date. Its words came with the page (edition-time.tsx): when they are needed
 * there may be nobody to ask.
 */
export class LiveStatus {
  readonly #now: () => number;
  /** When the source last answered, in milliseconds since 1970. */
  #answered: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#answered = now();
  }

  /** The source has answered. */
  answered(): void {
    this.#answered = this.#now();
  }

  /** Says that figures are on their way; the old ones stay. */
  updating(): void {
    this.#say("updating");
  }

  /** Says that what is shown has just come. */
  renewed(): void {
    this.#say("renewed");
  }

  /** Says nothing while the page is fresh, and how old it is when it is not. */
  rest(): void {
    const age = this.#now() - this.#answered;
    if (age < STALE) return this.#say("");
    const unit = age < LONG ? "minutes" : "hours";
    this.#say(unit, { age: String(Math.floor(age / (unit === "minutes" ? MINUTE : 60 * MINUTE))) });
  }

  #say(what: string, values: Readonly<Record<string, string>> = {}): void {
    for (const place of document.querySelectorAll<HTMLElement>(".live")) {
      const template = what === "" ? "" : (place.dataset[what] ?? "");
      const filled = { clock: clockOf(this.#answered, place.dataset["zone"]), ...values };
      const text = template.replace(
        /\{(\w+)\}/g,
        (whole, name: string) => new Map(Object.entries(filled)).get(name) ?? whole,
      );
      // A screen reader says it when it changes, not at every look.
      if (place.textContent !== text) place.textContent = text;
      place.classList.toggle("stale", what === "minutes" || what === "hours");
    }
  }
}

/** Hour and minute in the zone of the election, or where it is unknown to this browser in the reader's own. */
function clockOf(moment: number, timeZone: string | undefined): string {
  const style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const { lang } = document.documentElement;
  try {
    return new Intl.DateTimeFormat(lang, { ...style, ...(timeZone === undefined ? {} : { timeZone }) }).format(moment);
  } catch {
    return new Intl.DateTimeFormat(lang, style).format(moment);
  }
}
