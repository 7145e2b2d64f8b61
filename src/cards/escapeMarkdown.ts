/**
 * Makes a person's text harmless inside a card: Teams reads a TextBlock as Markdown, and the
 * templating does not escape it. Backslashes before Markdown's signs show them as typed.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~]/g, (sign) => `\\${sign}`);
}
