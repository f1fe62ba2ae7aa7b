// The framework's own bare JSON route over the same document, as a server of its own. Argument: file. Prints its address.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../scripts/workshop.mjs";

// The framework belongs to the office: the benchmark brings no version of its own.
const from = createRequire(join(root, "packages/office/package.json"));
const { Hono } = await import(pathToFileURL(from.resolve("hono")).href);
const { serve } = await import(pathToFileURL(from.resolve("@hono/node-server")).href);

const document = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const text = JSON.stringify(document);
const app = new Hono();
app.get("/json", (asked) => asked.json(document));
app.get("/text", (asked) => asked.body(text, 200, { "Content-Type": "application/json" }));
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => console.log(`http://127.0.0.1:${port}/`));
