import type { ByteWriter, Share } from "../basics/index.js";
import type { AreaResult } from "../tabulation/index.js";

// JSON written piece by piece into one buffer: keys stand in sorted order and all numbers are JSON's own, which is the canonical form
// (RFC 8785). Thousands of files are made at every publication and again at every verification; objects and texts for a serializer
// would take most of that time. A test holds every file against the general serializer.

/** Writes a text as a JSON string, `null` for none. */
export function writeText(out: ByteWriter, key: string, text: string | null): void {
  out.text(key);
  if (text === null) out.text("null");
  else out.string(text);
}

/** Writes a whole number behind its key, `null` for none. */
export function writeNumber(out: ByteWriter, key: string, value: number | null): void {
  out.text(key);
  if (value === null) out.text("null");
  else out.number(value);
}

/** Writes an array of texts behind its key. */
export function writeTexts(out: ByteWriter, key: string, texts: readonly string[]): void {
  out.text(key);
  out.text("[");
  for (let at = 0; at < texts.length; at++) writeText(out, at === 0 ? "" : ",", texts[at] ?? "");
  out.text("]");
}

/** Writes a result under the policies that share it. */
export function writeResult(out: ByteWriter, result: AreaResult, policies: readonly string[]): void {
  const { leader, margin, open, outcome } = result;
  writeNumber(out, '{"ballotsCast":', result.ballotsCast);
  writeNumber(out, ',"blankVotes":', result.blankVotes);
  writeNumber(out, ',"challengedVotes":', result.challengedVotes);
  writeText(out, ',"leader":{"id":', leader.id);
  writeTexts(out, ',"tie":', leader.tie);
  writeShare(out, '},"margin":{"ofValid":', margin.ofValid);
  writeNumber(out, ',"votes":', margin.votes);
  writeNumber(out, '},"missingCells":', result.missingCells);
  writeNumber(out, ',"nullVotes":', result.nullVotes);
  writeNumber(out, ',"open":{"mostVotes":', open.mostVotes);
  writeNumber(out, ',"stations":', open.stations);
  out.text('},"options":[');
  for (let at = 0; at < result.options.length; at++) writeOption(out, at === 0 ? "{" : ",{", result.options[at]);
  writeTexts(out, '],"outcome":{"between":', outcome.between);
  writeText(out, ',"kind":', outcome.kind);
  writeText(out, ',"why":', outcome.why);
  writeTexts(out, '},"policies":', policies);
  writeNumber(out, ',"registeredVoters":', result.registeredVoters);
  writeStations(out, result.stations);
  writeShare(out, ',"turnoutCounted":', result.turnoutCounted);
  writeShare(out, ',"turnoutRoll":', result.turnoutRoll);
  writeNumber(out, ',"validVotes":', result.validVotes);
  writeNumber(out, ',"votersReported":', result.votersReported);
  out.text("}");
}

function writeOption(out: ByteWriter, start: string, option: AreaResult["options"][number] | undefined): void {
  if (option === undefined) return;
  out.text(start);
  writeText(out, '"id":', option.id);
  const { preferential } = option;
  if (preferential !== undefined) {
    out.text(',"preferential":[');
    for (let at = 0; at < preferential.length; at++) writeNumber(out, at === 0 ? "" : ",", preferential[at] ?? 0);
    out.text("]");
  }
  writeShare(out, ',"shareOfValid":', option.shareOfValid);
  writeNumber(out, ',"votes":', option.votes);
  out.text("}");
}

function writeStations(out: ByteWriter, stations: AreaResult["stations"]): void {
  writeNumber(out, ',"stations":{"annulled":', stations.annulled);
  writeNumber(out, ',"counted":', stations.counted);
  writeNumber(out, ',"notCollected":', stations.notCollected);
  writeNumber(out, ',"notInstalled":', stations.notInstalled);
  writeNumber(out, ',"pending":', stations.pending);
  writeNumber(out, ',"processed":', stations.processed);
  writeNumber(out, ',"referred":', stations.referred);
  writeNumber(out, ',"total":', stations.total);
  out.text("}");
}

function writeShare(out: ByteWriter, key: string, { decimal, denominator, numerator }: Share): void {
  out.text(key);
  out.text('{"decimal":');
  // Shares of at most nine decimals: JSON writes them as the platform does.
  out.text(String(decimal));
  writeNumber(out, ',"denominator":', denominator);
  writeNumber(out, ',"numerator":', numerator);
  out.text("}");
}
