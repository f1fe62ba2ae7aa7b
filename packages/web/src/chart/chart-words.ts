/** What a chart says of itself, in the language of the page. */
export interface ChartWords {
  /** Opens the table. */
  readonly data: string;
  readonly downloadSvg: string;
  readonly downloadCsv: string;
  /** How marks are read with the keyboard. */
  readonly hint: string;
  /** "3 of 94". */
  readonly position: (at: number, all: number) => string;
}
