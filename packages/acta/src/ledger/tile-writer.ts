import { fail, isCount, succeed } from "../basics/index.js";
import type { Result, Sha256 } from "../basics/index.js";
import { openTiles, tileSource } from "./tile-source.js";
import { rootOfEdge, subtreeRoot } from "./tile-root.js";
import { TILE_WIDTH, parseTilePath, tilePath } from "./tile.js";
import type { TileName, TileReader } from "./tile.js";
import { HASH_BYTES, TreeHasher } from "./tree-hash.js";

/** A tile with its path and its bytes, as it is published (C2SP tlog-tiles, Merkle Tree). */
export interface HashTile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Level {
  /** The open tile; it belongs to nobody else until it is full and handed over. */
  bytes: Uint8Array;
  width: number;
  index: number;
}

const TILE_BYTES = TILE_WIDTH * HASH_BYTES;

/**
 * Makes the tiles of a growing tree: full ones are handed over as soon as they are full, the open ones are asked for when a
 * checkpoint is made. It holds one tile of each level, 8 kB a level, whatever the size.
 */
export class TileWriter {
  readonly #hasher: TreeHasher;
  readonly #emit: (tile: HashTile) => void;
  readonly #levels: Level[] = [];
  #size = 0;

  /** @param emit gets every full tile once, in the order in which they fill; the bytes are its own. */
  constructor(sha256: Sha256, emit: (tile: HashTile) => void) {
    this.#hasher = new TreeHasher(sha256);
    this.#emit = emit;
  }

  /** Goes on from a tree that was published with this size. Whether its tiles are true only their root can tell: compare it. */
  static resume(sha256: Sha256, size: number, read: TileReader, emit: (tile: HashTile) => void): Result<TileWriter> {
    if (!isCount(size)) return fail({ code: "tree.badSize", context: { size } });
    const writer = new TileWriter(sha256, emit);
    const edge = openTiles(tileSource(read, size), size);
    if (!edge.ok) return edge;
    for (const [level, { bytes, width }] of edge.value.entries()) {
      const open = new Uint8Array(TILE_BYTES);
      open.set(bytes);
      const index = Math.floor(size / TILE_WIDTH ** (level + 1));
      writer.#levels.push({ bytes: open, width, index });
    }
    writer.#size = size;
    return succeed(writer);
  }

  /** Leaves so far. */
  get size(): number {
    return this.#size;
  }

  /** Appends a leaf that stands in a buffer from `start` up to `end`. */
  appendLeaf(bytes: Uint8Array, start = 0, end: number = bytes.length): void {
    this.append(this.#hasher.leaf(bytes, start, end));
  }

  /** Appends a leaf by its hash. */
  append(hash: Uint8Array): void {
    if (hash.length !== HASH_BYTES) throw new Error(`a leaf hash of ${hash.length} bytes`);
    this.#size++;
    this.#put(0, hash);
  }

  #put(at: number, hash: Uint8Array): void {
    const level = (this.#levels[at] ??= { bytes: new Uint8Array(TILE_BYTES), width: 0, index: 0 });
    level.bytes.set(hash, level.width * HASH_BYTES);
    level.width++;
    if (level.width < TILE_WIDTH) return;
    const { bytes, index } = level;
    const root = subtreeRoot(this.#hasher, bytes, 0, TILE_WIDTH);
    level.bytes = new Uint8Array(TILE_BYTES);
    level.width = 0;
    level.index++;
    this.#emit({ path: tilePath({ kind: "hashes", level: at, index, width: TILE_WIDTH }), bytes });
    this.#put(at + 1, root);
  }

  /** Root of all leaves so far (RFC 6962 2.1). */
  root(): Uint8Array {
    return rootOfEdge(this.#hasher, this.#levels);
  }

  /** The partial tiles that a checkpoint of this size needs beside the full ones (C2SP tlog-tiles, Partial Tiles). */
  partialTiles(): readonly HashTile[] {
    return this.#levels.flatMap(({ width, index }, level) => {
      const bytes = this.open({ kind: "hashes", level, index, width });
      return bytes === undefined ? [] : [{ path: tilePath({ kind: "hashes", level, index, width }), bytes }];
    });
  }

  /** The first `width` hashes of an open tile; `undefined` when it is not the open one of its level or not that wide yet. */
  open(tile: TileName): Uint8Array | undefined {
    const level = tile.kind === "hashes" ? this.#levels[tile.level] : undefined;
    if (level === undefined || level.index !== tile.index || tile.width === 0 || tile.width > level.width)
      return undefined;
    return level.bytes.slice(0, tile.width * HASH_BYTES);
  }
}

/** All tiles of a tree in memory, at its present size and at every earlier one: 32 bytes a leaf. */
export class MemoryTiles {
  readonly #tiles = new Map<string, Uint8Array>();
  readonly #writer: TileWriter;

  constructor(sha256: Sha256) {
    this.#writer = new TileWriter(sha256, ({ path, bytes }) => this.#tiles.set(path, bytes));
  }

  /** Leaves so far. */
  get size(): number {
    return this.#writer.size;
  }

  /** Appends a leaf by its hash. */
  append(hash: Uint8Array): void {
    this.#writer.append(hash);
  }

  /** Appends a leaf that stands in a buffer from `start` up to `end`. */
  appendLeaf(bytes: Uint8Array, start = 0, end: number = bytes.length): void {
    this.#writer.appendLeaf(bytes, start, end);
  }

  /** Root of all leaves so far (RFC 6962 2.1). */
  root(): Uint8Array {
    return this.#writer.root();
  }

  /** Reads a tile, also one that was partial at an earlier size: the first hashes of a tile never change. */
  readonly read: TileReader = (path) => {
    const full = this.#tiles.get(path);
    if (full !== undefined) return full;
    const tile = parseTilePath(path);
    if (!tile.ok || tile.value.kind === "entries") return undefined;
    const whole = this.#tiles.get(tilePath({ ...tile.value, width: TILE_WIDTH }));
    return whole?.slice(0, tile.value.width * HASH_BYTES) ?? this.#writer.open(tile.value);
  };
}
