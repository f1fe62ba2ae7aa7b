import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import type { PageContext } from "./page-kind.js";
import type { MadeProof } from "./station-proof-file.js";
import type { StationRecord } from "./station-record.js";

type Progress =
  | { readonly kind: "asked" | "running" }
  | { readonly kind: "done"; readonly proof: MadeProof }
  | { readonly kind: "failed"; readonly why: string };

/**
 * The proof that the sheet is inside the signed record: made here on demand from what is published, checked here with the code of `acta
 * verify-proof`, and given out as the file that it takes. What makes it is fetched with the first press.
 */
export function StationProofView({
  context,
  record,
}: {
  readonly context: PageContext;
  readonly record: StationRecord;
}): ComponentChild {
  const { say } = context.wording;
  const [progress, set] = useState<Progress>({ kind: "asked" });
  if (record.versions.length === 0) return null;
  const start = (): void => {
    set({ kind: "running" });
    void import("./station-proof-file.js")
      .then(({ makeProof }) => makeProof(context, record))
      .then((made) => set(made.ok ? { kind: "done", proof: made.value } : { kind: "failed", why: made.problem.code }))
      .catch(() => set({ kind: "failed", why: say("station.proofFails") }));
  };
  const label =
    progress.kind === "running"
      ? "station.proofRunning"
      : progress.kind === "asked"
        ? "station.proofStart"
        : "station.proofAgain";
  return (
    <section class="proof">
      <h2>{say("station.proofTitle")}</h2>
      <p>{say("station.proofLead")}</p>
      <p>
        <button type="button" class="action" disabled={progress.kind === "running"} onClick={start}>
          {say(label)}
        </button>
      </p>
      <div role="status">
        {progress.kind === "done" && <ProofFacts context={context} proof={progress.proof} />}
        {progress.kind === "failed" && (
          <p class="notice problem">
            <b>{say("station.proofFails")}</b> {progress.why}
          </p>
        )}
      </div>
    </section>
  );
}

function ProofFacts({ context, proof }: { readonly context: PageContext; readonly proof: MadeProof }): ComponentChild {
  const { say } = context.wording;
  const { index, size, key, isShown, bytes, href, name } = proof;
  return (
    <>
      <p class={isShown ? "verdict holds" : "verdict notice problem"}>
        <b>{say(isShown ? "station.proofHolds" : "station.proofDiffers")}</b>
      </p>
      {!proof.isInForce && <p>{say("station.proofBefore")}</p>}
      <p>{say("station.proofEntry", { index, size })}</p>
      <p>
        <code>{key}</code>
      </p>
      <ul class="lines">
        {["proofShows", "proofNotPoster", "proofNotNewest", "proofKey"].map((line) => (
          <li key={line}>{say(`station.${line}`)}</li>
        ))}
      </ul>
      <p>
        <a href={href} download={name}>
          {say("station.proofSaved", { bytes })}
        </a>
      </p>
      <p class="quiet">{say("station.proofCommand")}</p>
      <pre tabIndex={0}>
        <code>{`acta verify-proof ${name} --key ${key}`}</code>
      </pre>
    </>
  );
}
