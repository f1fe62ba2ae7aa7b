import type { LanguageCode } from "../language/index.js";
import type { Encoding } from "./served-body.js";

interface Wish {
  readonly name: string;
  /** From 0 (never) to 1. */
  readonly weight: number;
}

/** Longer headers are read up to here: nobody needs more to say what they understand. */
const LONGEST = 1_000;

function wishesOf(header: string): readonly Wish[] {
  return header
    .slice(0, LONGEST)
    .split(",")
    .flatMap((part) => {
      const [name = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
      const quality = parameters.find((text) => text.startsWith("q="))?.slice(2);
      const weight = quality === undefined ? 1 : Number(quality);
      return name === "" || Number.isNaN(weight) ? [] : [{ name, weight }];
    });
}

/** Browsers say one of a few things; what anybody else says must not fill the memory. */
const MOST_KNOWN = 200;
const known = new Map<string, Encoding>();

/** The smallest form that a reader can unpack (RFC 9110, 12.5.3): brotli, gzip, else as it is. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined || accepted === "") return "identity";
  const found = known.get(accepted);
  if (found !== undefined) return found;
  const encoding = encodingOf(accepted);
  if (known.size < MOST_KNOWN && accepted.length < LONGEST) known.set(accepted, encoding);
  return encoding;
}

function encodingOf(accepted: string): Encoding {
  const wishes = wishesOf(accepted);
  const weightOf = (name: string): number =>
    (wishes.find((each) => each.name === name) ?? wishes.find((each) => each.name === "*"))?.weight ?? 0;
  const br = weightOf("br");
  const zip = weightOf("gzip");
  if (br > 0 && br >= zip) return "br";
  return zip > 0 ? "gzip" : "identity";
}

/** The language of a sentence for a reader (RFC 9110, 12.5.4); the first language of the site without a wish. */
export function chooseLanguage(accepted: string | undefined): LanguageCode {
  let best: LanguageCode = "es";
  let most = 0;
  for (const { name, weight } of wishesOf(accepted ?? "")) {
    const code = name.startsWith("es") ? "es" : name.startsWith("en") ? "en" : null;
    if (code === null || weight <= most) continue;
    best = code;
    most = weight;
  }
  return best;
}

/** True when the reader already has this form (RFC 9110, 13.1.2: weak comparison). */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag || ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch
    .slice(0, LONGEST)
    .split(",")
    .some((text) => text.trim().replace(/^W\//, "") === etag);
}
