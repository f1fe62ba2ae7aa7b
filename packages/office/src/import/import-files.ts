import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { Roll } from "acta/election";
import { Replay, joinLeaves } from "acta/record";
import type { Leaves } from "acta/record";
import { appendTo, blobsOf, keepEdition, keepIndex, ledgerClock, stageUntilFirst } from "../store/index.js";
import type { DataFolder } from "../store/index.js";
import { deliveriesOf } from "./deliveries.js";
import type { Delivery } from "./deliveries.js";
import { signImport } from "./import-acts.js";
import type { ImportRequest } from "./import-request.js";
import { readDelivery } from "./read-delivery.js";
import type { DeliveryReport, ImportReport } from "./import-report.js";
import { keepQuarantine } from "./quarantine.js";
import { stageDelivery } from "./stage-delivery.js";
import type { Staging } from "./stage-delivery.js";

/**
 * Imports files: reads every delivery, stages its entries, and appends all of it in one atomic step. Until then nothing is visible;
 * after a problem the folder is as it was, but for the quarantine of refused rows.
 */
export async function importFiles(request: ImportRequest): Promise<Result<ImportReport>> {
  return stageUntilFirst(request.folder, async () => {
    const now = ledgerClock(request.folder, request.now);
    return now.ok ? importOnce({ ...request, now: now.value }) : now;
  });
}

async function importOnce(request: ImportRequest): Promise<Result<ImportReport>> {
  const deliveries = deliveriesOf(request.matching.files);
  if (!deliveries.ok) return deliveries;
  if (deliveries.value.length === 0)
    return fail({ code: "import.noSheets", where: request.matching.files[0]?.path ?? "" });
  const staging = beginStaging(request.folder);
  if (!staging.ok) return staging;
  const reports: DeliveryReport[] = [];
  for (const delivery of deliveries.value) {
    const report = await importDelivery(request, staging.value, delivery);
    if (!report.ok) return report;
    reports.push(report.value);
  }
  const appended = await commit(request, staging.value);
  if (!appended.ok) return appended;
  return succeed({
    election: request.definition.election,
    deliveries: reports,
    leftOut: request.matching.leftOut,
    entries: appended.value,
  });
}

function beginStaging(folder: DataFolder): Result<Staging> {
  const blobs = { bytes: new Map<string, Uint8Array>(), rolls: new Map<string, Roll>() };
  const staging: Staging = {
    folder,
    staged: [],
    blobs,
    replay: new Replay(blobsOf(folder, blobs)),
    signed: 0,
    sealed: [],
  };
  const read = folder.ledger.read(folder.ledger.size, (leaves) => staging.replay.apply(leaves));
  return read.ok ? succeed(staging) : read;
}

async function importDelivery(
  request: ImportRequest,
  staging: Staging,
  delivery: Delivery,
): Promise<Result<DeliveryReport>> {
  const base = staging.replay.state().elections.get(request.definition.election.id);
  const read = await readDelivery(request.definition.election, delivery, request.progress, base?.roll ?? null);
  if (!read.ok) {
    const rows = "quarantine" in read.problem && Array.isArray(read.problem.quarantine) ? read.problem.quarantine : [];
    return fail(withQuarantine(read.problem, keepQuarantine(request.folder, delivery, rows)));
  }
  const held = request.hold?.(delivery, read.value) ?? null;
  if (held !== null) return fail(held);
  const kept = keepQuarantine(request.folder, delivery, read.value.quarantine);
  const asOf = request.asOf ?? read.value.asOf ?? delivery.asOf ?? request.otherwiseAsOf?.(delivery) ?? null;
  return stageDelivery(request, staging, delivery, read.value, asOf, kept);
}

function withQuarantine(problem: Problem, kept: string): Problem {
  return {
    code: problem.code,
    where: problem.where ?? "",
    context: { ...problem.context, quarantine: kept === "" ? "none" : kept },
  };
}

/** Appends the leaves with the blobs that they name. */
async function commit(request: ImportRequest, staging: Staging): Promise<Result<number>> {
  const { folder } = request;
  if (staging.staged.length === 0) return succeed(0);
  const signed = signImport(request, joinLeaves(staging.staged), staging.signed);
  if (!signed.ok) return signed;
  const leaves: Leaves = joinLeaves([...staging.staged, signed.value]);
  const applied = staging.replay.apply(signed.value);
  if (!applied.ok) return applied;
  const appended = await appendTo(folder, leaves, staging.blobs.bytes);
  if (!appended.ok) {
    // A source may overwrite a file while it is read: what was hashed first is then not what was read last.
    const changed = request.matching.files.find((each) => each.sha256 === appended.problem.where);
    const isChanged = appended.problem.code === "store.otherBytes" && changed !== undefined;
    return isChanged ? fail({ code: "import.fileChanged", where: changed.path }) : appended;
  }
  keepIndex(folder, staging.replay.state());
  for (const sealed of staging.sealed)
    keepEdition(folder, request.definition.election.id, sealed.edition, sealed.columns);
  return succeed(leaves.count);
}
