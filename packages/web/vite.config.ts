import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// One folder of plain files, as `acta publish` puts it beside what it publishes: modules that any static server can serve, no eval and no
// script inside a page. Names carry no hash: the signed list of a publication names them with theirs.
export default defineConfig({
  root: here("."),
  publicDir: here("pages"),
  logLevel: "warn",
  resolve: {
    alias: [{ find: /^acta\/([a-z-]+)$/, replacement: here("../acta/src/$1/index.ts") }],
  },
  build: {
    target: "es2022",
    outDir: here("dist/verify"),
    emptyOutDir: true,
    modulePreload: false,
    lib: {
      entry: {
        verify: here("src/verify/index.ts"),
        worker: here("src/worker/index.ts"),
        page: here("src/page/alone.ts"),
      },
      formats: ["es"],
    },
    minify: true,
    rollupOptions: { output: { entryFileNames: "[name].js", chunkFileNames: "recount.js" } },
  },
});
