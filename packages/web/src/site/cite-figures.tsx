import type { ComponentChild } from "preact";
import { headlineName } from "./headline.js";
import { optionAnchor } from "./option-table.js";
import type { PageContext } from "./page-kind.js";
import { permanentLink } from "./page-links.js";
import type { Query } from "./page-links.js";
import type { AreaFigures } from "./published-forms.js";

/** What can be cited: the figures of one area under one policy. */
export interface CitedFigures {
  readonly context: PageContext;
  readonly figures: AreaFigures;
  /** How an address names the area: `code`, or `group`. */
  readonly where: Query;
  readonly place: string;
  readonly policy: string;
  /** Whether the area has a page of its own to put into others: places have none. */
  readonly canEmbed: boolean;
}

interface Sentence {
  /** Where the figure stands on its page; "" for the page as a whole. */
  readonly anchor: string;
  readonly text: string;
}

/**
 * Every figure as a sentence with its base, edition and time, and the address at which it will always stand. The button (copy-text.ts) takes both;
 * without script they can be read and selected.
 */
export function CiteFigures(props: CitedFigures): ComponentChild {
  const { context, where, policy, canEmbed } = props;
  const { wording, home, edition, links } = context;
  const { say } = wording;
  const facts = { election: home.words.id, contest: home.contest.id, edition: edition.id, ...where, policy };
  return (
    <details class="cite">
      <summary>{say("cite.title")}</summary>
      <ul>
        {sentencesOf(props).map(({ anchor, text }, at) => (
          <li key={anchor}>
            <p id={`cite-${at}`}>
              {text}{" "}
              <a href={`${permanentLink(links, facts)}${anchor === "" ? "" : `#${anchor}`}`}>{say("cite.address")}</a>
            </p>
            <button type="button" class="copy" data-copy={`cite-${at}`} data-copied={say("cite.copied")}>
              {say("cite.copy")}
            </button>
          </li>
        ))}
      </ul>
      {canEmbed && <EmbedSnippets {...props} />}
    </details>
  );
}

/** Lines that a newsroom puts into a page of its own: one that follows the count, one that stays at this edition. */
function EmbedSnippets({ context, where, place }: CitedFigures): ComponentChild {
  const { wording, home, edition, links } = context;
  const { say } = wording;
  const named = { ...where, contest: home.contest.id, election: home.words.id };
  const kinds = [
    { id: "follows", address: links.at(null).shell("embed.html", named) },
    { id: "stays", address: links.at(null).shell("embed.html", { ...named, edition: edition.id }) },
  ];
  return (
    <div class="snippets">
      <h3>{say("embed.title")}</h3>
      {kinds.map(({ id, address }) => (
        <div key={id}>
          <p>{say(`embed.${id}`, { number: edition.number })}</p>
          <code id={`embed-${id}`} data-embed={address}>
            {`<iframe src="${address}" title="${attributeText(place)}" width="100%" height="460" loading="lazy"></iframe>`}
          </code>{" "}
          <button type="button" class="copy" data-copy={`embed-${id}`} data-copied={say("cite.copied")}>
            {say("cite.copy")}
          </button>
        </div>
      ))}
    </div>
  );
}

/** A text inside an attribute of the page that it will be pasted into: a name from a hostile file must not act there either. */
function attributeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}

function sentencesOf({ context, figures, place, policy }: CitedFigures): readonly Sentence[] {
  const { wording, home, edition } = context;
  const { say, percent } = wording;
  const { margin, leader, stations, turnoutCounted, validVotes } = figures;
  const source = {
    place,
    source: say("cite.source", {
      election: wording.pick(home.words.name),
      number: edition.number,
      moment: wording.moment(edition.asOf, home.words.timeZone),
      policy: wording.has(`policy.${policy}`) ? say(`policy.${policy}`) : policy,
    }),
  };
  const votes = figures.options.map(({ id, votes: count, shareOfValid }) => ({
    anchor: optionAnchor(home.words, id),
    text: say("cite.votes", {
      ...source,
      name: headlineName(wording, home.words, id),
      votes: count,
      share: percent(shareOfValid),
      base: validVotes,
    }),
  }));
  const name = leader.id === null ? null : headlineName(wording, home.words, leader.id);
  const points = { points: wording.points(margin.ofValid), votes: margin.votes, base: validVotes };
  const counted = { done: stations.counted, total: stations.total };
  return [
    ...(name === null ? [] : [{ anchor: "", text: say("cite.margin", { ...source, ...points, name }) }]),
    ...votes,
    {
      anchor: "turnout",
      text: say("cite.turnout", { ...source, share: percent(turnoutCounted), base: turnoutCounted.denominator }),
    },
    {
      anchor: "counted",
      text: say("cite.counted", {
        ...source,
        ...counted,
        share: percent({ numerator: stations.counted, denominator: stations.total }),
      }),
    },
  ];
}
