export { PublishedData } from "./published-data.js";
export type { PublishedHead, ReadPublished } from "./published-data.js";
export { renderSite, siteNames } from "./render-site.js";
export type { MapReport, MapSources } from "./put-maps.js";
export type { SiteReport } from "./render-site.js";
export { mapEn, mapEs } from "../map/index.js";
export type { PutFile } from "./render-pages.js";
export { siteEn } from "./messages/en.js";
export { siteEs } from "./messages/es.js";
