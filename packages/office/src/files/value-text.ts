/**
 * The text of a value out of a typed table (XLSX, Parquet): whole numbers in plain digits, dates as ISO 8601,
 * nothing as "", lists and structures as JSON.
 */
export function valueText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return Number.isInteger(value) ? BigInt(value).toString() : String(value);
    case "bigint":
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "";
      if (value instanceof Date) return dateText(value);
      return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? inner.toString() : inner));
    default:
      return "";
  }
}

/** A day alone when there is no time; without a zone, because tables do not say one. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const iso = date.toISOString();
  if (iso.endsWith("T00:00:00.000Z")) return iso.slice(0, -14);
  return iso.slice(0, -1).replace(/\.000$/, "");
}
