import type { ComponentChild } from "preact";
import type { PageContext } from "./page-kind.js";
import type { DownloadsFile } from "./published-forms.js";

/** The data of the newest edition as files: what each holds, how large it is, and its hash, which stands on the signed list too. */
export function CheckDownloads({
  context,
  downloads,
}: {
  readonly context: PageContext;
  readonly downloads: DownloadsFile | null;
}): ComponentChild {
  const { wording, links, home } = context;
  const { say } = wording;
  const files = (downloads?.files ?? []).filter(
    ({ election, contest }) => election === home.words.id && contest === home.contest.id,
  );
  return (
    <section class="downloads">
      <h2>{say("check.downloads")}</h2>
      {files.length === 0 ? (
        <p>{say("check.noDownloads")}</p>
      ) : (
        <p>{say("check.downloadsText", { edition: files[0]?.edition ?? 0 })}</p>
      )}
      <ul class="results">
        {files.map(({ name, level, rows, bytes, sha256 }) => (
          <li key={name}>
            <a href={links.file(`downloads/${name}`)} download={name}>
              {name}
            </a>
            <br />
            <span class="quiet">
              {say(level === "station" ? "check.stations" : "check.areas", { rows })} ·{" "}
              {say("check.size", { kilobytes: Math.max(1, Math.round(bytes / 1000)) })}
              <br />
              SHA-256 <code>{sha256}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
