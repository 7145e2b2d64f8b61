import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzipContent, zipContent } from '../../../src/support/editing/zip.js';

const PATH = 'knowledge/topics/no-sms.json';
const files = new Map([
  [PATH, '{"é": "Ελληνικά"}\n'],
  ['cards/strings/en.json', '{}'],
]);

const zipped = (entries: Zippable) => zipSync(entries);
const refusal = (zip: Uint8Array) => {
  try {
    unzipContent(zip);
  } catch (err) {
    return err;
  }
  throw new Error('it was not refused');
};
const refused = (message: RegExp) => ({
  code: 'zip-refused',
  message: expect.stringMatching(message) as string,
});

describe('content in a zip', () => {
  it('comes out as it went in', () => {
    expect(unzipContent(zipContent(files))).toEqual(files);
  });

  it('is the same zip for the same files', () => {
    expect(zipContent(files)).toEqual(zipContent(new Map(files)));
  });

  it('may be packed with folders, schemas and what systems leave behind', () => {
    const more = {
      'knowledge/': strToU8(''),
      'knowledge/schema/topic.schema.json': strToU8('{}'),
      'knowledge/.DS_Store': strToU8('?'),
    };
    const zip = zipped({ ...more, [PATH]: strToU8('{}') });
    expect([...unzipContent(zip).keys()]).toEqual([PATH]);
  });

  it.each([
    '../../etc/passwd.json',
    'knowledge/../../src/app.json',
    '/knowledge/topics/a.json',
    'knowledge\\topics\\a.json',
    'C:/knowledge/topics/a.json',
    'knowledge/topics/<script>.json',
    'knowledge/topics/../a.json',
    'src/app.json',
    'package.json',
  ])('is refused where a file wants to be %s', (path) => {
    expect(refusal(zipped({ [path]: strToU8('{}') }))).toMatchObject(refused(/no place/));
  });

  it('is refused where a file is a link', () => {
    const attrs = 0o120777 << 16;
    const zip = zipped({ [PATH]: [strToU8('/etc/passwd'), { os: 3, attrs }] });
    expect(refusal(zip)).toMatchObject(refused(/is a link/));
  });

  it('is refused when it would unpack to more than is allowed', () => {
    const large = new Uint8Array(11 * 1024 * 1024);
    const zip = zipped({ [PATH]: large, 'dialogs/no-sms.json': large });
    expect(zip.byteLength).toBeLessThan(100_000);
    expect(refusal(zip)).toMatchObject(refused(/more than 20 MB/));
  });

  it('is refused when it lies about how large its files are', () => {
    const zip = Buffer.from(zipped({ [PATH]: new Uint8Array(21 * 1024 * 1024) }));
    const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    zip.writeUInt32LE(10, directory + 24);
    zip.writeUInt32LE(10, 22);
    expect(refusal(zip)).toMatchObject(refused(/more than 20 MB/));
  });

  it('is refused when there are too many files in it', () => {
    const many = Array.from({ length: 5_001 }, (_, at) => [`dialogs/d${at}.json`, strToU8('')]);
    expect(refusal(zipped(Object.fromEntries(many) as Zippable))).toMatchObject(refused(/5000/));
  });

  it.each([
    ['none', Buffer.from('This is a letter.')],
    ['empty', Buffer.alloc(0)],
    ['cut off', Buffer.from(zipContent(files)).subarray(0, 120)],
  ])('is refused when the zip is %s', (_, zip) => {
    expect(refusal(zip)).toMatchObject(refused(/no zip/));
  });

  it('is refused when a file in it is damaged', () => {
    const zip = Buffer.from(zipContent(files));
    zip.fill(0xff, 30 + PATH.length, 30 + PATH.length + 8);
    expect(refusal(zip)).toMatchObject(refused(/damaged/));
  });
});
