import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** How an answer may be packed on its way (RFC 9110, 8.4.1). */
export type Encoding = "br" | "gzip" | "identity";

/** Below this many bytes packing saves nothing that a reader would feel. */
const LEAST_PACKED = 600;
/** Above this brotli takes its quick way: a list of 4 MB would otherwise take seconds. */
const LONG = 400_000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** One form of an answer as it is sent. */
export interface PackedBody {
  readonly encoding: Encoding;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Strong (RFC 9110, 8.8.3): it names these bytes, so each form has its own. */
  readonly etag: string;
}

/** What is sent for one address: its bytes, and each packed form once somebody has asked for it. */
export class ServedBody {
  readonly type: string;
  /** The address will never give other bytes: a reader need not ask again. */
  readonly isFixed: boolean;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly hash: string;
  /** The answer depends on what the reader can unpack: caches must know (RFC 9110, 12.5.5). */
  readonly isPackable: boolean;
  readonly #plain: PackedBody;
  readonly #packed = new Map<Encoding, PackedBody>();
  readonly #waiting = new Map<Encoding, Promise<PackedBody>>();

  constructor(bytes: Uint8Array<ArrayBuffer>, type: string, isFixed: boolean) {
    this.type = type;
    this.isFixed = isFixed;
    this.isPackable = bytes.length >= LEAST_PACKED && isText(type);
    this.hash = createHash("sha256").update(bytes).digest("hex");
    this.#plain = { encoding: "identity", bytes, etag: `"${this.hash.slice(0, 32)}"` };
  }

  /** A form that is ready now; null when it must be packed first. */
  ready(encoding: Encoding): PackedBody | null {
    if (encoding === "identity" || !this.isPackable) return this.#plain;
    return this.#packed.get(encoding) ?? null;
  }

  /** The form, packed now when nobody has asked for it before; many who ask at once wait for one packing. */
  async pack(encoding: Encoding): Promise<PackedBody> {
    const ready = this.ready(encoding);
    if (ready !== null) return ready;
    let waiting = this.#waiting.get(encoding);
    if (waiting === undefined) {
      waiting = this.#packNow(encoding);
      this.#waiting.set(encoding, waiting);
    }
    return waiting;
  }

  async #packNow(encoding: Encoding): Promise<PackedBody> {
    const { bytes } = this.#plain;
    const packed =
      encoding === "br" ? await brotli(bytes, brotliOptions(bytes.length)) : await zip(bytes, { level: 9 });
    // What does not get smaller is sent as it is, and remembered so.
    const form: PackedBody =
      packed.length < bytes.length
        ? { encoding, bytes: new Uint8Array(packed), etag: `"${this.hash.slice(0, 32)}-${encoding}"` }
        : this.#plain;
    this.#packed.set(encoding, form);
    this.#waiting.delete(encoding);
    return form;
  }
}

function brotliOptions(length: number): { readonly params: Readonly<Record<number, number>> } {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: length > LONG ? 5 : 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: length,
    },
  };
}

function isText(type: string): boolean {
  return type.startsWith("text/") || /^(?:application\/(?:json|problem\+json|xml)|image\/svg\+xml)\b/.test(type);
}
