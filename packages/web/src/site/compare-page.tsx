import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { childrenOf } from "./area-children.js";
import type { ChildArea } from "./area-children.js";
import { figuresOf, findArea, inOrder } from "./area-result.js";
import { levelTitle, shownName, trailOf } from "./area-trail.js";
import { levelBelow } from "./area-rows.js";
import { CompareForm } from "./compare-form.js";
import type { Comparison } from "./comparison.js";
import type { ContestHome } from "./contest-home.js";
import { labelOf } from "./headline.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import type { AreaFile } from "./published-forms.js";

interface ComparedRow {
  readonly code: string;
  readonly name: string;
  readonly here: ChildArea;
  readonly there: ChildArea;
}

/**
 * Shares of two options side by side, area by area: two of one contest, or one here and one in another contest of the folder whose areas have the
 * same codes (first round and runoff). Problems: `site.noElection`, `site.otherCodes`, `site.noArea`.
 */
export async function loadComparePage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home, homes, query } = context;
  const other =
    query["with"] === undefined
      ? home
      : homes.find(({ words, contest }) => `${words.id}/${contest.id}` === query["with"]);
  if (other === undefined) return fail({ code: "site.noElection" });
  const [mine, theirs] = [home.words.trees[0], other.words.trees[0]];
  if (mine?.codes !== theirs?.codes) return fail({ code: "site.otherCodes" });
  const code = query["code"] ?? mine?.root.code ?? "";
  const elsewhere: PageContext = { ...context, home: other };
  const newest = other === home ? context.edition : other.editions.at(-1);
  const [left, right] = await Promise.all([areaOf(context, context.edition, code), areaOf(elsewhere, newest, code)]);
  if (!left.ok) return left;
  if (!right.ok) return right;
  const chosen = choose(context, other, code, left.value, right.value);
  if (!chosen.ok) return chosen;
  const rows = await compareRows(context, left.value, right.value);
  if (!rows.ok) return rows;
  const title = wording.say("compare.title", namesOf(context, chosen.value));
  return succeed({
    title: `${title} · ${shownName(context, left.value.area.name)}`,
    description: title,
    trail: trailOf(context, left.value.within),
    content: (
      <section class="compare">
        <h1>{title}</h1>
        <p class="area-lead">{shownName(context, left.value.area.name)}</p>
        <CompareForm context={context} comparison={chosen.value} />
        <CompareTable context={context} comparison={chosen.value} rows={rows.value} level={left.value.area.level} />
      </section>
    ),
  });
}

async function areaOf(
  context: PageContext,
  edition: PageContext["edition"] | undefined,
  code: string,
): Promise<Result<AreaFile>> {
  const found = edition === undefined ? succeed(null) : await findArea(context, edition, code);
  if (!found.ok) return found;
  return found.value?.kind === "area"
    ? succeed(found.value.file)
    : fail({ code: "site.noArea", context: { code: code.slice(0, 40) } });
}

/** The options that the address names; else the first here, and the second here or the same one there. */
function choose(
  context: PageContext,
  other: ContestHome,
  code: string,
  left: AreaFile,
  right: AreaFile,
): Result<Comparison> {
  const { home, query } = context;
  const [mine, theirs] = [figuresOf(left), figuresOf(right)];
  if (!mine.ok) return mine;
  if (!theirs.ok) return theirs;
  const [first, second] = inOrder(mine.value).map(({ id }) => id);
  const here = home.contest.options.find((id) => id === query["a"]) ?? first ?? "";
  const asked = other.contest.options.find((id) => id === query["b"]);
  const same = other === home ? (here === first ? second : first) : other.contest.options.find((id) => id === here);
  return succeed({ other, here, there: asked ?? same ?? inOrder(theirs.value)[0]?.id ?? "", code });
}

async function compareRows(
  context: PageContext,
  left: AreaFile,
  right: AreaFile,
): Promise<Result<readonly ComparedRow[]>> {
  const [mine, theirs] = await Promise.all([childrenOf(context.data, left), childrenOf(context.data, right)]);
  if (!mine.ok) return mine;
  if (!theirs.ok) return theirs;
  const known = new Map(theirs.value.map((area) => [area.code, area]));
  return succeed(
    mine.value.flatMap((here) => {
      const there = known.get(here.code);
      return there === undefined ? [] : [{ code: here.code, name: shownName(context, here.name), here, there }];
    }),
  );
}

function namesOf(
  { wording, home }: PageContext,
  { other, here, there }: Comparison,
): { readonly here: string; readonly there: string } {
  const election = other.words === home.words ? "" : ` (${wording.pick(other.words.name)})`;
  return { here: labelOf(wording, home.words, here), there: `${labelOf(wording, other.words, there)}${election}` };
}

function CompareTable(props: {
  readonly context: PageContext;
  readonly comparison: Comparison;
  readonly rows: readonly ComparedRow[];
  readonly level: string;
}): ComponentChild {
  const { context, comparison, rows, level } = props;
  const { wording, links, edition } = context;
  const names = namesOf(context, comparison);
  const below = levelBelow(context, level);
  const { other, here, there } = comparison;
  const query = { with: `${other.words.id}/${other.contest.id}`, a: here, b: there };
  const canGoOn = below !== null;
  return (
    <table class="areas sortable">
      <caption>{wording.say("compare.caption", { number: edition.number })}</caption>
      <thead>
        <tr>
          <th scope="col">{levelTitle(context, below ?? "place")}</th>
          <th scope="col">{names.here}</th>
          <th scope="col">{names.there}</th>
          <th scope="col">{wording.say("compare.difference")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const [a, b] = [shareOf(row.here, here), shareOf(row.there, there)];
          const difference = differenceOf(a, b);
          return (
            <tr key={row.code}>
              <th scope="row">
                {canGoOn ? (
                  <a href={links.shell("compare.html", { ...query, code: row.code })}>{row.name}</a>
                ) : (
                  row.name
                )}
              </th>
              <td data-sort={a.denominator === 0 ? -1 : a.numerator / a.denominator}>{wording.points(a, 1)}</td>
              <td data-sort={b.denominator === 0 ? -1 : b.numerator / b.denominator}>{wording.points(b, 1)}</td>
              <td data-sort={difference ?? -1000}>{difference === null ? "–" : wording.signed(difference, 1)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface VoteShare {
  readonly numerator: number;
  readonly denominator: number;
}

function shareOf(area: ChildArea, option: string): VoteShare {
  return { numerator: area.votes.find((each) => each.option === option)?.votes ?? 0, denominator: area.validVotes };
}

/** Points between two shares, to one decimal as they are shown; null over a base of 0. */
function differenceOf(a: VoteShare, b: VoteShare): number | null {
  if (a.denominator === 0 || b.denominator === 0) return null;
  return Math.round((a.numerator / a.denominator - b.numerator / b.denominator) * 1000) / 10;
}
