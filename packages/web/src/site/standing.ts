import type { ChildArea } from "./area-children.js";

/** An option with its votes. */
export interface OptionVotes {
  readonly option: string;
  readonly votes: number;
}

/** How an area stands: who is first there, by how much, and how far its count has come. */
export interface Standing {
  readonly code: string;
  /** As the reader sees it. */
  readonly name: string;
  /** null where nobody has votes, or two are first together. */
  readonly first: OptionVotes | null;
  readonly second: OptionVotes | null;
  /** Votes between the first and the second; 0 for a tie. */
  readonly margin: number;
  readonly validVotes: number;
  readonly stations: number;
  readonly counted: number;
}

/** How an area in a list stands. The order of the ballot says nothing here: a tie has no first. */
export function standingOf(area: ChildArea, name: string): Standing {
  const [first, second] = area.votes.toSorted((a, b) => b.votes - a.votes);
  const margin = (first?.votes ?? 0) - (second?.votes ?? 0);
  const isTied = margin === 0;
  return {
    code: area.code,
    name,
    first: first === undefined || isTied ? null : first,
    second: second === undefined || isTied ? null : second,
    margin,
    validVotes: area.validVotes,
    stations: area.stations,
    counted: area.counted,
  };
}
