import type { CivilDate } from "../basics/index.js";
import type { LocalText } from "../election/index.js";
import type { SwitchedVote, VoteFigures } from "../institution/index.js";
import type { HistoryEvent } from "./history.js";

/** What is supposed. A closed list: each kind says what is computed. */
export type Supposition =
  | {
      /** Somebody takes a step on a day, after what really happened before it and perhaps further supposed events. */
      readonly kind: "step";
      readonly on: CivilDate;
      readonly procedure: string;
      readonly step: string;
      /** A case of the history that it goes on with; "" for a new one. */
      readonly case: string;
      readonly figures: VoteFigures | null;
      readonly facts: ReadonlyMap<string, string>;
      readonly events: readonly HistoryEvent[];
    }
  | {
      /** The term of an office ends and nobody has been elected to it. */
      readonly kind: "termEnds";
      readonly office: string;
      readonly on: CivilDate;
    }
  | {
      /** A round for an office ends with these votes. */
      readonly kind: "round";
      readonly office: string;
      readonly on: CivilDate;
      readonly votes: readonly { readonly option: string; readonly votes: number }[];
      /** Null when they are the sum of the votes above. */
      readonly ballotsCast: number | null;
      readonly registeredVoters: number | null;
    }
  | {
      /** A real vote, with so many members voting otherwise, perhaps on another question. */
      readonly kind: "vote";
      readonly event: string;
      readonly chamber: string;
      readonly question: string;
      readonly switches: readonly {
        readonly members: number;
        readonly from: SwitchedVote;
        readonly to: SwitchedVote;
      }[];
    }
  | {
      /** The barrier of another rule on the votes of an election: a document of votes is given beside. */
      readonly kind: "barrier";
      readonly chamber: string;
      readonly on: CivilDate;
      readonly barrierOf: string;
    };

/** A supposition with its name and what is asked about it. */
export interface Scenario {
  readonly id: string;
  readonly name: LocalText;
  /** What would follow, and of which the verdict speaks. */
  readonly asks: LocalText;
  readonly supposes: Supposition;
}

/** A file of scenarios beside a history: `acta-suppositions/1`. */
export interface ScenarioFile {
  readonly id: string;
  readonly name: LocalText;
  /** The history file, as its path is written. */
  readonly history: string;
  readonly scenarios: readonly Scenario[];
}
