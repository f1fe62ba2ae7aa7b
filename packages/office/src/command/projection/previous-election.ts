import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { officialTotals } from "acta/projection";
import type { PreviousContest } from "acta/projection";
import { mergeBulletins } from "acta/tabulation";
import { bulletinsIn, editionIn } from "../../store/index.js";
import { openContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";

/** In `--previous`: project without a previous contest. */
const NONE = "none";

/**
 * The previous contest: the one that was asked for, else the one that the election follows when it is in the data folder. Its first contest,
 * at its newest edition, with the totals of areas that its authority published.
 */
export function previousContest(opened: OpenedContest, asked: string | undefined): Result<PreviousContest | null> {
  const { election } = opened.open;
  if (asked === NONE) return succeed(null);
  const id = asked ?? election.follows?.election;
  if (id === undefined) return succeed(null);
  const known = opened.index.elections.map((each) => each.id).filter((each) => each !== election.id);
  const indexed = opened.index.elections.find((each) => each.id === id && each.id !== election.id);
  if (indexed === undefined || indexed.editions.length === 0)
    return asked === undefined
      ? succeed(null)
      : fail({ code: "project.unknownPrevious", context: { election: asked, known: known.join(", ") || "-" } });
  const edition = editionIn(indexed, undefined);
  if (!edition.ok) return edition;
  const before = openContest({ ...opened, indexed }, edition.value, undefined);
  if (!before.ok) return before;
  const bulletins = bulletinsIn(opened.folder, indexed, opened.index.size);
  if (!bulletins.ok) return bulletins;
  const { contest, table, open } = before.value;
  const official = officialTotals(open.election, contest, mergeBulletins(bulletins.value));
  return succeed({ election: open.election, contest, roll: open.roll, table, official });
}
