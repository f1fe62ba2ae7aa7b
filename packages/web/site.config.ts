import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const library = { alias: [{ find: /^acta\/([a-z-]+)$/, replacement: here("../acta/src/$1/index.ts") }] };

/**
 * The site's two halves from the same components: script and style for browsers (`vite build`, published as `assets/`), and the module that
 * writes pages where `acta publish` runs (`vite build --mode render`). Names carry no hash: the signed list of a publication names them with theirs.
 */
export default defineConfig(({ mode }) =>
  mode === "render"
    ? {
        root: here("."),
        publicDir: false,
        logLevel: "warn",
        resolve: library,
        // Whoever publishes has no build tools and needs none: everything is in the one file.
        ssr: { noExternal: true },
        build: {
          target: "node20",
          outDir: here("dist/render"),
          emptyOutDir: true,
          ssr: here("src/site/index.ts"),
          rollupOptions: { output: { entryFileNames: "site.js", codeSplitting: false } },
        },
      }
    : {
        root: here("."),
        publicDir: false,
        logLevel: "warn",
        resolve: library,
        build: {
          target: "es2022",
          outDir: here("dist/assets"),
          emptyOutDir: true,
          modulePreload: false,
          rollupOptions: {
            input: { alive: here("src/site/alive.ts"), style: here("src/site/style.css") },
            output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
          },
        },
      },
);
