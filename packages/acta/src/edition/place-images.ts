import { pieceOf } from "./contest-draft.js";
import type { ContestDraft } from "./contest-draft.js";
import type { Act } from "../record/index.js";
import { writeList } from "./file-list.js";
import type { PlaceGroup } from "./place-groups.js";
import { listOf } from "./place-history.js";
import { writeNumber, writeText, writeTexts } from "./result-writer.js";

type Image = Extract<Act, { kind: "evidence" }>;

/** Images of the sheets of a contest by station, those that another entry corrected left out. */
export function imagesByStation({ state, contest }: ContestDraft): ReadonlyMap<string, readonly Image[]> {
  const found = new Map<string, Image[]>();
  const images = state.acts.filter((act) => act.kind === "evidence");
  const corrected = new Set(images.map(({ entry }) => entry.replaces));
  for (const act of images) {
    const { election, scope } = act.header;
    if (election !== state.election.id || scope !== contest.id || corrected.has(act.index)) continue;
    const known = found.get(act.entry.station);
    if (known === undefined) found.set(act.entry.station, [act]);
    else known.push(act);
  }
  return found;
}

const COLUMNS = ["station", "entry", "copy", "url", "sha256", "mediaType"];

/** Writes where the images of a place's sheets stand, and their hashes as recorded: nobody fetches them here. */
export function writeImages(
  draft: ContestDraft,
  group: PlaceGroup,
  images: ReadonlyMap<string, readonly Image[]>,
): void {
  const { state, out } = draft;
  const rows = group.rows.flatMap((row) => images.get(state.roll.codes[row] ?? "") ?? []);
  if (rows.length === 0) return out.text("null");
  const columns = pieceOf((piece) => writeTexts(piece, "", COLUMNS));
  writeList(draft, {
    ...listOf(draft, group),
    columns,
    rows,
    writeRow: (to, { entry, header, index }) => {
      const { url, sha256, mediaType } = entry.document;
      writeText(to, "[", entry.station);
      writeNumber(to, ",", index);
      for (const text of [header.copy, url, sha256, mediaType]) writeText(to, ",", text);
      to.text("]");
    },
  });
}
