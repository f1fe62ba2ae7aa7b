import * as v from "valibot";

/** Where the page of claims stands in the folder of a language. */
export const CLAIMS_PAGE = "claims.html";

/** The file that names the published answers to claims. */
export const CLAIMS_INDEX = "assets/claims.json";

/** Path of the answers with this hash. */
export function claimsPath(hash: string): string {
  return `assets/claims/${hash}.json`;
}

/** The form of the file that names the answers. */
export const claimsIndexForm: v.GenericSchema<unknown, { readonly file: string | null }> = v.object({
  schema: v.literal("acta-claims-index/1"),
  file: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

/** What was found about a claim, in the words of one language. */
export interface ClaimWords {
  /** Why it cannot be checked; "" when it can. */
  readonly reason: string;
  readonly parts: readonly {
    readonly value: string;
    /** The moment of the last word; "" for what has none. */
    readonly at: string;
    readonly working: readonly string[];
  }[];
}

/** A claim with its answer. */
export interface PublishedClaim {
  readonly id: string;
  readonly statement: string;
  readonly claimed: string;
  readonly unit: string;
  readonly asOf: string;
  readonly source: string;
  readonly verdict: string;
  readonly rule: { readonly id: string; readonly article: string } | null;
  readonly contradicts: readonly string[];
  readonly es: ClaimWords;
  readonly en: ClaimWords;
}

/** The published answers to claims. */
export interface ClaimsFile {
  readonly facts: number;
  readonly editions: number;
  readonly moments: number;
  readonly claims: readonly PublishedClaim[];
}

const words: v.GenericSchema<unknown, ClaimWords> = v.object({
  reason: v.string(),
  parts: v.array(v.object({ value: v.string(), at: v.string(), working: v.array(v.string()) })),
});

/** The form of the published answers. */
export const claimsForm: v.GenericSchema<unknown, ClaimsFile> = v.object({
  schema: v.literal("acta-claims-page/1"),
  facts: v.number(),
  editions: v.number(),
  moments: v.number(),
  claims: v.array(
    v.object({
      id: v.string(),
      statement: v.string(),
      claimed: v.string(),
      unit: v.string(),
      asOf: v.string(),
      source: v.string(),
      verdict: v.string(),
      rule: v.nullable(v.object({ id: v.string(), article: v.string() })),
      contradicts: v.array(v.string()),
      es: words,
      en: words,
    }),
  ),
});
