import { inflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { decodeText, isIgnored } from '../../content/contentSource.js';
import { kindOfPath } from '../../content/contentKinds.js';
import type { ContentFiles } from './revision.js';
import { ZipError } from './zipError.js';

const MOST_FILES = 5_000;
/** Of all files together, unpacked; honest content has a tenth of it. */
const MOST_BYTES = 20 * 1024 * 1024;
/** The same files make the same zip, whenever it is made. */
const MADE_AT = new Date(Date.UTC(2000, 0, 1));

/** Content as a zip, its paths as in the content root. */
export function zipContent(files: ContentFiles): Uint8Array {
  const entries = [...files].map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: MADE_AT });
}

/**
 * The content files of a zip. Nothing is written anywhere: what stands in a wrong place is refused
 * by its name, and what would unpack to more than is allowed is unpacked no further than that.
 * @throws ZipError
 */
export function unzipContent(zip: Uint8Array): ContentFiles {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const files = new Map<string, string>();
  let left = MOST_BYTES;
  for (const entry of entriesOf(bytes)) {
    if (entry.name.endsWith('/') || isIgnored(entry.name)) continue;
    if (!isContentPath(entry.name)) {
      throw new ZipError('wrong-place', entry.name);
    }
    if (entry.isLink) throw new ZipError('link', entry.name);
    if (files.has(entry.name)) throw new ZipError('twice', entry.name);
    const unpacked = unpack(bytes, entry, left);
    left -= unpacked.byteLength;
    const text = decodeText(unpacked);
    if (text === undefined) throw new ZipError('not-utf8', entry.name);
    files.set(entry.name, text);
  }
  if (files.size === 0) throw new ZipError('no-content');
  return files;
}

/** A path that names a content file on every system. */
function isContentPath(path: string): boolean {
  return /^[a-z]+(\/[a-z0-9_-]+)+\.json$/.test(path) && kindOfPath(path) !== undefined;
}

interface ZipEntry {
  name: string;
  isLink: boolean;
  isPacked: boolean;
  packedBytes: number;
  /** Where its own header begins. */
  offset: number;
}

// The format, with the places of its fields: PKWARE's APPNOTE.TXT, 4.3 and 4.4.
const END = { signature: 0x06054b50, bytes: 22, count: 10, offset: 16 };
const DIRECTORY = { signature: 0x02014b50, bytes: 46 };
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** Kind of file and symbolic link in the mode that Unix keeps in the upper half. */
const KIND_MASK = 0o170000;
const LINK = 0o120000;

function entriesOf(zip: Buffer): ZipEntry[] {
  try {
    return readDirectory(zip);
  } catch (cause) {
    if (cause instanceof ZipError) throw cause;
    throw new ZipError('no-zip', '', { cause });
  }
}

function readDirectory(zip: Buffer): ZipEntry[] {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + END.count);
  if (count > MOST_FILES) throw new ZipError('too-many', MOST_FILES);
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + END.offset);
  for (let number = 0; number < count; number += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY.signature) throw new RangeError('no entry there');
    const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)];
    const nameBytes = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + DIRECTORY.bytes, at + DIRECTORY.bytes + nameBytes);
    if ((flags & ENCRYPTED) !== 0 || (method !== STORED && method !== DEFLATED)) {
      throw new ZipError('not-understood', name);
    }
    entries.push({
      name,
      isLink: ((zip.readUInt32LE(at + 38) >>> 16) & KIND_MASK) === LINK,
      isPacked: method === DEFLATED,
      packedBytes: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    });
    at += DIRECTORY.bytes + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end of the directory stands last, but for a comment. */
function endOf(zip: Buffer): number {
  const first = Math.max(0, zip.length - END.bytes - LONGEST_COMMENT);
  for (let at = zip.length - END.bytes; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === END.signature) return at;
  }
  throw new RangeError('no end of a directory');
}

function unpack(zip: Buffer, { name, offset, packedBytes, isPacked }: ZipEntry, most: number) {
  try {
    if (zip.readUInt32LE(offset) !== LOCAL.signature) throw new RangeError('no file there');
    const from =
      offset + LOCAL.bytes + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    const packed = zip.subarray(from, from + packedBytes);
    // What it claims to unpack to proves nothing: the unpacking itself stops.
    const unpacked = isPacked
      ? inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) })
      : packed;
    if (unpacked.byteLength <= most) return unpacked;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') {
      throw new ZipError('damaged', name, { cause });
    }
  }
  throw new ZipError('too-large', MOST_BYTES / 1024 / 1024);
}
