/** What a function returns that may fail for an expected reason: a value, or a problem. Exceptions mean a bug. */
export type Result<T, E = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: E };

/**
 * An expected failure: a code from a registry, where it is, and what a message needs to be written.
 * Prose lives in message files; codes are never reused.
 */
export interface Problem {
  /** Code from the registry of the room that raised it, for example `definition.unknownReference`. */
  readonly code: string;
  /** Where: a path in a document, a file, a line. Empty when it concerns the whole. */
  readonly where?: string;
  /** Values for the message: counts, names, raw text (already bounded). */
  readonly context?: Readonly<Record<string, string | number>>;
}

/** Wraps a value as a success. */
export function succeed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps a problem as a failure. */
export function fail<E>(problem: E): { readonly ok: false; readonly problem: E } {
  return { ok: false, problem };
}

/** For the `default` of a switch over a union: the compiler refuses a case that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`case not handled: ${JSON.stringify(value)}`);
}
