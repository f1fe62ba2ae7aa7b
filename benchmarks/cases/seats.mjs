// From votes to seats. Arguments: "congress" (the real 27 districts of Peru 2021), "random" (130 seats, 10 lists, so many made-up
// elections in one process), "biproportional" (Zurich 2015: 180 seats, 18 districts), or "webster" and "webster-peer" (the made-up elections by
// Sainte-Laguë, counted here and by the package sainte-lague); how often.
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

/** Votes of ten lists in made-up elections. */
function madeUp() {
  // A small generator of its own: only that the votes differ matters.
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  return Array.from({ length: 10_000 }, () =>
    Array.from({ length: 10 }, (_, at) => ({ list: String(at), votes: next() % 2_000_000, candidates: null })),
  );
}

/** Something that depends on every seat: who agrees on it agrees on all of them. */
function digestOf(seats, digest) {
  return seats.reduce((sum, each) => (sum * 131 + each) % 2_147_483_647, digest);
}

function webster() {
  const elections = madeUp().map((lists) => ({
    method: SEAT_METHODS.sainteLague,
    seats: 130,
    lists,
    lots: [],
  }));
  return () => {
    let digest = 1;
    for (const election of elections) digest = digestOf(seatCounts(election) ?? [], digest);
    return digest;
  };
}

async function websterPeer() {
  const { default: sainteLague } = await import("sainte-lague");
  const elections = madeUp().map((lists) => Object.fromEntries(lists.map(({ list, votes }) => [list, votes])));
  return () => {
    let digest = 1;
    for (const election of elections) digest = digestOf(seatsOf(sainteLague, election), digest);
    return digest;
  };
}

/** None where lots would have to be drawn: it throws then. */
function seatsOf(sainteLague, election) {
  try {
    return Object.values(sainteLague(election, 130));
  } catch {
    return [];
  }
}

function random() {
  const elections = madeUp().map((lists) => dHondt(lists, 130));
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

const work = await { congress, random, biproportional, webster, "webster-peer": websterPeer }[kind]();
const runs = [];
let digest = 0;
for (let run = 0; run < Number(times); run++) {
  const { ms, cpu, value } = await timed(work);
  runs.push({ ms, cpu });
  digest = value ?? 0;
}
console.log(JSON.stringify({ runs, digest }));
