import type { ManifestProblem } from './manifestProblem.js';
import { readPng, type Picture } from './readPng.js';

/** Teams' rules for one icon: its side in pixels, and what is wrong with its pixels, if anything. */
interface IconRule {
  side: number;
  fault: (picture: Picture) => string | undefined;
}

// https://learn.microsoft.com/microsoftteams/platform/concepts/design/design-teams-app-icon-store-appbar
const RULES: Record<string, IconRule> = {
  color: {
    side: 192,
    fault: ({ width, height, rgba }) => {
      const corners = [0, width - 1, (height - 1) * width, height * width - 1];
      const square = corners.every((pixel) => rgba[pixel * 4 + 3] === rgba[3]);
      return square ? undefined : 'Fill the whole square: Teams rounds the corners itself.';
    },
  },
  outline: {
    side: 32,
    fault: ({ rgba }) => {
      let clear = 0;
      for (let at = 0; at < rgba.length; at += 4) {
        if (rgba[at + 3] === 0) clear += 1;
        else if (rgba[at] !== 255 || rgba[at + 1] !== 255 || rgba[at + 2] !== 255) {
          return 'Draw it in pure white; only the opacity may differ.';
        }
      }
      return clear > 0 ? undefined : 'Its background must be transparent.';
    },
  },
};

/** What is wrong with the icons that the manifest names. */
export function checkIcons(
  manifest: Record<string, unknown>,
  images: ReadonlyMap<string, Uint8Array>,
): ManifestProblem[] {
  const icons = (manifest['icons'] ?? {}) as Record<string, unknown>;
  return Object.entries(RULES).flatMap(([kind, rule]) => {
    const name = icons[kind];
    if (typeof name !== 'string') return []; // The schema says so.
    const bytes = images.get(name);
    const text = bytes ? faultOf(bytes, rule) : 'The file is missing in manifest/.';
    return text === undefined ? [] : [{ file: `manifest/${name}`, at: '', text }];
  });
}

function faultOf(bytes: Uint8Array, { side, fault }: IconRule): string | undefined {
  try {
    const picture = readPng(bytes);
    if (picture.width === side && picture.height === side) return fault(picture);
    return `It has ${picture.width}×${picture.height} pixels, but ${side}×${side} are needed.`;
  } catch (err) {
    return err instanceof RangeError ? err.message : 'The picture is damaged. Save it anew.';
  }
}
