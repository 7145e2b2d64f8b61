/** A person's lines for a card's text runs, which show them as typed: a text block reads Markdown. */
export function asTyped(lines: readonly string[]): { text: string }[] {
  return lines.filter((line) => line.trim() !== '').map((text) => ({ text }));
}
