import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkIcons } from '../../src/cli/manifest/checkIcons.js';
import { formatProblem } from '../../src/cli/manifest/manifestProblem.js';
import { readPng } from '../../src/cli/manifest/readPng.js';
import { manifestFolder } from './samplePackage.js';

type Pixel = [number, number, number, number];

/** A PNG of RGBA pixels; its checksums are zeros, which nobody here reads. */
function png(side: number, pixel: (x: number, y: number) => Pixel): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: side }, (_row, y) => [
    0,
    ...Array.from({ length: side }, (_column, x) => pixel(x, y)).flat(),
  ]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const { images } = manifestFolder();
const picture = (name: string) => readPng(images.get(name) ?? new Uint8Array());

function faults(color: Uint8Array | undefined, outline: Uint8Array | undefined): string[] {
  const files = new Map<string, Uint8Array>();
  if (color) files.set('color.png', color);
  if (outline) files.set('outline.png', outline);
  const icons = { color: 'color.png', outline: 'outline.png' };
  return checkIcons({ icons }, files).map(formatProblem);
}

describe('the icons', () => {
  it('are a full blue square of 192 pixels whose symbol stays in the middle 96', () => {
    const { width, height, rgba } = picture('color.png');
    expect([width, height]).toEqual([192, 192]);
    const outside = [];
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (x >= 48 && x < 144 && y >= 48 && y < 144) continue;
        outside.push([...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)].join());
      }
    }
    expect([...new Set(outside)]).toEqual(['0,51,153,255']);
  });

  it('are a pure white outline of 32 pixels on nothing', () => {
    const { width, height, rgba } = picture('outline.png');
    expect([width, height]).toEqual([32, 32]);
    const opacities = rgba.filter((_value, index) => index % 4 === 3);
    expect(opacities.filter((value) => value === 0).length).toBeGreaterThan(500);
    expect(opacities.filter((value) => value === 255).length).toBeGreaterThan(100);
    expect(faults(images.get('color.png'), images.get('outline.png'))).toEqual([]);
  });

  it('are refused where their size is wrong, or one is missing', () => {
    const small = png(16, () => [255, 255, 255, 255]);
    expect(faults(small, undefined)).toEqual([
      'manifest/color.png  It has 16×16 pixels, but 192×192 are needed.',
      'manifest/outline.png  The file is missing in manifest/.',
    ]);
  });

  it('are refused where the outline has a colour or a background', () => {
    const color = png(192, () => [0, 51, 153, 255]);
    const grey = png(32, (x) => [200, 200, 200, x < 5 ? 255 : 0]);
    const full = png(32, () => [255, 255, 255, 255]);
    expect(faults(color, grey)[0]).toContain('pure white');
    expect(faults(color, full)[0]).toContain('transparent');
  });

  it('are refused where the colour icon has round corners of its own', () => {
    const round = png(192, (x, y) => [0, 51, 153, x + y === 0 ? 0 : 255]);
    expect(faults(round, images.get('outline.png'))[0]).toContain('Fill the whole square');
  });

  it('are refused where they are no pictures', () => {
    expect(faults(new TextEncoder().encode('<svg/>'), images.get('outline.png'))).toEqual([
      'manifest/color.png  It is not a PNG.',
    ]);
    expect(faults(images.get('color.png')?.subarray(0, 500), images.get('outline.png'))).toEqual([
      'manifest/color.png  The picture is damaged. Save it anew.',
    ]);
  });
});
