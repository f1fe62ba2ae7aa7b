// npm run lock: writes package-lock.json for every platform, not only for the one at hand.
// Some packages carry native parts, one package per platform, as optional dependencies. A registry or mirror that offers
// only some of them makes npm leave the others out of the lock, and then `npm ci` refuses the lock everywhere. Their
// versions are exact in the package that wants them; what they run on is in their names. They carry no integrity hash:
// npm takes it from the registry that does offer them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { missingPlatforms } from "./house/platform-packages.mjs";
import { requireNode, root, run } from "./workshop.mjs";

/** Lets npm write the lock, in its own order; installs nothing. */
function writeLock() {
  const { code, output } = run("npm", ["install", "--package-lock-only", "--ignore-scripts"], { show: false });
  if (code === 0) return;
  console.error(output.trimEnd());
  process.exit(code);
}

requireNode();
writeLock();
const file = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = missingPlatforms(lock);
if (Object.keys(added).length > 0) {
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: { ...lock.packages, ...added } }, null, 2)}\n`);
  writeLock();
}
console.log(`package-lock.json: ${Object.keys(added).length} platform packages added`);
