/** What orders editions: the source's clock, and the order of sealing where that says nothing. */
interface Ordered {
  readonly asOf: string | null;
  readonly number: number;
}

/** Editions by the source's clock, those of unknown time first (RECORD.md 1): the last one is the newest. */
export function bySource<Each extends Ordered>(editions: readonly Each[]): readonly Each[] {
  return editions.toSorted((a, b) => {
    const [left, right] = [a.asOf ?? "", b.asOf ?? ""];
    return left < right ? -1 : left > right ? 1 : a.number - b.number;
  });
}
