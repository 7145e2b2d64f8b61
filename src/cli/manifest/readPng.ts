import { inflateSync } from 'node:zlib';

/** A picture as red, green, blue and opacity, 0 to 255 each, row by row. */
export interface Picture {
  width: number;
  height: number;
  rgba: Uint8Array;
}

const SIGNATURE = '89504e470d0a1a0a';
const BYTES_PER_PIXEL: Record<number, number> = { 2: 3, 6: 4 };

/**
 * Reads a PNG of 8 bits a channel, RGB or RGBA, not interlaced: what browsers and editors write.
 * See https://www.w3.org/TR/png-3/.
 * @throws RangeError for anything else
 */
export function readPng(bytes: Uint8Array): Picture {
  const data = Buffer.from(bytes);
  if (data.subarray(0, 8).toString('hex') !== SIGNATURE) throw new RangeError('It is not a PNG.');
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= data.length; at += 12 + data.readUInt32BE(at)) {
    if (data.toString('latin1', at + 4, at + 8) !== 'IDAT') continue;
    parts.push(data.subarray(at + 8, at + 8 + data.readUInt32BE(at)));
  }
  const width = data.readUInt32BE(16);
  const height = data.readUInt32BE(20);
  const [depth, colour = 0, , , interlaced] = data.subarray(24, 29);
  const size = BYTES_PER_PIXEL[colour];
  if (depth !== 8 || size === undefined || interlaced !== 0) {
    throw new RangeError('Save it as PNG with 8 bits a channel, RGB or RGBA, not interlaced.');
  }
  const rows = unfilter(inflateSync(Buffer.concat(parts)), width * size, height, size);
  if (size === 4) return { width, height, rgba: rows };
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rgba.set(rows.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return { width, height, rgba };
}

/** Every byte was stored as its difference from a neighbour; each row says from which. */
function unfilter(raw: Uint8Array, rowBytes: number, height: number, size: number): Uint8Array {
  const out = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (rowBytes + 1)] ?? 0;
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x;
      const left = x >= size ? (out[at - size] ?? 0) : 0;
      const up = y > 0 ? (out[at - rowBytes] ?? 0) : 0;
      const corner = x >= size && y > 0 ? (out[at - rowBytes - size] ?? 0) : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = (raw[y * (rowBytes + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return out;
}

/** The neighbour nearest to left + up - corner. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [l, u, c] = [left, up, corner].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (l <= u && l <= c) return left;
  return u <= c ? up : corner;
}
