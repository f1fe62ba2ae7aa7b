import type { Election, LocalText } from "../election/index.js";
import type { ProofWords } from "./sheet-proof.js";

/** What things are called by a definition: election, contest, status and every cell of the sheet form. */
export function proofWordsOf(election: Election, contestId: string, statusId: string): ProofWords {
  const contest = election.contests.find((each) => each.id === contestId);
  const status = election.statuses.find((each) => each.id === statusId);
  return {
    election: election.name,
    contest: contest?.name ?? plain(contestId),
    provenance: election.provenance,
    status: status?.name ?? plain(statusId),
    cells: (contest?.form.cells ?? []).map(({ role, option, candidate }) => ({
      role,
      name: role === "option" || role === "preferential" ? labelIn(election, option) : null,
      candidate,
    })),
  };
}

function labelIn(election: Election, id: string): LocalText {
  return election.options.find((each) => each.id === id)?.label ?? plain(id);
}

function plain(text: string): LocalText {
  return { es: text, en: text };
}
