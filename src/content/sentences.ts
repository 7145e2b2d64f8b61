/** What readers of 65 to 90 follow without reading twice. */
export const maxWordsPerSentence = 20;

/** The sentences of a text: they end at `.`, `!`, `?` or `:` before a space, and at line breaks. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?:])\s+|\n+/u).filter((sentence) => sentence.trim() !== '');
}

/** Runs of characters that hold a letter or digit; a lone dash or colon is no word. */
export function countWords(sentence: string): number {
  return sentence.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
