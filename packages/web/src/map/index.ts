export { makeAtlas } from "./atlas.js";
export type { Atlas, AtlasArea, LevelCoverage } from "./atlas.js";
export { mapForm, pathOf } from "./map-file.js";
export type { MapFile } from "./map-file.js";
export { tileGrid } from "./tile-grid.js";
export { mapEn } from "./messages/en.js";
export { mapEs } from "./messages/es.js";
