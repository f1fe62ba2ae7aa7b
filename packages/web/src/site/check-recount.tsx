import type { ComponentChild } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { folderAddress } from "./folder-address.js";
import type { PageContext } from "./page-kind.js";

/** The button that makes everything again in this browser, and what it finds. Its worker is the one of the page that stands alone. */
export function CheckRecount({ context }: { readonly context: PageContext }): ComponentChild {
  const { wording, links } = context;
  const { say, code } = wording;
  const place = useRef<HTMLDivElement>(null);
  const folder = folderAddress(links);
  useEffect(() => {
    const worker = new URL("verify/worker.js", folder).href;
    // The verifier is larger than all the rest of the page: it comes when the page stands.
    void import("../page/index.js").then(({ recountForm, recountLanguage, recountWording }) => {
      // Its own texts stand in two languages: a third language of the site falls back to the first.
      const words = recountWording(recountLanguage([code]));
      const { form, outcome } = recountForm(words, { folder, worker }, { key: "", everyFile: false });
      place.current?.replaceChildren(form, outcome);
    });
    // Once for a page: an edition that arrives must not sweep an answer away.
  }, [folder, code]);
  return (
    <section class="recount">
      <h2>{say("check.recount")}</h2>
      <p>{say("check.recountText")}</p>
      <div ref={place} />
    </section>
  );
}
