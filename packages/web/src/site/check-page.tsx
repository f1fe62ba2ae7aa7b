import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { CheckDownloads } from "./check-downloads.js";
import { CheckRecount } from "./check-recount.js";
import { EditionTime } from "./edition-time.js";
import { folderAddress } from "./folder-address.js";
import { downloadsForm } from "./published-forms.js";
import type { DownloadsFile } from "./published-forms.js";
import type { LoadedPage, PageContext } from "./page-kind.js";

/** Where the list of what can be downloaded stands. */
const DOWNLOADS_PATH = "downloads/index.json";

/** How to check everything: with one button here, on the command line, and with the data themselves. */
export async function loadCheckPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home, data } = context;
  // A folder may be published without them: the page then says so.
  const downloads = await data.json(DOWNLOADS_PATH, downloadsForm);
  const title = wording.say("check.title");
  return succeed({
    title: `${title} · ${wording.pick(home.words.name)}`,
    description: wording.say("check.lead"),
    trail: [{ name: wording.pick(home.words.name), href: context.links.front() }],
    content: <CheckView context={context} downloads={downloads.ok ? downloads.value : null} />,
  });
}

function CheckView({
  context,
  downloads,
}: {
  readonly context: PageContext;
  readonly downloads: DownloadsFile | null;
}): ComponentChild {
  const { say } = context.wording;
  return (
    <div class="front area check">
      <section class="story">
        <EditionTime context={context} />
        <h1>{say("check.title")}</h1>
        <p class="lead">{say("check.lead")}</p>
        <CheckRecount context={context} />
      </section>
      <section class="places">
        <CommandLine context={context} />
        <CheckDownloads context={context} downloads={downloads} />
      </section>
    </div>
  );
}

/** The same outside of this page: whoever doubts it, doubts its button too. */
function CommandLine({ context }: { readonly context: PageContext }): ComponentChild {
  const { wording, links, data, edition } = context;
  const { say } = wording;
  const folder = folderAddress(links);
  const { key } = data.head;
  const lines = [
    `acta verify ${folder} --trust ${key}`,
    `acta station CODE --proof sheet.acta-proof --from ${folder} --trust ${key}`,
    `acta verify-proof sheet.acta-proof --key ${key}`,
  ];
  return (
    <>
      <h2>{say("check.command")}</h2>
      <p>{say("check.commandText", { number: edition.number })}</p>
      <pre tabIndex={0}>
        <code>{lines.join("\n")}</code>
      </pre>
      <p class="quiet">{say("check.key")}</p>
    </>
  );
}
