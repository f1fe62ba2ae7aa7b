import { verifyAddress } from "../verify/index.js";
import type { WorkerReply, WorkerRequest } from "../verify/index.js";

// Runs in a worker, so that the page stays alive while a country is recounted.

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to its page only
const reply = (message: WorkerReply): void => self.postMessage(message);

self.addEventListener("message", (event: MessageEvent<WorkerRequest>) => {
  const { address, key, known, depth } = event.data;
  const progress = (each: Extract<WorkerReply, { kind: "progress" }>["progress"]): void =>
    reply({ kind: "progress", progress: each });
  void verifyAddress(address, { key, known, depth, progress }).then((answer) => reply({ kind: "answer", answer }));
});
