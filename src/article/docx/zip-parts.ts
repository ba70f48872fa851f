import { crc32, inflateRawSync } from 'node:zlib';

/** The parts of a zip file by name, or why they are not read; `reason` completes "it was skipped: …". */
export type ZipParts =
  | { readonly kind: 'parts'; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'refused'; readonly reason: string };

/** What is read of a zip file: which of its parts, and how many bytes of them at most, unpacked. */
export interface ZipWants {
  readonly isWanted: (name: string) => boolean;
  readonly most: number;
}

/** A document of an office has some dozens of parts, and a picture is one. */
const MOST_PARTS = 10_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const DAMAGED: ZipParts = { kind: 'refused', reason: 'it is a damaged zip file' };

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

/**
 * Unpacks parts of a zip file (PKWARE's APPNOTE 6.3, without zip64 and encryption). What a part says of its own size is
 * not believed: unpacking ends where the bound is reached.
 */
export function readZipParts(bytes: Uint8Array, { isWanted, most }: ZipWants): ZipParts {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(zip);
  if (!entries) return DAMAGED;
  const parts = new Map<string, Uint8Array>();
  let room = most;
  for (const entry of entries) {
    if (!isWanted(entry.name) || parts.has(entry.name)) continue;
    const part = unpacked(zip, entry, room);
    if (part === 'damaged') return DAMAGED;
    if (part === 'too large') {
      return { kind: 'refused', reason: `unpacked, it is more than ${Math.round(most / 1024 / 1024)} MiB` };
    }
    room -= part.length;
    parts.set(entry.name, part);
  }
  return { kind: 'parts', parts };
}

/** A zip file in which parts stand as they are, for a library that reads nothing else. */
export function zipOf(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, part] of parts) {
    const label = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt32LE(crc32(part), 10);
    shared.writeUInt32LE(part.length, 14);
    shared.writeUInt32LE(part.length, 18);
    shared.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([numbered(LOCAL), shared, label, part]);
    files.push(local);
    directory.push(numbered(ENTRY), Buffer.from([20, 0]), shared, place, label);
    at += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, entries, numbered(END), end]);
}

function numbered(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

/** The directory at the end of a zip file; undefined where there is none that can be read. */
function directoryOf(zip: Buffer): readonly Entry[] | undefined {
  const end = zip.lastIndexOf(numbered(END));
  if (end < 0 || end + 22 > zip.length) return undefined;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count > MOST_PARTS) return undefined;
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return undefined;
    const nameLength = zip.readUInt16LE(at + 28);
    const isEncrypted = (zip.readUInt16LE(at + 8) & 1) === 1;
    if (isEncrypted) return undefined;
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function unpacked(zip: Buffer, { method, packed, at }: Entry, room: number): Uint8Array | 'damaged' | 'too large' {
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL) return 'damaged';
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (start + packed > zip.length) return 'damaged';
  const content = zip.subarray(start, start + packed);
  if (method === 0) return content.length > room ? 'too large' : content;
  if (method !== 8) return 'damaged';
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    const isBound = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isBound ? 'too large' : 'damaged';
  }
}
