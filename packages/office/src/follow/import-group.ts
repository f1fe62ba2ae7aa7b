import { succeed } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import type { RoleSigner } from "acta/signature";
import { signerFor } from "../act/index.js";
import { importBulletins, importFiles } from "../import/index.js";
import type { BulletinFile, Delivery, DeliveryReport, ImportRequest, ReadDelivery } from "../import/index.js";
import { indexOf, openToWrite } from "../store/index.js";
import type { DataFolder } from "../store/index.js";
import { editionNews, markOf } from "./edition-news.js";
import type { FileGroup } from "./file-groups.js";
import type { News } from "./follow-event.js";
import { endSilence, tellFailure, tellNews } from "./follower.js";
import type { Follower } from "./follower.js";
import { holdBack, holdReason } from "./hold-back.js";
import type { SourceFile } from "./source-files.js";
import { bytesOf, sheetsRead, tornDelivery } from "./torn-snapshot.js";
import type { LastDelivery } from "./torn-snapshot.js";

/** Rounds after which bytes that stay the same are no longer taken for torn: it is what the source says. */
const STEADY_ROUNDS = 3;

/** Imports a group and tells what came of it; what was held back or could not be written is tried again in the next round. */
export async function importGroup(follower: Follower, group: FileGroup, files: readonly SourceFile[]): Promise<void> {
  const imported = await (group.kind === "sheets" ? importSheets : importTotals)(follower, group, files);
  if (imported.ok) {
    follower.failing.delete("");
    for (const file of group.files) follower.done.add(file.sha256);
    return;
  }
  const { problem } = imported;
  switch (fateOf(problem)) {
    case "held":
      return holdBack(follower, keyOf(follower, group), files, problem);
    case "again":
      return tellFailure(follower, "", problem);
    case "refused":
      return refuse(follower, group, files, problem);
  }
}

const PASSING = new Set(["import.missingPart", "file.notFound", "file.notReadable"]);

/** Bytes that cannot be read will not get better; a folder that is locked or full may. */
function fateOf({ code }: Problem): "held" | "again" | "refused" {
  if (code === "follow.held") return "held";
  return /^(?:store|ledger)\./.test(code) || PASSING.has(code) ? "again" : "refused";
}

/** The file whose bytes stand for the group: the one that is fresh. */
function keyOf(follower: Follower, group: FileGroup): string {
  return group.files.find((file) => !follower.done.has(file.sha256))?.sha256 ?? "";
}

function refuse(follower: Follower, group: FileGroup, files: readonly SourceFile[], problem: Problem): void {
  const sha256 = keyOf(follower, group);
  const fresh = group.files.filter((file) => !follower.done.has(file.sha256));
  for (const file of fresh) follower.done.add(file.sha256);
  // What was refused of a series must not stand in the way of the files that follow.
  if (group.kind === "bulletin") for (const file of fresh) follower.unread.add(file.sha256);
  const source = files.find((each) => each.sha256 === sha256)?.source.shown ?? "";
  tellNews(follower, { kind: "refused", source, sha256, problem });
}

/** Opens the folder for one piece of work; the lock is never held between two rounds. */
async function withFolder(
  follower: Follower,
  work: (folder: DataFolder, signer: RoleSigner | null) => Promise<Result<null>>,
): Promise<Result<null>> {
  const folder = await openToWrite(follower.request.data);
  if (!folder.ok) return folder;
  try {
    const signer = signerFor(folder.value, { keyFile: follower.request.keyFile, founds: null });
    return signer.ok ? await work(folder.value, signer.value) : signer;
  } finally {
    folder.value.close();
  }
}

function requestFor(
  follower: Follower,
  folder: DataFolder,
  signer: RoleSigner | null,
  group: FileGroup,
): ImportRequest {
  const { definition, pace, progress } = follower.request;
  return {
    folder,
    definition,
    matching: { files: group.files, leftOut: [] },
    asOf: null,
    signer,
    now: pace.now,
    progress,
  };
}

function importSheets(follower: Follower, group: FileGroup, files: readonly SourceFile[]): Promise<Result<null>> {
  return withFolder(follower, async (folder, signer) => {
    const looked = new Map<string, LastDelivery>();
    const report = await importFiles({
      ...requestFor(follower, folder, signer, group),
      hold: (delivery, read) => {
        looked.set(delivery.source.id, { stations: sheetsRead(read), bytes: bytesOf(delivery) });
        return holdOf(follower, group, delivery, read);
      },
      otherwiseAsOf: () => (follower.request.lastModifiedIsAsOf ? lastModifiedOf(group, files) : null),
    });
    if (!report.ok) return report;
    for (const [source, last] of looked) follower.last.set(source, last);
    const news = sheetNews(follower, folder, report.value.deliveries);
    if (!news.ok) return news;
    if (news.value.some((each) => each.kind === "edition")) endSilence(follower);
    for (const each of news.value) tellNews(follower, each);
    return succeed(null);
  });
}

function holdOf(follower: Follower, group: FileGroup, delivery: Delivery, read: ReadDelivery): Problem | null {
  const torn = tornDelivery(delivery, read, follower.last.get(delivery.source.id) ?? null);
  const steady = (follower.held.get(keyOf(follower, group))?.rounds ?? 0) >= STEADY_ROUNDS;
  return torn !== null && steady && holdReason(torn) !== "twoMoments" ? null : torn;
}

/** The latest of the group's files. */
function lastModifiedOf(group: FileGroup, files: readonly SourceFile[]): Instant | null {
  const hashes = new Set(group.files.map((file) => file.sha256));
  const moments = files.flatMap((file) =>
    hashes.has(file.sha256) && file.lastModified !== null ? [file.lastModified] : [],
  );
  return moments.toSorted().at(-1) ?? null;
}

function sheetNews(
  follower: Follower,
  folder: DataFolder,
  deliveries: readonly DeliveryReport[],
): Result<readonly News[]> {
  const index = indexOf(folder);
  if (!index.ok) return index;
  const indexed = index.value.elections.find((each) => each.id === follower.request.definition.election.id);
  const news: News[] = [];
  for (const { edition, seenAgain, files } of deliveries) {
    if (indexed === undefined) continue;
    if (seenAgain) {
      if (follower.seenAgain !== edition.id)
        news.push({ kind: "seenAgain", file: files[0]?.name ?? "", edition: markOf(edition) });
      follower.seenAgain = edition.id;
      continue;
    }
    follower.seenAgain = "";
    follower.editions++;
    const own = editionNews(folder, indexed, edition);
    if (!own.ok) return own;
    news.push(...own.value);
  }
  return succeed(news);
}

function importTotals(follower: Follower, group: FileGroup, files: readonly SourceFile[]): Promise<Result<null>> {
  const bulletins = group.files.filter((file): file is BulletinFile => file.kind === "bulletin");
  const clockless = bulletins.some((file) => file.part.clock === null && file.known?.asOf == null);
  const asOf = follower.request.lastModifiedIsAsOf && clockless ? lastModifiedOf(group, files) : null;
  return withFolder(follower, async (folder, signer) => {
    const report = await importBulletins({ ...requestFor(follower, folder, signer, group), asOf });
    if (!report.ok) return report;
    for (const { series, written, until } of report.value.series) {
      if (written === 0) continue;
      endSilence(follower);
      tellNews(follower, { kind: "bulletins", series, written, until });
    }
    return succeed(null);
  });
}
