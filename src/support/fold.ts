/**
 * Lower case, no accents, no punctuation at the ends: how typed commands are compared. A text of
 * signs alone, such as "?", stays as it is.
 */
export function fold(text: string): string {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  // The look behind keeps a long row of signs from being read again at each of them.
  return folded.replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '') || folded;
}
