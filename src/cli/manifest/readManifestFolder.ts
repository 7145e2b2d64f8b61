import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestProblem } from './manifestProblem.js';

/** The words of the app in one language. */
export interface ManifestTexts {
  /** By their place in the manifest, as in Teams' own localisation files: `description.short`. */
  texts: Record<string, string>;
  /** What each command does, by the command's name. */
  commands: Record<string, string>;
}

/** `manifest/` as it was read. */
export interface ManifestFolder {
  /** `manifest.json` with its `${{NAMES}}` not yet filled in. */
  template: Record<string, unknown>;
  texts: Map<string, ManifestTexts>;
  /** The PNG files beside it, by name. */
  images: Map<string, Uint8Array>;
  problems: ManifestProblem[];
}

/** Reads `manifest/`. What cannot be read is a problem, not an error. */
export function readManifestFolder(folder: string): ManifestFolder {
  const problems: ManifestProblem[] = [];
  const readJson = (name: string): Record<string, unknown> => {
    const file = `manifest/${name}`;
    if (!existsSync(join(folder, name))) {
      problems.push({ file, at: '', text: 'The file is missing.' });
      return {};
    }
    try {
      return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
    } catch (err) {
      problems.push({ file, at: '', text: `This is not JSON: ${(err as Error).message}` });
      return {};
    }
  };
  const template = readJson('manifest.json');
  const texts = new Map<string, ManifestTexts>();
  const textFolder = join(folder, 'texts');
  for (const name of existsSync(textFolder) ? readdirSync(textFolder).sort() : []) {
    if (!name.endsWith('.json')) continue;
    const words = readJson(`texts/${name}`) as Partial<ManifestTexts>;
    texts.set(name.slice(0, -'.json'.length), {
      texts: words.texts ?? {},
      commands: words.commands ?? {},
    });
  }
  const images = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  );
  return { template, texts, images, problems };
}
