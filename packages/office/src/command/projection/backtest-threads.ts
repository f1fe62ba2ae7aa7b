import { Worker } from "node:worker_threads";
import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { replayBacktest } from "acta/projection";
import type { BacktestProgress, BacktestRequest, BacktestRuns, BacktestShare } from "acta/projection";

/** What one thread is given. */
export interface BacktestPart {
  readonly request: BacktestRequest;
  readonly share: BacktestShare;
}

/** What a thread says. */
export type PartMessage =
  | { readonly kind: "progress"; readonly done: number; readonly all: number }
  | { readonly kind: "result"; readonly result: Result<BacktestRuns> };

/**
 * Replays a backtest in so many threads, each with its own copy of the data. The runs are the same with any number of threads; with one
 * nothing is copied and no thread is started. Of several problems the one of the first thread is told.
 */
export async function replayInThreads(
  request: BacktestRequest,
  jobs: number,
  progress: BacktestProgress,
): Promise<Result<readonly BacktestRuns[]>> {
  if (jobs === 1) {
    const runs = replayBacktest(request, { at: 0, of: 1 }, progress);
    return runs.ok ? succeed([runs.value]) : runs;
  }
  const done = Array.from({ length: jobs }, () => ({ done: 0, all: 0 }));
  const parts = await Promise.all(
    Array.from({ length: jobs }, (_, at) =>
      replayPart({ request, share: { at, of: jobs } }, (own, all) => {
        done[at] = { done: own, all };
        progress(sumOf(done, "done"), sumOf(done, "all"));
      }),
    ),
  );
  const runs: BacktestRuns[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    runs.push(part.value);
  }
  return succeed(runs);
}

function sumOf(values: readonly { done: number; all: number }[], key: "done" | "all"): number {
  return values.reduce((sum, each) => sum + each[key], 0);
}

/** Rejects when the thread ends without a result, which is a bug. */
function replayPart(part: BacktestPart, progress: BacktestProgress): Promise<Result<BacktestRuns>> {
  const worker = new Worker(new URL("backtest-worker.js", import.meta.url), { workerData: part });
  return new Promise((resolve, reject) => {
    worker.on("message", (message: PartMessage) => {
      if (message.kind === "progress") progress(message.done, message.all);
      else resolve(message.result);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`a thread of the backtest ended with ${code} and said nothing`)));
  });
}
