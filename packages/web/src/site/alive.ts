// Brings a page to life. Small on purpose: what a page needs to be shown again (another edition, an address that it reads) is loaded only then.
import { readEarly } from "./early-reads.js";
import { mapsAnswer } from "./map-touch.js";
import { copyOnClick, enhance } from "./page-enhancement.js";

const { body } = document;
const { page, shell, revived, root = "", early } = body.dataset;
const asked = new URLSearchParams(location.search);

document.documentElement.dataset["script"] = "";
if (early !== undefined && !asked.has("edition")) void readEarly(root, early.split(" "));
copyOnClick(body);
mapsAnswer(body);
if (page !== undefined) bring(page).catch(tellFailure);

/** A script that did not come: an address that has nothing to show yet must not stay silent. */
function tellFailure(): void {
  const waiting = document.getElementById("waiting");
  if (waiting === null) return;
  waiting.textContent = waiting.dataset["failed"] ?? "";
  waiting.hidden = false;
}

async function bring(kind: string): Promise<void> {
  if (shell !== undefined || asked.has("edition")) {
    const { showPage } = await import("./live-page.js");
    await showPage(body, kind, asked);
  } else if (revived === undefined) enhance(body);
  else {
    // What is written stays as it is where it cannot be made again.
    const { renewPage } = await import("./live-page.js");
    await renewPage(body, kind, asked);
    enhance(body);
  }
  // Whoever turned a page back wants it to stay there.
  if (!asked.has("edition")) await keepUpToDate(kind);
}

/** Not before the page stands: news are never more urgent than what is there. */
async function keepUpToDate(kind: string): Promise<void> {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  const { watchPublication } = await import("./live-watch.js");
  watchPublication(body, async () => {
    const { renewPage } = await import("./live-page.js");
    return await renewPage(body, kind, new URLSearchParams(location.search));
  });
}
