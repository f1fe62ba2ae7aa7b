import { rmSync } from "node:fs";

/** Removes a temporary file. A disk that refuses even this has already said so in another way; what is left only costs room. */
export function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Said by the caller, whose own work failed before this.
  }
}
