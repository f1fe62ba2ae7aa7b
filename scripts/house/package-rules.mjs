// House rules about packages: exact versions, known licences, and installed what the lock says.

const exact = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;
const allowedLicences = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Unlicense",
  "Python-2.0",
]);
const developmentLicences = new Set(["MPL-2.0"]);

/** @typedef {Record<string, string>} Wanted */
/**
 * @typedef {{
 *   dependencies?: Wanted, devDependencies?: Wanted, optionalDependencies?: Wanted,
 * }} Manifest
 */

/**
 * Every dependency is pinned to one version: npm would otherwise choose by the Node that happens to run.
 * @param {string} path
 * @param {Manifest} manifest
 */
export function pinFindings(path, manifest) {
  const findings = [];
  for (const wanted of [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies]) {
    for (const [name, range] of Object.entries(wanted ?? {})) {
      const version = range.startsWith("npm:") ? range.slice(range.lastIndexOf("@") + 1) : range;
      if (!exact.test(version)) findings.push(`${path}: ${name} "${range}" is not one exact version`);
    }
  }
  return findings;
}

/**
 * The licence of a package.json as one SPDX expression, also from the older spellings.
 * @param {{ license?: unknown, licenses?: unknown }} manifest
 * @returns {string}
 */
function licenceOf({ license, licenses }) {
  if (typeof license === "string") return license;
  const one = Array.isArray(licenses) ? licenses : [license];
  const names = one.map((each) => (typeof each === "object" && each !== null ? Reflect.get(each, "type") : each));
  return names.filter((name) => typeof name === "string").join(" OR ");
}

/**
 * Reads "A", "A OR B", "(A AND B) OR C"; one alternative whose parts are all allowed is enough.
 * @param {string} expression
 * @param {boolean} development whether only development uses the package
 */
export function licenceAllowed(expression, development) {
  /** @param {string} part */
  const allowed = (part) => allowedLicences.has(part) || (development && developmentLicences.has(part));
  return expression
    .replaceAll(/[()]/g, "")
    .split(/\s+OR\s+/)
    .some((all) => all.split(/\s+AND\s+/).every((part) => allowed(part.trim())));
}

/**
 * @param {string} path
 * @param {{ license?: unknown, licenses?: unknown }} manifest
 * @param {boolean} development
 */
export function licenceFindings(path, manifest, development) {
  const licence = licenceOf(manifest);
  if (licenceAllowed(licence, development)) return [];
  const where = development ? "" : " in the product";
  return [`${path}: licence ${licence === "" ? "not given" : `"${licence}"`} is not on the list${where}`];
}
