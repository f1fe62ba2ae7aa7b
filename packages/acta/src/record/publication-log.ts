import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { PublishHold } from "../election/index.js";
import { readAct } from "./act-form.js";
import { BatchWalk } from "./batch-walk.js";
import { parseLeaf } from "./leaf-writer.js";
import type { Leaves } from "./leaf-writer.js";

interface Decided {
  readonly index: number;
  readonly election: string;
  readonly hold: PublishHold;
}

/**
 * Collects what was decided about when something may be published (RECORD.md 12): feed it leaves from the first on. Nothing is folded, so that it can
 * be asked of a publication whose results nobody may look at yet.
 */
export class PublicationLog {
  #decided: readonly Decided[] = [];
  readonly #walk = new BatchWalk({
    entry: (header, bytes, start, end, index) => {
      if (header.kind !== "publication") return succeed(null);
      const act = readAct("publication", parseLeaf(bytes, start, end), index);
      if (!act.ok) return fail(act.problem);
      const { product, notBefore, article, replaces } = act.value;
      const standing = this.#decided.filter((each) => each.index !== replaces);
      this.#decided = [
        ...standing,
        { index, election: header.election, hold: { product, moment: notBefore, article } },
      ];
      return succeed(null);
    },
  });

  /** Looks through further leaves. */
  apply(leaves: Leaves): Result<null> {
    return this.#walk.next(leaves);
  }

  /** What stands for an election, in the order of the ledger. */
  of(election: string): readonly PublishHold[] {
    return this.#decided.filter((each) => each.election === election).map(({ hold }) => hold);
  }
}
