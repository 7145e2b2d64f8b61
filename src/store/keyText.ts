import { createHash } from 'node:crypto';

const LONGEST = 512;

/**
 * The text as a key that both databases take: PostgreSQL refuses the character U+0000 anywhere,
 * and more than about 2,700 bytes in an index. Such keys come from no honest client; their digest
 * stands for them.
 */
export function keyText(text: string): string {
  if (text.length <= LONGEST && !text.includes('\0')) return text;
  return `sha256:${createHash('sha256').update(text).digest('base64url')}`;
}
