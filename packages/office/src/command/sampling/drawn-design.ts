import type { Frame, SampleDocument } from "acta/sampling";

/** What a design expects, from a contest whose result is known. Fractions of the valid votes. */
export interface ExpectedError {
  readonly election: string;
  readonly contest: string;
  readonly between: readonly [string, string];
  readonly difference: number;
  /** Units of the frame with figures there, of all. */
  readonly known: number;
  readonly units: number;
  /** Standard error of the difference, and its margin at 95 %. */
  readonly se: number;
  readonly margin: number;
  /** The same of a simple sample of as many units. */
  readonly simpleMargin: number;
}

/** A drawn sample and what may be expected of it. */
export interface DrawnDesign {
  readonly document: SampleDocument;
  readonly frame: Frame;
  readonly counts: readonly number[];
  readonly expected: ExpectedError | null;
}
