import type { PageKind } from "./page-kind.js";

/**
 * All kinds of pages: whoever adds one adds a line here (docs/design/site.md). The order is that of the menu.
 */
export const PAGE_KINDS: readonly PageKind[] = [
  {
    id: "front",
    shell: null,
    menu: "menu.front",
    load: async (context) => (await import("./front-page.js")).loadFrontPage(context),
  },
  {
    id: "area",
    shell: "area.html",
    early: ["root"],
    menu: null,
    load: async (context) => (await import("./area-page.js")).loadAreaPage(context),
  },
  {
    id: "timeline",
    shell: "timeline.html",
    early: ["file", "root"],
    menu: "menu.timeline",
    load: async (context) => (await import("./timeline-page.js")).loadTimelinePage(context),
  },
  {
    id: "charts",
    shell: "charts.html",
    early: ["file", "spread"],
    menu: "menu.charts",
    load: async (context) => (await import("./charts-page.js")).loadChartsPage(context),
  },
  {
    id: "station",
    shell: "station.html",
    early: ["root"],
    menu: null,
    load: async (context) => (await import("./station-page.js")).loadStationPage(context),
  },
  {
    id: "search",
    shell: "search.html",
    menu: "menu.search",
    load: async (context) => (await import("./search-page.js")).loadSearchPage(context),
  },
  {
    id: "disputes",
    shell: "disputes.html",
    early: ["disputes", "open"],
    menu: "menu.disputes",
    load: async (context) => (await import("./disputes-page.js")).loadDisputesPage(context),
  },
  {
    id: "compare",
    shell: "compare.html",
    early: ["root"],
    menu: "menu.compare",
    load: async (context) => (await import("./compare-page.js")).loadComparePage(context),
  },
  {
    id: "claims",
    shell: null,
    menu: null,
    load: async (context) => (await import("./claims-page.js")).loadClaimsPage(context),
  },
  {
    id: "offices",
    shell: null,
    revived: true,
    menu: null,
    load: async (context) => (await import("./offices-page.js")).loadOfficesPage(context),
  },
  {
    id: "projecting",
    shell: null,
    menu: null,
    load: async (context) => (await import("./projecting-page.js")).loadProjectingPage(context),
  },
  {
    id: "corrections",
    shell: "corrections.html",
    menu: null,
    load: async (context) => (await import("./corrections-page.js")).loadCorrectionsPage(context),
  },
  {
    id: "embed",
    shell: "embed.html",
    early: ["root"],
    bare: true,
    menu: null,
    load: async (context) => (await import("./embed-page.js")).loadEmbedPage(context),
  },
  {
    id: "map",
    shell: "map.html",
    menu: "menu.map",
    load: async (context) => (await import("./map-page.js")).loadLowestMapPage(context),
  },
  {
    id: "check",
    shell: "check.html",
    menu: "menu.check",
    load: async (context) => (await import("./check-page.js")).loadCheckPage(context),
  },
];

/** A kind by its id; `undefined` for one that this version does not know. */
export function pageKindOf(id: string): PageKind | undefined {
  return PAGE_KINDS.find((kind) => kind.id === id);
}
