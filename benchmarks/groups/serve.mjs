// `acta serve`: requests for the front data beside the framework's bare JSON route, and readers who wait for news.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { inFreshProcess, median } from "../measure.mjs";
import { root } from "../../scripts/workshop.mjs";

const SECONDS = 2;
const CONNECTIONS = 32;
const READERS = 5_000;

/** A process whose lines are read. */
class Running {
  constructor(program, args, cwd) {
    this.process = spawn(process.execPath, [program, ...args], { cwd, stdio: ["ignore", "pipe", "inherit"] });
    this.lines = [];
    this.waiting = [];
    createInterface({ input: this.process.stdout }).on("line", (line) => {
      this.lines.push(line);
      for (const look of this.waiting) look();
    });
  }

  /** The first line that fits. */
  line(fits) {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.lines.find(fits);
        if (found !== undefined) resolve(found);
      };
      this.waiting.push(look);
      look();
    });
  }

  /** Most memory that the process has had, in megabytes (Linux). */
  memory() {
    const status = readFileSync(`/proc/${this.process.pid}/status`, "utf8");
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }

  end() {
    this.process.kill("SIGINT");
  }
}

const caseFile = (name) => fileURLToPath(new URL(`../cases/${name}`, import.meta.url));
const load = (address, encoding = "identity") =>
  inFreshProcess("serve-load.mjs", [address, SECONDS, CONNECTIONS, encoding]);

/** Requests per second for the root file of the newest edition: what the front page shows. */
async function requestRows({ command, published, rounds }) {
  const pointer = JSON.parse(readFileSync(join(published, "pointer.json"), "utf8"));
  const edition = JSON.parse(readFileSync(join(published, `data/${pointer.editions.at(-1).root}.json`), "utf8"));
  const front = `data/${edition.contests[0].trees[0].root}.json`;
  const acta = new Running(command, ["serve", "--folder", published, "--port", "0", "--json"]);
  const bare = new Running(caseFile("serve-bare.mjs"), [join(published, front)]);
  const { address } = JSON.parse(await acta.line((line) => line.includes("listening")));
  const bareAddress = await bare.line((line) => line.startsWith("http"));
  const ways = {
    acta: () => load(`${address}${front}`),
    packed: () => load(`${address}${front}`, "br"),
    pointer: () => load(`${address}pointer.json`),
    json: () => load(`${bareAddress}json`),
    text: () => load(`${bareAddress}text`),
  };
  const runs = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = 0; round < rounds; round++) for (const [way, run] of Object.entries(ways)) runs[way].push(run());
  const memory = acta.memory();
  acta.end();
  bare.end();
  const speed = (way) => median(runs[way].map((each) => each.perSecond));
  const said = (way) =>
    `${Math.round(speed(way)).toLocaleString("en-US")} requests/s, ${runs[way][0].length.toLocaleString("en-US")} bytes each`;
  const against = (way) => `; ${Math.round((100 * speed("acta")) / speed(way))} % of it`;
  return [
    { what: "front data, as it is", note: `${said("acta")}; largest memory ${memory} MB` },
    { what: "front data, packed with brotli", note: said("packed") },
    { what: "pointer.json", note: said("pointer") },
    {
      what: "the framework's bare JSON route, same document",
      note: `${said("json")}${against("json")} is what acta serve answers`,
    },
    { what: "the framework's bare route, same text ready made", note: `${said("text")}${against("text")}` },
  ];
}

/** Readers who wait for news, from the import of an edition of a small election on. */
async function readerRows({ command, folder }) {
  const place = join(folder, "serve-readers");
  cpSync(join(root, "examples/norland"), place, { recursive: true });
  const votes = readFileSync(join(place, "votos.csv"), "latin1");
  writeFileSync(join(place, "final.csv"), votes.replaceAll("OBSERVADA", "COMPUTADA").replace("s/d", "39"), "latin1");
  const importing = (file, day) => {
    const given = ["--source", "padron.csv", "--source", file, "--as-of", `2030-03-${day}T22:00+01:00`];
    return spawnSync(process.execPath, [command, "import", "election.yaml", ...given], {
      cwd: place,
      encoding: "utf8",
    });
  };
  importing("votos.csv", 10);
  const acta = new Running(command, ["serve", "--port", "0", "--json"], place);
  const { address } = JSON.parse(await acta.line((line) => line.includes("listening")));
  const readers = new Running(caseFile("serve-readers.mjs"), [address, READERS]);
  await readers.line((line) => line.includes("ready"));
  const done = new Promise((resolve) => {
    const given = ["--source", "padron.csv", "--source", "final.csv", "--as-of", "2030-03-11T22:00+01:00"];
    spawn(process.execPath, [command, "import", "election.yaml", ...given], { cwd: place, stdio: "ignore" }).on(
      "exit",
      () => resolve(),
    );
  });
  const ledger = JSON.parse(await readers.line((line) => line.includes('"ledger 32"')));
  const published = JSON.parse(await readers.line((line) => line.includes('"publication 32"')));
  await done;
  const { mtimeMs } = await import("node:fs").then(({ statSync }) =>
    statSync(join(place, "acta-data/ledger/checkpoint")),
  );
  const memory = acta.memory();
  readers.process.kill();
  acta.end();
  const since = (moment) => `${Math.round(moment - mtimeMs)} ms`;
  return [
    {
      what: `${READERS.toLocaleString("en-US")} readers of events, one new edition`,
      note: `all told ${since(ledger.last)} after the entry was signed (first ${since(ledger.first)}), its files published and told after ${since(published.last)}; largest memory ${memory} MB`,
    },
  ];
}

export async function serveRows(setup) {
  const published = join(setup.folder, "published");
  return {
    title: "Serving",
    goal: "goals: at least 80 % of the framework's bare JSON route; 5,000 readers see a result within one second of its entry",
    rows: [...(await requestRows({ ...setup, published })), ...(await readerRows(setup))],
  };
}
