const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;

/**
 * Adds up what the directory of a zip says that its entries unpack to, before anything is unpacked.
 * The reader refuses entries that unpack to more than they say; one that says nothing is counted as without bound.
 * @returns `undefined` when there is no plain directory (also for zips of more than 4 GB): not an XLSX that we read.
 */
export function zipUnpackedSize(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(Buffer.of(0x50, 0x4b, 0x05, 0x06));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) return undefined;
  const entries = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return undefined;
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const unpacked = zip.readUInt32LE(at + 24);
    // A packed size of 2 is what nothing packs to.
    total += unpacked === 0 && method !== STORED && packed > 2 ? Infinity : unpacked;
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return total;
}
