/** Letters that Unicode does not decompose, as people without the key type them. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};
const MARKS = /\p{M}+/gu;
const UNDECOMPOSED = /[ßæœøłđı]/g;
const PAUSE = /[.,;:!?\n()]|\s[-–—]\s/;
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Things whose form says more than their letters, in order of precedence: an address, a web page,
 * an incident's reference, a telephone number, a number, a word.
 */
const TOKENS =
  /(?<email>[\w.+-]+@[\w-]+\.[\w.-]+)|(?<url>(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:eu|com|org|net|int|be|lu|fr|de|it|es|nl)\b(?:\/\S*)?)|(?<reference>\bim ?\d{4,}\b)|(?<phone>\+\d[\d ()./-]{6,}\d)|(?<number>\d+)|\p{L}+/giu;

export interface Token {
  /** Lower-case, as typed. */
  surface: string;
  /** Lower-case, accents folded; a class such as `#email` for what is no word. */
  folded: string;
  /** Whether a comma, a full stop or another pause stands before it. */
  pause?: boolean;
}

/** Lower-cases and takes accents away: `Réinitialisé` → `reinitialise`, `Straße` → `strasse`. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNDECOMPOSED, (letter) => LETTERS[letter] ?? letter);
}

/** Cuts a message into words; numbers, addresses and references become classes of their own. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const normal = text.normalize('NFKC').toLowerCase();
  let end = 0;
  for (const found of normal.matchAll(TOKENS)) {
    const first = tokens.length;
    addToken(tokens, found[0], found.groups!);
    if (end > 0 && PAUSE.test(normal.slice(end, found.index))) tokens[first]!.pause = true;
    end = found.index + found[0].length;
  }
  return tokens;
}

function addToken(
  tokens: Token[],
  surface: string,
  groups: Record<string, string | undefined>,
): void {
  if (groups['email']) tokens.push({ surface, folded: '#email' });
  else if (groups['url']) {
    tokens.push({ surface, folded: '#url' });
    // The words of an address name what the page is about ("ecas", "myintracomm").
    for (const part of surface.match(/\p{L}{3,}/gu) ?? []) {
      if (part !== 'https' && part !== 'http' && part !== 'www') {
        tokens.push({ surface: part, folded: foldText(part) });
      }
    }
  } else if (groups['reference']) tokens.push({ surface, folded: '#reference' });
  else if (groups['phone']) tokens.push({ surface, folded: '#phone' });
  else if (groups['number'] && surface.length > 2) tokens.push({ surface, folded: '#number' });
  else tokens.push({ surface, folded: foldText(surface) });
}
