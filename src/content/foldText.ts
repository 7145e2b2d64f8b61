/**
 * A text without what people leave out when they type: capitals, accents, punctuation. Two texts
 * that fold alike are the same message.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
