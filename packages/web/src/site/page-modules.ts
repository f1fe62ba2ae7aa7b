import * as v from "valibot";

const form = v.record(v.string(), v.array(v.pipe(v.string(), v.regex(/^[\w-]+\.js$/))));

/** The files that the script of each kind of page is made of, below `assets/`, by the id of the kind. */
export type PageModules = v.InferOutput<typeof form>;

/**
 * Reads the list that the build writes (`web/modules`). Nothing depends on it but how soon a page stands: a browser finds by itself what is not
 * listed, so that anything else reads as an empty list.
 */
export function parsePageModules(text: string): PageModules {
  try {
    const parsed = v.safeParse(form, JSON.parse(text));
    return parsed.success ? parsed.output : {};
  } catch {
    // Not JSON: nobody has built the site.
    return {};
  }
}
