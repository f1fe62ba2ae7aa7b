export { sha256File } from "./hash-file.js";
export type { FileLimits } from "./limits.js";
export { formatOfName, listFiles } from "./list-files.js";
export { openRows } from "./open-rows.js";
export type { Dialect, RefusedRow, Row, RowRefusal, Rows } from "./rows.js";
export { filesEn } from "./messages/en.js";
export { filesEs } from "./messages/es.js";
