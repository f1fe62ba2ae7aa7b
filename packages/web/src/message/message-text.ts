/** Values of a message's placeholders. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** A message that was read once, ready to be written with other values. */
export type Message = (values: MessageValues) => string;

type Part = string | Placeholder | Chosen | { readonly kind: "count" };

interface Placeholder {
  readonly kind: "value" | "number";
  readonly name: string;
  /** Decimals that are always written; null for as many as the number has. */
  readonly decimals: number | null;
}

interface Chosen {
  readonly kind: "plural" | "select";
  readonly name: string;
  readonly cases: ReadonlyMap<string, readonly Part[]>;
}

/**
 * Reads a text in the part of ICU MessageFormat that our messages use: `{name}`, `{name, number}` (also with fixed decimals, `::.00`), `plural` with
 * exact and CLDR cases and `#`, `select`, and quoting by apostrophe. Tags are text. The formatter of the command understands all of it and weighs
 * 33 kB, a fifth of what a page on a telephone may weigh; that both write the same is tested on every text.
 * A placeholder without a value stays as it is written; what is never closed ends with the text.
 * @param locale BCP 47: its plural rules (CLDR) and its numbers.
 */
export function readMessage(text: string, locale: string): Message {
  const parts = new MessageReader(text).parts(false);
  const language = languages.get(locale) ?? new MessageLanguage(locale);
  languages.set(locale, language);
  return (values) => language.write(parts, values, 0);
}

/** Reads from left to right; `plural` is where `#` is the count. */
class MessageReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parts(isPlural: boolean): readonly Part[] {
    const parts: Part[] = [];
    let plain = "";
    for (; this.#at < this.#text.length && this.#text[this.#at] !== "}"; this.#at++) {
      const sign = this.#text[this.#at] ?? "";
      if (sign === "'") plain += this.#quoted(isPlural);
      else if (sign === "{" || (sign === "#" && isPlural)) {
        if (plain !== "") parts.push(plain);
        plain = "";
        parts.push(sign === "#" ? { kind: "count" } : this.#placeholder(isPlural));
      } else plain += sign;
    }
    if (plain !== "") parts.push(plain);
    return parts;
  }

  /** Two apostrophes are one; before a sign that means something one begins a quotation; elsewhere it is an apostrophe. */
  #quoted(isPlural: boolean): string {
    const next = this.#text[this.#at + 1] ?? "";
    if (next === "'") this.#at++;
    if (!(next === "{" || next === "}" || (next === "#" && isPlural))) return "'";
    let said = "";
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const sign = this.#text[this.#at] ?? "";
      if (sign === "'" && this.#text[this.#at + 1] !== "'") break;
      if (sign === "'") this.#at++;
      said += sign;
    }
    return said;
  }

  /** From one brace to its fellow, on which it ends. */
  #placeholder(isPlural: boolean): Part {
    this.#at++;
    const name = this.#word();
    if (this.#text[this.#at] !== ",") return { kind: "value", name, decimals: null };
    this.#at++;
    const kind = this.#word();
    if (kind === "plural" || kind === "select") {
      this.#at++;
      return { kind, name, cases: this.#cases(isPlural || kind === "plural") };
    }
    const style = this.#text[this.#at] === "," ? this.#style() : "";
    const decimals = /^::\.(0+)$/.exec(style)?.[1]?.length ?? null;
    return { kind: "number", name, decimals };
  }

  #style(): string {
    this.#at++;
    return this.#word();
  }

  #cases(isPlural: boolean): ReadonlyMap<string, readonly Part[]> {
    const cases = new Map<string, readonly Part[]>();
    while (this.#at < this.#text.length) {
      const name = this.#word();
      if (this.#text[this.#at] !== "{") break;
      this.#at++;
      cases.set(name, this.parts(isPlural));
      this.#at++;
    }
    return cases;
  }

  /** Up to a comma or brace; spaces around it are nothing. */
  #word(): string {
    const from = this.#at;
    while (this.#at < this.#text.length && !",{}".includes(this.#text[this.#at] ?? "")) this.#at++;
    return this.#text.slice(from, this.#at).trim();
  }
}

/** How a language counts and writes numbers. */
class MessageLanguage {
  readonly #locale: string;
  #plurals: Intl.PluralRules | null = null;
  readonly #numbers = new Map<number | null, Intl.NumberFormat>();

  constructor(locale: string) {
    this.#locale = locale;
  }

  write(parts: readonly Part[], values: MessageValues, count: number): string {
    return parts.map((part) => (typeof part === "string" ? part : this.#part(part, values, count))).join("");
  }

  #part(part: Exclude<Part, string>, values: MessageValues, count: number): string {
    if (part.kind === "count") return this.#number(count, null);
    const value = values[part.name];
    if (value === undefined) return `{${part.name}}`;
    if (!("cases" in part)) {
      const isPlain = part.kind === "value" || typeof value === "string";
      return isPlain ? String(value) : this.#number(value, part.decimals);
    }
    const own = part.kind === "plural" ? Number(value) : count;
    const chosen =
      part.kind === "select"
        ? part.cases.get(String(value))
        : (part.cases.get(`=${own}`) ?? part.cases.get(this.#plural(own)));
    return this.write(chosen ?? part.cases.get("other") ?? [], values, own);
  }

  #plural(count: number): string {
    this.#plurals ??= new Intl.PluralRules(this.#locale);
    return this.#plurals.select(count);
  }

  #number(value: number, decimals: number | null): string {
    const digits = decimals === null ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const known = this.#numbers.get(decimals) ?? new Intl.NumberFormat(this.#locale, digits);
    this.#numbers.set(decimals, known);
    return known.format(value);
  }
}

/** Making the rules and formats of a language takes far longer than using them: each is made once. */
const languages = new Map<string, MessageLanguage>();
