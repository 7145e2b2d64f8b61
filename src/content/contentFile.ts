import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import type { KindName } from './contentKinds.js';

/** The way to a place in a JSON document: `['texts', 'en', 'steps', 2]`. */
export type JsonPath = readonly (string | number)[];

/** 1-based line and column, counted in UTF-16 units as editors do. */
export interface Position {
  line: number;
  column: number;
}

/** One content file: its text, what it says, and where it says it. */
export class ContentFile<T = unknown> {
  #tree: Node | undefined;
  #lineStarts: number[] | undefined;

  constructor(
    /** Path from the content root, with `/`. */
    readonly path: string,
    readonly kind: KindName,
    /** The file's name without folder and ending. */
    readonly id: string,
    /** The language that folder or file name states, where the kind has one. */
    readonly language: string | undefined,
    readonly text: string,
    /** The parsed text; conforms to the schema wherever a linter sees it. */
    readonly data: T,
  ) {}

  /**
   * Where `path` stands in the text. A place that does not exist is located at the nearest
   * enclosing one that does. `part` says whether the property's name or its value is meant.
   */
  locate(path: JsonPath = [], part: 'key' | 'value' = 'value'): Position {
    // Built only when something is wrong: a good file never pays for a tree.
    this.#tree ??= parseTree(this.text);
    const tree = this.#tree;
    if (!tree) return { line: 1, column: 1 };
    let node: Node | undefined;
    let depth = path.length;
    for (; depth >= 0; depth -= 1) {
      node = findNodeAtLocation(tree, path.slice(0, depth));
      if (node) break;
    }
    const property = node?.parent?.type === 'property' ? node.parent : undefined;
    const found = part === 'key' && depth === path.length && property ? property : node;
    return this.positionAt(found?.offset ?? 0);
  }

  /** Line and column of a character offset. */
  positionAt(offset: number): Position {
    this.#lineStarts ??= lineStarts(this.text);
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
