/** Counts the rows whose printed sum is not the sum of its parts, with the first few stations. */
export class PrintedSums {
  differing = 0;
  readonly examples: string[] = [];

  /** One row whose sum differs. */
  add(station: string): void {
    this.differing++;
    if (this.examples.length < 5) this.examples.push(station);
  }
}
