// `npm start` as somebody runs it on a fresh clone: a process of its own, which ends with the site served on the data that it has counted.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { dropFolder, newFolder } from "./acta-desk.js";
import { serveFolder } from "./static-server.js";
import { root } from "./workshop.mjs";

const PATIENCE = 240_000;

interface Started {
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

/** Starts it in English. `CI` is taken out of the environment: these tests may run where it is set. */
function start(environment: Readonly<Record<string, string>>, ...given: readonly string[]): Started {
  const { CI: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, "scripts", "start.mjs"), ...given], {
    env: { ...inherited, LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
  const ended = new Promise<number | null>((end) => child.on("close", (code) => end(code)));
  return { process: child, said: () => said, ended };
}

async function address(started: Started): Promise<string> {
  const from = Date.now();
  while (!started.said().includes("Ctrl-C ends it.")) {
    if (Date.now() - from > PATIENCE) throw new Error(`no address: ${started.said()}`);
    await new Promise((next) => setTimeout(next, 100));
  }
  return /http:\S+\//.exec(started.said())?.[0] ?? "";
}

describe("npm start", () => {
  const data = newFolder();
  afterAll(() => dropFolder(data));

  test(
    "ends with the site served on the data that it has counted, at the next port when its own is taken, until it is told to end",
    async () => {
      const other = await serveFolder(data);
      const { port } = new URL(other.address);
      const started = start({}, "--data", data, "--port", port);
      const served = await address(started);
      expect(Number(new URL(served).port)).toBeGreaterThan(Number(port));
      const said = /leads by ([\d,]+) votes/.exec(started.said())?.[1] ?? "nothing";
      const page = await (await fetch(`${served}en/index.html`)).text();
      expect(page).toContain(`leads by ${said} votes`);
      started.process.kill("SIGTERM");
      expect(await started.ended).toBe(0);
      await expect(fetch(served)).rejects.toThrow();
      other.close();
    },
    PATIENCE,
  );

  test(
    "ends by itself where nobody could end it, and says how to see the pages",
    async () => {
      for (const [environment, ...given] of [[{ CI: "true" }], [{}, "--no-serve"]] as const) {
        const started = start(environment, ...given, "--data", data);
        expect(await started.ended, started.said()).toBe(0);
        expect(started.said()).toContain(`npx acta serve --data ${data}`);
      }
    },
    PATIENCE,
  );
});
