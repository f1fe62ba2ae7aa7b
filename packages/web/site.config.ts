import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import type { Plugin } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const library = { alias: [{ find: /^acta\/([a-z-]+)$/, replacement: here("../acta/src/$1/index.ts") }] };

/** Modules of `src/` without their ending, as alternatives of a pattern. */
const sources = (names: string): RegExp => new RegExp(`/packages/web/src/(?:${names.replaceAll(/\s+/g, "|")})[.]tsx?$`);

/** What every page that is made in the browser needs: one file, so that a slow line is asked once. */
const FRAME = [
  /\/node_modules\/(?:preact|valibot|canonicalize)\//,
  /\/packages\/acta\/src\/(?:basics\/|edition\/(?:pointer|ledger-files|edition-state|manifest)\.ts$)/,
  sources(
    "message/message-text site/(?:wording|languages|live-page|reader-state|open-page|published-data|published-forms|contest-home|election-words)",
  ),
  sources(
    "site/page-(?:frame|kinds|links|words) site/(?:claims-file|history-file|correction-notice|terms|headline|figures)",
  ),
  sources(
    "site/area-(?:name|trail|result|children|rows) site/(?:prerendered-areas|option-colour|option-table|edition-time|cell-text|place-search)",
  ),
];
/** What charts share, and what maps share. */
const CHART = [
  sources(
    "chart/[a-z-]+ site/(?:chart-words|zone-clock|lead-period|count-course|course-lead|period-choice|timeline-headline|edition-change)",
  ),
];
const MAP = [
  sources(
    "map/[a-z-]+ site/(?:load-area-map|area-map|map-picture|map-drawing|map-key|map-text|map-sign|published-maps|standing|share-steps)",
  ),
];

const isOneOf =
  (tests: readonly RegExp[]) =>
  (id: string): boolean =>
    tests.some((test) => test.test(id));

/**
 * Writes which files the script of each kind of page is made of (`dist/modules.json`): a page names them in its head, so that a browser asks for all
 * at once and not for one after the other as it finds them.
 */
function listModules(): Plugin {
  return {
    name: "list-modules",
    writeBundle(_, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((each) => (each.type === "chunk" ? [[each.fileName, each]] : [])),
      );
      const below = (name: string, found: Set<string>): Set<string> => {
        if (found.has(name)) return found;
        found.add(name);
        for (const each of chunks.get(name)?.imports ?? []) below(each, found);
        return found;
      };
      const made = [...chunks.values()].find(({ moduleIds }) => moduleIds.some((id) => id.endsWith("/live-page.tsx")));
      const kinds = [...chunks.values()].flatMap(({ fileName, facadeModuleId }) => {
        const kind = /\/site\/([a-z-]+)-page\.tsx$/.exec(facadeModuleId ?? "")?.[1];
        return kind === undefined || kind === "live" ? [] : [[kind, fileName] as const];
      });
      const lists = kinds.map(([kind, file]) => {
        const found = below(file, below(made?.fileName ?? "", new Set()));
        return [kind, [...found].filter((name) => name !== "alive.js" && name !== "").toSorted()];
      });
      mkdirSync(here("dist"), { recursive: true });
      writeFileSync(here("dist/modules.json"), `${JSON.stringify(Object.fromEntries(lists.toSorted()), null, 2)}\n`);
    },
  };
}

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
        plugins: [listModules()],
        build: {
          target: "es2022",
          outDir: here("dist/assets"),
          emptyOutDir: true,
          modulePreload: false,
          rollupOptions: {
            input: { alive: here("src/site/alive.ts"), style: here("src/site/style.css") },
            output: {
              entryFileNames: "[name].js",
              chunkFileNames: "[name].js",
              assetFileNames: "[name][extname]",
              codeSplitting: {
                includeDependenciesRecursively: false,
                groups: [
                  { name: "frame", test: isOneOf(FRAME) },
                  { name: "chart", test: isOneOf(CHART) },
                  { name: "map", test: isOneOf(MAP) },
                ],
              },
            },
          },
        },
      },
);
