// The first page and others on a simulated cheap phone.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { inFreshProcess, median } from "../measure.mjs";

const PAGES = [
  { path: "index.html", what: "first page" },
  { path: "area/14/index.html", what: "a department" },
  { path: "area.html?code=140101", what: "a district (a page that reads its address)" },
  { path: "timeline.html", what: "the timeline" },
];

export async function phoneRows({ command, data, folder, rounds }) {
  const group = {
    title:
      "Pages on a cheap phone: 4 times slower processor, 1.6 Mbit/s, 150 ms, nothing kept; files as they are, not packed",
    goal: "goals for the first page: at most 100 kB, largest paint under 2,000 ms, blocked under 100 ms in all, layout shift 0",
  };
  if (!existsSync(process.env["CHROMIUM"] ?? "/usr/bin/chromium"))
    return { ...group, rows: [{ what: "Chromium", note: "left out: there is none" }] };
  const to = join(folder, "phone");
  const done = spawnSync(process.execPath, [command, "publish", to, "--data", data], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  const { pages, version } = inFreshProcess("phone-chromium.mjs", [to, rounds, ...PAGES.map(({ path }) => path)]);
  const rows = PAGES.map(({ path, what }) => {
    const middle = (key) => median(pages[path].map((run) => run[key]));
    const [kilo, shift] = [(middle("sent") / 1000).toFixed(1), middle("shift").toFixed(3)];
    return {
      what: `${what}: largest paint, Chromium ${version.split(".")[0]}`,
      ms: middle("ms"),
      note: `${kilo} kB in ${middle("requests")} requests; blocked ${Math.round(middle("blocked"))} ms; layout shift ${shift}`,
    };
  });
  return { ...group, rows };
}
