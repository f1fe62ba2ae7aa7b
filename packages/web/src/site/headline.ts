import { inOrder } from "./area-result.js";
import { optionOf } from "./election-words.js";
import type { ElectionWords } from "./election-words.js";
import type { AreaFigures, OpenFile } from "./published-forms.js";
import type { Wording } from "./wording.js";

/** An option as a headline calls it: the candidate where there is one. */
export function headlineName(wording: Wording, words: ElectionWords, id: string): string {
  const option = optionOf(words, id);
  return option.candidate === "" ? wording.pick(option.label ?? option.name) : option.candidate;
}

/** An option as a table calls it: its short label. */
export function labelOf(wording: Wording, words: ElectionWords, id: string): string {
  const option = optionOf(words, id);
  return wording.pick(option.label ?? option.name);
}

/** Who leads, in a few words: what stands largest on the page. */
export function leadHeadline(wording: Wording, words: ElectionWords, figures: AreaFigures): string {
  const { leader, margin, validVotes } = figures;
  if (validVotes === 0) return wording.say("lead.noVotes");
  if (leader.id === null) {
    const names = leader.tie.map((id) => headlineName(wording, words, id)).join(", ");
    return wording.say("lead.tied", { names });
  }
  return wording.say("lead.leads", { name: headlineName(wording, words, leader.id), votes: margin.votes });
}

/** The margin over its base and how far the count has come: the sentences behind the headline. */
export function countSentences(wording: Wording, figures: AreaFigures): readonly string[] {
  const { leader, margin, validVotes, stations } = figures;
  const [, second] = inOrder(figures);
  const says: string[] = [];
  if (leader.id !== null && second !== undefined)
    says.push(wording.say("lead.points", { points: wording.points(margin.ofValid), base: validVotes }));
  const left = stations.total - stations.counted;
  if (stations.total === 0) return says;
  const share = wording.percent({ numerator: stations.counted, denominator: stations.total });
  if (left === 0) says.push(wording.say("count.all", { annulled: stations.annulled }));
  else says.push(wording.say("count.part", { share, left, list: leftText(wording, stations) }));
  return says;
}

/** What the sheets are that are not in the count. */
function leftText(wording: Wording, { referred, pending, notCollected }: AreaFigures["stations"]): string {
  const kinds = [
    { id: "referred", count: referred },
    { id: "pending", count: pending - notCollected },
    { id: "notCollected", count: notCollected },
  ];
  return wording.list(kinds.flatMap(({ id, count }) => (count === 0 ? [] : [wording.say(`count.${id}`, { count })])));
}

/**
 * Whether what is open can change the outcome, by the rules of decision 0018. Nothing is said to be decided unless petitions are in the record. A
 * statement for which this page has no words of its own is said in those of the command.
 */
export function openSentences(wording: Wording, words: ElectionWords, open: OpenFile): readonly string[] {
  const leads = open.gates.find(({ gate }) => gate.kind === "ahead")?.gate;
  const name = leads === undefined ? "" : headlineName(wording, words, leads.option);
  const says = open.verdict.says.map(({ code, values: given }) => {
    // A lead below zero is the other's: nobody reads a minus in a sentence.
    const values = { ...given, name, below: Math.max(0, -Number(given["least"] ?? 0)) };
    const own = `open.${code.replace("materiality.", "")}`;
    const inVotes = given["per"] === undefined || given["per"] === 1;
    return wording.say(inVotes && wording.has(own) ? own : code, values);
  });
  // Sheets before petitions: what is counted was said just before.
  return [...says.slice(1), ...says.slice(0, 1)].filter((text) => text !== "");
}
