import type { ComponentChild } from "preact";
import { pageLinks } from "./page-links.js";
import type { PageContext } from "./page-kind.js";

/** Other elections and contests of the same folder, and how to compare this one with them. */
export function OtherContests({ context }: { readonly context: PageContext }): ComponentChild {
  const { wording, homes, home, links } = context;
  const others = homes.filter((each) => each !== home);
  if (others.length === 0) return null;
  return (
    <section class="others">
      <h2>{wording.say("others.title")}</h2>
      <ul>
        {others.map((other) => (
          <li key={`${other.words.id}/${other.contest.id}`}>
            <a href={pageLinks({ ...links.place, home: other.folder, named: null, edition: null }).front()}>
              {wording.pick(other.words.name)} · {wording.pick(other.contest.name)}
            </a>{" "}
            <a class="quiet" href={links.shell("compare.html", { with: `${other.words.id}/${other.contest.id}` })}>
              {wording.say("others.compare")}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
