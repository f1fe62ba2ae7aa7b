import type { ComponentChild } from "preact";
import type { Wording } from "./wording.js";

/** Words that pages explain, in the order of the glossary (GLOSSARY.md, "For readers of the pages"). */
const TERMS = [
  "sheet",
  "processed",
  "counted",
  "certified",
  "referred",
  "flagged",
  "pending",
  "annulled",
  "petition",
  "validVotes",
  "blankVotes",
  "nullVotes",
  "ballotsCast",
  "registeredVoters",
  "edition",
] as const;

interface Pattern {
  readonly words: RegExp;
  /** Which term a word, in small letters, stands for. */
  readonly ids: ReadonlyMap<string, string>;
}

const PATTERNS = new WeakMap<Wording, Pattern>();

/**
 * A text in which each term of art can be tapped for its meaning, at its first use. The meanings stand once in the page (`Meanings`); they open without
 * any script, from the keyboard too, and where a browser knows no such thing the words are just words.
 */
export function Terms({ wording, text }: { readonly wording: Wording; readonly text: string }): ComponentChild {
  const { words, ids } = patternOf(wording);
  const used = new Set<string>();
  return text.split(words).map((part, at) => {
    const id = at % 2 === 1 ? ids.get(part.toLowerCase()) : undefined;
    if (id === undefined || used.has(id)) return part;
    used.add(id);
    return (
      <button key={id} type="button" class="term" popovertarget={`meaning-${id}`}>
        {part}
      </button>
    );
  });
}

/** The meanings of all terms, hidden until one is asked for. */
export function Meanings({ wording }: { readonly wording: Wording }): ComponentChild {
  return (
    <aside aria-label={wording.say("frame.meanings")}>
      {TERMS.map((id) => (
        <div key={id} id={`meaning-${id}`} class="meaning" popover="auto">
          <p>
            <b>{formsOf(wording, id).at(-1)}</b> {wording.say(`meaning.${id}`)}
          </p>
        </div>
      ))}
    </aside>
  );
}

function formsOf(wording: Wording, id: string): readonly string[] {
  return wording.say(`term.${id}`).split(", ");
}

function patternOf(wording: Wording): Pattern {
  const known = PATTERNS.get(wording);
  if (known !== undefined) return known;
  const ids = new Map(TERMS.flatMap((id) => formsOf(wording, id).map((form) => [form.toLowerCase(), id] as const)));
  const forms = [...ids.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const words = new RegExp(`(?<![\\p{L}\\d])(${forms.join("|")})(?![\\p{L}\\d])`, "giu");
  const made = { words, ids };
  PATTERNS.set(wording, made);
  return made;
}
