import type { PageLinks } from "./page-links.js";

/** The whole address of the published folder, with its slash: what a reader gives to the command. In a browser only. */
export function folderAddress(links: PageLinks): string {
  return new URL(".", new URL(links.file("pointer.json"), document.baseURI)).href;
}
