import type { ComponentChild } from "preact";
import type { Comparison } from "./comparison.js";
import { labelOf } from "./headline.js";
import type { PageContext } from "./page-kind.js";

/** Chooses what to compare; a plain form, so that every choice has an address. */
export function CompareForm(props: { readonly context: PageContext; readonly comparison: Comparison }): ComponentChild {
  const { context, comparison } = props;
  const { wording, links, home, homes } = context;
  const { named, edition } = links.place;
  const { other, here, there, code } = comparison;
  const hidden = { code, ...named, ...(edition === null ? {} : { edition: String(edition) }) };
  return (
    <form class="compare-form" action={links.at(null).shell("compare.html").replace(/\?.*$/, "")} method="get">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        {wording.say("compare.here")}
        <select name="a">
          {home.contest.options.map((id) => (
            <option key={id} value={id} selected={id === here}>
              {labelOf(wording, home.words, id)}
            </option>
          ))}
        </select>
      </label>
      {homes.length > 1 && (
        <label>
          {wording.say("compare.with")}
          <select name="with">
            {homes.map(({ words, contest }) => {
              const id = `${words.id}/${contest.id}`;
              return (
                <option key={id} value={id} selected={words === other.words && contest.id === other.contest.id}>
                  {wording.pick(words.name)} · {wording.pick(contest.name)}
                </option>
              );
            })}
          </select>
        </label>
      )}
      <label>
        {wording.say("compare.there")}
        <select name="b">
          {other.contest.options.map((id) => (
            <option key={id} value={id} selected={id === there}>
              {labelOf(wording, other.words, id)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{wording.say("compare.button")}</button>
    </form>
  );
}
