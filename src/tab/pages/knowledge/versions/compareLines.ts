/** Unchanged lines that stand around a change, to find one's way. */
const AROUND = 2;

/**
 * The lines that differ between two texts: "− " stood before, "+ " stands now, "  " is the same.
 * Longest common subsequence (https://en.wikipedia.org/wiki/Longest_common_subsequence) of what
 * lies between the same beginning and the same end.
 */
export function compareLines(before: string, after: string): string[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const same = (lines: string[]): string[] => lines.map((line) => `  ${line}`);
  return [
    ...same(a.slice(Math.max(start - AROUND, 0), start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end, a.length - end + AROUND)),
  ];
}

function middle(a: readonly string[], b: readonly string[]): string[] {
  const lengths = a.map(() => new Uint16Array(b.length + 1));
  lengths.push(new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(`  ${a[i]}`);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push(`− ${a[i]}`);
      i++;
    } else {
      lines.push(`+ ${b[j]}`);
      j++;
    }
  }
  return lines;
}
