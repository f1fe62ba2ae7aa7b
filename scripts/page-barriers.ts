// What axe-core finds wrong with a page: barriers for readers who hear it, enlarge it or use no mouse.
import axe from "axe-core";
import type { Page } from "playwright-core";

const RUN = `axe.run().then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => id + ": " + html.slice(0, 160))))`;

/** Rule and place of each violation. The page's context must have been opened with `bypassCSP`: the site's own policy lets no other script in. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(RUN);
  return Array.isArray(found) ? found.map(String) : ["axe gave no answer"];
}
