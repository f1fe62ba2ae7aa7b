// From votes to seats. Arguments: "congress" (the real 27 districts of Peru 2021), "random" (130 seats, 10 lists, so many made-up
// elections in one process) or "biproportional" (Zurich 2015: 180 seats, 18 districts); how often.
import { readFileSync } from "node:fs";
import { timed } from "../measure.mjs";
import { SEAT_METHODS, allocateBiproportional, allocateSeats, seatCounts } from "./acta.mjs";

const [kind, times] = process.argv.slice(2);
const shared = new URL("../../../shared/", import.meta.url);
const readShared = (name) => JSON.parse(readFileSync(new URL(name, shared), "utf8"));
const dHondt = (lists, seats) => ({ method: SEAT_METHODS.dHondt, seats, lists, lots: [] });

function congress() {
  const requests = readShared("peru/congress-2021.json").districts.map(({ seats, partiesWithSeats }) =>
    dHondt(
      partiesWithSeats.map(({ party, votes }) => ({ list: party, votes, candidates: null })),
      seats,
    ),
  );
  return () => {
    let seats = 0;
    for (const request of requests) {
      const done = allocateSeats(request);
      if (!done.ok) throw new Error(done.problem.code);
      for (const each of done.value.lists) seats += each.seats;
    }
    if (seats !== 130) throw new Error(`${seats} seats`);
  };
}

function random() {
  // A small generator of its own: only that the votes differ matters.
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  const elections = Array.from({ length: 10_000 }, () =>
    dHondt(
      Array.from({ length: 10 }, (_, at) => ({ list: String(at), votes: next() % 2_000_000, candidates: null })),
      130,
    ),
  );
  return () => {
    let decided = 0;
    for (const election of elections) if (seatCounts(election) !== null) decided++;
    if (decided < 9_990) throw new Error(`${decided} decided`);
  };
}

function biproportional() {
  const found = readShared("vectors/apportionment.json").cases.find(({ id }) => id === "swiss-zh-kantonratswahl-2015");
  const matrix = {
    lists: found.votes[0].map((_votes, at) => String(at)),
    districts: found.votes.map((votes, at) => ({ district: String(at), seats: found.seats_by_district[at], votes })),
    lots: [],
  };
  return () => {
    const done = allocateBiproportional(matrix);
    if (!done.ok || done.value.why !== "decided") throw new Error("not decided");
  };
}

const work = { congress, random, biproportional }[kind]();
const runs = [];
for (let run = 0; run < Number(times); run++) {
  const { ms, cpu } = await timed(work);
  runs.push({ ms, cpu });
}
console.log(JSON.stringify({ runs }));
