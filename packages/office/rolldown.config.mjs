import { fileURLToPath } from "node:url";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

// The command as few files: most of the time of a small answer was the loading of some two hundred modules. What a command does not
// need stays in files of its own (lazy imports), and packages stay packages. What runs in a thread of its own is started by its file's name.
export default {
  input: {
    acta: here("dist/main.js"),
    "backtest-worker": here("dist/command/projection/backtest-worker.js"),
  },
  platform: "node",
  external: (/** @type {string} */ id) => !/^(\.|\/|[A-Za-z]:|acta\/)/.test(id),
  output: { dir: here("dist/bundle"), format: "esm", cleanDir: true },
};
