import { parentPort, workerData } from "node:worker_threads";
import { replayBacktest } from "acta/projection";
import type { BacktestPart, PartMessage } from "./backtest-threads.js";

// One thread of a backtest: replays its part of the orders and hands the outcomes back.

const part: BacktestPart = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread speaks to the one that started it
const tell = (message: PartMessage): void => parentPort?.postMessage(message);
const result = replayBacktest(part.request, part.share, (done, all) => tell({ kind: "progress", done, all }));
tell({ kind: "result", result });
