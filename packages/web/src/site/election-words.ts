import * as v from "valibot";

const localText = v.objectWithRest({ es: v.string(), en: v.string() }, v.string());
/** A definition may write a text once for all languages. */
const text = v.union([
  v.pipe(
    v.string(),
    v.transform((one) => ({ es: one, en: one })),
  ),
  localText,
]);
const level = v.object({ id: v.string(), name: text });

const words = v.object({
  id: v.string(),
  name: text,
  date: v.string(),
  timeZone: v.string(),
  provenance: v.picklist(["real", "synthetic", "drill"]),
  follows: v.optional(
    v.nullable(v.object({ election: v.string(), stationsMatch: v.optional(v.boolean(), false) })),
    null,
  ),
  authority: v.object({ name: v.string() }),
  options: v.array(
    v.object({
      id: v.string(),
      name: text,
      label: v.optional(text),
      candidate: v.optional(v.string(), ""),
      colour: v.optional(v.string(), ""),
    }),
  ),
  contests: v.array(v.object({ id: v.string(), name: text, options: v.array(v.string()) })),
  trees: v.array(
    v.object({
      id: v.string(),
      name: text,
      codes: v.optional(v.string(), ""),
      root: v.object({ code: v.string(), level: v.string(), name: text }),
      levels: v.array(level),
    }),
  ),
  statuses: v.optional(v.array(v.object({ id: v.string(), name: v.optional(text) })), []),
  groups: v.optional(v.array(v.object({ id: v.string(), name: text, tree: v.string() })), []),
});

/** The names that pages print: those of an election, its contests, options, areas' levels and groups. */
export type ElectionWords = v.InferOutput<typeof words>;
/** An option as a definition names it. */
export type OptionWords = ElectionWords["options"][number];

/**
 * Reads the names out of a definition, or out of the file beside the pages, which holds the same and nothing else.
 * @returns `undefined` for what is neither.
 */
export function parseElectionWords(value: unknown): ElectionWords | undefined {
  const parsed = v.safeParse(words, value);
  return parsed.success ? parsed.output : undefined;
}

/** Where the names of an election stand beside the pages: a few kilobytes, where its definition has twenty. */
export function wordsPath(election: string): string {
  return `assets/${election}.json`;
}

/** An option by its id. */
export function optionOf(election: ElectionWords, id: string): OptionWords {
  return (
    election.options.find((option) => option.id === id) ?? {
      id,
      name: { es: id, en: id },
      candidate: "",
      colour: "",
    }
  );
}
