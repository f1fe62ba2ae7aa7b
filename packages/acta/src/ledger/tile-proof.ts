import { fail, isCount, succeed } from "../basics/index.js";
import type { Problem, Result, Sha256 } from "../basics/index.js";
import { sameBytes } from "./bytes.js";
import { completeSubtrees, consistencyRanges, inclusionRanges } from "./subtrees.js";
import type { LeafRange, Subtree } from "./subtrees.js";
import { rootOfEdge, subtreeRoot } from "./tile-root.js";
import { openTiles, tileSource } from "./tile-source.js";
import type { TileSource } from "./tile-source.js";
import { TILE_WIDTH, hashTilesOf, tilePath, widthIn } from "./tile.js";
import type { TileName, TileReader } from "./tile.js";
import { HASH_BYTES, TreeHasher } from "./tree-hash.js";
import { notOlder, outsideTree } from "./verify-proof.js";

/** Levels of the tree between one level of tiles and the next (C2SP tlog-tiles, Merkle Tree: height 8). */
const TILE_HEIGHT = 8;

/**
 * The inclusion proof of a leaf from tiles (RFC 6962 2.1.1; C2SP tlog-tiles, Merkle Tree). Damaged tiles give a proof that does
 * not verify: who did not make the tiles verifies it.
 */
export function inclusionProof(
  sha256: Sha256,
  read: TileReader,
  index: number,
  size: number,
): Result<readonly Uint8Array[]> {
  const problem = outsideTree(index, size);
  return problem === undefined ? hashesOf(sha256, read, size, inclusionRanges(index, size)) : fail(problem);
}

/** The consistency proof between two sizes from the tiles of the newer one (RFC 6962 2.1.2); empty when they are equal. */
export function consistencyProof(
  sha256: Sha256,
  read: TileReader,
  older: number,
  newer: number,
): Result<readonly Uint8Array[]> {
  const problem = notOlder(older, newer);
  return problem === undefined ? hashesOf(sha256, read, newer, consistencyRanges(older, newer)) : fail(problem);
}

/** The tiles that an inclusion proof is made from, each once: to be fetched at the same time (C2SP tlog-tiles, Merkle Tree). */
export function tilesForInclusion(index: number, size: number): Result<readonly TileName[]> {
  const problem = outsideTree(index, size);
  return problem === undefined ? succeed(tilesUnder(inclusionRanges(index, size), size)) : fail(problem);
}

/** The tiles of the newer tree that a consistency proof is made from, each once (C2SP tlog-tiles, Merkle Tree). */
export function tilesForConsistency(older: number, newer: number): Result<readonly TileName[]> {
  const problem = notOlder(older, newer);
  return problem === undefined ? succeed(tilesUnder(consistencyRanges(older, newer), newer)) : fail(problem);
}

/** Root of a tree from its partial tiles, at most one of each level (RFC 6962 2.1; C2SP tlog-tiles, Partial Tiles). */
export function rootFromTiles(sha256: Sha256, read: TileReader, size: number): Result<Uint8Array> {
  if (!isCount(size)) return fail({ code: "tree.badSize", context: { size } });
  const edge = openTiles(tileSource(read, size), size);
  return edge.ok ? succeed(rootOfEdge(new TreeHasher(sha256), edge.value)) : edge;
}

/**
 * Checks every tile of hashes of a tree against a root that is known to be true: each full tile against its hash in the level
 * above (C2SP tlog-tiles, Merkle Tree: "each hash in a tile is the Merkle Tree Hash of a full tile at the level below"), the right
 * edge against the root. It keeps at most 257 tiles at a time.
 * @returns what differs, by path; nothing when all are as they must be.
 */
export function checkTiles(sha256: Sha256, read: TileReader, size: number, root: Uint8Array): readonly Problem[] {
  const edge = rootFromTiles(sha256, read, size);
  const problems: Problem[] = [];
  if (!edge.ok) problems.push(edge.problem);
  else if (!sameBytes(edge.value, root)) problems.push({ code: "tile.rootDiffers", context: { size } });
  const hasher = new TreeHasher(sha256);
  let source = tileSource(read, size);
  for (const tile of hashTilesOf(size)) {
    if (tile.kind !== "hashes" || tile.width < TILE_WIDTH) continue;
    // The tiles under one tile of the level above are read together; then they are forgotten.
    if (tile.index % TILE_WIDTH === 0) source = tileSource(read, size);
    const problem = checkFullTile(hasher, source, tile.level, tile.index);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

function checkFullTile(hasher: TreeHasher, source: TileSource, level: number, index: number): Problem | undefined {
  const own = source(level, index);
  if (!own.ok) return own.problem;
  const above = source(level + 1, Math.floor(index / TILE_WIDTH));
  // A tile above that cannot be read is reported for itself.
  if (!above.ok) return undefined;
  const at = (index % TILE_WIDTH) * HASH_BYTES;
  const expected = above.value.subarray(at, at + HASH_BYTES);
  if (sameBytes(subtreeRoot(hasher, own.value, 0, TILE_WIDTH), expected)) return undefined;
  return { code: "tile.differs", where: tilePath({ kind: "hashes", level, index, width: TILE_WIDTH }) };
}

interface Place {
  readonly level: number;
  readonly index: number;
  readonly first: number;
  readonly count: number;
}

/** Where in the tiles the foot of a subtree stands. */
function placeOf({ level, index }: Subtree): Place {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const count = 2 ** (level % TILE_HEIGHT);
  const at = index * count;
  return { level: tileLevel, index: Math.floor(at / TILE_WIDTH), first: at % TILE_WIDTH, count };
}

function tilesUnder(ranges: readonly LeafRange[], size: number): readonly TileName[] {
  const tiles = new Map<string, TileName>();
  for (const subtree of ranges.flatMap(completeSubtrees)) {
    const { level, index } = placeOf(subtree);
    const tile: TileName = { kind: "hashes", level, index, width: widthIn(level, index, size) };
    tiles.set(tilePath(tile), tile);
  }
  return [...tiles.values()];
}

function hashesOf(
  sha256: Sha256,
  read: TileReader,
  size: number,
  ranges: readonly LeafRange[],
): Result<readonly Uint8Array[]> {
  const hasher = new TreeHasher(sha256);
  const source = tileSource(read, size);
  const hashes: Uint8Array[] = [];
  for (const range of ranges) {
    const hash = hashOfRange(hasher, source, range);
    if (!hash.ok) return hash;
    hashes.push(hash.value);
  }
  return succeed(hashes);
}

function hashOfRange(hasher: TreeHasher, source: TileSource, range: LeafRange): Result<Uint8Array> {
  let hash: Uint8Array | undefined;
  for (const subtree of completeSubtrees(range).toReversed()) {
    const { level, index, first, count } = placeOf(subtree);
    const tile = source(level, index);
    if (!tile.ok) return tile;
    const root = subtreeRoot(hasher, tile.value, first, count);
    hash = hash === undefined ? root : hasher.node(root, hash);
  }
  return succeed(hash ?? hasher.empty());
}
