import { labelOf } from "./headline.js";
import type { PlacedStanding } from "./map-picture.js";
import type { PageContext } from "./page-kind.js";

/** What the card of an area says, a line each: its name first. The same is read out where the mark is in focus. */
export function markText({ wording, home }: PageContext, area: PlacedStanding): readonly string[] {
  const { first, second, validVotes, stations, counted, margin } = area;
  const label = (id: string): string => labelOf(wording, home.words, id);
  const share = (votes: number): string => wording.percent({ numerator: votes, denominator: validVotes }, 1);
  const lines = [area.name];
  if (validVotes === 0) lines.push(wording.say("map.noVotes"));
  else if (first === null) lines.push(wording.say("map.tied"));
  else {
    lines.push(wording.say("map.ahead", { first: label(first.option), votes: margin }));
    if (second !== null)
      lines.push(
        wording.say("map.split", {
          first: label(first.option),
          firstShare: share(first.votes),
          second: label(second.option),
          secondShare: share(second.votes),
        }),
      );
  }
  lines.push(wording.say("map.counted", { counted, stations, open: stations - counted }));
  return lines;
}

/** As many letters as a square holds. */
const MOST_LETTERS = 9;
const FEWEST_LETTERS = 3;

/** What stands in the squares of some areas: their names where all fit, else of each as few letters as tell it from the others. */
export function squareNames(names: readonly string[]): readonly string[] {
  if (names.every((name) => name.length <= MOST_LETTERS)) return names;
  const words = names.map((name) => {
    const parts = name.split(/\s+/);
    // No article stands for a place.
    return [...(parts.find((each) => each.length > FEWEST_LETTERS) ?? parts[0] ?? "")];
  });
  return words.map((letters, at) => {
    for (let count = FEWEST_LETTERS; count < MOST_LETTERS; count++) {
      const short = letters.slice(0, count).join("");
      if (words.every((other, place) => place === at || other.slice(0, count).join("") !== short)) return short;
    }
    return letters.slice(0, MOST_LETTERS).join("");
  });
}
