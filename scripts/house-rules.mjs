// npm run check, step "house rules": what the linter cannot hold. Prints one line per finding; exit code 1 when there are any.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { licenceFindings, pinFindings } from "./house/package-rules.mjs";
import { missingPlatforms } from "./house/platform-packages.mjs";
import { nameFindings, pathFindings, silenceFindings, sizeFindings } from "./house/source-rules.mjs";
import { installDifferences, root, run } from "./workshop.mjs";

/**
 * Everything that is tracked or would be with `git add .`, so that a finding comes before the commit.
 * @returns {import("./house/source-rules.mjs").TrackedFile[]}
 */
function trackedFiles() {
  const { code, output } = run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    show: false,
  });
  if (code !== 0) throw new Error(`the list of tracked files could not be read from git: ${output}`);
  const paths = output.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
  return paths.map((path) => {
    const content = readFileSync(join(root, path));
    return { path, bytes: content.length, text: content.includes(0) ? undefined : content.toString("utf8") };
  });
}

/**
 * What stands in node_modules against the lock, and under which licences.
 */
function installedFindings() {
  const findings = installDifferences();
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  for (const path of Object.keys(missingPlatforms(lock))) findings.push(`${path}: not in the lock (npm run lock)`);
  for (const [path, locked] of Object.entries(lock.packages)) {
    const file = join(root, path, "package.json");
    if (!path.includes("node_modules/") || locked.link || !statSync(file, { throwIfNoEntry: false })) continue;
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    if (manifest.version !== locked.version) findings.push(`${path}: ${manifest.version}, wanted ${locked.version}`);
    findings.push(...licenceFindings(path, manifest, locked.dev === true));
  }
  return findings;
}

const files = trackedFiles();
const manifests = files.filter(({ path }) => /(?:^|\/)package\.json$/.test(path));
const findings = [
  ...nameFindings(files),
  ...silenceFindings(files),
  ...sizeFindings(files),
  ...pathFindings(files),
  ...manifests.flatMap(({ path, text }) => pinFindings(path, JSON.parse(text ?? "{}"))),
  ...installedFindings(),
];
for (const finding of findings) console.log(finding);
process.exitCode = findings.length === 0 ? 0 : 1;
