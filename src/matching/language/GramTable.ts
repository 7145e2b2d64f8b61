import { finishHash, hashText } from '../text/hash.js';
import { HashIndex } from '../text/HashIndex.js';
import { rememberWords } from '../text/rememberWords.js';

/**
 * What eld knows of languages in general, compiled: its four-byte pieces of words, and how much
 * each speaks for which language. The tables of the `eld` package cost 190 ms and 80 MB to load;
 * these cost half a megabyte.
 * @see https://github.com/nitotm/efficient-language-detector-js (Apache-2.0)
 */
export interface GramTable {
  languages: string[];
  /** Which letter stands for each byte of UTF-8 in the pieces. */
  alphabet: string;
  /** Hash of piece i, whose entries lie at offsets[i] … offsets[i + 1]. */
  keys: Uint32Array;
  offsets: Uint32Array;
  /** A language's number above its score. */
  entries: Uint16Array;
}

/** eld's own form of its tables. */
export interface EldTables {
  ngrams: Record<string, Record<string, number>>;
  languages: Record<string, string>;
  alphabet: Record<string, string>;
}

const SEED = 31;
/** eld leaves this much out of every score it stores. */
const STORED_BELOW = 53;
const PIECE = 4;
const STRIDE = 3;
/** Enough to tell; longer words are cut. */
const LONGEST_WORD = 70;

const encoder = new TextEncoder();

/** Compiles eld's tables, all languages of them. */
export function compileGramTable({ ngrams, languages, alphabet }: EldTables): GramTable {
  const numbers = Object.keys(languages);
  const index = new HashIndex(1 << 16);
  const offsets = [0];
  const entries: number[] = [];
  for (const [piece, scores] of Object.entries(ngrams)) {
    if (index.add(hashPiece(piece)) !== offsets.length - 1) continue;
    for (const [number, score] of Object.entries(scores)) {
      entries.push((numbers.indexOf(number) << 8) | Math.min(255, score + STORED_BELOW));
    }
    offsets.push(entries.length);
  }
  return {
    languages: numbers.map((number) => languages[number]!),
    alphabet: Array.from({ length: 256 }, (_, byte) => alphabet[byte] ?? ' ').join(''),
    keys: index.keys(),
    offsets: Uint32Array.from(offsets),
    entries: Uint16Array.from(entries),
  };
}

/** Says how much a text looks like each language. */
export class GramScores {
  readonly languages: readonly string[];
  readonly #table: GramTable;
  readonly #index: HashIndex;
  readonly #piecesOf: (word: string) => number[];

  constructor(table: GramTable) {
    this.languages = table.languages;
    this.#table = table;
    this.#index = HashIndex.of(table.keys);
    this.#piecesOf = rememberWords((word) => piecesOf(word, table.alphabet));
  }

  /** Score a piece, in the order of `languages`, and how many pieces were looked up. */
  score(words: readonly string[]): { scores: Float64Array; pieces: number } {
    const scores = new Float64Array(this.languages.length);
    const seen = new Set<number>();
    for (const word of words) for (const hash of this.#piecesOf(word)) seen.add(hash);
    const { offsets, entries } = this.#table;
    for (const hash of seen) {
      const piece = this.#index.find(hash);
      if (piece < 0) continue;
      for (let at = offsets[piece]!; at < offsets[piece + 1]!; at++) {
        scores[entries[at]! >>> 8]! += entries[at]! & 0xff;
      }
    }
    return { scores: scores.map((score) => score / Math.max(1, seen.size)), pieces: seen.size };
  }
}

/** Hashes of a word's pieces, which start every third byte; the last one ends it. A space marks either end. */
function piecesOf(word: string, alphabet: string): number[] {
  let coded = '';
  for (const byte of encoder.encode(word)) coded += alphabet[byte]!;
  const length = Math.min(LONGEST_WORD, coded.length);
  const pieces: number[] = [];
  let at = 0;
  for (; at + PIECE < length; at += STRIDE) {
    pieces.push(hashPiece((at === 0 ? ' ' : '') + coded.slice(at, at + PIECE)));
  }
  pieces.push(hashPiece(`${at === 0 ? ' ' : ''}${coded.slice(Math.max(0, length - PIECE))} `));
  return pieces;
}

function hashPiece(piece: string): number {
  return finishHash(hashText(SEED, piece));
}
