// npm run build: compiles both packages into their dist folders; also runs after `npm ci` (prepare).
import { build, requireNode } from "./workshop.mjs";

requireNode();
process.exitCode = build() ? 0 : 1;
