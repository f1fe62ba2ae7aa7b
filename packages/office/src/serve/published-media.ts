import { extname } from "node:path/posix";

const TYPES: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".mjs", "text/javascript; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".geojson", "application/geo+json; charset=utf-8"],
  [".csv", "text/csv; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
  [".xml", "application/xml; charset=utf-8"],
  [".svg", "image/svg+xml; charset=utf-8"],
  [".png", "image/png"],
  [".jpg", "image/jpeg"],
  [".webp", "image/webp"],
  [".ico", "image/x-icon"],
  [".woff2", "font/woff2"],
  [".webmanifest", "application/manifest+json; charset=utf-8"],
  [".parquet", "application/vnd.apache.parquet"],
  [".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  [".gz", "application/gzip"],
]);

/** Signed notes and the list are lines of text without an ending. */
const NOTES = new Set(["checkpoint", "manifest", "manifest.files"]);

/** The media type of a published file, by its path. What has no known ending is bytes, and is never guessed (`nosniff`). */
export function mediaTypeOf(path: string): string {
  if (NOTES.has(path)) return "text/plain; charset=utf-8";
  if (/^(?:[a-z]{2,3}\/)?corrections\.xml$/.test(path)) return "application/atom+xml; charset=utf-8";
  return TYPES.get(extname(path).toLowerCase()) ?? "application/octet-stream";
}
