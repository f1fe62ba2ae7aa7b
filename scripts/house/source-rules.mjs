// House rules that are read off the tracked files. Every rule takes what it judges and returns its findings as lines.

/** @typedef {{ path: string, bytes: number, text: string | undefined }} TrackedFile text only where the file is text */

const codeFile = /\.(?:[cm]?[jt]s|sh)$/;
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const emptyWords = new Set(
  "util utils utility utilities helper helpers common type types core misc manager managers".split(" "),
);

/**
 * Files and folders of code are named by nouns of the trade, in kebab-case (STYLE rules 4 and 6).
 * @param {readonly TrackedFile[]} files
 */
export function nameFindings(files) {
  const findings = new Set();
  for (const { path } of files) {
    if (!codeFile.test(path)) continue;
    let folder = "";
    for (const segment of path.split("/")) {
      folder = folder === "" ? segment : `${folder}/${segment}`;
      if (segment.startsWith(".")) continue;
      const stem = segment.split(".")[0] ?? "";
      if (!kebab.test(stem)) findings.add(`${folder}: is not kebab-case`);
      const last = stem.split("-").at(-1) ?? "";
      if (emptyWords.has(last)) findings.add(`${folder}: "${last}" names no thing of the trade`);
    }
  }
  return [...findings];
}

const disable = /(?:\/\/|\/\*)\s*((?:eslint|oxlint)-disable\S*)([^\n]*)/g;

/**
 * Silencing a rule needs a reason on the line: `oxlint-disable-next-line rule -- reason` (STYLE rule 25).
 * @param {readonly TrackedFile[]} files
 */
export function silenceFindings(files) {
  const findings = [];
  for (const { path, text } of files) {
    if (text === undefined || !codeFile.test(path)) continue;
    for (const match of text.matchAll(disable)) {
      if (/ -- .*[^\s*/]{3,}/.test(match[2] ?? "")) continue;
      const line = text.slice(0, match.index).split("\n").length;
      findings.push(`${path}:${line}: ${match[1]} gives no reason (write "-- reason" after the rule)`);
    }
  }
  return findings;
}

const largest = 1024 * 1024;

/**
 * @param {readonly TrackedFile[]} files
 */
export function sizeFindings(files) {
  return files
    .filter(({ bytes }) => bytes > largest)
    .map(({ path, bytes }) => `${path}: ${(bytes / largest).toFixed(1)} MiB; large data stays outside the repository`);
}

// Folders of one machine; a path that goes on from a name (a web address, a relative path) is none.
const machinePath = /(?<![\w.~*-])\/(?:work|root|tmp|home|Users)\/[^\s"'`)]*/g;

/**
 * Nothing in the repository may depend on where it lies.
 * @param {readonly TrackedFile[]} files
 */
export function pathFindings(files) {
  const findings = [];
  for (const { path, text } of files) {
    if (text === undefined || path === "package-lock.json") continue;
    for (const match of text.matchAll(machinePath)) {
      const line = text.slice(0, match.index).split("\n").length;
      findings.push(`${path}:${line}: names a folder of one machine: ${match[0]}`);
    }
  }
  return findings;
}
