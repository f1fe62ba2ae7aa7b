import { parseInstant } from "../basics/index.js";
import type { Instant } from "../basics/index.js";
import type { ActEntries } from "./act.js";

/** A moment of the samples. */
function moment(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`not a moment: ${text}`);
  return parsed;
}

const HASH = "5f".repeat(32);
const facts = { at: moment("2026-02-03T15:04:05Z"), replaces: null };
const document = { url: "https://example.org/document.pdf", sha256: HASH, mediaType: "application/pdf" };
const filer = { role: "legalAgent", party: "a" } as const;

/** One act of every kind with all its fields. Golden leaves and the printed schemas are held against them. */
export const SAMPLE_ACTS: ActEntries = {
  lawSet: { sha256: HASH, bytes: 4_711, name: "law", part: "" },
  evidence: { ...facts, station: "000001", document },
  flag: { ...facts, station: "000001", reasons: ["materialError:D", "unsigned"], givenBy: "authority" },
  case: { ...facts, case: "C-1", body: "jury-1", matter: "petition", stations: ["000001"], joins: ["C-2"] },
  petition: {
    ...facts,
    petition: "P-1",
    case: "C-1",
    body: "jury-1",
    filer,
    asks: "stationAnnulment",
    ground: "b",
    stations: ["000001"],
    unlocated: 2,
    area: { tree: "geographic", code: "01" },
    noted: "unknown",
    fee: "paid",
    documents: [document],
  },
  notification: { ...facts, of: 12, case: "C-1", form: "publication", to: "" },
  hearing: { ...facts, case: "C-1", body: "jury-1", state: "called", place: "" },
  vote: { ...facts, case: "C-1", body: "jury-1", seat: "chair", vote: "inFavour", casting: true },
  ruling: {
    ...facts,
    ruling: "R-1",
    case: "C-1",
    body: "jury-1",
    instance: 1,
    outcome: "annulled",
    word: "fundada",
    law: [{ rule: "R2.13f", article: "15.3", lawSet: HASH }],
    effects: [["000001", "annulled", [0, 0, 0, 261, 261], 7]],
    votersImputed: { "000001": 39 },
    proposal: "departed",
    departure: "the second copy agrees",
    dissent: 1,
    documents: [document],
  },
  appeal: { ...facts, appeal: "A-1", case: "C-1", of: 14, body: "court", filer, fee: "missing" },
  final: { ...facts, case: "C-1", of: 14, how: "unappealed" },
  deadline: {
    ...facts,
    deadline: "petitions",
    body: "jury-1",
    rule: "R3.2",
    case: "",
    due: moment("2026-02-05T01:00Z"),
    announced: null,
    published: facts.at,
  },
  membership: { ...facts, body: "court", seat: "bar", state: "empty", holder: "", chair: false },
  motion: {
    ...facts,
    motion: "M-1",
    chamber: "congress",
    procedure: "removal",
    state: "filed",
    subject: "incapacity",
    signatories: 26,
  },
  rollCall: {
    ...facts,
    motion: "M-1",
    chamber: "congress",
    question: "admission",
    inFavour: 52,
    against: 60,
    abstentions: 3,
    present: 115,
    eligible: 130,
    members: [{ member: "seat 1", group: "A", vote: "inFavour" }],
  },
  office: { ...facts, office: "president", holder: "holder", state: "taken", cause: "election", follows: "" },
  observerReport: { ...facts, mission: "mission", area: null, stations: ["000001"], text: "text", documents: [] },
  outsideEvent: { ...facts, event: "E-1", category: "statement", text: "text", documents: [document] },
  certification: {
    ...facts,
    resolution: "R-9",
    body: "court",
    edition: 3,
    area: null,
    figures: { "votes.a": 8_836_380, "votes.b": 8_792_117 },
    elected: ["a"],
    documents: [document],
  },
  erratum: { ...facts, of: 7, text: "keyed 61 for 16", effects: [["000001", "counted", [16, "", "?", "-", "!1O"], 7]] },
  publication: {
    ...facts,
    product: "results",
    notBefore: moment("2026-02-01T20:00Z"),
    body: "court",
    article: "190",
    text: "all stations have closed",
  },
  key: {
    ...facts,
    action: "rotated",
    key: "jury+00000000+AQ",
    role: "tribunal",
    holder: "jury-1",
    previous: "jury+00000001+AQ",
    validUntil: moment("2027-01-01T00:00Z"),
  },
  signature: { first: 3, root: `${"A".repeat(43)}=`, signatures: ["jury AAAA"] },
};
