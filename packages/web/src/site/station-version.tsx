import type { ComponentChild } from "preact";
import type { PageContext } from "./page-kind.js";
import type { StationBatch, StationRecord, StationVersion } from "./station-record.js";

/** Who recorded a version, when, from what and why, and what it changed. */
export function VersionFacts(props: {
  readonly context: PageContext;
  readonly record: StationRecord;
  readonly version: StationVersion;
  readonly at: number;
}): ComponentChild {
  const { context, record, version, at } = props;
  const { wording, home, links } = context;
  const { batch } = version;
  const before = record.versions[at - 1];
  const edition = home.editions.find(({ number }) => number === batch?.edition);
  const zone = home.words.timeZone;
  return (
    <div class="version-facts">
      <p>
        <b>{wording.say("station.version", { at: at + 1 })}.</b>{" "}
        {edition === undefined
          ? wording.say("station.cameUnsealed", { entry: version.entry })
          : wording.say("station.came", {
              entry: version.entry,
              edition: edition.number,
              moment: wording.moment(edition.asOf, zone),
            })}
      </p>
      {batch !== null && <BatchFacts context={context} batch={batch} />}
      <p>
        {wording.say("station.statusLine", {
          status: statusName(context, version.status),
          state: wording.say(`state.${version.state}`),
        })}
      </p>
      {before !== undefined && (
        <p>
          {wording.say("station.changed", {
            count: version.changed.size,
            status: before.status === version.status ? "same" : statusName(context, before.status),
          })}
        </p>
      )}
      {edition !== undefined && at < record.versions.length - 1 && (
        <p>
          <a href={links.at(edition.number).shell("station.html", { code: record.code })}>
            {wording.say("station.atEdition", { number: edition.number })}
          </a>
        </p>
      )}
    </div>
  );
}

/** Who recorded it, when, from what and why. */
function BatchFacts({
  context,
  batch,
}: {
  readonly context: PageContext;
  readonly batch: StationBatch;
}): ComponentChild {
  const { wording, home } = context;
  const { kind, actor, basis, recordedAt, reason, source, sourceName } = batch;
  return (
    <>
      {(kind === "ruling" || kind === "erratum") && <p>{wording.say(`station.${kind}`, { actor })}</p>}
      <p>
        {wording.say(`station.${basis === "firstHand" ? "firstHand" : "reported"}`, {
          moment: wording.moment(recordedAt, home.words.timeZone),
          actor,
          reason,
        })}
      </p>
      {source !== "" && (
        <p>
          {wording.say("station.source", {
            name: sourceName === "" ? "–" : sourceName,
            hash: source.slice(0, 12),
          })}
        </p>
      )}
    </>
  );
}

/** A status as the definition names it. */
function statusName({ wording, home }: PageContext, id: string): string {
  const name = home.words.statuses.find((status) => status.id === id)?.name;
  return name === undefined ? id : wording.pick(name);
}
