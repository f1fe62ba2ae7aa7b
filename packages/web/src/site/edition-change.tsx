import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { PointedEdition } from "acta/edition";
import type { ComponentChild } from "preact";
import { childrenOf } from "./area-children.js";
import type { ChildArea } from "./area-children.js";
import { areaName } from "./area-name.js";
import { figuresOf, inOrder, wholeOf } from "./area-result.js";
import { headlineName, labelOf } from "./headline.js";
import type { PageContext } from "./page-kind.js";
import type { AreaFigures, AreaFile } from "./published-forms.js";

/** What an edition changed against the one before it. */
export interface EditionChange {
  readonly before: PointedEdition;
  readonly was: AreaFigures;
  readonly now: AreaFigures;
  /** The two between whom the margin stands now. */
  readonly first: string;
  readonly second: string;
  /** Areas under the whole by how much they moved that margin, the largest first. */
  readonly areas: readonly { readonly name: string; readonly moved: number }[];
}

/** Areas that are named as having moved the margin most. */
const MOST_AREAS = 5;

/** Compares the shown edition with the one before; null where there is none, or nothing to compare. */
export async function changeSince(context: PageContext, whole: AreaFile): Promise<Result<EditionChange | null>> {
  const { before, data } = context;
  if (before === null) return succeed(null);
  const old = await wholeOf(context, before);
  if (!old.ok) return old;
  const [was, now] = [figuresOf(old.value), figuresOf(whole)];
  if (!was.ok || !now.ok) return fail({ code: "site.noFigures" });
  const [first, second] = inOrder(now.value);
  if (first === undefined || second === undefined) return succeed(null);
  const [left, right] = await Promise.all([childrenOf(data, old.value), childrenOf(data, whole)]);
  if (!left.ok) return left;
  if (!right.ok) return right;
  const lead = (area: ChildArea | undefined): number => votesOf(area, first.id) - votesOf(area, second.id);
  const known = new Map(left.value.map((area) => [area.code, area]));
  const moved = right.value.map((area) => ({
    name: areaName(area.name),
    moved: lead(area) - lead(known.get(area.code)),
  }));
  const areas = moved.filter((each) => each.moved !== 0).toSorted((a, b) => Math.abs(b.moved) - Math.abs(a.moved));
  return succeed({ before, was: was.value, now: now.value, first: first.id, second: second.id, areas });
}

function votesOf(area: ChildArea | undefined, option: string): number {
  return area?.votes.find((each) => each.option === option)?.votes ?? 0;
}

/** The change in sentences and one table: votes of the first two, the margin, sheets. */
export function ChangeView({
  context,
  change,
}: {
  readonly context: PageContext;
  readonly change: EditionChange;
}): ComponentChild {
  const { wording, home, links } = context;
  const { say, number, signed } = wording;
  const { before, was, now, first, second } = change;
  const votes = (figures: AreaFigures, id: string): number =>
    figures.options.find((each) => each.id === id)?.votes ?? 0;
  const margin = (figures: AreaFigures): number => votes(figures, first) - votes(figures, second);
  const rows = [
    ...[first, second].map((id) => ({
      name: headlineName(wording, home.words, id),
      from: votes(was, id),
      to: votes(now, id),
    })),
    { name: say("change.margin", { name: labelOf(wording, home.words, first) }), from: margin(was), to: margin(now) },
    { name: say("change.counted"), from: was.stations.counted, to: now.stations.counted },
    { name: say("change.annulled"), from: was.stations.annulled, to: now.stations.annulled },
    { name: say("change.referred"), from: was.stations.referred, to: now.stations.referred },
  ];
  const when = wording.shortMoment(before.asOf, home.words.timeZone);
  return (
    <section class="change">
      <h2>{say("change.title", { number: before.number })}</h2>
      <p>{leadChange(context, change)}</p>
      <table class="plain">
        <caption class="unseen">{say("change.caption")}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" class="wide">
              <a href={links.at(before.number).front()}>{when}</a>
            </th>
            <th scope="col">{say("change.now")}</th>
            <th scope="col">{say("change.difference")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, from, to }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="wide">{number(from)}</td>
              <td>{number(to)}</td>
              <td>{from === to ? "=" : signed(to - from)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {change.areas.length > 0 && <Movers context={context} change={change} />}
    </section>
  );
}

function leadChange({ wording, home }: PageContext, { was, now }: EditionChange): string {
  const { say } = wording;
  const name = (id: string | null): string => (id === null ? "" : headlineName(wording, home.words, id));
  if (now.leader.id === null) return say("change.tied");
  if (was.leader.id !== now.leader.id)
    return say(was.leader.id === null ? "change.leadTaken" : "change.leadChanged", {
      name: name(now.leader.id),
      other: name(was.leader.id),
    });
  const kind = now.margin.votes > was.margin.votes ? "grew" : now.margin.votes < was.margin.votes ? "shrank" : "same";
  return say(`change.${kind}`, { name: name(now.leader.id), from: was.margin.votes, to: now.margin.votes });
}

function Movers({
  context,
  change,
}: {
  readonly context: PageContext;
  readonly change: EditionChange;
}): ComponentChild {
  const { wording, home } = context;
  const { areas, first, second } = change;
  const list = areas.slice(0, MOST_AREAS).map(({ name, moved }) =>
    wording.say("change.mover", {
      area: name,
      votes: Math.abs(moved),
      name: labelOf(wording, home.words, moved > 0 ? first : second),
    }),
  );
  return (
    <p>
      {wording.say("change.movers")} {list.join("; ")}
      {"."}
    </p>
  );
}
